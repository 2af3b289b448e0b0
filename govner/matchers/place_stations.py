"""Railway stations called by their town and side without 站: 从重庆西开往广州南."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govner.lexicon.gazetteer import readings
from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.place_listed import Listed

SIDES = frozenset("东西南北")
TOWNS = frozenset({"division", "city"})
"""Lists of places that have stations; those with their own last character (重庆市) name none."""
LONGEST = 4
"""Code points of such a town's name, and of the words beside it."""


def stations(page: Page, listed: Listed) -> Iterator[Candidate]:
    """A town and a side of it between the words of a journey, on a page that speaks of railways."""
    before, after, railway = _contexts()
    view = page.view
    if not railway.search(view):
        return
    for end, words in listed.ending.items():
        if view[end : end + 1] not in SIDES or not (found := _named(words)):
            continue
        start = end - len(found)
        on = _word(before, [view[max(0, start - n) : start] for n in range(LONGEST, 0, -1)])
        to = _word(after, [view[end + 1 : end + 1 + n] for n in range(LONGEST, 0, -1)])
        if on or to:
            side = f"side={view[end]}"
            said = (side, f"from={on or '-'}", f"to={to or '-'}", "both" if on and to else "one")
            yield Candidate(start, end + 1, "place", "station", said, "facility")


def _named(words: list[str]) -> str:
    """The longest of some names that may be a town's without its last character."""
    names = [
        word
        for word in words
        if 1 < len(word) <= LONGEST and any(r.source in TOWNS and r.form != "full" for r in readings()[word])
    ]
    return max(names, key=len, default="")


def _word(words: frozenset[str], beside: list[str]) -> str | None:
    return next((word for word in beside if word in words), None)


@lru_cache(maxsize=1)
def _contexts() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """The words before and after a station, and those by which a page speaks of railways."""
    rows = table("places/railway_contexts").rows
    before, after, page = ([word for word, side in rows if side == of] for of in ("before", "after", "page"))
    return frozenset(before), frozenset(after), re.compile("|".join(page))
