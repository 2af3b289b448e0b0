"""Places called by one character: beside each other (中俄), after 来 or 访, before 政府 or 军, or a word alone."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from govner.lexicon.gazetteer import abbreviations
from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.place_listed import Listed

ABBREVIATED = frozenset({"abbreviation", "place", "thing", "time", "noun", "unknown2", "unknown3"})
"""Classes of words that may be made of abbreviations: 中日 is a time, 欧美 a noun to the lists."""
FUNCTIONAL = frozenset(
    {
        "adverb",
        "adjective",
        "locality",
        "preposition",
        "conjunction",
        "particle",
        "pronoun",
        "measure",
        "numeral",
        "verb",
    }
)
"""Classes of one-character words that are no place without company: 以, 中, 新, 越."""
TELLING = frozenset("访赴驻抵援离旅侨对")
"""What only a place has behind it, however seldom its character is one: 援塔, 对古."""
DIGITS = frozenset("0123456789零一二三四五六七八九十〇")


def abbreviated(page: Page, listed: Listed) -> Iterator[Candidate]:
    """Places called by one character: beside each other, after 来 or 访, before 政府 or 军, or a word alone."""
    view, at, classes = page.view, page.bounds.at, page.classes
    spots = {start: entry[0] for start, _, entry in page.hits.get("place-abbreviation", ()) if not listed.covers(start)}
    before, after = _contexts()
    for run in _runs(view, spots):
        first, last = run[0], run[-1]
        edge = first in at or (first - 1 in at and view[first - 1] in before)
        head = after.match(view, last + 1)
        if head and head.end() not in at and last + 1 in at:
            head = None  # 以|人民: the word behind is another one
        word = first in at and at.get(last + 1) == at[first] + 1 and classes[at[first]] in ABBREVIATED and len(run) > 1
        for spot in run:
            strength, here = spots[spot], classes[bisect_right(page.bounds.starts, spot) - 1]
            strong = strength == "strong" or here.startswith("unknown")
            on = view[spot - 1 : spot]
            evidence: list[str] = []
            if len(run) > 1 and edge and (strength != "faint" or word or _long(head)):
                evidence.append("beside=" + ("right" if spot == first else "left" if spot == last else "both"))
            if word and last + 1 - first == len(run):
                evidence.append("word-of-abbreviations")
            if on in before and (strong or (strength == "weak" and on in TELLING)) and _bound(at, spot):
                evidence.append("on=" + on)
            if spot == last and head and (spot in at if len(run) == 1 else edge) and (strong or _long(head)):
                evidence.append("head=" + head.group())
            if strength == "strong" and spot in at and spot + 1 in at and here not in FUNCTIONAL:
                evidence.append("alone")
            if evidence and on not in DIGITS:
                known = abbreviations()[view[spot]]
                evidence.insert(0, f"character={view[spot]}")
                yield Candidate(spot, spot + 1, "place", "abbreviation", tuple(evidence), known)


def _bound(at: Mapping[int, int], spot: int) -> bool:
    """Whether a word begins or ends at a character or at the one before it."""
    return spot in at or spot - 1 in at or spot + 1 in at


def _runs(view: str, spots: Iterable[int]) -> Iterator[list[int]]:
    """Spots that stand side by side, or with a 、 between them, together; most are alone."""
    run: list[int] = []
    for spot in spots:
        if run and spot != run[-1] + 1 and not (spot == run[-1] + 2 and view[spot - 1] == "、"):
            yield run
            run = []
        run.append(spot)
    if run:
        yield run


def _long(head: re.Match[str] | None) -> bool:
    """Whether a word stands behind that only a place may have there: 两国, 政府, not 方 or 人."""
    return head is not None and head.end() - head.start() > 1


@lru_cache(maxsize=1)
def _contexts() -> tuple[frozenset[str], re.Pattern[str]]:
    """The characters before and the words after that let one character be a place."""
    rows = table("places/abbreviation_contexts").rows
    after = sorted((word for word, side in rows if side == "after"), key=len, reverse=True)
    return frozenset(word for word, side in rows if side == "before"), re.compile("|".join(after))
