"""Numerals are read exactly, in every script, and what is written reads back."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.values.numerals import LONGEST, Numeral, read, write

CASES = (Path(__file__).parents[1] / "cases" / "figure_numerals.tsv").read_text(encoding="utf-8").splitlines()[1:]
NONE = "负 --3 点 点五 一点 3. 1,2 十百 百百 十十 一十百 千5 1千20 三亿五亿 元 四川 统一"


@pytest.mark.parametrize("case", CASES)
def test_a_numeral_is_read(case: str) -> None:
    text, value, high, vague = case.split("\t")
    expected = Numeral(Decimal(value) if value else None, Decimal(high) if high else None, vague == "vague")
    assert read(text) == expected


@pytest.mark.parametrize("text", ["", *NONE.split()])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    assert read(text) is None


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
