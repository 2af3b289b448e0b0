"""Bodies called by their kind alone, where a report means one: 杜马 of a state, 矿务局 of a town, 女排 of a country."""

from collections.abc import Iterator

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page


def bare(page: Page) -> Iterator[Candidate]:
    """Each word of the list that stands between bounds of words, by itself and what the list says of it."""
    at = page.bounds.at
    for start, end, (form, kind) in page.hits.get("body-bare", ()):
        if start in at and end in at:
            yield Candidate(start, end, "organisation", "bare-body", (f"bare={form}", f"bare-kind={kind}"))
