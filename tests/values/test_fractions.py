"""Fractions, percentages in words and ratios: where they end, what they are worth, and what is none."""

from decimal import Decimal

import pytest

from govner.values.fractions import fraction_at
from govner.values.quantities import Quantity


def found(text: str) -> tuple[Quantity, str] | None:
    """What a text begins with whose first numeral is one character, and how much of it that is."""
    read = fraction_at(text, 0, 1)
    return read and (read[0], text[: read[1]])


@pytest.mark.parametrize(
    ("text", "kind", "value", "high", "whole"),
    [
        ("1/4的", "fraction", "0.25", None, "1/4"),
        ("二分之一强", "fraction", "0.5", None, "二分之一"),
        ("三分之一", "fraction", None, None, "三分之一"),
        ("三分之几", "fraction", None, None, "三分之几"),
        ("1/4到1/2", "range", "0.25", "0.5", "1/4到1/2"),
        ("1/2到2/3", "range", "0.5", None, "1/2到2/3"),
        ("2/3到3/4", "range", None, None, "2/3到3/4"),
        ("3/4到1/2", "fraction", "0.75", None, "3/4"),
        ("百分之三十到百分之四十", "range", "30", "40", "百分之三十到百分之四十"),
        ("百分之三到五", "range", "3", "5", "百分之三到五"),
        ("百分之三十到百分之二十", "percent", "30", None, "百分之三十"),
        ("三比二，", "ratio", "3", "2", "三比二"),
        ("3:2:1", "ratio", "3", "2", "3:2:1"),
    ],
)
def test_a_fraction_is_read(text: str, kind: str, value: str | None, high: str | None, whole: str) -> None:
    read = found(text)
    assert read is not None
    quantity, end = read
    numbers = tuple(None if number is None else Decimal(number) for number in (value, high))
    assert (quantity.kind, quantity.value, quantity.high, end) == (kind, *numbers, whole)


@pytest.mark.parametrize("text", ["三比二分", "百分之", "三比", "1/", "三"])
def test_what_is_no_fraction_is_refused(text: str) -> None:
    assert found(text) is None
