"""Names so well known that they stand without any title, longer names that begin so, and what is called after them."""

from collections.abc import Iterable, Iterator, Sequence

from govner.lexicon.names import han_names, is_han
from govner.matchers.candidate import CANDIDATE, Candidate
from govner.matchers.page import Page

SUFFIXES = {"body-suffix": 0, "place-suffix": 1}
"""The words that end names of bodies and places, and where the scan's entry has the word."""

LEAST_LAST = 1.0
"""Characters below this log-likelihood ratio at the end of given names make no longer name of a well-known one."""


def known(page: Page, whole: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each name of the list, wherever it stands, told whether one of ``whole`` goes on behind it (岳飞|扬)."""
    if not (hits := page.hits.get("person-known", ())):
        return
    found = {candidate[:2] for candidate in whole}
    for start, end, entry in hits:
        evidence = ("begins-longer",) if (start, end + 1) in found else ()
        yield Candidate(start, end, "person", "known-name", evidence, entry)


def longer(page: Page, whole: Sequence[Candidate]) -> Iterator[Candidate]:
    """A well-known name of two characters and a third that ends given names, where ``whole`` has none: 关公|海."""
    short = [hit for hit in page.hits.get("person-known", ()) if hit[1] - hit[0] == 2]
    if not short:
        return
    found = {candidate[:2] for candidate in whole}
    surnames = {start: entry for start, end, entry in page.hits.get("person-surname", ()) if end - start == 1}
    for start, end, entry in short:
        last = page.view[end : end + 1]
        if start not in surnames or (start, end + 1) in found or not last or not is_han(last):
            continue
        if (ratio := han_names().second.get(last, LEAST_LAST)) > LEAST_LAST:
            evidence = ("begins=" + entry[0], "last=" + last, f"last-ratio={ratio:.0f}")
            yield Candidate(start, end + 1, "person", "longer-than-known", evidence, surnames[start])


def called_after(page: Page, people: Iterable[Candidate]) -> Iterator[Candidate]:
    """The people, those with a well-known name told of the suffix behind it, at once or behind one word."""
    told = _suffixes(page)
    if not told:
        yield from people
        return
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
