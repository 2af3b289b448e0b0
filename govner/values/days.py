"""Steps of months, weeks and days, laid on the calendar."""

import datetime

from govner.values import calendar as on
from govner.values.anchor import Anchor, away, closest, joined, nearest, own_year, single_day, single_month, year_of
from govner.values.calendar import Stretch
from govner.values.lunar import festival_day, lunar_day, lunar_month
from govner.values.moments import RANKS, Step

YEAR = 360
WEEK = 7
HALF_WEEK = 3
OWN_MONTH = 2
THIRDS = {1: (1, 10), 2: (11, 20), 3: (21, 31), 12: (1, 20), 23: (11, 31)}


def month(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """11月, 上个月, 第三个月, 前五个月."""
    match step.how:
        case "shift" | "spoken":
            base = anchor.today or anchor.now if step.how == "shift" else anchor.spoken or anchor.now
            known = single_month(base)
            return on.month_of(known[0], known[1] + step.n) if known else None
        case "first" | "last":
            return _months_of(step, at or _own_year(step, anchor))
        case "nth":
            of = year_of(at)
            return on.month_of(of, step.n if step.n > 0 else on.MONTHS) if of and step.n <= on.MONTHS else None
    of = year_of(at)
    return on.month_of(of, step.n) if of else _month_alone(step, anchor)


def _month_alone(step: Step, anchor: Anchor) -> Stretch | None:
    """11月: of the year of the sentence's last date, else of the year that brings it near to the report's day."""
    if anchor.after and anchor.after.first:
        begins = anchor.after.first
        found = on.month_of(begins.year, step.n)
        return on.month_of(begins.year + 1, step.n) if found and found.last and found.last < begins else found
    if told := single_month(anchor.told):
        return on.month_of(told[0], step.n)
    return nearest(anchor, lambda year: on.month_of(year, step.n))


def _own_year(step: Step, anchor: Anchor) -> Stretch | None:
    """The year of 前五个月 where none is named: the report's, or the one before where those months are not over yet."""
    now = single_day(anchor.now)
    year = own_year(anchor) or 0
    early = now and now.year == year and step.how == "first" and step.n > now.month
    return on.year_of(year - 1 if early else year)


def _months_of(step: Step, at: Stretch | None) -> Stretch | None:
    """前五个月, 最后四个月 of a year or a part of one."""
    if at is None or at.first is None or at.last is None:
        return None
    first, last = at.first, at.last
    if step.how == "first":
        return joined(on.month_of(first.year, first.month), on.month_of(first.year, first.month + step.n - 1))
    return joined(on.month_of(last.year, last.month - step.n + 1), on.month_of(last.year, last.month))


def month_of_the_moon(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """正月, 闰四月."""
    leap = step.how == "leap"
    year = year_of(at)
    if year:
        return lunar_month(year, step.n, leap=leap)
    return nearest(anchor, lambda year: lunar_month(year, step.n, leap=leap))


def third(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """上旬, 中下旬: ten days of a month, the last third to its end."""
    of = at or (anchor.told if single_month(anchor.told) else anchor.spoken)
    if of is None or of.first is None or single_month(of) is None:
        return None
    begins, ends = THIRDS[step.n]
    last = min(ends, on.months_last(of.first).day)
    return on.days_of(of.first.replace(day=begins), of.first.replace(day=last))


def edge(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """年底, 月初: of a month its first, second or last ten days, of a year its first, sixth or last month.

    Of several years a fifth of them, of a decade three; a week remains as it is.
    """
    if at is None:
        base = anchor.now or anchor.spoken
        if base is None or base.first is None:
            return None
        at = on.month_of(base.first.year, base.first.month) if step.n == RANKS["month"] else on.year_of(base.first.year)
    if at is None or at.first is None or at.last is None or (at.last - at.first).days < WEEK:
        return at
    first, last = at.first, at.last
    months = (last.year - first.year) * on.MONTHS + last.month - first.month + 1
    if months == 1:
        return third(Step("third", "is", {"start": 1, "mid": 2, "end": 3}[step.word]), at, anchor)
    if months <= on.MONTHS:
        return on.month_of(first.year, first.month + {"start": 0, "mid": months // 2 - 1, "end": months - 1}[step.word])
    years = last.year - first.year + 1
    part = 3 if years == 10 else max(years // 5, 1)
    begins = first.year + {"start": 0, "mid": (years - part) // 2, "end": years - part}[step.word]
    return on.years_of(begins, begins + part - 1, f"{begins:04}/{begins + part - 1:04}")


def week(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """上周, 第52周 of a year, 下半周."""
    if step.how == "nth":
        whole_year = at and at.first and at.last and (at.last - at.first).days > YEAR
        return on.week_number(at.first.year, step.n) if whole_year and at and at.first else None
    base = single_day(anchor.spoken_day if step.how == "spoken" else anchor.today)
    if base is None or step.how in ("first", "last"):
        return None
    day = on.shift(base, WEEK * step.n if step.how != "is" else 0)
    found = day and on.week_of(day)
    if not found or not found.first or not found.last or step.how != "is":
        return found or None
    middle = found.first + datetime.timedelta(HALF_WEEK)
    return on.days_of(found.first, middle - datetime.timedelta(1)) if step.n == 1 else on.days_of(middle, found.last)


def weekend(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """上周末."""
    base = at.first if at else single_day(anchor.today)
    day = on.shift(base, WEEK * step.n) if base else None
    return on.weekend_of(day) if day else None


def weekday(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """周五: of the week named before, else the nearest one; behind a date it only says what day that is."""
    if step.how == "nth":
        of = single_month(at)
        found = on.nth_weekday(*of, step.n, int(step.word)) if of else None
        return on.whole_day(found) if found else None
    if at:
        found = on.shift(at.first, step.n - 1) if at.first and "W" in at.value else None
        return on.whole_day(found) if found else at
    base = single_day(anchor.after) or single_day(anchor.today)
    if base is None:
        return None
    ahead = (step.n - base.isoweekday()) % WEEK
    found = on.shift(base, ahead if anchor.after or ahead <= HALF_WEEK else ahead - WEEK)
    return on.whole_day(found) if found else None


def day(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """26日, 昨天, 次日, 第一天, 前十天."""
    match step.how:
        case "shift" | "spoken":
            spoken = single_day(anchor.after) or single_day(anchor.spoken_day) if step.how == "spoken" else None
            base = spoken or single_day(anchor.today)
            found = on.shift(base, step.n) if base else None
            return on.whole_day(found) if found else None
        case "nth" | "first" | "last":
            return _days_within(step, at)
    if at is None:
        return _day_alone(step.n, anchor)
    if "/" in at.value:  # a month of the moon
        return _days_within(Step("day", "nth", step.n), at)
    of = single_month(at)
    if of is None:
        return None
    return lunar_day(*of, step.n) if step.word == "lunar" else on.day_of(*of, step.n)


def _days_within(step: Step, at: Stretch | None) -> Stretch | None:
    """The nth day of a stretch, or its first or last days."""
    if at is None or at.first is None or at.last is None:
        return None
    if step.how == "nth":
        found = at.last if step.n < 0 else on.shift(at.first, step.n - 1)
        return on.whole_day(found) if found and at.first <= found <= at.last else None
    other = on.shift(at.first, step.n - 1) if step.how == "first" else on.shift(at.last, 1 - step.n)
    if other is None:
        return None
    return on.days_of(at.first, other) if step.how == "first" else on.days_of(other, at.last)


def _day_alone(n: int, anchor: Anchor) -> Stretch | None:
    """26日: of the month of a day told in the sentence, else of the month that brings it near to the report's day."""
    if anchor.after and anchor.after.first:
        begins = anchor.after.first
        found = on.day_of(begins.year, begins.month, n)
        return found if found and found.first and found.first >= begins else _in_month(begins, 1, n)
    now = single_day(anchor.now)
    of = single_month(anchor.told_day) or (None if now else single_month(anchor.spoken) or single_month(anchor.now))
    if of:
        return on.day_of(*of, n)
    if now is None:
        return None
    same, others = _in_month(now, 0, n), [_in_month(now, offset, n) for offset in (-1, 1)]
    other = closest(now, others)
    # 30日 in the middle of a month is of that month rather than of the one before.
    if same and other and away(now, same) <= OWN_MONTH * away(now, other):
        return same
    return closest(now, (same, other))


def _in_month(of: datetime.date, offset: int, n: int) -> Stretch | None:
    known = single_month(on.month_of(of.year, of.month + offset))
    return on.day_of(*known, n) if known else None


def day_of_the_moon(step: Step, at: Stretch | None, _: Anchor) -> Stretch | None:
    """初八: of the month of the moon before it, or of the one of that number (三月初一)."""
    if at is None:
        return None
    of = single_month(at) if "/" not in at.value else None
    return lunar_day(*of, step.n) if of else _days_within(Step("day", "nth", step.n), at)


def festival(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """春节: of the year named before; behind a day it only says what day that is."""
    if single_day(at):
        return at
    year = year_of(at) or year_of(anchor.after)
    return festival_day(step.word, year) if year else nearest(anchor, lambda near: festival_day(step.word, near))


def some(_: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:  # noqa: ARG001
    """某日, 的一天: no day in particular of the stretch before."""
    return at
