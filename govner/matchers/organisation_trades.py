"""Firms called by a name and their trade, with nothing that says a firm: 云岭铜业, 岭东海和智能."""

from bisect import bisect_left
from collections.abc import Container, Iterator

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

MOST_WORDS = 4
MOST_CHARACTERS = 8
LEAST_CHARACTERS = 2
"""How many words, and how many code points, stand before the trade."""

WALLS = frozenset({"particle", "mark", "punctuation", "space", "conjunction", "numeral", "number", "person", "title"})
"""Classes of words over which no such name reaches."""
NAMING = frozenset(
    {"place", "organisation", "noun", "thing", "unknown1", "unknown2", "unknown3", "latin", "foreign-name"}
)
"""Classes of longer words that brands are; a single character may be of any class, as 双|箭 and 同|洲 are brands."""


def trades(page: Page, suffixes: Container[int]) -> Iterator[Candidate]:
    """Each stretch of words up to a trade; ``suffixes`` are where suffixes end, which find their names themselves."""
    view, at, starts, classes = page.view, page.bounds.at, page.bounds.starts, page.classes
    for trade, end, (word, *_) in page.hits.get("body-trade", ()):
        if end not in at or end in suffixes:
            continue
        order = ""
        for j in range(bisect_left(starts, trade) - 1, -1, -1):
            start, kind = starts[j], classes[j]
            first = view[start : min(trade, starts[j + 1])]
            if trade - start > MOST_CHARACTERS or order.count("+") >= MOST_WORDS:
                break
            if kind in WALLS or (kind not in NAMING and len(first) > 1):
                break
            order = f"{kind}+{order}"
            if trade - start >= LEAST_CHARACTERS and first.isalnum():
                evidence = (f"trade={word}", f"trade-length={trade - start}", f"first={first}", f"trade-order={order}")
                yield Candidate(start, end, "organisation", "trade", evidence)
