"""The day of a report: given, or read from its dateline and its head."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.values import calendar as on
from govner.values.anchor import Anchor, single_day
from govner.values.calendar import Stretch
from govner.values.moments import Moment
from govner.values.timeline import lay

HEAD = 200
DATELINE = 600
JUST_BEFORE = 3


class ReportDay(NamedTuple):
    """``now`` is the report's day or its year, ``today`` the day of 今天; both hold from ``since`` on."""

    now: Stretch | None
    today: Stretch | None
    since: int = 0


def report_day(page: Page, chosen: Sequence[Candidate]) -> ReportDay:
    """The day given, else the one that the head gives; 今天 is the dateline's day where that is just before."""
    if page.published is None:
        return _own_day(page, chosen)
    now = on.whole_day(page.published)
    dateline = _dateline(page, chosen, now)
    return ReportDay(now, dateline if just_before(dateline, now) else now)


def just_before(day: Stretch | None, now: Stretch | None) -> bool:
    """Whether a day is the other one or at most three days before it."""
    first, last = single_day(day), single_day(now)
    return bool(first and last and 0 <= (last - first).days <= JUST_BEFORE)


def _own_day(page: Page, chosen: Sequence[Candidate]) -> ReportDay:
    head = [candidate for candidate in chosen if candidate.start < HEAD]
    events = (c.detail for c in head if c.rule == "bare-year" and isinstance(c.detail, Moment))
    event = next((lay(year, Anchor()) for year in events), None)
    full, since = next(((day, c.start) for c in head if (day := _named_day(c, Anchor()))), (None, 0))
    about = event or (on.year_of(full.first.year) if full and full.first else None)
    if dateline := _dateline(page, chosen, about):
        return ReportDay(dateline, dateline)
    if full:
        return ReportDay(full, full, since)
    if about is None:
        return ReportDay(None, None)
    first = next((day for c in chosen if (day := _named_day(c, Anchor(now=about)))), about)
    return ReportDay(first, first)


def _named_day(candidate: Candidate, anchor: Anchor) -> Stretch | None:
    """The day of a moment that names month and day."""
    moment = candidate.detail
    if not isinstance(moment, Moment) or moment.tail:
        return None
    named = {step.unit for step in moment.steps if step.how == "is"}
    day = single_day(lay(moment, anchor)) if {"month", "day"} <= named else None
    return on.whole_day(day) if day else None


def _dateline(page: Page, chosen: Sequence[Candidate], now: Stretch | None) -> Stretch | None:
    """The day of the dateline: 新华社北京11月26日电."""
    for candidate in chosen:
        if candidate.start > DATELINE:
            break
        if _wired().match(page.view, candidate.end):
            day = single_day(lay(candidate.detail, Anchor(now=now))) if isinstance(candidate.detail, Moment) else None
            return on.whole_day(day) if day else None
    return None


@lru_cache(maxsize=1)
def _wired() -> re.Pattern[str]:
    return re.compile("(?:专|急)?(?:电(?![力网视影动商话子])|讯(?!息))")
