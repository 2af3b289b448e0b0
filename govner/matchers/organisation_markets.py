"""The part of a firm that works in one place, called by both: 高盛|中国, 联想|大中华区, 岭东|华为."""

from collections.abc import Iterator

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

FIRMS = frozenset({"companies", "central_enterprises", "listed_companies"})
"""Lists of firms, whose parts bear the name of a place before theirs; 神州|大地 is none of a firm called by a word."""


def markets(page: Page) -> Iterator[Candidate]:
    """Each firm of the lists with a market right behind it or with a place right before it."""
    firms = [hit for hit in page.hits.get("body", ()) if hit[2][3] == "enterprise"]
    if not firms:
        return
    ends = {start: (end, entry[0]) for start, end, entry in page.hits.get("body-market", ())}
    places: dict[int, tuple[int, str]] = {}
    for start, end, entry in page.hits.get("place-name", ()):
        if end not in places or start < places[end][0]:
            places[end] = start, entry[1]
    for start, end, entry in firms:
        if end in ends:
            last, market = ends[end]
            yield Candidate(start, last, "organisation", "market", (f"market={market}", f"of={entry[0]}"))
        if entry[0] in FIRMS and start in places:
            first, region = places[start]
            yield Candidate(first, end, "organisation", "local-part", (f"in={region}", f"of={entry[0]}"))
