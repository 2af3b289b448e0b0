"""What a moment is laid on where it does not say enough itself."""

import datetime
from collections.abc import Callable, Iterable
from typing import NamedTuple

from govner.values import calendar as on
from govner.values.calendar import Stretch

# A month, a day or a festival without its year is that of the same year, unless it is farther away than nine months.
NINE_MONTHS = 270


class Anchor(NamedTuple):
    """The dates that others are counted from; each may be unknown.

    ``now`` is the report's day (or only its year), ``today`` the day that 今天 means there, ``spoken`` the last date
    spoken of, ``spoken_day`` the last day, ``told`` the last date of the same sentence, ``told_day`` the last one there
    that names month and day. ``after`` is the first end of the range whose last end is being laid, ``part`` the part of
    the day that the date right before names (今晚(21日)8时).
    """

    now: Stretch | None = None
    today: Stretch | None = None
    spoken: Stretch | None = None
    spoken_day: Stretch | None = None
    told: Stretch | None = None
    told_day: Stretch | None = None
    after: Stretch | None = None
    part: str = ""


def single_day(at: Stretch | None) -> datetime.date | None:
    """The day of a stretch that is one day."""
    return at.first if at and at.first and at.first == at.last else None


def single_month(at: Stretch | None) -> tuple[int, int] | None:
    """The year and month of a stretch that lies within one month."""
    if at is None or at.first is None or at.last is None:
        return None
    month = at.first.year, at.first.month
    return month if month == (at.last.year, at.last.month) else None


def year_of(at: Stretch | None) -> int | None:
    """The year that a stretch begins in."""
    return at.first.year if at and at.first else None


def own_year(anchor: Anchor) -> int | None:
    """The year that a part of a year belongs to where it names none."""
    told = anchor.told if single_month(anchor.told) or not anchor.now else None
    return next((year for at in (anchor.after, told, anchor.now, anchor.spoken) if (year := year_of(at))), None)


def nearest(anchor: Anchor, of: Callable[[int], Stretch | None]) -> Stretch | None:
    """What ``of`` gives for the year of the report, or for a year beside it where that is much nearer to its day."""
    year = year_of(anchor.now)
    if year is None:
        spoken = year_of(anchor.spoken)
        return of(spoken) if spoken else None
    day, same = single_day(anchor.now), of(year)
    if day is None or (same and away(day, same) <= NINE_MONTHS):
        return same
    return closest(day, (same, of(year - 1), of(year + 1)))


def closest(day: datetime.date, choices: Iterable[Stretch | None]) -> Stretch | None:
    """The stretch that is closest to a day; of two as close the first one."""
    known = [choice for choice in choices if choice and choice.first]
    return min(known, key=lambda choice: away(day, choice), default=None)


def away(day: datetime.date, at: Stretch) -> int:
    """How many days a stretch is away from a day; 0 where it holds it."""
    if at.first is None or at.last is None:
        return 0
    return max((at.first - day).days, (day - at.last).days, 0)


def joined(first: Stretch | None, last: Stretch | None) -> Stretch | None:
    """The days from the beginning of one stretch to the end of another."""
    return on.days_of(first.first, last.last) if first and last and first.first and last.last else None
