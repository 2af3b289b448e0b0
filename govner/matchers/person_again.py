"""Parts of names that stand alone: a given name or surname where the page has the whole one, a given name honoured."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govner.lexicon.names import han_names, is_han
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate, flat
from govner.matchers.page import Page
from govner.matchers.person_beside import Beside

LIKELY = 6.0
"""Names above this log-likelihood ratio may be taken up by a part of theirs; with a title they need half of it."""
LEAST_SURNAME = 1.0
"""Surnames below this ratio (和, 于, 高) do not stand alone."""
LEAST_GIVEN = 1.5
"""Given names below this ratio are not honoured alone (各位同志)."""
FEW = 32
"""So many given names are looked for one by one."""
TITLED = frozenset({"title-before", "title-after", "modified-title-after"})
NAMES = frozenset({"-", "person"})
SOME_NAMES = NAMES | {"noun", "thing"}
"""Classes of words that may be a given name, and of those that may where it is likely (小平, 小军); 建设 is none."""
LIKELY_GIVEN = 3.0


class Bearer(NamedTuple):
    """Whom a part of a name may mean: the whole name, where it starts, whether a title stands beside it anywhere."""

    surname: str
    given: str
    starts: set[int]
    titles: set[int]

    def told(self) -> tuple[str, str]:
        """How often the page has the whole name, and whether with a title."""
        return f"whole={min(len(self.starts), 3)}", "titled" if self.titles else "untitled"


def again(page: Page, beside: Beside, whole: Sequence[Candidate]) -> Iterator[Candidate]:
    """Surnames and given names alone, a word each, of which the page has the whole name (``whole``) well supported."""
    surnames, givens = _bearers(page, whole)
    for stop, _, (_, kind) in page.hits.get("person-mask", ()):  # 高某望风，高逃走
        surname = page.view[stop - 1 : stop]
        if kind == "given" and han_names().surnames.get(surname, -9.0) >= LEAST_SURNAME:
            _note(surnames, surname, (surname, ""), stop - 1, titled=False)
    view, at, classes = page.view, page.bounds.at, word_classes()
    begins = {candidate[0] for candidate in whole}
    for start, end, (word, *_) in page.hits.get("person-surname", ()):
        bearer = surnames.get(word)
        if bearer and start in at and end in at and end not in beside.starts and start not in bearer.starts:
            said = ("surname=" + word, *bearer.told(), "begins-name" if start in begins else "alone")
            yield Candidate(start, end, "person", "surname-again", said, bearer[:2])
    for start in _places(page, givens):
        bearer = givens.get(view[start : start + 2])
        if bearer and start in at and start + 2 in at and start - len(bearer.surname) not in bearer.starts:
            part = bearer.given
            told = (*bearer.told(), f"word={classes.get(part, '-')}")
            yield Candidate(start, start + 2, "person", "given-again", told, bearer[:2])


def _places(page: Page, givens: Mapping[str, Bearer]) -> Iterator[int]:
    """Where given names may stand: looked for one by one where they are few, at each word where they are many."""
    if len(givens) > FEW:
        yield from page.bounds.starts
        return
    for part, bearer in givens.items():
        if page.view.count(part) > len(bearer.starts):
            start = page.view.find(part)
            while start >= 0:
                yield start
                start = page.view.find(part, start + 1)


def _bearers(page: Page, whole: Sequence[Candidate]) -> tuple[dict[str, Bearer], dict[str, Bearer]]:
    """By their surnames and by their given names those whom the page names in full."""
    view, at, names, classes = page.view, page.bounds.at, han_names(), word_classes()
    surnames: dict[str, Bearer] = {}
    givens: dict[str, Bearer] = {}
    for start, end, _, _, evidence, entry, _ in whole:
        if not isinstance(entry, tuple) or end - start - len(entry[0]) < 2 or start not in at or end not in at:
            continue
        surname, given = entry[0], view[start + len(entry[0]) : end]
        own, ratio = names.surnames.get(surname, names.rare), names.given(given)
        if own + ratio < LIKELY / 2:
            continue
        titled = not TITLED.isdisjoint(flat(evidence))
        if not titled and own + ratio < LIKELY:
            continue
        if len(surname) == 1 and own >= LEAST_SURNAME:
            _note(surnames, surname, (surname, given), start, titled=titled)
        if classes.get(given, "-") in _classes(ratio):
            _note(givens, given, (surname, given), start, titled=titled)
    return surnames, givens


def _note(bearers: dict[str, Bearer], part: str, name: tuple[str, str], start: int, *, titled: bool) -> None:
    """The first bearer of a part stands for all; where any of them stands is kept."""
    bearer = bearers.setdefault(part, Bearer(*name, set(), set()))
    bearer.starts.add(start)
    if titled:
        bearer.titles.add(start)


def _classes(ratio: float) -> frozenset[str]:
    """The classes of words that a given name of this likelihood may be."""
    return SOME_NAMES if ratio >= LIKELY_GIVEN else NAMES


def honoured(page: Page) -> Iterator[Candidate]:
    """A given name of two characters before an honorific (利民同志), where no surname stands before it."""
    view, at, names, classes = page.view, page.bounds.at, han_names(), word_classes()
    honorifics = [hit for hit in page.hits.get("person-honorific", ()) if hit[2][1] == "after" and hit[1] - hit[0] > 1]
    if not honorifics:
        return
    surnames = {end for start, end, _ in page.hits.get("person-surname", ()) if start in at}
    for end, _, honorific in honorifics:
        start, given = end - 2, view[max(0, end - 2) : end]
        if start not in at or end not in at or start in surnames or len(given) < 2 or not all(map(is_han, given)):
            continue
        if (ratio := names.given(given)) >= LEAST_GIVEN and (kind := classes.get(given, "-")) in _classes(ratio):
            said = ("honorific=" + honorific[0], f"given={min(ratio, 10):.0f}", f"word={kind}")
            yield Candidate(start, end, "person", "given-honoured", said, ("", given))
