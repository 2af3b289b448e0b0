"""Names so well known that they stand without any title, and what is called after their bearers: 冼星海|路."""

from collections.abc import Iterable, Iterator

from govner.matchers.candidate import CANDIDATE, Candidate
from govner.matchers.page import Page

SUFFIXES = {"body-suffix": 0, "place-suffix": 1}
"""The words that end names of bodies and places, and where the scan's entry has the word."""


def known(page: Page) -> Iterator[Candidate]:
    """Each name of the list, wherever it stands."""
    for start, end, entry in page.hits.get("person-known", ()):
        yield Candidate(start, end, "person", "known-name", (), entry)


def called_after(page: Page, people: Iterable[Candidate]) -> Iterator[Candidate]:
    """The people, those with a well-known name told of the suffix behind it, at once or behind one word."""
    told = _suffixes(page)
    for person in people:
        start, end, label, rule, evidence, detail, score = person
        if (start, end) in told:
            yield CANDIDATE((start, end, label, rule, (*evidence, told[start, end]), detail, score))
        else:
            yield person


def _suffixes(page: Page) -> dict[tuple[int, int], str]:
    """By the bounds of a well-known name, what is said of the suffix behind it."""
    names = {hit[:2] for hit in page.hits.get("person-known", ())}
    if not names:
        return {}
    suffixes = {start: entry[at] for kind, at in SUFFIXES.items() for start, _, entry in page.hits.get(kind, ())}
    at, starts = page.bounds.at, page.bounds.starts
    told = {}
    for name in names:
        end = name[1]
        if end in suffixes:
            told[name] = "suffix-behind=" + suffixes[end]
        elif (i := at.get(end)) is not None and i + 1 < len(starts) and starts[i + 1] in suffixes:
            told[name] = "suffix-near=" + suffixes[starts[i + 1]]
    return told
