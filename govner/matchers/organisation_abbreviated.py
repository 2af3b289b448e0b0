"""Short forms in brackets behind the name that they shorten: 云岭民主阵线(云阵), wherever else they stand too."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

MOST_CHARACTERS = 30
"""How far the name reaches to the left of the bracket, in code points."""
MOST_NAMES = 50
"""How many short forms are looked for elsewhere: a search each, so that the time stays linear in the text."""


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    """A bracket with nothing but two to eight Chinese characters, quoted or not."""
    return re.compile(r"\(“?(?P<name>[一-鿿]{2,8})”?\)")


def abbreviated(page: Page, ends: Container[int]) -> Iterator[Candidate]:
    """Every place of a form that stands in brackets behind a name and has its characters in their order.

    ``ends`` are where suffixes and bodies of the lists end.
    """
    view = page.view
    if "(" not in view:
        return
    found: dict[str, tuple[str, ...]] = {}
    places = {start for start, _, _ in page.hits.get("place-name", ())}
    for bracket in _bracket().finditer(view):
        opening, name = bracket.start(), bracket["name"]
        if (
            opening in ends
            and bracket.start("name") not in places
            and _shortens(name, view[max(0, opening - MOST_CHARACTERS) : opening])
        ):
            last = "same" if view[opening - 1] == name[-1] else "other"
            found.setdefault(name, (f"abbreviated-length={len(name)}", f"abbreviated-last={last}"))
    for name, evidence in list(found.items())[:MOST_NAMES]:
        start = view.find(name)
        while start >= 0:
            yield Candidate(start, start + len(name), "organisation", "abbreviated", evidence)
            start = view.find(name, start + len(name))


def _shortens(name: str, before: str) -> bool:
    """Whether the characters of a form stand in what is before it, in their order."""
    rest = iter(before)
    return all(c in rest for c in name)
