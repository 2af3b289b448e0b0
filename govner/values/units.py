"""Units, measure words and money: what stands after a number, with its canonical form and its dimension.

A unit is looked up in the lexicons (figures/units, measures, currencies, money) or composed of two of them:
元/吨, 公里每小时. Money is named by its ISO 4217 code, and 角, 分, 美分 know their part of it.
"""

import re
from collections.abc import Container, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govner.lexicon.tables import table

ONE = Decimal(1)
_PER = re.compile(r"/(?:每)?(?P<count>\d{1,4}(?=[^\d.]))?|每")


class Unit(NamedTuple):
    """A unit as the lexicons have it.

    ``name`` is the canonical form (千米 is 公里, 元 is CNY); ``part`` says how much of it the word is (角 is 0.1);
    ``least`` is the smallest numeral in characters that makes a figure with it: 一批 is none, 两批 is one.
    """

    word: str
    name: str
    dimension: str
    least: int = 1
    part: Decimal = ONE
    currency: str | None = None


def unit_at(view: str, start: int, stops: Container[int] | None = None) -> tuple[Unit, int] | None:
    """The unit that stands at ``start`` and where it ends; None where there is none.

    Of several the longest is taken; ``stops`` are places where words may end, and a unit that ends there goes first.
    Another word that begins like a unit is none: 8|部门, unless a word may end inside it (三项|目标).
    """
    found = _simple(view, start, stops)
    if found is None or ((stops is None or found[1] not in stops) and _compound(view, start)):
        return None
    unit, end = found
    per = _PER.match(view, end)
    if per is None or unit.dimension == "time":
        return found
    below = _simple(view, per.end(), stops)
    if below is None or (per[0] == "每" and unit.dimension not in SPEAKABLE):
        return found
    name = f"{unit.name}/{per['count'] or ''}{below[0].name}"
    word = view[start : below[1]]
    dimension = "money" if unit.currency else f"{unit.dimension}/{below[0].dimension}"
    return unit._replace(word=word, name=name, dimension=dimension), below[1]


LUMP = "块"
"""Yuan in a price (五块六), else a measure word (三块牌子)."""
_LETTER = re.compile(r"[A-Za-z0-9]")
_PRICE = re.compile(r"$|\W|[钱多左以]|[一二三四五六七八九]|零[一二三四五六七八九]分|\d")
SPEAKABLE = frozenset({"length", "money", "mass", "volume"})
"""Dimensions that are said with 每 and another unit after them: 公里每小时."""


def _simple(view: str, start: int, stops: Container[int] | None) -> tuple[Unit, int] | None:
    first = None
    for unit in _units().get(view[start : start + 1], ()):
        end = start + len(unit.word)
        if view.startswith(unit.word, start) and _whole(view, unit, end):
            if stops is None or end in stops:
                return unit, end
            first = first or (unit, end)
    return first


def _whole(view: str, unit: Unit, end: int) -> bool:
    """Whether a unit is one by what follows it: kg is none in kgf, nor 块 a price in 三块牌子."""
    if unit.word == LUMP and unit.currency:
        return bool(_PRICE.match(view, end))
    return not (unit.word.isascii() and unit.word[-1].isalpha() and _LETTER.match(view, end))


def _compound(view: str, start: int) -> bool:
    return any(view.startswith(word, start) for word in _compounds().get(view[start], ()))


@lru_cache(maxsize=1)
def _compounds() -> dict[str, list[str]]:
    """Words that begin with a unit and are none, by their first character."""
    by_first: dict[str, list[str]] = {}
    for word in table("figures/compounds").column("word"):
        by_first.setdefault(word[0], []).append(word)
    return by_first


def currency_before(view: str, end: int) -> tuple[str, int] | None:
    """The ISO 4217 code of the sign or name of money that ends at ``end`` (US$, 人民币, JPY¥), and where it begins."""
    if end < 1:
        return None
    end -= view[end - 1] == " "
    signs = _signs()
    for word, code in signs.get(view[end - 1 : end], ()):
        if view.endswith(word, 0, end):
            start = end - len(word)
            for name, country in signs.get(view[start - 1 : start], ()) if not word.isalpha() else ():
                if name == country and view.endswith(name, 0, start):
                    return country, start - len(name)
            return code, start
    return None


@lru_cache(maxsize=1)
def _units() -> dict[str, tuple[Unit, ...]]:
    """All units by their first character, the longest first."""
    by_first: dict[str, list[Unit]] = {}
    for unit in {(unit.word, unit.dimension): unit for unit in _listed()}.values():
        by_first.setdefault(unit.word[0], []).append(unit)
    return {
        first: tuple(sorted(units, key=lambda unit: (-len(unit.word), unit.currency is None)))
        for first, units in by_first.items()
    }


def _listed() -> Iterator[Unit]:
    for name in ("units", "measures"):
        for word, canonical, dimension, least in table(f"figures/{name}").rows:
            yield Unit(word, canonical, dimension, int(least))
    for word, code in table("figures/currencies").rows:
        yield Unit(word, code, "money", currency=code)
    for word, code, part, place, least in table("figures/money").rows:
        if place != "before":
            yield Unit(word, code or word, "money", int(least), Decimal(part), code or None)


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[tuple[str, str], ...]]:
    """Signs and names of money that stand before the number, by their last character, the longest first."""
    by_last: dict[str, list[tuple[str, str]]] = {}
    for word, code, _, place, _ in table("figures/money").rows:
        if place != "after" and code:
            by_last.setdefault(word[-1], []).append((word, code))
    return {last: tuple(sorted(words, key=lambda pair: -len(pair[0]))) for last, words in by_last.items()}
