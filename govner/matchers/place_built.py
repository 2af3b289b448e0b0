"""Places that no list has: built up to a suffix (河沿村, 会展中心), or written with the characters of foreign names."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from govner.lexicon.gazetteer import readings
from govner.lexicon.names import transliterations
from govner.lexicon.tables import table
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.place_listed import Listed

WALLS = frozenset({"particle", "pronoun", "preposition", "conjunction", "interjection", "punctuation", "mark", "space"})
"""Classes of words over which no built name reaches; single words are in places/walls."""
LOOSE = frozenset({"verb", "adverb", "time", "numeral", "number", "phrase", "title", "measure", "occupation", "affix"})
"""Classes of longer words that no built name has inside, though some may stand next to its end (解放路, 国王公园)."""
NEVER = frozenset({"adverb", "measure", "affix"})
"""Classes of longer words that are no part of a name at all."""
NAMES = frozenset({"place", "thing", "foreign-name", "person", "organisation", "unknown1", "unknown2", "unknown3"})
"""Classes of words that may be a whole name with its suffix; 农村, 报道 and 上市 are none."""
DIVISIONS = frozenset("省市县区镇乡村州旗")
"""What another name ends in, so that none reaches over it."""
MOST_WORDS = {"suffix": 4, "facility": 6}
MOST_CHARACTERS = {"suffix": 9, "facility": 14, "transliteration": 14}
"""How far a built name reaches to the left of its end."""
TRANSLITERATED = -1.0
"""The least log-likelihood ratio of a character that may be inside a transliterated name."""


def built(page: Page, listed: Listed) -> Iterator[Candidate]:
    """Names built up to a suffix: all left bounds that words and their classes allow."""
    at, starts = page.bounds.at, page.bounds.starts
    longest: dict[int, tuple[int, tuple[str, ...]]] = {}
    for start, end, entry in page.hits.get("place-suffix", ()):
        if (end not in longest or start < longest[end][0]) and (end in at or _cuts(page, start, end)):
            longest[end] = (start, entry)
    for end, (cut, entry) in longest.items():
        rule, suffix, kind = entry
        if rule == "suffix" and any(len(word) > len(suffix) and _is_whole(word) for word in listed.ending.get(end, ())):
            continue
        last = bisect_right(starts, end - 1) - 1
        if starts[last] < cut and starts[last] not in listed.starting and not _may_name(page.classes[last], suffix):
            continue
        evidence = (f"suffix={suffix}", f"kind={kind}")
        for k, why in _lefts(page, listed, cut, end, entry):
            first = f"first-class={page.classes[k]}"
            yield Candidate(starts[k], end, "place", rule, (*evidence, *why, first), kind)
        start = _transliterated(page.view, cut)
        if cut - start > 1:
            yield Candidate(start, end, "place", f"{rule}-transliterated", evidence, kind)


def _may_name(name: str, suffix: str) -> bool:
    """Whether a word of this class that ends in the suffix may be a name: 农村 and 报道 are none."""
    return name in NAMES or (name == "noun" and len(suffix) > 1)


def _cuts(page: Page, start: int, end: int) -> bool:
    """Whether a suffix begins a word whose rest is a word too: 前营|村农民."""
    k = page.bounds.at.get(start)
    if k is None:
        return False
    after = page.bounds.starts[k + 1]
    return after - end > 1 and page.view[end:after] in word_classes()


def _is_whole(word: str) -> bool:
    """Whether a listed name leaves nothing to be built: 上海, 贵州省, not 家村."""
    return readings()[word][0].source in {"country", "division", "region", "city"}


def _lefts(page: Page, listed: Listed, cut: int, end: int, entry: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The words that a name ending in a suffix may begin with, nearest first, and what speaks of each."""
    starts, classes, words, walls = page.bounds.starts, page.classes, page.bounds.words, _walls()
    rule, _, kind = entry
    nearest = bisect_right(starts, cut - 1) - 1
    for k in range(nearest, max(-1, nearest - MOST_WORDS[rule]), -1):
        name, word, start = classes[k], words[k], starts[k]
        if name in WALLS or word in walls or end - start > MOST_CHARACTERS[rule]:
            return
        if k < nearest and (word in DIVISIONS or (name in LOOSE and len(word) > 1) or name == "number"):
            return
        if (name in NEVER and len(word) > 1) or (name == "number" and kind != "road"):
            return
        why = ["place-before"] if start in listed.ending else []
        if any(start < e < end for e, _ in listed.starting.get(start, ())):
            why.append("begins-with-place")
        yield k, why
        if rule == "suffix" and why:
            return


@lru_cache(maxsize=1)
def _walls() -> frozenset[str]:
    return frozenset(table("places/walls").column("word"))


def _transliterated(view: str, cut: int) -> int:
    """Where the run of characters begins, up to ``cut``, that write foreign names."""
    inside = transliterations().inside
    start, least = cut, max(0, cut - MOST_CHARACTERS["transliteration"])
    while start > least and (inside.get(view[start - 1], -9.0) > TRANSLITERATED or view[start - 1] in "·-"):
        start -= 1
    return start


def foreign(page: Page, listed: Listed) -> Iterator[Candidate]:
    """Runs of characters that write foreign names, where no list has the name: 在斯温登, 塞勒根附近."""
    for found in _foreign_runs().finditer(page.view):
        start, end = found.span()
        ratio = round(transliterations().ratio(found.group()) / (end - start))
        if ratio > 0 and not (listed.covers(start) and listed.covers(end - 1)):
            yield Candidate(start, end, "place", "foreign", (f"ratio={ratio}",), "foreign")


@lru_cache(maxsize=1)
def _foreign_runs() -> re.Pattern[str]:
    inside = transliterations().inside
    characters = "".join(sorted(c for c, ratio in inside.items() if ratio > TRANSLITERATED))
    return re.compile(f"[{characters}][{characters}·-]{{1,10}}[{characters}]")
