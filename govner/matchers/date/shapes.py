"""The time expressions beside moments and ranges, and at which characters each may begin."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from govner.matchers.date.bare import bare_year
from govner.matchers.date.lengths import length
from govner.matchers.date.named import dynasty, period, plan, vague
from govner.matchers.date.recurring import recurring
from govner.matchers.date.spells import spell, turn
from govner.matchers.date.words import ONE, ZERO, entries
from govner.values.moments import Reading

NUMERALS = f"0123456789{ZERO}{ONE}十百千万亿两俩廿卅"


class Shape(NamedTuple):
    """A rule with what reads it: the end and what it says, or None. ``firsts`` and the ``tables`` give its firsts."""

    rule: str
    read: Callable[[str, int], tuple[int, Reading] | None]
    firsts: str = ""
    tables: tuple[str, ...] = ()


# In the order in which they win where they are equally long.
SHAPES = (
    Shape("duration", length, f"{NUMERALS}好几数上大半多若许又余过未今最此之随接再前头下这"),
    Shape("spell", spell, f"0123456789{ONE}十两几数整半大"),
    Shape("turn", turn, "第"),
    Shape("five-year-plan", plan, "“\"‘'十"),
    Shape("period", period, tables=("periods",)),
    Shape("recurring", recurring, "每"),
    Shape("vague", vague, tables=("vague",)),
    Shape("bare-year", bare_year, "12"),
    Shape("dynasty", dynasty, tables=("dynasties", "eras")),
)


@lru_cache(maxsize=1 << 10)
def shapes(first: str) -> tuple[Shape, ...]:
    """The shapes that may begin with a character, in their order."""
    return tuple(
        shape
        for shape in SHAPES
        if first in shape.firsts or any(word[0] == first for name in shape.tables for word in entries(name))
    )
