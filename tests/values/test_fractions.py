"""Fractions, percentages in words and ratios: where they end, what they are worth, and what is none."""

from decimal import Decimal

import pytest

from govner.values.fractions import fraction_at
from govner.values.quantities import Quantity


def found(text: str, first: str) -> tuple[Quantity, str] | None:
    """What a text begins with whose first numeral is ``first``, and how much of it that is."""
    read = fraction_at(text, 0, len(first))
    return read and (read[0], text[: read[1]])


@pytest.mark.parametrize(
    ("text", "first", "kind", "value", "high", "whole"),
    [
        ("1/4的", "1", "fraction", "0.25", None, "1/4"),
        ("二分之一强", "二", "fraction", "0.5", None, "二分之一"),
        ("三分之一", "三", "fraction", None, None, "三分之一"),
        ("三分之几", "三", "fraction", None, None, "三分之几"),
        ("1/4到1/2", "1", "range", "0.25", "0.5", "1/4到1/2"),
        ("1/2到2/3", "1", "range", "0.5", None, "1/2到2/3"),
        ("2/3到3/4", "2", "range", None, None, "2/3到3/4"),
        ("3/4到1/2", "3", "fraction", "0.75", None, "3/4"),
        ("百分之三十到百分之四十", "百", "range", "30", "40", "百分之三十到百分之四十"),
        ("百分之三到五", "百", "range", "3", "5", "百分之三到五"),
        ("百分之三十到百分之二十", "百", "percent", "30", None, "百分之三十"),
        ("三比二，", "三", "ratio", "3", "2", "三比二"),
        ("3:2:1", "3", "ratio", "3", "2", "3:2:1"),
    ],
)
def test_a_fraction_is_read(text: str, first: str, kind: str, value: str | None, high: str | None, whole: str) -> None:
    read = found(text, first)
    assert read is not None
    quantity, end = read
    numbers = tuple(None if number is None else Decimal(number) for number in (value, high))
    assert (quantity.kind, quantity.value, quantity.high, end) == (kind, *numbers, whole)


@pytest.mark.parametrize(
    ("text", "first"), [("三比二分", "三"), ("百分之", "百"), ("三比", "三"), ("1/", "1"), ("三", "三")]
)
def test_what_is_no_fraction_is_refused(text: str, first: str) -> None:
    assert found(text, first) is None
