"""Names with a dot whose parts are words, whatever their characters: 川·立派, 阿沛·阿旺晋美."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from govner.lexicon.names import HAN, transliterations
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.person_beside import Beside

LONGEST = 8
"""Code points of a part."""
MOST = 5
"""Bounds that are tried at either end, and dots of a name."""
PARTS = frozenset({"-", "foreign-name", "person", "thing", "japanese-name"})
"""Classes of words of two characters and more that names may be made of; one character may be of any class."""
FOREIGN = -0.8
"""What the characters of another word that may be part of a name speak for it on average (甘地)."""


def dotted(page: Page, beside: Beside, known: Collection[tuple[int, int]]) -> Iterator[Candidate]:
    """The words about the dots of a run; ``known`` are the stretches that the characters of foreign names found."""
    if "·" not in page.view:
        return
    peoples = {hit[:2] for hit in page.hits.get("person-minority", ())}
    for run in _run().finditer(page.view):
        dots = [i for i in range(*run.span()) if page.view[i] == "·"]
        if len(dots) > MOST or any(b - a > LONGEST + 1 for a, b in pairwise(dots)):
            continue
        first, last = dots[0], dots[-1] + 1
        for start in _bounds(page, first, run.start(), -1):
            for end in _bounds(page, last, run.end(), 1):
                if (start, end) in known:
                    continue
                said = (
                    f"parts={_size(first - start)},{_size(end - last)}",
                    f"ratio={_ratio(page.view[start:end]):.0f}",
                    f"left-word={_kind(page, first, -1)}",
                    f"right-word={_kind(page, last, 1)}",
                    f"first-word={_kind(page, start, 1)}",
                    f"last-word={_kind(page, end, -1)}",
                    "title-before" if start in beside.ends else "no-title-before",
                )
                both = ((start, first) in peoples) + ((last, end) in peoples)
                yield Candidate(start, end, "person", "dotted-words", (*said, f"minority-parts={both}"))


def _bounds(page: Page, at: int, farthest: int, step: int) -> Iterator[int]:
    """The bounds of words on one side of a dot, as far as the words may belong to a name."""
    starts, words = page.bounds.starts, page.bounds.words
    i = page.bounds.at.get(at)
    if i is None:
        return
    for _ in range(MOST):
        j = i - 1 if step < 0 else i  # the word that is passed
        if not 0 <= j < len(words) or not _may_be_part(words[j]):
            return
        i += step
        if abs(starts[i] - at) > LONGEST or (starts[i] - farthest) * step > 0:
            return
        yield starts[i]


def _may_be_part(word: str) -> bool:
    kind = word_classes().get(word, "-")
    return len(word) == 1 or kind in PARTS or transliterations().ratio(word) >= FOREIGN * len(word)


def _kind(page: Page, at: int, step: int) -> str:
    """The class of the word before or behind an offset, and how long it is; a dot may be inside one."""
    i = bisect_right(page.bounds.starts, at - (step < 0)) - 1
    return f"{min(len(page.bounds.words[i]), 4)}:{page.classes[i]}"


def _size(length: int) -> str:
    return str(min(length, 5))


def _ratio(name: str) -> float:
    """How like a foreign name it is by its characters, on average and twice."""
    return max(-8.0, 2 * transliterations().average(name.split("·")))


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    return re.compile(rf"{HAN}++(?:·{HAN}++)++")
