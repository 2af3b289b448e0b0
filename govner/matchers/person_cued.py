"""Names by what stands beside them: masks, brackets of a byline, titles, 老 and 小."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govner.lexicon.names import HAN, RARE, han_names, is_han
from govner.lexicon.tables import table
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.person_beside import Beside

LEAST_SURNAME = 1.0
"""Surnames below this log-likelihood ratio do not follow 老 and 小."""
BOLD = 60
"""How far before a mask of stars others are looked for."""
LEAST_LAST = -1.5
"""Characters below this ratio as the second of a given name end no name behind a mask."""


def masked(page: Page) -> Iterator[Candidate]:
    """Up to three characters and what hides the rest of the name (李某某, 尼尼某某, 王某甲)."""
    masks = page.hits.get("person-mask")
    if not masks:
        return
    pattern = _stem()
    surnames = {hit[:2] for hit in page.hits.get("person-surname", ())}
    for start, end, entry in masks:
        stem = pattern.search(page.view, max(0, start - 3), start)
        if stem is None:
            continue
        longer = page.view[end : end + 1] == entry[0][-1]
        for first in range(stem.start(), start):
            if page.view[max(0, first - 1) : first + 1] == 2 * entry[0][-1]:
                continue  # no name begins within a row of masks
            kind = "surname" if (first, start) in surnames else f"{start - first}"
            beside = ("mask-before",) if page.view[first - 1 : first] == entry[0][-1] else ()
            evidence = (f"mask={entry[0]}:{kind}", f"stem={kind}", "mask-goes-on" if longer else "mask-ends", *beside)
            word = word_classes().get(page.view[first:start], "-")  # 能力** ends a line in bold
            evidence = (*evidence, f"stem-word={start - first}:{word}")
            if entry[0][0] == "*":
                evidence = (*evidence, _stars(page.view, first, end))
            if kind == "surname" and len(entry[0]) == 1 and not longer:
                yield from _inside(page, first, end, evidence)
            if entry[1] == "given":
                yield from _hidden(page, first, end, evidence)


def _hidden(page: Page, first: int, end: int, evidence: tuple[str, ...]) -> Iterator[Candidate]:
    """A mask at the end of a name, and what tells its bearers apart (李某, 李某甲)."""
    last = page.view[end : end + 1]
    numbered = last in _ordinals()
    left = ("leaves-ordinal",) if numbered else ()
    if not numbered or last.isnumeric():  # 甲 belongs to 李某甲, 2 may be another word's
        yield Candidate(first, end, "person", "masked-name", (*evidence, *left))
    if numbered:
        yield Candidate(first, end + 1, "person", "masked-name-ordinal", evidence)


def _stars(view: str, first: int, end: int) -> str:
    """How many pairs of stars stand before on the line, and whether the line ends here: pairs set words in bold."""
    line = view[max(first - BOLD, view.rfind("\n", max(0, first - BOLD), first) + 1) : first]
    ends = "ends" if end == len(view) or view[end] == "\n" else "goes-on"
    return f"stars={min(line.count('**'), 3)}:{'opens' if line.startswith('**') else 'inside'}:{ends}"


def _inside(page: Page, first: int, end: int, evidence: tuple[str, ...]) -> Iterator[Candidate]:
    """A mask in the middle of a name (黄某海, 罗×东)."""
    last, names = page.view[end : end + 1], han_names()
    if not last or not is_han(last) or last in _ordinals():
        return
    ratio = names.second.get(last, RARE)
    if ratio >= LEAST_LAST:
        word = word_classes().get(page.view[end : end + 2], "-")
        said = (f"last={ratio:.0f}", f"next-word={word}", "whole" if end + 1 in page.bounds.at else "cut")
        yield Candidate(first, end + 1, "person", "masked-inside", (*evidence, *said))


@lru_cache(maxsize=1)
def _stem() -> re.Pattern[str]:
    return re.compile(HAN + r"{1,3}\Z")


@lru_cache(maxsize=1)
def _ordinals() -> frozenset[str]:
    return frozenset(row[0] for row in table("people/masks").rows if row[1] == "ordinal")


def bylines(page: Page) -> Iterator[Candidate]:
    """Each word of a byline in brackets, whatever its characters."""
    for byline in _bylines().finditer(page.view):
        for name in byline[0].replace("、", " ").split():
            evidence = (f"length={len(name)}", f"class={word_classes().get(name, '-')}")
            start = page.view.index(name, byline.start())
            yield Candidate(start, start + len(name), "person", "bracketed-name", evidence)


@lru_cache(maxsize=1)
def _bylines() -> re.Pattern[str]:
    """Short words in brackets, as names stand at a report's end: (吴哲 李凤祥)."""
    return re.compile(rf"(?<=\()(?:{HAN}{{2,4}}[ 、]{{0,2}}){{1,6}}+(?=\))")


def after_titles(page: Page, beside: Beside) -> Iterator[Candidate]:
    """Two or three characters behind a title whatever they are, where no word of a list begins."""
    words, starts, at = page.bounds.words, page.bounds.starts, page.bounds.at
    if not beside.ends:
        return
    classes = word_classes()
    for end in beside.ends - {start for start, _, _ in page.hits.get("person-surname", ())}:
        i = at.get(end)
        if i is None or i >= len(words) or (len(words[i]) > 1 and words[i] in classes):
            continue
        for length in (2, 3):
            j = at.get(end + length)
            if j is not None and page.view[end : end + length].isalpha() and not page.view[end].isascii():
                yield Candidate(end, starts[j], "person", "after-title", (f"length={length}:{j - i}",))


def nicknames(page: Page) -> Iterator[Candidate]:
    """老 or 小 with a surname or a single character (老许)."""
    before = [hit for hit in page.hits.get("person-honorific", ()) if hit[2][1] == "before" and len(hit[2][0]) == 1]
    if not before:
        return
    surnames = {hit[0]: hit for hit in page.hits.get("person-surname", ())}
    ratios = han_names().surnames
    for start, end, entry in before:
        if end in surnames:
            _, stop, surname = surnames[end]
            if ratios.get(surname[0], -9.0) < LEAST_SURNAME:
                continue
            whole = word_classes().get(page.view[start:stop], "-")
            evidence = ("prefix=" + entry[0], "surname=" + surname[0], "word=" + whole)
            yield Candidate(start, stop, "person", "nickname", evidence, surname)
            yield Candidate(end, stop, "person", "nicknamed-surname", evidence, surname)
