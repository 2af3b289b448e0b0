"""How likely characters are a name: log-likelihood ratios counted from names and from running text."""

from collections.abc import Sequence
from functools import lru_cache
from math import log

from govner.lexicon.tables import Table, table
from govner.remembered import Remembered

HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
"""A character of the Han script, the rare planes included, as a pattern."""

RARE = 1.0
"""What a character speaks for that neither names nor text ever showed: names are where rare characters stand."""

Ratios = dict[str, float]
"""Character or word → log P(it | its role in names) - log P(it | running text)."""


def is_han(character: str) -> bool:
    """Whether a character is one of the Han script, the rare planes included."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def _ratios(words: Sequence[str], role: Sequence[str], text: Sequence[str]) -> Ratios:
    counts, common = [int(n) for n in role], [int(n) for n in text]
    named, whole = sum(counts), sum(common)
    return {
        word: log((n + 0.5) / named) - log((m + 1.0) / whole) for word, n, m in zip(words, counts, common, strict=True)
    }


def _roles(characters: Table, *roles: str) -> list[Ratios]:
    words = characters.column("character")
    return [_ratios(words, characters.column(role), characters.column("text")) for role in roles]


class HanNames:
    """Surnames and the characters of given names: of two (first, second) or of one (single)."""

    def __init__(self) -> None:
        surnames = table("people/surnames")
        self.surnames = _ratios(surnames.column("surname"), surnames.column("names"), surnames.column("text"))
        self.rare = min(self.surnames.values())
        self.first, self.second, self.single = _roles(table("people/name_characters"), "first", "second", "single")
        self.roles = Remembered[str, tuple[float, float, float] | None](self._roles)
        """The ratios of a character as a given name of its own, as the first of two, as the second; None for no Han."""

    def _roles(self, character: str) -> tuple[float, float, float] | None:
        if not is_han(character):
            return None
        single, first, second = (role.get(character, RARE) for role in (self.single, self.first, self.second))
        return single, first, second

    def given(self, name: str) -> float:
        """The ratio of a given name of one or two characters; a character that no table has is RARE."""
        if len(name) == 1:
            return self.single.get(name, RARE)
        return self.first.get(name[0], RARE) + self.second.get(name[1], RARE)


class Transliterations:
    """The characters that write foreign names."""

    def __init__(self) -> None:
        self.first, self.inside, self.last = _roles(table("people/transliteration"), "first", "inside", "last")

    def likely(self, least: float) -> list[str]:
        """The characters whose ratio is at least ``least`` somewhere in a name."""
        places = (self.first, self.inside, self.last)
        return [character for character in self.first if max(place[character] for place in places) >= least]

    def ratio(self, part: str) -> float:
        """The ratio of a name or a part of one between dots, by its characters."""
        inner = sum(self.inside.get(c, -4.0) for c in part[1:-1])
        last = self.last.get(part[-1], -4.0) if len(part) > 1 else 0.0
        return self.first.get(part[0], -4.0) + inner + last

    def average(self, parts: Sequence[str]) -> float:
        """The ratio of a name of some parts, a character of it on average."""
        return sum(map(self.ratio, parts)) / sum(map(len, parts))


@lru_cache(maxsize=1)
def han_names() -> HanNames:
    """The counted Han names, read once."""
    return HanNames()


@lru_cache(maxsize=1)
def transliterations() -> Transliterations:
    """The counted transliterations, read once."""
    return Transliterations()
