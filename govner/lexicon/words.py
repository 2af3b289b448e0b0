"""The coarse classes of common words: evidence of what stands around and inside a candidate."""

from collections.abc import Iterable
from functools import lru_cache
from sys import intern

from govner.garbage import uncollected
from govner.lexicon.compact import made
from govner.lexicon.tables import read


@lru_cache(maxsize=1)
def word_classes() -> dict[str, str]:
    """The usual class of each common word."""
    return made("classes", _word_classes)


def _word_classes() -> dict[str, str]:
    return _told("words/classes", "class")


@lru_cache(maxsize=1)
def clusters() -> dict[str, str]:
    """What cluster a word belongs to: words of like use, called by the most frequent of them."""
    return made("clusters", _clusters)


def _clusters() -> dict[str, str]:
    found = _told("words/clusters", "cluster")
    return {word: found[word] for word in word_classes() if word in found}  # one object a word


def _told(name: str, column: str) -> dict[str, str]:
    """What a column says of each word of a list: one object for all words of which it says the same."""
    with uncollected():
        words = read(name)
        return dict(zip(words.column("word"), map(intern, words.column(column)), strict=True))


def classes(words: Iterable[str]) -> list[str]:
    """The class of each word; words that no list has are classed by their shape."""
    words = list(words)
    known = list(map(word_classes().get, words))
    found = [kind or _shape(word) for kind, word in zip(known, words, strict=True)]
    if DEPUTY in words:
        for i, word in enumerate(words[:-1]):
            if word == DEPUTY and found[i + 1] in OFFICES:
                found[i] = found[i + 1]
    return found


SHORTEST = 4
"""Words of fewer code points are not parted."""
WHOLE = frozenset({"numeral", "number", "foreign-name", "japanese-name", "person"})
"""Classes of words that no longer one is parted into: they begin names that only look like words."""


def parted(words: list[str]) -> list[str]:
    """The words; those that no list has, cut into the fewest that lists have (北京市委: 北京, 市委)."""
    known = word_classes()
    long = [i for i, word in enumerate(words) if len(word) >= SHORTEST and word not in known]
    if not long:
        return words
    found: list[str] = []
    done = 0
    for i in long:
        found += words[done:i]
        found += _parts(words[i])
        done = i + 1
    return found + words[done:]


@lru_cache(maxsize=1 << 14)
def _parts(word: str) -> tuple[str, ...]:
    known = word_classes()
    best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for start in range(len(word) - 1):
        before = best[start]
        if before is None:
            continue
        for end in range(start + 2, len(word) + 1):
            so_far, part = best[end], word[start:end]
            if (so_far is None or len(before) + 1 < len(so_far)) and part in known and known[part] not in WHOLE:
                best[end] = (*before, part)
    return best[-1] or (word,)


DEPUTY, OFFICES = "副", frozenset({"title", "occupation"})
"""The word that belongs to the office behind it."""
UNKNOWN = ("", "unknown1", "unknown2", "unknown3")


def _shape(word: str) -> str:
    first = word[0]
    if first.isdecimal():
        return "number"
    if first.isspace():
        return "space"
    if first.isalpha():
        return "latin" if first.isascii() else UNKNOWN[min(len(word), 3)]
    return "punctuation" if first.isnumeric() else "mark"  # ① opens an item
