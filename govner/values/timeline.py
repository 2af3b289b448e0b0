"""Moments laid on the calendar: each step narrows the stretch that the steps before it left."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import cast

from govner.values import calendar as on
from govner.values.calendar import Stretch
from govner.values.lunar import festival_day, lunar_day, lunar_month
from govner.values.moments import RANKS, Between, Moment, Step, Unit

# A month, a day or a festival without its year is the one of the same year, unless that is farther than nine months.
NINE_MONTHS = 270
HOUR, NOON = 3600, 12 * 3600
MORNING_AFTER = 5 * HOUR
CENTURY, DECADE = 100, 10
PIVOT = 2000


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a moment is laid on where it does not say enough itself; each may be unknown.

    ``now`` is the report's day (or only its year), ``today`` the day that 今天 means there, ``spoken`` the last date
    spoken of, ``spoken_day`` the last day, ``told`` the last date of the same sentence, ``after`` the first end of the
    range whose last end is being laid, ``part`` the part of the day that the date right before names (今晚(21日)8时).
    """

    now: Stretch | None = None
    today: Stretch | None = None
    spoken: Stretch | None = None
    spoken_day: Stretch | None = None
    told: Stretch | None = None
    after: Stretch | None = None
    part: str = ""


def lay(moment: Moment, anchor: Anchor) -> Stretch | None:
    """The stretch of time that a moment is, or None where it cannot be known or the calendar has no such day."""
    at = _lay(moment, anchor)
    if at is None and _leap_day(moment) and (now := single_day(anchor.now)):
        leap = min((year for year in range(now.year - 8, now.year + 9) if year % 4 == 0), key=lambda year: abs(year - now.year))
        return _lay(replace(moment, steps=(Step("year", "is", leap), *moment.steps)), anchor)
    return at


def _leap_day(moment: Moment) -> bool:
    """Whether it is a 29th of February without its year."""
    return moment.steps[:2] == (Step("month", "is", 2), Step("day", "is", 29))


def _lay(moment: Moment, anchor: Anchor) -> Stretch | None:
    at: Stretch | None = None
    for step in moment.steps:
        at = _NARROW[step.unit](step, at, anchor)
        if at is None:
            return None
    return at


def lay_range(between: Between, anchor: Anchor) -> Stretch | None:
    """The stretch from one moment to another, both included."""
    first = lay(between.first, anchor)
    if first is None:
        return None
    if between.last is None:
        return Stretch(f"{first.value}/..", first.first, None)
    last = lay(between.last, replace(anchor, after=first))
    if last is None:
        return None
    return Stretch(f"{first.value}/{last.value}", first.first, last.last)


Narrow = Callable[[Step, Stretch | None, Anchor], Stretch | None]


def single_day(at: Stretch | None) -> datetime.date | None:
    """The day of a stretch that is one day."""
    return at.first if at and at.first and at.first == at.last else None


def has_month(at: Stretch | None) -> bool:
    """Whether a stretch lies within one month."""
    return bool(at and at.first and at.last and (at.first.year, at.first.month) == (at.last.year, at.last.month))


def near(now: Stretch | None, choices: Iterable[tuple[int, Stretch | None]]) -> Stretch | None:
    """Of the same time in several years (0 the year of ``now``), that of the same year unless it is too far away."""
    if now is None or now.first is None:
        return None
    known = {offset: s for offset, s in choices if s and s.first}
    same = known.get(0)
    if now.first != now.last:
        return same
    if same and _distance(now, same) <= NINE_MONTHS:
        return same
    return min(known.values(), key=lambda s: _distance(now, s), default=None)


def _distance(now: Stretch, at: Stretch) -> int:
    day, first, last = cast("tuple[datetime.date, datetime.date, datetime.date]", (now.first, at.first, at.last))
    return max((first - day).days, (day - last).days, 0)


def _years(step: Step, anchor: Anchor) -> Stretch | None:
    return (anchor.spoken or anchor.now) if step.how == "spoken" else anchor.now


def _base_year(anchor: Anchor) -> int | None:
    """The year that a part of a year belongs to where none is named."""
    for at in (anchor.after, anchor.told if has_month(anchor.told) or not anchor.now else None, anchor.now, anchor.spoken):
        if at and at.first:
            return at.first.year
    return None


def _century(step: Step, _: Stretch | None, anchor: Anchor) -> Stretch | None:
    if step.how == "is":
        return on.century_of(step.n) if step.n > 0 else None
    base = _years(step, anchor)
    return on.century_of((base.first.year - 1) // CENTURY + 1 + step.n) if base and base.first else None


def _decade(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    if at and at.first:
        first = at.first.year // CENTURY * CENTURY + step.n
    else:
        now = anchor.after or anchor.now
        year = now.first.year if now and now.first else PIVOT - 1
        first = year // CENTURY * CENTURY + step.n
        first -= CENTURY if first > year else 0
    if step.word == "two":
        both = on.years_of(first, first + 2 * DECADE - 1, f"{first // DECADE}X/{first // DECADE + 1}X")
        return both
    return on.decade_of(first)


def _year(step: Step, _: Stretch | None, anchor: Anchor) -> Stretch | None:
    match step.how:
        case "is":
            return on.year_of(step.n) if step.n > 0 else None
        case "short":
            near_to = next((a.first.year for a in (anchor.after, anchor.now) if a and a.first), PIVOT)
            return on.year_of(min((1900 + step.n, 2000 + step.n), key=lambda y: abs(y - near_to)))
        case "told":
            if anchor.told and anchor.told.first and "-" not in anchor.told.value[:1]:
                return on.year_of(anchor.told.first.year + step.n)
            return Stretch("PAST_REF", None, None)
        case "nth":
            return None
    base = _years(step, anchor)
    return on.year_of(base.first.year + step.n) if base and base.first else None


def _zodiac(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    base = at or anchor.now
    if base is None or base.first is None:
        return None
    year = base.first.year
    return on.year_of(min(range(year - 6, year + 7), key=lambda y: ((y - 4) % 12 != step.n, abs(y - year), -y)))


def _half(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    year = at.first.year if at and at.first else _base_year(anchor)
    return on.half_of(year, step.n) if year else None


def _quarter(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    if step.how in ("shift", "spoken"):
        base = anchor.now if step.how == "shift" else anchor.spoken
        return on.quarter_of(base.first.year, (base.first.month + 2) // 3 + step.n) if base and has_month(base) and base.first else None
    year = at.first.year if at and at.first else _base_year(anchor)
    if not year or not 1 <= step.n <= 4:
        return None
    if step.how == "first":
        return _joined(on.quarter_of(year, 1), on.quarter_of(year, step.n))
    if step.how == "last":
        return _joined(on.quarter_of(year, 5 - step.n), on.quarter_of(year, 4))
    return on.quarter_of(year, step.n)


def _season(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    year = at.first.year if at and at.first else _base_year(anchor)
    return on.season_of(year, step.word) if year and step.word in on.SEASONS else None


def _month(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    if step.how in ("shift", "spoken"):
        base = (anchor.today or anchor.now) if step.how == "shift" else (anchor.spoken or anchor.now)
        return on.month_of(base.first.year, base.first.month + step.n) if has_month(base) and base and base.first else None
    if at and at.first and at.last:
        if step.how in ("first", "last") and at.last.year == at.first.year:
            return _months_within(at.first, at.last, step)
        return _of_year(at.first.year, step) if step.n <= on.MONTHS else None
    if step.how in ("first", "last"):
        year = on.year_of(_base_year(anchor) or 0)
        return _month(step, year, anchor) if year else None
    if step.how == "nth":
        return None
    after = anchor.after
    if after and after.first:
        month = on.month_of(after.first.year, step.n)
        return on.month_of(after.first.year + 1, step.n) if month and month.last and month.last < after.first else month
    if has_month(anchor.told) and anchor.told and anchor.told.first:
        return on.month_of(anchor.told.first.year, step.n)
    return _near_year(anchor, lambda year: on.month_of(year, step.n))


def _of_year(year: int, step: Step) -> Stretch | None:
    return on.month_of(year, step.n if step.n > 0 else on.MONTHS)


def _months_within(first: datetime.date, last: datetime.date, step: Step) -> Stretch | None:
    """前五个月, 最后四个月 of a year or a part of it."""
    if step.how == "first":
        return _joined(on.month_of(first.year, first.month), on.month_of(first.year, first.month + step.n - 1))
    return _joined(on.month_of(last.year, last.month - step.n + 1), on.month_of(last.year, last.month))


def _near_year(anchor: Anchor, of: Callable[[int], Stretch | None]) -> Stretch | None:
    """What ``of`` gives for the year of the report, or for one of the years around where that is nearer."""
    base = anchor.now or anchor.spoken
    if base is None or base.first is None:
        return None
    year = base.first.year
    if anchor.now is None:
        return of(year)
    return near(anchor.now, [(offset, of(year + offset)) for offset in (-1, 0, 1)])


def _lunar_month(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    if at and at.first:
        return lunar_month(at.first.year, step.n, leap=step.how == "leap")
    return _near_year(anchor, lambda year: lunar_month(year, step.n, leap=step.how == "leap"))


def _third(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    month = at or (anchor.told if has_month(anchor.told) else anchor.spoken)
    if not has_month(month) or not month or not month.first or not month.last:
        return None
    first, last = month.first, month.last
    day = {1: (1, 10), 2: (11, 20), 3: (21, 31), 12: (1, 20), 23: (11, 31)}[step.n]
    return on.days_of(first.replace(day=day[0]), min(last, first.replace(day=min(day[1], last.day))))


def _edge(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """The start, middle or end: of a year its first, sixth, last month; of a month its ten days; of others a fifth."""
    if at is None:
        base = anchor.spoken if anchor.now is None else anchor.now
        if base is None or base.first is None:
            return None
        at = on.month_of(base.first.year, base.first.month) if step.n == RANKS["month"] else on.year_of(base.first.year)
    if at is None or at.first is None or at.last is None:
        return None
    if (at.last - at.first).days < 7:
        return at
    months = (at.last.year - at.first.year) * 12 + at.last.month - at.first.month + 1
    if months == 1:
        return _third(Step("third", "is", {"start": 1, "mid": 2, "end": 3}[step.word]), at, anchor)
    if months <= 12:
        month = {"start": at.first.month, "mid": at.first.month + months // 2 - 1, "end": at.first.month + months - 1}
        return on.month_of(at.first.year, month[step.word])
    years = at.last.year - at.first.year + 1
    fifth = max(years // 5, 3 if years == DECADE else 1)
    first = {"start": at.first.year, "mid": at.first.year + (years - fifth) // 2, "end": at.last.year - fifth + 1}[step.word]
    return on.years_of(first, first + fifth - 1, f"{first:04}/{first + fifth - 1:04}")


def _week(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    if step.how == "nth":
        whole = bool(at and at.first and at.last and (at.last - at.first).days > 360)
        return on.week_number(at.first.year, step.n) if whole and at and at.first else None
    base = single_day(anchor.today if step.how != "spoken" else anchor.spoken_day)
    if base is None or step.how in ("first", "last"):
        return None
    day = on.shift(base, 7 * step.n if step.how != "is" else 0)
    week = day and on.week_of(day)
    if not week or not week.first or not week.last:
        return None
    if step.how != "is":
        return week
    middle = week.first + datetime.timedelta(3)
    return on.days_of(week.first, middle - datetime.timedelta(1)) if step.n == 1 else on.days_of(middle, week.last)


def _weekend(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    base = at.first if at and at.first else single_day(anchor.today)
    day = on.shift(base, 7 * step.n) if base else None
    return on.weekend_of(day) if day else None


def _weekday(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    if step.how == "nth" and at and at.first and has_month(at):
        day = on.nth_weekday(at.first.year, at.first.month, step.n, "一二三四五六日天".index(step.word) % 7 + 1)
        return on.whole_day(day) if day else None
    if step.how == "nth":
        return None
    if at:
        return on.whole_day(at.first + datetime.timedelta(step.n - 1)) if at.first and "W" in at.value else at
    base = single_day(anchor.after) or single_day(anchor.today)
    if base is None:
        return None
    ahead = (step.n - base.isoweekday()) % 7
    if not anchor.after and ahead > 3:
        ahead -= 7
    day = on.shift(base, ahead)
    return on.whole_day(day) if day else None


def _day(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    match step.how:
        case "shift" | "spoken":
            if step.how == "shift":
                base = single_day(anchor.today)
            else:
                base = single_day(anchor.after) or single_day(anchor.spoken_day) or single_day(anchor.today)
            day = on.shift(base, step.n) if base else None
            return on.whole_day(day) if day else None
        case "nth" | "first" | "last":
            return _days_within(step, at)
    if at and "/" in at.value:
        return _days_within(Step("day", "nth", step.n), at)
    if at:
        if not has_month(at) or not at.first:
            return None
        year, month = at.first.year, at.first.month
        return lunar_day(year, month, step.n) if step.word == "lunar" else on.day_of(year, month, step.n)
    return _day_alone(step.n, anchor)


def _days_within(step: Step, at: Stretch | None) -> Stretch | None:
    if not at or not at.first or not at.last:
        return None
    if step.how == "nth":
        day = at.last if step.n < 0 else at.first + datetime.timedelta(step.n - 1)
        return on.whole_day(day) if at.first <= day <= at.last else None
    offset = datetime.timedelta(step.n - 1)
    return on.days_of(at.first, at.first + offset) if step.how == "first" else on.days_of(at.last - offset, at.last)


def _day_alone(n: int, anchor: Anchor) -> Stretch | None:
    """26日: of the month spoken of in the sentence, else of the month that brings it nearest to the report's day."""
    after = anchor.after
    if after and after.first:
        day = on.day_of(after.first.year, after.first.month, n)
        return day if day and day.first and day.first >= after.first else _in_month(after.first.year, after.first.month + 1, n)
    told = anchor.told if has_month(anchor.told) else None
    month = told or (None if single_day(anchor.now) else anchor.spoken if has_month(anchor.spoken) else anchor.now)
    if month and month.first and has_month(month):
        return on.day_of(month.first.year, month.first.month, n)
    now = single_day(anchor.now)
    if now is None:
        return None
    days = [d for offset in (-1, 0, 1) if (d := _in_month(now.year, now.month + offset, n)) and d.first]
    return min(days, key=lambda d: (abs((cast("datetime.date", d.first) - now).days), d.first), default=None)


def _in_month(year: int, month: int, day: int) -> Stretch | None:
    of = on.month_of(year, month)
    return on.day_of(of.first.year, of.first.month, day) if of and of.first else None


def _lunar_day(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    if at is None or at.first is None or at.last is None:
        return None
    if at.value.count("-") == 1 and has_month(at):
        return lunar_day(at.first.year, at.first.month, step.n)
    return _days_within(Step("day", "nth", step.n), at)


def _festival(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    if at and at.first:
        return at if single_day(at) else festival_day(step.word, at.first.year)
    if anchor.after and anchor.after.first:
        return festival_day(step.word, anchor.after.first.year)
    return _near_year(anchor, lambda year: festival_day(step.word, year))


def _some(_: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    return at


def _day_of_time(at: Stretch | None, anchor: Anchor) -> Stretch | None:
    """The day that a time of day belongs to: the one named with it, else the last one spoken of, else the report's."""
    if at:
        return at
    if anchor.after:
        return anchor.after._replace(seconds=None)
    if anchor.told and not single_day(anchor.told):
        return None
    spoken, now = anchor.spoken_day, anchor.now
    if single_day(spoken) and (single_day(now) is None or spoken == anchor.told or (now and spoken and _distance(now, spoken) <= 31)):
        return spoken
    return now if single_day(now) else None


def _part(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    day = _day_of_time(at, anchor)
    if day is None or not day.first:
        return Stretch(f"T{step.word}", None, None, step.word)
    if not single_day(day):
        return day._replace(part=step.word)
    return Stretch(f"{_date(day)}T{step.word}", day.first, day.last, step.word)


def _clock(step: Step, at: Stretch | None, anchor: Anchor) -> Stretch | None:
    day = _day_of_time(at, anchor)
    part = day.part if day and (at or anchor.after) else anchor.part
    seconds = _by_part(step.n, step.word.rstrip(":") or part)
    if anchor.after and not at and anchor.after.seconds is not None and seconds < anchor.after.seconds and step.n < NOON <= anchor.after.seconds:
        seconds += NOON if seconds + NOON > anchor.after.seconds and part in ("AF", "EV") else 0
    clock = f"{seconds // HOUR:02}:{seconds // 60 % 60:02}" + (f":{seconds % 60:02}" if step.word.endswith(":") else "")
    if day is None or not day.first:
        return Stretch(f"T{clock}", None, None, part, seconds)
    if not single_day(day):
        return day
    date = day.first
    if anchor.after and not at and anchor.after.seconds is not None and seconds < anchor.after.seconds:
        date = on.shift(date, 1) or date
    return Stretch(f"{date}T{clock}", date, date, part, seconds)


def _by_part(seconds: int, part: str) -> int:
    """A time on a twelve-hour clock as one of twenty-four: 下午3点 is 15:00, 晚上12点 is 24:00, 凌晨12点 is 00:00."""
    late = part in ("AF", "EV", "PM") or (part == "MI" and seconds < MORNING_AFTER)
    if late and seconds < NOON:
        return seconds + NOON
    night = part == "NI" and 7 * HOUR <= seconds < NOON
    if night or (part in ("EV", "NI") and NOON <= seconds < NOON + HOUR):
        return seconds + NOON
    return seconds - NOON if part == "AM" and seconds >= NOON else seconds


def _date(day: Stretch) -> str:
    return cast("datetime.date", day.first).isoformat()


def _joined(first: Stretch | None, last: Stretch | None) -> Stretch | None:
    return on.days_of(first.first, last.last) if first and last and first.first and last.last else None


_NARROW: dict[Unit, Narrow] = {
    "century": _century, "decade": _decade, "year": _year, "zodiac": _zodiac, "half": _half, "quarter": _quarter,
    "season": _season, "month": _month, "lunar-month": _lunar_month, "third": _third, "edge": _edge, "week": _week,
    "weekend": _weekend, "weekday": _weekday, "day": _day, "lunar-day": _lunar_day, "festival": _festival,
    "some": _some, "part": _part, "clock": _clock,
}  # fmt: skip
