"""Words beside a figure: bounds (超过, 以上), cues of a value (指数为), and the heads of names (歼20)."""

import re
from functools import lru_cache

from govner.lexicon.tables import table
from govner.matchers.figure_spots import Spot
from govner.values.units import currency_before


def bound(spot: Spot) -> str | None:
    """What the words before and after say of the true value: over, under, at-least, at-most, nearly or about."""
    view, start, listed = spot.view, spot.start, _bounds()
    if money := currency_before(view, start):
        start = money[1]
    if view[max(0, start - 1) : start] == "了":
        start -= 1
    for word, name in listed["before"].get(view[max(0, start - 1) : start], ()):
        if view.endswith(word, 0, start) and (len(word) > 1 or start - 1 in spot.bounds.at):
            return name
    for word, name in listed["after"].get(spot.after, ()):
        if view.startswith(word, spot.end):
            return name
    return "about" if view.endswith(("左右", "上下"), spot.start, spot.end) else None


def cued(spot: Spot) -> bool:
    """Whether the word before, or a bound on either side, says that a value stands here."""
    return spot.word_before in _cues() or bound(spot) is not None


def counted(spot: Spot) -> bool:
    """Whether 一 and its measure word count, because what they count stands right behind: 一把|锹, 发生|一起|火灾."""
    before, thing = _things().get(spot.quantity.unit or "", ((), None))
    if thing is None or (before and not spot.view.endswith(before, 0, spot.start)):
        return False
    return thing.match(spot.view, spot.end) is not None


def named(spot: Spot) -> bool:
    """Whether words beside a bare number make it a name: 歼20, 12345热线, 104国道."""
    value, names = spot.quantity.value, _names()
    if value is None or value >= 10**6 or spot.numeral[-1] in "多余":
        return False
    for word in names["before"].get(spot.before, ()):
        if spot.view.endswith(word, 0, spot.start) and spot.start - len(word) in spot.bounds.at:
            return True
    return any(spot.view.startswith(word, spot.end) for word in names["after"].get(spot.after, ()))


@lru_cache(maxsize=1)
def _bounds() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Words of bounds by side and by the character beside the figure, the longest first."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {"before": {}, "after": {}}
    for word, side, name in sorted(table("figures/bounds").rows, key=lambda row: -len(row[0])):
        found[side].setdefault(word[-1 if side == "before" else 0], []).append((word, name))
    return found


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    return frozenset(table("figures/cues").column("word"))


@lru_cache(maxsize=1)
def _things() -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
    """By measure word the words of which one must stand before 一, if any, and a pattern for what it counts."""
    return {
        measure: (
            () if before == "-" else tuple(before.split()),
            re.compile(rf"[^,。;:!?、\s《》()]{{0,{between}}}?(?:{'|'.join(things.split())})"),
        )
        for measure, before, between, things in table("figures/things").rows
    }


@lru_cache(maxsize=1)
def _names() -> dict[str, dict[str, list[str]]]:
    """Words that make a bare number a name, by side and by the character beside it."""
    found: dict[str, dict[str, list[str]]] = {"before": {}, "after": {}}
    for word, side in table("figures/names").rows:
        found[side].setdefault(word[-1 if side == "before" else 0], []).append(word)
    return found
