"""Tables whose head line names the unit of all their numbers: 单位：万元, 金额(亿元)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from govner.matchers.figure_spots import Spot
from govner.values.numerals import read
from govner.values.quantities import Quantity
from govner.values.units import Unit, currency_before, unit_at

_HEAD = re.compile(r"单位\s?[:为]\s?(?:人民币|港币|美元)?(?P<scale>[十百千万亿]{0,2})(?=\w)")
_OVER = re.compile(r"[。;!?]")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SERIAL = re.compile(r"(?:^|\n)[ \t]*$")


@dataclass(frozen=True, slots=True)
class Head:
    """A table's unit and how often it is taken (10,000 for 万元); it holds for ``[start, end)``."""

    start: int
    end: int
    unit: Unit
    scale: Decimal
    currency: str | None


def heads(view: str) -> list[Head]:
    """The tables of a page: each reaches from its head to the next, or to the first sentence."""
    found: list[Head] = []
    for match in _HEAD.finditer(view):
        unit = unit_at(view, match.end())
        scale = read(match["scale"]) if match["scale"] else None
        if unit is None or unit[0].dimension == "time":
            continue
        if found and found[-1].end > match.start():
            found[-1] = replace(found[-1], end=match.start())
        over = _OVER.search(view, unit[1])
        named = currency_before(view, match.start("scale"))
        currency = named[0] if named and unit[0].currency else unit[0].currency
        value = scale.value if scale and scale.value else Decimal(1)
        found.append(Head(unit[1], over.start() if over else len(view), unit[0], value, currency))
    return found


def in_table(tables: Sequence[Head], spot: Spot) -> Quantity | None:
    """The quantity of a bare number in a table; None for years, for serial numbers, and outside of tables."""
    head = next((head for head in tables if head.start <= spot.first < head.end), None)
    value = spot.quantity.value
    if head is None or spot.quantity.unit is not None or value is None or not _NUMBER.fullmatch(spot.numeral):
        return None
    if _YEAR.fullmatch(spot.numeral) or (
        value < 1000 and _SERIAL.search(spot.view, max(0, spot.start - 9), spot.start)
    ):
        return None
    kind = "money" if head.currency else "quantity"
    name = head.currency or head.unit.name
    return replace(
        spot.quantity,
        kind=kind,
        value=value * head.scale,
        unit=name,
        currency=head.currency,
        dimension=head.unit.dimension,
    )
