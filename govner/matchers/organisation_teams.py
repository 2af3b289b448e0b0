"""Teams called by a town, a state or a nickname alone, on pages that speak of matches: 海伦堡主场迎战塔林."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from govner.lexicon.names import transliterations
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

LEAST_WORDS = 2
MOST_WORDS = 5
"""How many words of sport a page has at least, and how many are told apart."""
LEAST_LIKELY = -1.0
"""Characters below this log-likelihood ratio inside a foreign name end a run."""
NAMES = frozenset({"place", "foreign-name"})
"""Classes of words that may be a foreign name."""
TOWNS = frozenset({"city", "name"})
"""Lists with towns of other countries."""
ORDINARY = "ordinary-word"
"""How the lists mark names that are words besides: 武功 is a county and an art."""
SHORT = "form=short"
"""How the lists mark the names by which states and divisions call their teams: 约旦, 河南."""


def sport(page: Page) -> str:
    """Evidence that a page speaks of matches; nothing where it does not."""
    words = len(page.hits.get("sport-word", ()))
    return "" if words < LEAST_WORDS else f"sport={min(words, MOST_WORDS)}"


def teams(page: Page, sport: str) -> Iterator[Candidate]:
    """Towns, states, divisions, nicknames and other transliterated names, each as the team that it may stand for."""
    at, seen = page.bounds.at, set()
    for start, end, entry in page.hits.get("place-name", ()):
        if (entry[0] in TOWNS or entry[2] == SHORT) and start in at and end in at and ORDINARY not in entry:
            seen.add((start, end))
            sort = entry[1] if entry[0] == "division" else entry[0]
            yield Candidate(start, end, "organisation", "team", (f"team={sort}", sport))
    for start, end, _ in page.hits.get("team-name", ()):
        if start in at and end in at and (start, end) not in seen:
            seen.add((start, end))
            yield Candidate(start, end, "organisation", "team", ("team=nickname", sport))
    for found in _foreign().finditer(page.view):
        start, end = found.span()
        named = word_classes().get(found.group(), "foreign-name") in NAMES
        if named and (start, end) not in seen and start in at and end in at:
            ratio = round(transliterations().ratio(found.group()) / (end - start))
            yield Candidate(start, end, "organisation", "team", (f"team=foreign{ratio}", sport))


@lru_cache(maxsize=1)
def _foreign() -> "regex.Pattern[str]":
    """A run of characters that write foreign names."""
    inside = transliterations().inside
    characters = regex.escape("".join(sorted(c for c, ratio in inside.items() if ratio > LEAST_LIKELY)))
    return regex.compile(rf"(?<![{characters}·-])[{characters}]{{2,7}}+(?![{characters}·-])")
