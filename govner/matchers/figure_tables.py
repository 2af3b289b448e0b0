"""Tables whose head line names the unit of all their numbers: 单位：万元, 金额(亿元)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from govner.matchers.figure_spots import Spot
from govner.values.numerals import MYRIADS, PLACES
from govner.values.quantities import Quantity, shifted
from govner.values.units import Unit, currency_before, unit_at

_HEAD = re.compile(r"单位\s?[:为]\s?(?:人民币|港币|美元)?(?P<scale>[十百千万亿]{0,2})(?=\w)")
_OVER = re.compile(r"[。;!?]")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SERIAL = re.compile(r"(?:^|\n)[ \t]*\Z")


class Head(NamedTuple):
    """A table's unit, the power of ten it is taken with (4 for 万元), and the stretch that it holds for."""

    start: int
    end: int
    unit: Unit
    power: int
    currency: str | None


def heads(view: str) -> list[Head]:
    """The tables of a page: each reaches from its head to the next, or to the first sentence."""
    found: list[Head] = []
    if "单位" not in view:
        return found
    over = [match.start() for match in _OVER.finditer(view)]
    for match in _HEAD.finditer(view):
        unit = unit_at(view, match.end())
        power = sum((PLACES | MYRIADS)[place] for place in match["scale"])
        if unit is None or unit[0].dimension == "time":
            continue
        if found and found[-1].end > match.start():
            found[-1] = found[-1]._replace(end=match.start())
        i = bisect_left(over, unit[1])
        end = over[i] if i < len(over) else len(view)
        named = currency_before(view, match.start("scale"))
        currency = named[0] if named and unit[0].currency else unit[0].currency
        found.append(Head(unit[1], end, unit[0], power, currency))
    return found


def in_table(tables: Sequence[Head], spot: Spot) -> Quantity | None:
    """The quantity of a bare number in a table; None for years, for serial numbers, and outside of tables."""
    i = bisect_right(tables, spot.first, key=lambda head: head.start)
    head = tables[i - 1] if i and spot.first < tables[i - 1].end else None
    value = spot.quantity.value
    if head is None or spot.quantity.unit is not None or value is None or not _NUMBER.fullmatch(spot.numeral):
        return None
    if _YEAR.fullmatch(spot.numeral) or (
        value < 1000 and _SERIAL.search(spot.view, max(0, spot.start - 9), spot.start)
    ):
        return None
    kind = "money" if head.currency else "quantity"
    name = head.currency or head.unit.name
    return spot.quantity._replace(
        kind=kind,
        value=shifted(value, head.power),
        unit=name,
        currency=head.currency,
        dimension=head.unit.dimension,
    )
