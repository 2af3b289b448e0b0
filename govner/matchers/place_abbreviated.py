"""Places called by one character: beside each other (中俄), after 来 or 访, before 政府 or 军, or a word alone."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
STRENGTHS = ("strong", "weak", "faint")
TELLING = frozenset("访赴驻抵援离旅侨对")
"""What only a place has behind it, however seldom its character is one: 援塔, 对古."""
DIGITS = frozenset("0123456789零一二三四五六七八九十〇")


def abbreviated(page: Page, listed: Listed) -> Iterator[Candidate]:
    """Places called by one character: beside each other, after 来 or 访, before 政府 or 军, or a word alone."""
    spots = {start: entry[0] for start, _, entry in page.hits.get("place-abbreviation", ()) if not listed.covers(start)}
    for spot_run in _runs(page.view, spots):
        if len(spot_run) == 1 and not _may_tell(page, spot_run[0], spots[spot_run[0]]):
            continue
        run = _Run(page, listed, spot_run, spots)
        for i, spot in enumerate(spot_run):
            evidence = list(run.evidence(i))
            character = page.view[spot]
            doubled = character * 2 in page.view[max(0, spot - 1) : spot + 2]  # 哈哈 is laughter
            if not evidence or doubled or page.view[spot - 1 : spot] in DIGITS:
                continue
            evidence.append(shape := run.shape(spot, evidence))
            if _is_named(character, listed):
                evidence += ("named-in-report", f"named-{shape}")
            said = (f"character={character}", *evidence, f"in-class={_class(page, spot)}")
            yield Candidate(spot, spot + 1, "place", "abbreviation", said, abbreviations()[character])


def _may_tell(page: Page, spot: int, strength: str) -> bool:
    """Whether anything beside a character without company may speak for a place; most are other words."""
    view, at, (before, _, opens) = page.view, page.bounds.at, _contexts()
    if spot in at and ((strength == "strong" and spot + 1 in at) or view[spot + 1 : spot + 2] in opens):
        return True
    on = view[spot - 1 : spot]
    if on not in before or not _bound(at, spot):
        return False
    return strength == "strong" or (strength == "weak" and on in TELLING) or _class(page, spot).startswith("unknown")


class _Run:
    """Characters side by side, or with a 、 between them, that may be a place each."""

    def __init__(self, page: Page, listed: Listed, spots: Sequence[int], strengths: Mapping[int, str]) -> None:
        view, at = page.view, page.bounds.at
        first, last = spots[0], spots[-1]
        self._page, self._listed, self._spots, self._strengths = page, listed, spots, strengths
        self._before, after, opens = _contexts()
        self._edge = (
            first in at
            or (first - 1 in at and view[first - 1] in self._before)
            or (last > first and any(view[spot] != "中" and _is_named(view[spot], listed) for spot in spots))
        )
        self._head = after.match(view, last + 1) if view[last + 1 : last + 2] in opens else None
        if self._head and self._head.end() not in at and last + 1 in at:
            self._head = None  # 以|人民: the word behind is another one
        self._word = first in at and at.get(last + 1) == at[first] + 1 and page.classes[at[first]] in ABBREVIATED
        self._sure_head = self._head is not None and self._head.end() - self._head.start() > 1

    def evidence(self, i: int) -> Iterator[str]:
        """What speaks for the ``i``-th character: its company, the words before and after; perhaps nothing."""
        spot = self._spots[i]
        at, strength, here = self._page.bounds.at, self._strengths[spot], _class(self._page, spot)
        strong, on = strength == "strong" or here.startswith("unknown"), self._page.view[spot - 1 : spot]
        alone = len(self._spots) == 1
        if not alone and self._edge and (strength != "faint" or self._word or self._sure_head):
            yield from self._company(i)
        if on in self._before and (strong or (strength == "weak" and on in TELLING)) and _bound(at, spot):
            yield f"on={on}"
        if (
            spot == self._spots[-1]
            and self._head
            and (spot in at if alone else self._edge)
            and (strong or self._sure_head)
        ):
            yield f"head={self._head.group()}"
        if strength == "strong" and spot in at and spot + 1 in at and here not in FUNCTIONAL:
            yield "alone"

    def shape(self, spot: int, evidence: Sequence[str]) -> str:
        """What kinds of evidence there are, and how the run lies to the words: 访|华 ends one, 中美|关系 begins one."""
        at = self._page.bounds.at
        parts = ["run" if len(self._spots) > 1 else "single"]
        said = "\n".join(("", *evidence))
        parts += [part for part in ("on", "head") if f"\n{part}=" in said]
        left, right = self._spots[0] in at, self._spots[-1] + 1 in at
        whole = "words" if spot in at and spot + 1 in at else "word"
        parts.append((whole if right else "begins") if left else ("ends" if right else "inside"))
        return "shape=" + ",".join(parts)

    def _company(self, i: int) -> Iterator[str]:
        """What the neighbours say: on which side they are, how telling, and whether the report names them."""
        run, view = self._spots, self._page.view
        others = [run[k] for k in (i - 1, i + 1) if 0 <= k < len(run)]
        strongest = min((self._strengths[other] for other in others), key=STRENGTHS.index)
        yield "beside=" + ("right" if i == 0 else "left" if i == len(run) - 1 else "both")
        yield f"company={self._strengths[run[i]]}+{strongest}"
        yield f"run={min(len(run), 5)}"
        for other in others:
            yield f"with={view[other]}"
        if self._word and run[-1] + 1 - run[0] == len(run):
            yield "word-of-abbreviations"
        if any(view[other] != "中" and _is_named(view[other], self._listed) for other in others):
            yield "company-named-in-report"


def _class(page: Page, spot: int) -> str:
    """The class of the word that holds a character."""
    return page.classes[bisect_right(page.bounds.starts, spot) - 1]


def _is_named(character: str, listed: Listed) -> bool:
    """Whether the report has the whole name of a place that the character may stand for: 格鲁吉亚 for 格."""
    return not listed.names.isdisjoint(_names()[character])


@lru_cache(maxsize=1)
def _names() -> dict[str, frozenset[str]]:
    """The whole names of the places that each character may stand for."""
    return {character: frozenset(reading.name for reading in found) for character, found in abbreviations().items()}


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


@lru_cache(maxsize=1)
def _contexts() -> tuple[frozenset[str], re.Pattern[str], frozenset[str]]:
    """The characters before and the words after that let one character be a place; how such words begin."""
    rows = table("places/abbreviation_contexts").rows
    after = sorted((word for word, side in rows if side == "after"), key=len, reverse=True)
    before, opens = frozenset(word for word, side in rows if side == "before"), frozenset(word[0] for word in after)
    return before, re.compile("|".join(after)), opens
