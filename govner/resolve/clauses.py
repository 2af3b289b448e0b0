"""A sentence as a short string of symbols: one for each mention, and one for each joining word between them.

广东省省长王明、副省长李华 reads ``ltp,tp``: the constructions of ``constructions.py`` are patterns over such strings.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from govner.lexicon.tables import table
from govner.matchers.page import Page
from govner.mentions import Label, Mention, Person, Title

SYMBOLS: dict[Label, str] = {"person": "p", "title": "t", "organisation": "o", "place": "l", "date": "d", "figure": "~"}
ROLES = {
    "hold": "H", "both": "J", "take-over": "G", "is": "=", "appoint": "A", "remove": "R", "leave": "E", "gone": "Z",
    "succeed": "S", "passive": "b", "adverb": "a", "each": "i", "all": "g", "as": "W", "in-the-role": "K", "by": "Y",
    "at": "@", "post": "Q", "former": "F", "newly": "N", "of": "D", "charge": "C", "filler": "~", "body": "B",
    "topic": "^", "wish": "!", "epithet": "v", "pronoun": "h", "addressee": "u", "others": "e", "wire": "w",
    "list": ",", "and": "&", "comma": ";", "semicolon": "/", "colon": ":", "open": "(", "close": ")", "honorific": "",
    "aspect": "",
}  # fmt: skip
OTHER = "x"
VERBS = frozenset("HGJAR=")

# What stands between two mentions without parting them: spaces, line breaks, quotation marks, marks of emphasis.
SILENT = " \t\r\n\u3000“”‘’\"'*_#·•"
# Mentions are masked by private-use characters, so that no joining word is found inside one.
MASKS: dict[Label, str] = dict(zip(SYMBOLS, "\ue000\ue001\ue002\ue003\ue004\ue005", strict=True))
MASKED = frozenset(MASKS.values())
ENDING = "。!?…" + SILENT
# Asides: a bracket or a work's name without a title in it (（600881）, （女，回族）, 《规划》), a count (第十四届).
ASIDE = re.compile(rf"[（(《][^（()）《》{MASKS['title']}]{{0,60}}[）)》]|第[一二三四五六七八九十百〇\d]{{1,4}}[任届]")


# Longer sentences, in code points, are read in pieces.
LONGEST = 2000
LONGEST_PORTFOLIO = 14


class Word(NamedTuple):
    """A joining word, or (role ``other``) any other stretch of text."""

    start: int
    end: int
    text: str
    role: str
    status: str = ""


Part = Mention | Word


@dataclass(frozen=True, slots=True)
class Clause:
    """``shape`` holds one symbol for each of ``parts``."""

    shape: str
    parts: tuple[Part, ...]


@lru_cache(maxsize=1)
def _lexicon() -> tuple[AhoCorasick, list[tuple[str, str]]]:
    entries = {word: (role, status) for word, role, status in table("appointments/words").rows}
    entries |= dict.fromkeys(table("appointments/bodies").column("noun"), ("body", ""))
    return AhoCorasick(list(entries), matchkind=MatchKind.LeftmostLongest), list(entries.values())


@lru_cache(maxsize=1)
def _unit() -> re.Pattern[str]:
    endings = "|".join(table("appointments/units").column("ending"))
    return re.compile(rf"[\u4e00-\u9fffA-Za-z]{{0,10}}(?:{endings})\Z")


@lru_cache(maxsize=1)
def _heads_with_portfolio() -> tuple[str, ...]:
    return tuple(title for title, traits in table("appointments/titles").rows if "portfolio" in traits)


def sentences(page: Page, mentions: Sequence[Mention]) -> Iterator[tuple[tuple[int, int], Sequence[Mention]]]:
    """Every sentence that has mentions, with them; of an endless one the pieces, so that all work is linear."""
    first = 0
    for begin, stop in page.sentences:
        start = begin
        while first < len(mentions) and mentions[first].start < stop:
            last, end = first, max(min(stop, start + LONGEST), mentions[first].end)
            while last < len(mentions) and mentions[last].end <= end:
                last += 1
            if last < len(mentions):
                end = min(end, mentions[last].start)
            yield (start, end), mentions[first:last]
            first, start = last, end


def read(page: Page, bounds: tuple[int, int], mentions: Sequence[Mention]) -> Clause:
    """The symbols of one sentence."""
    start, end = bounds
    masked = _mask(page.view, start, end, mentions)
    asides = [(start + m.start(), start + m.end()) for m in ASIDE.finditer(masked)]
    automaton, meanings = _lexicon()
    words = (
        Word(start + a, start + b, masked[a:b], *meanings[index])
        for index, a, b in automaton.find_matches_as_indexes(masked)
    )
    items: list[Part] = [word for word in words if not _within_another(page, word, masked, start)]
    items += mentions
    symbols: list[str] = []
    parts: list[Part] = []
    cursor = start
    aside = 0
    for item in sorted(items, key=lambda item: item.start):
        while aside < len(asides) and asides[aside][1] <= item.start:
            aside += 1
        if aside < len(asides) and asides[aside][0] <= item.start:
            _other(page, cursor, asides[aside][0], symbols, parts)
            cursor = max(cursor, asides[aside][1])
            continue
        _other(page, cursor, item.start, symbols, parts)
        space = page.view[cursor : item.start].isspace()
        if space and isinstance(item, Person) and symbols[-1:] == ["t"] and not VERBS.isdisjoint(symbols):
            # A headline's space: 祝贺王明当选总统 李华致电
            symbols.append(";")
            parts.append(Word(cursor, item.start, "", "comma"))
        symbol = SYMBOLS[item.label] if isinstance(item, Mention) else ROLES[item.role]
        if isinstance(item, Title):
            _join_to_body(page, item, symbols, parts)
        if symbol:
            symbols.append(symbol)
            parts.append(item)
        cursor = item.end
    _other(page, cursor, cursor + len(page.view[cursor:end].rstrip(ENDING)), symbols, parts)
    return Clause("".join(symbols), tuple(parts))


def _join_to_body(page: Page, title: Title, symbols: list[str], parts: list[Part]) -> None:
    """Makes fillers of what names a unit or a ministry before a title: 担任财务部|经理, 国际关系与合作|部长."""
    first = len(symbols)
    while first and symbols[first - 1] in (OTHER, "&", ","):
        first -= 1
    if not first or first == len(symbols) or symbols[first - 1] not in "olBHGW":
        return
    between = page.view[parts[first - 1].end : title.start]
    unit = symbols[first:] == [OTHER] and _unit().match(between)
    portfolio = (
        symbols[first - 1] in "olB"
        and OTHER in symbols[first:]
        and len(between) <= LONGEST_PORTFOLIO
        and title.text.endswith(_heads_with_portfolio())
    )
    if unit or portfolio:
        symbols[first:] = "~" * (len(symbols) - first)


def _within_another(page: Page, word: Word, masked: str, start: int) -> bool:
    """Whether a single character is part of a longer word that touches no mention: 原 in 原因, 任 in 责任."""
    bounds = page.bounds
    if word.end - word.start > 1 or not word.text.isalpha():
        return False
    first = bounds.starts[bisect_right(bounds.starts, word.start) - 1]
    last = bounds.starts[bisect_right(bounds.starts, word.start)]
    return last - first > 1 and first >= start and MASKED.isdisjoint(masked[first - start : last - start])


def _mask(view: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    pieces: list[str] = []
    for mention in mentions:
        pieces += view[start : mention.start], MASKS[mention.label] * (mention.end - mention.start)
        start = mention.end
    return "".join((*pieces, view[start:end]))


def _other(page: Page, start: int, end: int, symbols: list[str], parts: list[Part]) -> None:
    """Adds the text between two items, if it says anything."""
    text = page.view[start:end].strip(SILENT)
    if not text:
        return
    before = parts[-1] if parts else None
    if isinstance(before, Word) and symbols[-1] == OTHER:
        parts[-1] = before._replace(end=end, text=page.view[before.start : end])
    else:
        symbols.append(OTHER)
        parts.append(Word(start, end, text, "other"))
