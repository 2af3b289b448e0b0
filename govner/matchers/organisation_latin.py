"""Bodies spelt in Latin letters: FHFA, Nimbus Labs."""

from collections.abc import Iterator

from govner.matchers.candidate import Candidate
from govner.matchers.latin import runs
from govner.matchers.page import Page


def latin(page: Page) -> Iterator[Candidate]:
    """Every run of Latin words that is more than a letter."""
    for start, end, evidence in runs(page.view):
        if end - start > 1:
            yield Candidate(start, end, "organisation", "latin-body", evidence)
