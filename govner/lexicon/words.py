"""The coarse classes of common words: evidence of what stands around and inside a candidate."""

from collections.abc import Iterable
from functools import lru_cache
from sys import intern

from govner.lexicon.tables import read, uncollected


@lru_cache(maxsize=1)
def word_classes() -> dict[str, str]:
    """The usual class of each common word."""
    with uncollected():
        words = read("words/classes")
        return dict(zip(words.column("word"), map(intern, words.column("class")), strict=True))  # one object a class


def classes(words: Iterable[str]) -> list[str]:
    """The class of each word; words that no list has are classed by their shape."""
    known = word_classes().get
    return [known(word) or _shape(word) for word in words]


UNKNOWN = ("", "unknown1", "unknown2", "unknown3")


def _shape(word: str) -> str:
    first = word[0]
    if first.isdigit():
        return "number"
    if first.isspace():
        return "space"
    if first.isalpha():
        return "latin" if first.isascii() else UNKNOWN[min(len(word), 3)]
    return "mark"
