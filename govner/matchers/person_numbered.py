"""Monarchs and popes with their number: 伊丽莎白二世, 约翰·保罗二世, 路易十五."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govner.lexicon.names import transliterations
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.person_beside import Beside

LEAST_LIKELY = -1.0
"""Characters below this log-likelihood ratio in every place of a foreign name are not part of one."""
LONGEST = 12
"""Code points of a name without its number."""


def numbered(page: Page, beside: Beside) -> Iterator[Candidate]:
    """A foreign name, from each word that it may begin with, and the number behind it."""
    view, at = page.view, page.bounds.at
    if "世" not in view and "路易十" not in view:
        return
    letters = _letters()
    for number in _number().finditer(view):
        stop, first = number.start(), number.start()
        while first and stop - first < LONGEST and view[first - 1] in letters:
            first -= 1
        for start in range(first, stop - 1):
            if (start == first or start in at) and view[start] != "·":
                ratio = transliterations().average([part for part in view[start:stop].split("·") if part])
                before = "title-before" if start in beside.ends else "no-title-before"
                said = (f"ratio={ratio * 2:.0f}", before, "whole-run" if start == first else "part-of-run")
                yield Candidate(start, number.end(), "person", "numbered-name", said)


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    return frozenset((*transliterations().likely(LEAST_LIKELY), "·"))


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """二世 to 二十三世 behind a name, no 二十世纪; kings called 路易 have none of 世."""
    return re.compile(
        r"(?<![一二三四五六七八九十])(?:[一二三四五六七八九十]{1,3}世(?![纪界代])|(?<=路易)十[一三四五六七八](?!世))"
    )
