"""Dates as the report means them: each laid on the calendar against the day of the report and the dates before it.

- The day of the report is ``published``, where it is given. Else it is what the report's head gives: its dateline
  (新华社北京11月26日电) or first day, with the year of an event (2021(第十六届)…) or of a full date there; or that full
  date, for what comes after it. Never the clock.
- 今天 and its like: the dateline's day where it is at most three days before publication; within quotation marks the
  last day spoken of, if that is as near; else the day of the report.
- 26日: the month of the last day named with its month in the same sentence, else the report's month; the one before or
  after it where that brings the day much nearer.
- 11月, 国庆节: the year of the last date in the same sentence, else the report's year; one of the years around it where
  that would be more than nine months away. Where the report has no day, the year of the paragraph's last date.
- 当天, 次日, 上午, 9时30分: the last day spoken of. 同年, 全年: the last year spoken of.
- 三天后, 两年前: from the report's day, unless an event right before it is what it counts from.
- The end of a range takes from its beginning whatever it leaves out.
"""

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import Date
from govner.resolve.report_day import ReportDay, just_before, report_day
from govner.values import calendar as on
from govner.values.anchor import Anchor, single_day
from govner.values.calendar import Stretch
from govner.values.moments import Between, Length, Moment, Named, Recurring
from govner.values.timeline import lay, lay_range

QUOTATION = 200
COUNTED_FROM_NOW = frozenset("在于将约近他她我们到至从自由比较的")


def resolve(page: Page, chosen: Sequence[Candidate]) -> tuple[list[Date], datetime.date | None]:
    """The dates of a report with their values, and the day they were resolved against, given or found in the text."""
    if not chosen:
        return [], page.published
    report = report_day(page, chosen)
    anchor, dates = Anchor(), list[Date]()
    last = Date(text="", start=0, end=0, rule="")
    for candidate in chosen:
        anchor = _moved(page, anchor, report, last, candidate)
        kind, at = _value(candidate.detail, _quoted(page.view, candidate.start, anchor))
        if isinstance(candidate.detail, Length) and kind == "point" and not _from_now(page.view, candidate.start):
            at = None
        last = _date(page, candidate, kind, at)
        dates.append(last)
        if at and at.first and isinstance(candidate.detail, Moment | Between):
            day = at._replace(part="", seconds=None) if single_day(at) else anchor.spoken_day
            told_day = at if _names_day(candidate.detail) else anchor.told_day
            part = at.part or anchor.part
            anchor = anchor._replace(spoken=at, spoken_day=day, told=at, told_day=told_day, part=part)
    return dates, single_day(report.now)


def _names_day(detail: Moment | Between) -> bool:
    """Whether a date names month and day: 9月3日, 本月3日, 9月3日至5日; the month of 5日 behind it is the same."""
    units = {step.unit for step in (detail if isinstance(detail, Moment) else detail.first).steps}
    return {"month", "day"} <= units


def _moved(page: Page, anchor: Anchor, report: ReportDay, last: Date, candidate: Candidate) -> Anchor:
    """The anchor at a candidate: what was told in another sentence is no longer, nor a part of the day named afar."""
    between = page.view[last.end : candidate.start]
    if candidate.start >= report.since:
        anchor = anchor._replace(now=report.now, today=report.today)
    if between.strip(" ()"):
        anchor = anchor._replace(part="")
    told = anchor.told or anchor.told_day
    if told and _sentence(page, last.start) != _sentence(page, candidate.start):
        anchor = anchor._replace(told=None, told_day=None)
    if report.now is None and "\n" in between:
        anchor = anchor._replace(spoken=None)
    return anchor


def _sentence(page: Page, place: int) -> int:
    return bisect_right(page.sentences, place, key=itemgetter(0))


def _quoted(view: str, start: int, anchor: Anchor) -> Anchor:
    """Within quotation marks 今天 is the day spoken of, where that is just before the report's."""
    if not just_before(anchor.spoken_day, anchor.now):
        return anchor
    begins = max(0, start - QUOTATION)
    opened = view.rfind("“", begins, start)
    if opened <= max(view.rfind("”", begins, start), view.rfind("\n", begins, start)):
        return anchor
    return anchor._replace(today=anchor.spoken_day)


def _date(page: Page, candidate: Candidate, kind: str, at: Stretch | None) -> Date:
    value, first, last = (at.value, at.first, at.last) if at else (None, None, None)
    text = page.text[candidate.start : candidate.end]
    return Date(
        text=text,
        start=candidate.start,
        end=candidate.end,
        rule=candidate.rule,
        kind=kind,
        value=value,
        first=first,
        last=last,
    )


def _value(detail: object, anchor: Anchor) -> tuple[str, Stretch | None]:
    """The kind of a reading and what it comes to; a point without value where it is no reading of ours."""
    kind, at = "point", None
    match detail:
        case Moment(_, tail):
            at = _opened(lay(detail, anchor), tail)
            kind = "range" if tail else "vague" if at and at.value.endswith("_REF") else "point"
        case Between(_, _, tail):
            kind, at = "range", _opened(lay_range(detail, anchor), tail)
        case Length(value, high, ""):
            kind, at = "duration", Stretch(f"{value}/{high}" if high else value, None, None) if value else None
        case Length():
            at = _counted(detail, single_day(anchor.today))
        case Recurring(value):
            kind, at = "recurring", Stretch(value, None, None) if value else None
        case Named(value, vague):
            kind, at = "vague" if vague else "range", _named(value) if value else None
    return kind, at


def _opened(at: Stretch | None, tail: str) -> Stretch | None:
    """A stretch that its tail opens: 4月以来 is 2025-04/.., 年底前 ../2025-12."""
    if at is None or not tail or at.value.endswith("_REF"):
        return at
    first, _, last = at.value.rpartition("/")
    if tail == "before":
        return Stretch(f"../{last}", None, at.last)
    return Stretch(f"{first or last}/..", at.first, None)


def _from_now(view: str, start: int) -> bool:
    """Whether 三天后 there is counted from now: not from an event named right before it (发生三天后)."""
    return not view[start - 1 : start].isalpha() or view[start - 1] in COUNTED_FROM_NOW


def _counted(length: Length, today: datetime.date | None) -> Stretch | None:
    """三天后, 两年前: the day, month or year so far from the report's; hours and broken numbers have none."""
    if length.value is None:
        return None
    back = length.tail == "before"
    if "X" in length.value:
        return Stretch("PAST_REF" if back else "FUTURE_REF", None, None)
    amount = re.fullmatch(r"P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?", length.value)
    if amount is None or today is None or length.high:
        return None
    years, months, weeks, days = (int(n or 0) * (-1 if back else 1) for n in amount.groups())
    if weeks or days:
        day = on.shift(today, 7 * weeks + days)
        return on.whole_day(day) if day and not (years or months) else None
    return on.month_of(today.year + years, today.month + months) if months else on.year_of(today.year + years)


def _named(value: str) -> Stretch:
    """A fixed value with its days: 2021/2025, 1978/.., PAST_REF."""
    first, _, last = value.partition("/")
    begins, ends = _known(first), _known(last)
    return Stretch(value, begins.first if begins else None, ends.last if ends else None)


def _known(value: str) -> Stretch | None:
    year, _, month = value.partition("-")
    if not year.isdecimal():
        return None
    return on.month_of(int(year), int(month)) if month else on.year_of(int(year))
