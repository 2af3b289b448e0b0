"""Dates as the report means them: each laid on the calendar against the day of the report and the dates before it.

What a date is resolved against, in this order:

- ``published``, where it is given. Else the day that the report's head gives: its dateline (新华社北京11月26日电) or first
  day, with the year of an event (2021(第十六届)…) or of a full date there; or that full date, for what comes after it.
  Never the clock.
- 今天 and its like: the dateline's day where it is at most three days before publication; within quotation marks the
  last day spoken of, if that is as near; else the day of the report.
- 26日: the month of the last date in the same sentence, else the month that brings it nearest to the report's day.
- 11月, 国庆节: the year of the last date in the same sentence, else the report's year; one of the years around it where
  that would be more than nine months away. Where the report has no day, the year of the last date of the paragraph.
- 当天, 次日, 上午, 9时30分: the last day spoken of. 同年, 全年: the last year spoken of.
- The end of a range takes from its beginning whatever it leaves out.
"""

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import Date
from govner.values import calendar as on
from govner.values.calendar import Stretch
from govner.values.moments import Between, Length, Moment, Named, Reading, Recurring
from govner.values.anchor import Anchor, single_day
from govner.values.timeline import lay, lay_range

HEAD = 200
NEAR = 3


def resolve(page: Page, chosen: Sequence[Candidate]) -> tuple[list[Date], datetime.date | None]:
    """The dates of a report with their values, and the day they were resolved against, given or found in the text."""
    now, since = (on.whole_day(page.published), 0) if page.published else _own_day(page, chosen)
    known = Anchor(now=now, today=_centre(now, _dateline(page, chosen, now)))
    anchor = known if since == 0 else Anchor()
    starts = [start for start, _ in page.sentences]
    sentence = -1
    found: list[Date] = []
    for candidate in chosen:
        between = page.view[found[-1].end : candidate.start] if found else "."
        if between.strip(" ()"):
            anchor = replace(anchor, part="")
        at = bisect_right(starts, candidate.start)
        if anchor.now is not now and candidate.start > since:
            anchor = replace(anchor, now=known.now, today=known.today)
        if at != sentence:
            same = now or (found and "\n" not in page.view[found[-1].end : candidate.start])
            anchor, sentence = replace(anchor, told=None, spoken=anchor.spoken if same else None), at
        here = _in_quotation(page.view, candidate.start, anchor)
        date, spoken = _read(page, candidate, here)
        found.append(date)
        if spoken:
            anchor = _after(anchor, spoken)
    return found, single_day(now)


def _after(anchor: Anchor, spoken: Stretch) -> Anchor:
    """The anchor for what follows a date."""
    day = spoken._replace(part="", seconds=None) if single_day(spoken) else anchor.spoken_day
    return replace(anchor, spoken=spoken, told=spoken, spoken_day=day, part=spoken.part or anchor.part)


def _read(page: Page, candidate: Candidate, anchor: Anchor) -> tuple[Date, Stretch | None]:
    """The date that a candidate is, and the stretch that those after it may refer to."""
    leading = _counts_from_now(page.view, candidate.start)
    kind, at = _value(candidate.detail, anchor, leading=leading)
    text = page.text[candidate.start : candidate.end]
    value, first, last = (at.value, at.first, at.last) if at else (None, None, None)
    date = Date(
        text=text,
        start=candidate.start,
        end=candidate.end,
        rule=candidate.rule,
        kind=kind,
        value=value,
        first=first,
        last=last,
    )
    refers = isinstance(candidate.detail, Moment | Between) and at is not None and at.first is not None
    return date, at if refers else None


def _counts_from_now(view: str, start: int) -> bool:
    """Whether 三天后 there is counted from now: not from the event named right before it (发生三天后)."""
    return not view[start - 1 : start].isalpha() or view[start - 1] in "在于将约近他她我们到至从自由比较的"


def _value(detail: object, anchor: Anchor, *, leading: bool) -> tuple[str, Stretch | None]:
    """The kind of a reading and what it comes to; ``leading`` where nothing before it is what it is counted from."""
    match detail:
        case Moment():
            at = lay(detail, anchor)
            if at and at.value.endswith("_REF"):
                return "vague", at
            return ("range" if detail.tail else "point"), _opened(at, detail.tail)
        case Between():
            return "range", _opened(lay_range(detail, anchor), detail.tail)
        case Length(value, high, ""):
            return "duration", Stretch(f"{value}/{high}" if high else value, None, None)
        case Length():
            return "point", _counted(detail, anchor) if leading else None
        case Recurring(value):
            return "recurring", Stretch(value, None, None) if value else None
        case Named(value, vague):
            kind = "vague" if vague else "range"
            return kind, _named(value) if value else None
    return "point", None


def _opened(at: Stretch | None, tail: str) -> Stretch | None:
    if at is None or not tail:
        return at
    first, _, last = at.value.rpartition("/")
    if tail == "before":
        return Stretch(f"../{last}", None, at.last)
    return Stretch(f"{first or last}/..", at.first, None)


def _counted(length: Length, anchor: Anchor) -> Stretch | None:
    """三天后, 两年前: the day, month or year so far from the report's; hours and broken numbers have none."""
    amount = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", length.value)
    now = single_day(anchor.today)
    if "X" in length.value:
        return Stretch("PAST_REF" if length.tail == "before" else "FUTURE_REF", None, None)
    if not amount or not now or length.high:
        return None
    years, months, weeks, days = (int(n or 0) * (-1 if length.tail == "before" else 1) for n in amount.groups())
    if weeks or days:
        day = on.shift(now, weeks * 7 + days) if abs(weeks * 7 + days) < 10**6 else None
        return on.whole_day(day) if day and not (years or months) else None
    if months:
        return on.month_of(now.year + years, now.month + months)
    return on.year_of(now.year + years) if 0 < now.year + years <= datetime.MAXYEAR else None


def _named(value: str) -> Stretch:
    """A fixed value with its days: 2021/2025, 1978/.., PAST_REF."""
    first, _, last = value.partition("/")
    begin, end = _known(first), _known(last)
    return Stretch(value, begin and begin.first, end and end.last)


def _known(value: str) -> Stretch | None:
    parts = value.split("-")
    if not parts[0].isdecimal():
        return None
    return on.month_of(int(parts[0]), int(parts[1])) if len(parts) > 1 else on.year_of(int(parts[0]))


def _own_day(page: Page, chosen: Sequence[Candidate]) -> tuple[Stretch | None, int]:
    """The day that a report gives for itself, only its year where it gives no more; and from where on it holds."""
    year = next((at for c in chosen if c.start < HEAD and (at := _year(c))), None)
    full, where = next(((at, c.start) for c in chosen if c.start < HEAD and (at := _full_day(c.detail, Anchor()))), (None, 0))
    about = Anchor(now=year or (full and on.year_of(full.first.year) if full and full.first else None))
    if dateline := _dateline(page, chosen, about.now):
        return dateline, 0
    if full:
        return full, where
    return next((at for c in chosen if (at := _full_day(c.detail, about))), about.now), 0


def _year(candidate: Candidate) -> Stretch | None:
    """The year of an event named with it in the head."""
    if candidate.rule != "bare-year" or not isinstance(candidate.detail, Moment):
        return None
    return lay(candidate.detail, Anchor())


def _full_day(detail: object, anchor: Anchor) -> Stretch | None:
    """The day of a moment that names month and day."""
    if not isinstance(detail, Moment) or detail.tail:
        return None
    units = [(s.unit, s.how) for s in detail.steps[:3]]
    if ("month", "is") not in units or ("day", "is") not in units:
        return None
    at = lay(detail, anchor)
    day = single_day(at)
    return on.whole_day(day) if day else None


def _dateline(page: Page, chosen: Sequence[Candidate], now: Stretch | None) -> Stretch | None:
    """The day of the dateline: 新华社北京11月26日电."""
    for candidate in chosen:
        if candidate.start > HEAD * 3:
            break
        if _wired().match(page.view, candidate.end):
            return lay(candidate.detail, Anchor(now=now)) if isinstance(candidate.detail, Moment) else None
    return None


@lru_cache(maxsize=1)
def _wired() -> re.Pattern[str]:
    return re.compile("(?:专|急)?(?:电(?![力网视影动商话])|讯(?!息))|本报讯")


def _centre(now: Stretch | None, dateline: Stretch | None) -> Stretch | None:
    """The day that 今天 means: the dateline's where that is just before the report's own."""
    day, wired = single_day(now), single_day(dateline)
    return on.whole_day(wired) if day and wired and 0 <= (day - wired).days <= NEAR else now


def _in_quotation(view: str, start: int, anchor: Anchor) -> Anchor:
    """Within quotation marks 今天 is the day spoken of, where that is just before the report's."""
    day, spoken = single_day(anchor.now), single_day(anchor.spoken_day)
    if not day or not spoken or not 0 <= (day - spoken).days <= NEAR:
        return anchor
    opened = view.rfind("“", max(0, start - HEAD), start)
    if opened > view.rfind("”", max(0, start - HEAD), start) and opened > view.rfind("\n", max(0, start - HEAD), start):
        return replace(anchor, today=on.whole_day(spoken))
    return anchor
