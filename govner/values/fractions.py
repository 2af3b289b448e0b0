"""Fractions, percentages in words, ratios and scores: 三分之二, 一半, 3又1/5, 百分之三十一到百分之百, 三比一, 2-0."""

import re
from decimal import Decimal

from govner.values.numerals import Numeral, read
from govner.values.quantities import JOINT, NUMERAL, Quantity, about, shifted
from govner.values.units import Unit, unit_at

_SLASH = re.compile(r"/([1-9]\d{0,8})(?![\d/.%])")
_SCORE = re.compile(
    r"-(\d{1,3})(?=[^\d\W]{0,2}(?:[胜负败遭]|击败|战胜|不敌|横扫|逆转|领先|落后|力克|战平|打平|逼平|淘汰))"
)
_NO_HALF = ("天", "途", "会")
_MONTH = re.compile(r"(?:19|20)\d\d/1?\d")
_SIGNS = frozenset("分/又:比-半")
"""What stands behind the first numeral of anything that is read here."""
_POWERS = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8}
"""Denominators that say a percentage, said without 一: 千分之二 is 0.2 %, 一千分之二 is a fraction."""


def fraction_at(view: str, start: int, end: int) -> tuple[Quantity, int] | None:
    """The fraction, percentage, score or ratio whose first numeral stands at ``[start, end)``, and where it ends.

    A fraction's value is None where no decimal is exact; a ratio's sides are its ``value`` and ``high``.
    """
    if end >= len(view) or view[end] not in _SIGNS:
        return None
    if view.startswith("分之", end) and view[start:end] in _POWERS:
        found = _percentage(view, view[start:end], end + 2)
    elif view[end : end + 1] in (":", "比"):
        found = _ratio(view, start, end)
    elif view[end] == "-":
        found = _score(view, start, end)
    elif view[end] == "半":
        found = _half(view, end + 1) if view[start:end] == "一" else None
    else:
        found = _fraction(view, start, end)
        if found and (joint := JOINT.match(view, found[1])) and (match := NUMERAL.match(view, joint.end())):
            found = _between(found, _fraction(view, *match.span()))
    return about(view, *found) if found else None


def _numeral(view: str, start: int) -> tuple[Numeral, int] | None:
    match = NUMERAL.match(view, start)
    numeral = match and read(match[0])
    return (numeral, match.end()) if match and numeral else None


def _fraction(view: str, start: int, end: int) -> tuple[Quantity, int] | None:
    """三分之二, 1/16, 三又五分之一."""
    whole = Decimal(0)
    if view.startswith("又", end):
        before, match = read(view[start:end]), NUMERAL.match(view, end + 1)
        if before is None or before.value is None or match is None:
            return None
        whole, (start, end) = before.value, match.span()
    if (slash := _SLASH.match(view, end)) and not _MONTH.fullmatch(view, start, slash.end()):
        above, below, end = read(view[start:end]), read(slash[1]), slash.end()
    elif view.startswith("分之", end) and (found := _numeral(view, end + 2)):
        below, (above, end) = read(view[start:end]), found
    else:
        return None
    if above is None or below is None:
        return None
    value = _quotient(above.value, below.value)
    return Quantity("fraction", value if value is None else whole + value, approximate=above.approximate), end


def _quotient(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    """``above`` / ``below`` where a decimal is exact, else None."""
    if above is None or not below or above != int(above) or below != int(below):
        return None
    rest = int(below)
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if int(above) % rest:
        return None
    value = above / below
    return value if value != int(value) else Decimal(int(value))


def _half(view: str, end: int) -> tuple[Quantity, int] | None:
    """一半, not 一半天."""
    return None if view.startswith(_NO_HALF, end) else (Quantity("fraction", Decimal("0.5"), dimension="ratio"), end)


def _score(view: str, start: int, end: int) -> tuple[Quantity, int] | None:
    """2-0 where somebody wins or loses by it."""
    sides = _SCORE.match(view, end)
    home, away = read(view[start:end]), read(sides[1]) if sides else None
    if sides is None or home is None or away is None or not view[start:end].isdecimal() or end - start > 3:
        return None
    return Quantity("ratio", home.value, away.value), sides.end()


def _beaten(view: str, unit: Unit, end: int) -> bool:
    """Whether what looks like a unit is a verb: 1比0|克山河队."""
    return unit.word == "克" and view[end : end + 2].isalpha() and len(view) > end + 1


def _between(low: tuple[Quantity, int], high: tuple[Quantity, int] | None) -> tuple[Quantity, int]:
    """Two fractions as a range: 1/5到2/3, but not 3/4到1/2. An upper end is told only where a lower one is."""
    if high is None:
        return low
    first, last = low[0].value, high[0].value
    if first is not None and last is not None and first > last:
        return low
    vague = low[0].approximate or high[0].approximate
    return Quantity("range", first, None if first is None else last, approximate=vague, dimension="ratio"), high[1]


def _percentage(view: str, denominator: str, start: int) -> tuple[Quantity, int] | None:
    """百分之五, 百分之三十一到百分之百 and 百分之三至五, in per cent."""
    found = _numeral(view, start)
    if found is None:
        return None
    (low, high, vague), end = found
    kind = "percent"
    if low is not None and (joint := JOINT.match(view, end)):
        again = denominator + "分之"
        upper = _numeral(view, joint.end() + len(again) * view.startswith(again, joint.end()))
        if upper and upper[0].value is not None and upper[0].value > low:
            kind, high, end = "range", upper[0].value, upper[1]
    first, last = (v if v is None else shifted(v, 2 - _POWERS[denominator]) for v in (low, high))
    return Quantity(kind, first, last, "%", approximate=vague, dimension="ratio"), end


def _ratio(view: str, start: int, end: int) -> tuple[Quantity, int] | None:
    """78:96, 三比一, 3:2:1."""
    joint, sides = view[end], [read(view[start:end])]
    while len(sides) < 4 and view.startswith(joint, end) and (found := _numeral(view, end + 1)):
        sides.append(found[0])
        end = found[1]
    if len(sides) < 2 or sides[0] is None or sides[1] is None:
        return None
    if joint == "比" and (unit := unit_at(view, end)) and not _beaten(view, *unit):
        return None
    return Quantity("ratio", sides[0].value, sides[1].value), end
