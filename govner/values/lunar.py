"""Days that the calendar moves: lunar dates, solar terms, Easter, Islamic feasts, and the festivals built on them."""

import datetime
from functools import lru_cache
from typing import NamedTuple

from govner.lexicon.tables import table
from govner.values.calendar import Stretch, day_of, nth_weekday, shift, whole_day

# The civil Islamic calendar: 1 Muharram of the year 1 is this ordinal of the proleptic Gregorian calendar.
HIJRI_EPOCH = 227015
BEFORE_COMMON_ERA = 579


class LunarYear(NamedTuple):
    """One year of the Chinese calendar: its first day, the number of its leap month or 0, and its months' lengths."""

    first: datetime.date
    leap: int
    lengths: tuple[int, ...]


@lru_cache(maxsize=1)
def lunar_years() -> dict[int, LunarYear]:
    """The lunar years that the table has, 1900 to 2100."""
    return {
        int(year): LunarYear(datetime.date.fromisoformat(first), int(leap), tuple(map(int, lengths.split())))
        for year, first, leap, lengths in table("dates/lunar").rows
    }


@lru_cache(maxsize=1)
def solar_terms() -> dict[str, dict[int, str]]:
    """The day (MM-DD) of each solar term in each year that the table has."""
    found = table("dates/solar_terms")
    years = [int(year) for year in found.column("year")]
    return {term: dict(zip(years, found.column(term), strict=True)) for term in found.columns[1:]}


def lunar_month(year: int, month: int, *, leap: bool = False) -> Stretch | None:
    """The days of a lunar month: 腊月 of 2022 is 2022-12-23/2023-01-21. None where the year has no such month."""
    known = lunar_years().get(year)
    if known is None or not 1 <= month <= 12 or (leap and known.leap != month):
        return None
    index = month - 1 + (1 if leap or 0 < known.leap < month else 0)
    first = known.first + datetime.timedelta(sum(known.lengths[:index]))
    last = first + datetime.timedelta(known.lengths[index] - 1)
    return Stretch(f"{first}/{last}", first, last)


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> Stretch | None:
    """The calendar day of a lunar date; None where the month has no such day."""
    days = lunar_month(year, month, leap=leap)
    if days is None or days.first is None or days.last is None or not 1 <= day <= (days.last - days.first).days + 1:
        return None
    return whole_day(days.first + datetime.timedelta(day - 1))


def festival_day(rule: str, year: int) -> Stretch | None:
    """The day in ``year`` that a rule of ``lexicons/dates/festivals.tsv`` gives; None where it gives none.

    >>> festival_day("11 4 4", 2019).value, festival_day("lunar eve", 2021).value
    ('2019-11-28', '2021-02-11')
    """
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return None
    kind, _, rest = rule.partition(" ")
    match kind:
        case "lunar" if rest == "eve":
            known = lunar_years().get(year)
            found = known.first - datetime.timedelta(1) if known else None
        case "lunar":
            return lunar_day(year, *map(int, rest.split("-")))
        case "term":
            day = solar_terms()[rest].get(year)
            return day_of(year, *map(int, day.split("-"))) if day else None
        case "easter":
            found = shift(_easter(year), int(rest)) if year > BEFORE_COMMON_ERA else None
        case "hijri":
            found = _hijri(year, *map(int, rest.split("-")))
        case _ if rest:
            nth, weekday = map(int, rest.split())
            found = nth_weekday(year, int(kind), nth, weekday)
        case _:
            return day_of(year, *map(int, kind.split("-")))
    return whole_day(found) if found else None


def _easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped, shifted = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, years = divmod(rest, 4)
    sunday = (32 + 2 * shifted + 2 * quarter - moon - years) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def _hijri(year: int, month: int, day: int) -> datetime.date | None:
    """The day of the Gregorian year on which a day of the civil Islamic calendar falls first, or None."""
    about = (year - 622) * 33 // 32
    for islamic in range(max(about - 1, 1), about + 3):
        ordinal = HIJRI_EPOCH + (islamic - 1) * 354 + (3 + 11 * islamic) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
        if 1 <= ordinal <= datetime.date.max.toordinal() and datetime.date.fromordinal(ordinal).year == year:
            return datetime.date.fromordinal(ordinal)
    return None
