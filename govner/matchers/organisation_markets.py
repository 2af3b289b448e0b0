"""The part of a firm that works in one market, called by both: 高盛|中国, 联想|大中华区."""

from collections.abc import Iterator

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page


def markets(page: Page) -> Iterator[Candidate]:
    """Each firm of the lists with a market right behind it."""
    ends = {start: (end, entry[0]) for start, end, entry in page.hits.get("body-market", ())}
    if not ends:
        return
    for start, end, entry in page.hits.get("body", ()):
        if entry[3] == "enterprise" and end in ends:
            last, market = ends[end]
            yield Candidate(start, last, "organisation", "market", (f"market={market}", f"of={entry[0]}"))
