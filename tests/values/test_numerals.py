"""Numerals are read exactly, in every script, and what is written reads back."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.values.numerals import LONGEST, Numeral, read, write

CASES = (Path(__file__).parents[1] / "cases" / "figure_numerals.tsv").read_text(encoding="utf-8").splitlines()[1:]
NONE = (
    "-几十 负十五六 百零 十零 "
    "一百零 三万零 三四百五六 三三百 一三百 三四五百 负 --3 点 点五 一点 3. 1,2 十百 "
    "百百 十十 一十百 千5 1千20 三亿五亿 元 四川 统一"
)


@pytest.mark.parametrize("case", CASES)
def test_a_numeral_is_read(case: str) -> None:
    text, value, high, vague = case.split("\t")
    expected = Numeral(Decimal(value) if value else None, Decimal(high) if high else None, vague == "vague")
    assert read(text) == expected


@pytest.mark.parametrize("text", ["", *NONE.split()])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一兆", 10**12),
        ("三万亿五千亿", 3_500_000_000_000),
        ("一亿三万五", 100_035_000),
        ("1.5亿3万", 150_030_000),
        ("一九", 19),
        ("二百廿", 220),
        ("1.5万廿", 15_020),
        ("1.5万十", 15_010),
        ("3.5亿五千万", 400_000_000),
        ("亿3.5万", 100_035_000),
        ("零点零万", 0),
        ("一点五亿", 150_000_000),
    ],
)
def test_places_keep_their_worth_beside_decimals(text: str, value: int) -> None:
    assert read(text) == Numeral(Decimal(value))


@pytest.mark.parametrize("text", ["一廿", "十廿", "廿廿", "廿十"])
def test_twenty_has_no_digit_before_it(text: str) -> None:
    assert read(text) is None


def test_numerals_end_where_they_would_be_serial_numbers() -> None:
    assert read("9" * 24) == Numeral(Decimal(10**24 - 1))
    assert read("1" + "0" * 24) is None
    assert read("0" * (LONGEST - 1) + "1") == Numeral(Decimal(1))
    assert read("0" * LONGEST + "1") is None
    assert LONGEST == 64


@pytest.mark.parametrize(("text", "shown"), [("3.0", "3"), ("3.50", "3.5"), ("0.10", "0.1"), ("三点五零", "3.5")])
def test_a_value_has_no_more_decimals_than_it_needs(text: str, shown: str) -> None:
    found = read(text)
    assert found is not None
    assert str(found.value) == shown


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        (10, "十"), (11, "十一"), (110, "一百一十"), (101, "一百零一"), (1100, "一千一百"), (1010, "一千零一十"),
        (11_000, "一万一千"), (10_100, "一万零一百"), (100_000, "十万"), (110_000_000, "一亿一千万"),
        (100_100_000, "一亿零一十万"), (-15, "负十五"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_it_is_spoken(number: int, spoken: str) -> None:
    assert write(number) == spoken


def test_a_decimal_is_written_whatever_its_exponent() -> None:
    assert [write(Decimal(number)) for number in ("1E+3", "1.50", "-0.05")] == ["一千", "一点五零", "负零点零五"]


def test_every_integer_to_a_hundred_thousand_reads_back() -> None:
    wrong = [n for n in range(100_001) if read(write(n)) != Numeral(Decimal(n))]
    assert not wrong


@given(st.integers(-(10**16) + 1, 10**16 - 1))
def test_large_integers_read_back(number: int) -> None:
    assert read(write(number)) == Numeral(Decimal(number))


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=6))
def test_decimals_read_back(number: Decimal) -> None:
    found = read(write(number))
    assert found is not None
    assert found.value == number


@given(st.integers(0, 10**11), st.integers(0, 6))
def test_digits_with_separators_and_scales_are_exact(number: int, places: int) -> None:
    plain = f"{number // 10**places}.{number % 10**places:0{places}}" if places else str(number)
    whole, point, decimals = plain.partition(".")
    expected = Decimal(number) / 10**places
    assert read(plain) == Numeral(expected)
    assert read(f"{int(whole):,}{point}{decimals}") == Numeral(expected)
    assert read(plain + "万亿") == Numeral(expected * 10**12)


@given(st.text("零一二两三九十百千万亿兆廿半几数多余上成点负0123456789.,-", max_size=LONGEST + 3))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = read(text)
    assert found is None or found.high is None or (found.value is not None and found.value < found.high)


def test_a_serial_number_is_none() -> None:
    assert read("7" * (LONGEST + 1)) is None
    assert read("7" * 30) is None
    assert read("7" * 24) == Numeral(Decimal("7" * 24))


@pytest.mark.parametrize("number", [10**16, Decimal("NaN"), Decimal("Infinity")])
def test_what_has_no_one_spelling_is_refused(number: int | Decimal) -> None:
    with pytest.raises(ValueError, match="no one way"):
        write(number)
