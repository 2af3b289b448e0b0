"""Small date numerals, and stretches of the calendar with their TIMEX3 names."""

import calendar
import datetime
from functools import lru_cache
from typing import NamedTuple

FORMS = ("零〇○", "一", "二两俩", "三", "四", "五", "六", "七", "八", "九")
DIGITS = {character: digit for digit, form in enumerate(FORMS) for character in form}
PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
TENS = {"廿": 20, "卅": 30}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS, DAYS = 12, 31


@lru_cache(maxsize=1 << 12)
def number(text: str) -> int:
    """The whole number that a short numeral means: 26, 二十六, 廿六, 初八, 一九九七, 二千零五, 两万四千, 2000万.

    >>> number("二十六"), number("一九九七"), number("二千零五"), number("2000万")
    (26, 1997, 2005, 20000000)
    """
    total = group = digit = 0
    placed = not any(c in PLACES or c in TENS for c in text)
    for c in text:
        if c.isdecimal() or c in DIGITS:
            value = int(c) if c.isdecimal() else DIGITS[c]
            digit = digit * 10 + value if placed or c.isdecimal() else value
        elif c in TENS:
            group += TENS[c]
        elif c in ("万", "亿"):
            total, group, digit = (total + (group + digit or 1)) * PLACES[c], 0, 0
        elif c in PLACES:
            group, digit = group + (digit or 1) * PLACES[c], 0
    return total + group + digit


class Stretch(NamedTuple):
    """Some time on the calendar: its TIMEX3 ``value`` and the days it spans, None where it is open or has no day.

    ``part`` is a part of the day (MO …), ``seconds`` a time of day counted from midnight.
    """

    value: str
    first: datetime.date | None
    last: datetime.date | None
    part: str = ""
    seconds: int | None = None


def whole_day(day: datetime.date) -> Stretch:
    """One day: 2021-11-26."""
    return Stretch(day.isoformat(), day, day)


def day_of(year: int, month: int, day: int) -> Stretch | None:
    """The day of that date, or None where the calendar has none (2月30日)."""
    try:
        return whole_day(datetime.date(year, month, day))
    except ValueError:
        return None


@lru_cache(maxsize=1 << 12)
def months_of(year: int, month: int, count: int, value: str) -> Stretch | None:
    """``count`` months from the first of ``month`` on; None outside the years 1 to 9999."""
    year, month = year + (month - 1) // MONTHS, (month - 1) % MONTHS + 1
    end = month + count - 1
    last_year, last_month = year + (end - 1) // MONTHS, (end - 1) % MONTHS + 1
    if year < datetime.MINYEAR or last_year > datetime.MAXYEAR:
        return None
    last = calendar.monthrange(last_year, last_month)[1]
    return Stretch(value, datetime.date(year, month, 1), datetime.date(last_year, last_month, last))


def year_of(year: int) -> Stretch | None:
    """A year: 2021."""
    return months_of(year, 1, MONTHS, f"{year:04}")


def years_of(first: int, last: int, value: str) -> Stretch | None:
    """Several whole years, under the name given; years before the common era have no days."""
    if first < datetime.MINYEAR or last > datetime.MAXYEAR:
        return None
    return Stretch(value, datetime.date(first, 1, 1), datetime.date(last, 12, 31))


def month_of(year: int, month: int) -> Stretch | None:
    """A month of a year: 2021-11. Months below 1 and above 12 belong to the years around."""
    year, month = year + (month - 1) // MONTHS, (month - 1) % MONTHS + 1
    return months_of(year, month, 1, f"{year:04}-{month:02}")


def quarter_of(year: int, quarter: int) -> Stretch | None:
    """A quarter: 2021-Q3. Quarters below 1 and above 4 belong to the years around."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return months_of(year, quarter * 3 - 2, 3, f"{year:04}-Q{quarter}")


def half_of(year: int, half: int) -> Stretch | None:
    """Half a year: 2021-H1."""
    return months_of(year, half * 6 - 5, 6, f"{year:04}-H{half}")


def season_of(year: int, season: str) -> Stretch | None:
    """A season, SP SU FA or WI: 2021-SP is March to May, 2021-WI December to February."""
    return months_of(year, SEASONS[season], 3, f"{year:04}-{season}")


def decade_of(year: int) -> Stretch | None:
    """The ten years from ``year`` on: 198X."""
    return years_of(year, year + 9, f"{year // 10:03}X")


def century_of(number: int) -> Stretch | None:
    """The century of that ordinal, named by its first digits: the 20th is 19XX."""
    first = (number - 1) * 100
    return years_of(first or 1, first + 99, f"{number - 1:02}XX")


def week_of(day: datetime.date) -> Stretch | None:
    """The ISO week that holds a day: 2021-W47."""
    year, week, weekday = day.isocalendar()
    return _days(day, 1 - weekday, 7, f"{year:04}-W{week:02}")


def week_number(year: int, week: int) -> Stretch | None:
    """The ISO week of that number: 2021-W47."""
    try:
        return week_of(datetime.date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def weekend_of(day: datetime.date) -> Stretch | None:
    """Saturday and Sunday of the ISO week that holds a day: 2021-W47-WE."""
    year, week, weekday = day.isocalendar()
    return _days(day, 6 - weekday, 2, f"{year:04}-W{week:02}-WE")


def days_of(first: datetime.date, last: datetime.date) -> Stretch:
    """The days from one to another, named by the coarsest calendar unit that they are, else as a range."""
    whole = (first.day, last) == (1, months_last(last))
    if whole and (first.month, last.month) == (1, MONTHS):
        value = f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    elif whole and (first.year, first.month) == (last.year, last.month):
        value = first.isoformat()[:7]
    elif whole:
        value = f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
    else:
        value = first.isoformat() if first == last else f"{first}/{last}"
    return Stretch(value, first, last)


def months_last(day: datetime.date) -> datetime.date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def shift(day: datetime.date, days: int) -> datetime.date | None:
    """The day so many days later, or None outside the years 1 to 9999."""
    try:
        return day + datetime.timedelta(days)
    except OverflowError:
        return None


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> datetime.date | None:
    """The nth Monday (1) … Sunday (7) of a month; the last one where ``nth`` is -1; None where there is none."""
    length = calendar.monthrange(year, month)[1]
    first = datetime.date(year, month, 1)
    days = [d for d in range(1, length + 1) if (first.weekday() + d - 1) % 7 == weekday - 1]
    try:
        return first.replace(day=days[nth - 1 if nth > 0 else nth])
    except IndexError:
        return None


def _days(day: datetime.date, offset: int, count: int, value: str) -> Stretch | None:
    first = shift(day, offset)
    last = first and shift(first, count - 1)
    return Stretch(value, first, last) if first and last else None
