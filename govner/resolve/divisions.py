"""The divisions of China that a name begins with, read as a chain: 岭东省|临江市|河西区."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from govner.lexicon.gazetteer import Reading, readings
from govner.resolve.lengths import BEGINNING, lengths

LEVELS = {"province": 2, "prefecture": 4, "county": 6, "township": 9}
"""How many digits of a division code say so much."""
MUNICIPALITIES = frozenset({"11", "12", "31", "50", "81", "82"})
"""Provinces whose only prefecture they are: 市委 in 北京 is that of the province."""
SOURCES = frozenset({"division", "township"})
LONGEST = 15
MOST = 4


class Division(NamedTuple):
    """An administrative division: its code (GB/T 2260; nine digits for a township), official name and level."""

    code: str
    name: str
    level: str


@lru_cache(maxsize=1 << 12)
def leading(text: str, context: str = "") -> tuple[tuple[Division, ...], int]:
    """The chain of divisions that ``text`` begins with, and where it ends.

    ``context`` is the code of a division that the report spoke of before; it decides between namesakes.
    """
    chain: list[Division] = []
    at = 0
    listed, sizes = readings(), _sizes()
    while len(chain) < MOST:
        parent = chain[-1].code if chain else ""
        for size in sizes.get(text[at : at + 2], ()):
            name = text[at : at + size]
            if len(name) == size and (found := _pick(listed.get(name, ()), parent, context)):
                chain.append(found)
                at += size
                break
        else:
            break
    return tuple(chain), at


@lru_cache(maxsize=1)
def _sizes() -> dict[str, tuple[int, ...]]:
    """How long the names of divisions are that begin with two characters, the longest first."""
    named = ((name, [place.source for place in places]) for name, places in readings().items() if len(name) <= LONGEST)
    return lengths((name for name, sources in named if not SOURCES.isdisjoint(sources)), BEGINNING)


def above(code: str, level: str) -> str:
    """The code of the division of that level that ``code`` lies in, or "" where it says too little."""
    if level == "prefecture" and code[:2] in MUNICIPALITIES:
        level = "province"
    digits = LEVELS[level]
    head = code[:digits]
    if len(head) < digits or not head.strip("0") or (digits > 2 and head.endswith("00")):
        return ""
    return head.ljust(6, "0")


def _pick(found: Sequence[Reading], parent: str, context: str) -> Division | None:
    """The one division among namesakes: in the parent, else near the context, else the only or the highest one."""
    places = [r for r in found if r.source in SOURCES and not (r.ordinary and r.form != "full")]
    places = [r for r in places if not r.last] or places
    if parent:
        within = parent.rstrip("0") if len(parent) == 6 else parent
        inside = [r for r in places if r.code.startswith(within) and r.code != parent]
        towns = [r for r in places if r.kind == "township" and not r.code]
        places = inside or towns
    if not places:
        return None
    for digits in (6, 4, 2) if context else ():
        near = [r for r in places if r.code[:digits] == context[:digits]]
        if near:
            places = near
            break
    first = min(places, key=lambda r: LEVELS[r.kind])
    peers = {r.code for r in places if r.kind == first.kind}
    return Division(first.code if len(peers) == 1 else "", first.name, first.kind)
