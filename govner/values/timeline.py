"""Moments laid on the calendar: each step narrows the stretch that the steps before it left."""

from collections.abc import Callable

from govner.values import days, hours, years
from govner.values.anchor import Anchor, single_day, single_month
from govner.values.calendar import Stretch
from govner.values.moments import Between, Moment, Step, Unit

LEAP_DAY = (Step("month", "is", 2), Step("day", "is", 29))
LEAP = 8


def lay(moment: Moment, anchor: Anchor) -> Stretch | None:
    """The stretch of time that a moment is, or None where it cannot be known or the calendar has no such day."""
    at = _lay(moment.steps, anchor)
    now = single_day(anchor.now)
    if at is None and now and moment.steps[:2] == LEAP_DAY:
        nearby = (year for year in range(now.year - LEAP, now.year + LEAP + 1) if year % 4 == 0)
        leap = Step("year", "is", min(nearby, key=lambda year: abs(year - now.year)))
        return _lay((leap, *moment.steps), anchor)
    return at


def lay_range(between: Between, anchor: Anchor) -> Stretch | None:
    """The stretch from one moment to another, both included; what the last leaves out it takes from the first.

    None where one is unknown or the last is before the first.
    """
    first = _before(between, anchor) or lay(between.first, anchor)
    if first is None:
        return None
    if between.last is None:
        return Stretch(f"{first.value}/..", first.first, None)
    last = lay(between.last, anchor._replace(after=first))
    if last is None or (first.first and last.last and last.last < first.first):
        return None
    begins, ends = first.value.partition("/")[0], last.value.rpartition("/")[2]
    return Stretch(f"{begins}/{ends}", first.first, last.last)


def _before(between: Between, anchor: Anchor) -> Stretch | None:
    """The first end of a range of months without a year: 1至11月 said in December is of the year of that November."""
    ends = [step for end in (between.first, between.last) if end for step in end.steps]
    if [(step.unit, step.how) for step in ends] != [("month", "is")] * 2 or single_month(anchor.told):
        return None
    last = lay(between.last, anchor) if between.last else None
    if last is None or last.first is None:
        return None
    year = last.first.year - (ends[0].n > ends[1].n)
    return lay(Moment((Step("year", "is", year), *between.first.steps)), anchor)


def _lay(steps: tuple[Step, ...], anchor: Anchor) -> Stretch | None:
    at: Stretch | None = None
    for step in steps:
        at = NARROWED[step.unit](step, at, anchor)
        if at is None:
            return None
    return at


NARROWED: dict[Unit, Callable[[Step, Stretch | None, Anchor], Stretch | None]] = {
    "century": years.century,
    "decade": years.decade,
    "year": years.year,
    "zodiac": years.zodiac,
    "half": years.half,
    "quarter": years.quarter,
    "season": years.season,
    "edge": days.edge,
    "month": days.month,
    "lunar-month": days.month_of_the_moon,
    "third": days.third,
    "week": days.week,
    "weekend": days.weekend,
    "weekday": days.weekday,
    "day": days.day,
    "lunar-day": days.day_of_the_moon,
    "festival": days.festival,
    "some": days.some,
    "part": hours.part,
    "clock": hours.clock,
}
"""How each unit narrows a stretch (None before the first step)."""
