"""Makes dates/lunar.tsv and dates/solar_terms.tsv: the months and the solar terms of China from 1900 to 2100.

python lexicons/build/dates.py --lunar-python DIR

DIR is the unpacked archive of PyPI lunar_python 1.4.8, the folder that holds the package ``lunar_python``.
"""

import argparse
import datetime
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import tsv

FIRST, LAST = 1900, 2100
TERMS = [
    *("小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至"),
    *("小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"),
]
ORIGIN = {"source": "PyPI lunar_python 1.4.8", "licence": "MIT", "date": "2026-11"}


def lunar_year(library: Any, year: int) -> tuple[str, ...]:
    """The first day of a lunar year, its leap month (0 for none) and its months' lengths in turn, as 29s and 30s."""
    months = [m for m in library.LunarYear.fromYear(year).getMonths() if m.getYear() == year]
    first = library.Lunar.fromYmd(year, 1, 1).getSolar()
    leap = next((-m.getMonth() for m in months if m.getMonth() < 0), 0)
    day = datetime.date(first.getYear(), first.getMonth(), first.getDay())
    return str(year), day.isoformat(), str(leap), " ".join(str(m.getDayCount()) for m in months)


def solar_terms(library: Any, year: int) -> tuple[str, ...]:
    """The day of each of the 24 terms of a calendar year, from 小寒 in January to 冬至 in December, as MM-DD."""
    moments = library.LunarYear.fromYear(year).getJieQiJulianDays()[2:26]  # it begins with 大雪 of the year before
    days = [library.Solar.fromJulianDay(moment) for moment in moments]
    return (str(year), *(f"{day.getMonth():02}-{day.getDay():02}" for day in days))


def main() -> None:
    """Writes both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, help="not needed: the calendar is computed")
    parser.add_argument("--lunar-python", type=Path, required=True, metavar="DIR")
    sys.path.insert(0, str(parser.parse_args().lunar_python))
    library = import_module("lunar_python")
    years = range(FIRST, LAST + 1)
    tsv.write(
        "dates/lunar",
        "The lunar years: first day, leap month (0 for none), days of each month in turn, the leap month in its place",
        columns=("year", "first", "leap", "lengths"),
        body=(lunar_year(library, year) for year in years),
        **ORIGIN,
    )
    tsv.write(
        "dates/solar_terms",
        "The days (month-day, Beijing time) of the 24 solar terms in each calendar year",
        columns=("year", *TERMS),
        body=(solar_terms(library, year) for year in years),
        **ORIGIN,
    )


if __name__ == "__main__":
    main()
