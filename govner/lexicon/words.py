"""The coarse classes of common words: evidence of what stands around and inside a candidate."""

from collections.abc import Iterable
from functools import lru_cache

from govner.lexicon.tables import table


@lru_cache(maxsize=1)
def word_classes() -> dict[str, str]:
    """The usual class of each common word."""
    words = table("words/classes")
    return dict(zip(words.column("word"), words.column("class"), strict=True))


def classes(words: Iterable[str]) -> list[str]:
    """The class of each word; words that no list has are classed by their shape."""
    known = word_classes()
    return [known.get(word) or _shape(word) for word in words]


def _shape(word: str) -> str:
    first = word[0]
    if first.isdigit():
        return "number"
    if first.isspace():
        return "space"
    if first.isalpha():
        return "latin" if first.isascii() else f"unknown{min(len(word), 3)}"
    return "mark"
