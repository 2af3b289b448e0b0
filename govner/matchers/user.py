"""The user's own words: each is a mention of its type wherever it stands, ahead of everything of ours."""

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import Label

WINS = 1000.0
"""Log-odds beyond all that evidence of ours adds up to; longer words win over shorter ones."""


def candidates(page: Page) -> list[Candidate]:
    """Every place where a typed word of the user's stands."""
    found = []
    for start, end, entry in page.hits.get("user-word", ()):
        label: Label = entry[1]  # type: ignore[assignment]
        found.append(Candidate(start, end, label, "user-word", (), entry, WINS * (end - start)))
    return found
