"""Small numerals, stretches of the calendar under their TIMEX3 names, and the days that the moon moves."""

import calendar
import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.lexicon.tables import table
from govner.values import calendar as on
from govner.values.durations import Amount, count, timex
from govner.values.lunar import festival_day, lunar_day, lunar_month, lunar_years, solar_terms

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("26", 26), ("０８", 8), ("八", 8), ("十", 10), ("十五", 15), ("二十六", 26), ("廿六", 26), ("卅一", 31)],
        *[("一九九七", 1997), ("二〇二一", 2021), ("二○○○", 2000), ("零六", 6), ("八五", 85), ("二千", 2000)],
        *[
            ("二千零五", 2005),
            ("两千", 2000),
            ("一百二十", 120),
            ("两万四千", 24000),
            ("2000万", 20000000),
            ("三亿", 3 * 10**8),
        ],
    ],
)
def test_a_numeral_is_read(text: str, value: int) -> None:
    assert on.number(text) == value


@given(st.integers(1000, 2999))
def test_years_are_read_digit_by_digit(year: int) -> None:
    assert on.number("".join(DIGITS[int(digit)] for digit in str(year))) == year


@pytest.mark.parametrize(
    ("stretch", "value", "first", "last"),
    [
        (on.year_of(2021), "2021", "2021-01-01", "2021-12-31"),
        (on.month_of(2020, 2), "2020-02", "2020-02-01", "2020-02-29"),
        (on.month_of(2021, 13), "2022-01", "2022-01-01", "2022-01-31"),
        (on.month_of(2021, 0), "2020-12", "2020-12-01", "2020-12-31"),
        (on.quarter_of(2021, 0), "2020-Q4", "2020-10-01", "2020-12-31"),
        (on.half_of(2021, 2), "2021-H2", "2021-07-01", "2021-12-31"),
        (on.season_of(2021, "SP"), "2021-SP", "2021-03-01", "2021-05-31"),
        (on.season_of(2021, "SU"), "2021-SU", "2021-06-01", "2021-08-31"),
        (on.season_of(2021, "FA"), "2021-FA", "2021-09-01", "2021-11-30"),
        (on.season_of(2021, "WI"), "2021-WI", "2021-12-01", "2022-02-28"),
        (on.decade_of(1980), "198X", "1980-01-01", "1989-12-31"),
        (on.century_of(20), "19XX", "1900-01-01", "1999-12-31"),
        (on.century_of(1), "00XX", "0001-01-01", "0099-12-31"),
        (on.months_of(2021, 13, 2, "next"), "next", "2022-01-01", "2022-02-28"),
        (on.months_of(2021, 0, 1, "before"), "before", "2020-12-01", "2020-12-31"),
        (on.months_of(2019, 11, 16, "over"), "over", "2019-11-01", "2021-02-28"),
        (on.years_of(1, 9999, "all"), "all", "0001-01-01", "9999-12-31"),
        (on.week_of(datetime.date(2021, 1, 1)), "2020-W53", "2020-12-28", "2021-01-03"),
        (on.week_number(2021, 47), "2021-W47", "2021-11-22", "2021-11-28"),
        (on.weekend_of(datetime.date(2021, 11, 24)), "2021-W47-WE", "2021-11-27", "2021-11-28"),
    ],
)
def test_a_stretch_has_its_name_and_days(stretch: on.Stretch | None, value: str, first: str, last: str) -> None:
    assert stretch is not None
    assert (stretch.value, str(stretch.first), str(stretch.last)) == (value, first, last)


@pytest.mark.parametrize(
    "none",
    [
        on.day_of(2021, 2, 30),
        on.day_of(2021, 2, 29),
        on.day_of(2021, 13, 1),
        on.year_of(0),
        on.year_of(10000),
        on.years_of(0, 9, "000X"),
        on.years_of(9990, 10009, "no"),
        on.month_of(9999, 13),
        on.century_of(0),
        on.week_number(2021, 54),
        on.shift(datetime.date.max, 1),
        on.nth_weekday(2021, 2, 5, 1),
    ],
)
def test_what_the_calendar_does_not_have_is_none(none: object) -> None:
    assert none is None


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2021-01-01", "2021-12-31", "2021"),
        ("2019-01-01", "2021-12-31", "2019/2021"),
        ("2021-02-01", "2021-02-28", "2021-02"),
        ("2021-01-01", "2021-05-31", "2021-01/2021-05"),
        ("2021-01-01", "2021-01-10", "2021-01-01/2021-01-10"),
        ("2021-01-01", "2021-01-01", "2021-01-01"),
        ("0789-03-01", "0789-03-31", "0789-03"),
    ],
)
def test_days_are_named_by_the_coarsest_unit(first: str, last: str, value: str) -> None:
    assert on.days_of(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)).value == value


@pytest.mark.parametrize("month", range(1, 13))
def test_weekdays_of_a_month_are_counted_from_either_end(month: int) -> None:
    weeks = calendar.monthcalendar(2021, month)
    for weekday in range(1, 8):
        days = [datetime.date(2021, month, week[weekday - 1]) for week in weeks if week[weekday - 1]]
        assert [on.nth_weekday(2021, month, nth, weekday) for nth in range(1, len(days) + 1)] == days
        assert on.nth_weekday(2021, month, -1, weekday) == days[-1]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        *[
            ("半", "0.5", ""),
            ("2.5", "2.5", ""),
            ("1,000", "1000", ""),
            ("2000万", "20000000", ""),
            ("五点五", "5.5", ""),
        ],
        *[
            ("两三", "2", "3"),
            ("三五", "3", "5"),
            ("十五六", "15", "16"),
            ("七百三四十", "730", "740"),
            ("三四十", "30", "40"),
        ],
        *[("几", "X", ""), ("数十", "X", ""), ("十几", "10", ""), ("一九九七", "1997", "")],
    ],
)
def test_a_count_is_read(text: str, low: str, high: str) -> None:
    assert count(text) == (low, high)


def test_a_duration_names_its_units_from_the_coarse_to_the_fine() -> None:
    assert timex([Amount("2", "", "天"), Amount("1", "", "月")]) == ("P1M2D", None)
    assert timex([Amount("20", "", "秒"), Amount("50", "", "分钟"), Amount("8", "", "小时")]) == ("PT8H50M20S", None)
    assert timex([Amount("1", "2", "刻钟")]) == ("PT15M", "PT30M")
    assert timex([Amount("X", "", "世纪")]) == ("PXY", None)


def test_lunar_years_follow_one_another() -> None:
    years = lunar_years()
    assert (min(years), max(years)) == (1900, 2100)
    for year in range(1900, 2100):
        assert years[year].first + datetime.timedelta(sum(years[year].lengths)) == years[year + 1].first
        assert len(years[year].lengths) == (13 if years[year].leap else 12)
        assert set(years[year].lengths) <= {29, 30}


def test_solar_terms_follow_one_another() -> None:
    for year in range(1900, 2101):
        days = [datetime.date.fromisoformat(f"{year}-{by_year[year]}") for by_year in solar_terms().values()]
        assert all(14 <= (b - a).days <= 17 for a, b in pairwise(days))


@pytest.mark.parametrize(
    ("found", "value"),
    [
        (lunar_day(2012, 1, 15), "2012-02-06"),
        (lunar_day(2023, 9, 22), "2023-11-05"),
        (lunar_month(2022, 12), "2022-12-23/2023-01-21"),
        (lunar_month(2020, 4, leap=True), "2020-05-23/2020-06-20"),
        (lunar_month(2020, 4), "2020-04-23/2020-05-22"),
    ],
)
def test_the_moon_is_read_from_the_table(found: on.Stretch | None, value: str) -> None:
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "none", [lunar_month(2021, 4, leap=True), lunar_month(1899, 1), lunar_month(2021, 13), lunar_day(2021, 1, 31)]
)
def test_what_the_moon_does_not_have_is_none(none: object) -> None:
    assert none is None


@pytest.mark.parametrize(
    ("rule", "year", "value"),
    [
        ("10-01", 2021, "2021-10-01"),
        ("05 2 7", 2021, "2021-05-09"),
        ("11 4 4", 2019, "2019-11-28"),
        ("lunar 08-15", 2021, "2021-09-21"),
        ("lunar eve", 2021, "2021-02-11"),
        ("term 清明", 2021, "2021-04-04"),
        ("easter 0", 2024, "2024-03-31"),
        ("easter -2", 2024, "2024-03-29"),
        ("hijri 10-01", 2013, "2013-08-08"),
        ("hijri 12-10", 2013, "2013-10-15"),
    ],
)
def test_a_festival_has_its_day(rule: str, year: int, value: str) -> None:
    found = festival_day(rule, year)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("rule", sorted(set(table("dates/festivals").column("day"))))
def test_every_rule_gives_a_day_in_its_year(rule: str) -> None:
    for year in range(1990, 2060):
        found = festival_day(rule, year)
        if not rule.startswith(("hijri", "02-29")):
            assert found is not None
        assert found is None or (found.first is not None and found.first.year in (year, year + 1))
    assert all(festival_day(rule, year) is None for year in (0, 10000))
