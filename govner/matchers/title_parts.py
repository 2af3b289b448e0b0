"""What stands before the head of a title and may belong to it: modifiers, domains, departments, fields."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from govner.lexicon.tables import table
from govner.lexicon.words import word_classes
from govner.matchers.page import Page

LONGEST_PART = 10
MOST_PARTS = 5
MOST_CHARACTERS = 18
"""How many code points a part has at most; how many parts and code points stand before the head."""
DEPARTMENT_WORDS = 6
FIELD_WORDS = 3
"""How many words the name of a department has before its last, and that of a field before its head."""

JOINTS = frozenset("和与及、")
"""What joins the fields of one minister."""
TWO_FIELDS = JOINTS - {"、"}
"""What joins the two fields of one department."""
NO_FIELD = frozenset(
    {"place", "person", "foreign-name", "japanese-name", "title", "occupation", "time", "numeral", "pronoun"}
)
"""Classes of words that are no part of a minister's field."""
AFFAIRS = frozenset({"事务", "问题", "岛国", "岛屿"})
"""What makes a place a field: 中国|事务|大臣, 苏丹|问题|特使."""

LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&/+.-]{0,10}\Z")
TERMS = re.compile(r"第?[一二三四五六七八九十百\d]{1,4}(?:届?[、,和]第?[一二三四五六七八九十百\d]{1,4}){0,3}届\Z")


class Part(NamedTuple):
    """A stretch before the head: where it starts and what it is."""

    start: int
    sort: str
    word: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lists of the title grammar, by word."""

    heads: dict[str, str]
    parts: dict[str, str]
    kinds: dict[str, str]
    bound: frozenset[str]
    units: frozenset[str]
    stops: frozenset[str]
    endings: str
    former: tuple[str, ...]
    acting: frozenset[str]
    before: frozenset[str]


@lru_cache(maxsize=1)
def grammar_of_titles() -> Grammar:
    modifiers, domains, outside = table("titles/modifiers"), table("titles/domains"), table("titles/outside")
    heads = dict(zip(table("titles/heads").column("head"), table("titles/heads").column("kind"), strict=True))
    parts = dict.fromkeys(heads, "chain")
    parts |= dict.fromkeys(domains.column("domain"), "domain")
    parts |= dict.fromkeys(modifiers.column("modifier"), "modifier")
    by_use: dict[str, list[str]] = {}
    for word, use in outside.rows:
        by_use.setdefault(use, []).append(word)
    return Grammar(
        heads=heads,
        parts=parts,
        kinds=dict(zip(domains.column("domain"), domains.column("kind"), strict=True)),
        bound=frozenset(word for word, bound in modifiers.rows if bound == "yes"),
        units=frozenset(table("titles/units").column("unit")),
        stops=frozenset(by_use["stop"]),
        endings="".join(by_use["ending"]),
        former=tuple(by_use["former"]),
        acting=frozenset(by_use["acting"]),
        before=frozenset(by_use["before"]),
    )


def paths_from(page: Page, grammar: Grammar, head: int, *, field: str) -> tuple[dict[int, tuple[Part, ...]], set[int]]:
    """Where the title may start, from the head leftwards, each with the fewest parts, the outermost last.

    The second value are the starts whose next part on the left may not be missing: the 主任 of 副主任.
    """
    floor = head - MOST_CHARACTERS
    paths: dict[int, tuple[Part, ...]] = {head: ()}
    ends = [head]
    closed = set()
    for at in ends:
        if len(paths[at]) == MOST_PARTS:
            continue
        for part in _parts(page, grammar, at):
            if part.word in grammar.bound and not (paths[at] and paths[at][-1].word in grammar.bound):
                closed.add(at)  # but 付|副局长 may be a surname and an office
            if part.start >= floor and part.start not in paths:
                paths[part.start] = (*paths[at], part)
                if not part.sort.endswith("department"):
                    ends.append(part.start)
    for at, inner in [*paths.items()]:
        if not inner or (len(inner) == 1 and inner[0].sort == "modifier"):
            for part in _fields(page, grammar, at, field):
                paths.setdefault(part.start, (*inner, part))
    return paths, closed


def _parts(page: Page, grammar: Grammar, at: int) -> Iterator[Part]:
    """The parts that end at ``at``, the longest first."""
    view = page.view
    last = view[at - 1 : at]
    if last.isascii():
        if found := LATIN.search(view, max(0, at - 11), at):
            yield Part(found.start(), "latin", "")
        return
    if last == "届" and (found := TERMS.search(view, max(0, at - 20), at)):
        yield Part(found.start(), "ordinal", "")
    for size in range(min(LONGEST_PART, at), 0, -1):
        word = view[at - size : at]
        if sort := grammar.parts.get(word):
            yield Part(at - size, sort, word)
        if word in grammar.units:
            yield from _departments(page, grammar, at - size, word)


def _departments(page: Page, grammar: Grammar, unit: int, word: str) -> Iterator[Part]:
    """The starts that a department may have whose last word begins at ``unit``: 计划财务部 and 财务部."""
    if len(word) > 1:
        yield Part(unit, "department", word)
    yield from _words_before(page, grammar, unit, DEPARTMENT_WORDS, word)


def _words_before(page: Page, grammar: Grammar, at: int, most: int, word: str) -> Iterator[Part]:
    """Starts of up to ``most`` words before ``at``, as far as a name of a department or a field may reach."""
    if at == 0:
        return
    starts, words = page.bounds.starts, page.bounds.words
    token = bisect_right(starts, at - 1) - 1
    joined = ""
    for i in range(token, max(-1, token - most), -1):
        inner = words[i] if i < token else page.view[starts[i] : at]
        if inner in TWO_FIELDS and i < token and not joined:  # 规划|与|市场部, but 会计、财务部 are two
            joined = "joined-"
            continue
        if (
            not inner.isalnum()
            or inner in grammar.stops
            or inner[-1] in grammar.endings
            or (joined and inner in grammar.heads)
        ):
            return
        yield Part(starts[i], joined + ("department" if word else "field"), word)


def _fields(page: Page, grammar: Grammar, head: int, field: str) -> Iterator[Part]:
    """The names of fields before a head that takes them."""
    if field == "yes":
        yield from _words_before(page, grammar, head, FIELD_WORDS, "")
    elif field == "joined":
        yield from _portfolio(page, grammar, head)


def _portfolio(page: Page, grammar: Grammar, at: int) -> Iterator[Part]:
    """The starts of a minister's fields, joined or not: 能源与自然资源|部长."""
    starts, words, classes = page.bounds.starts, page.bounds.words, word_classes()
    joined = False
    for i in range(page.bounds.at.get(at, 0) - 1, -1, -1):
        if at - starts[i] > MOST_CHARACTERS or (words[i] in JOINTS and joined):
            return
        if classes.get(words[i]) in NO_FIELD and not (starts[i + 1] < at and words[i + 1] in AFFAIRS):
            return
        joined = words[i] in JOINTS
        if joined:
            continue
        if not words[i].isalnum() or words[i] in grammar.stops:
            return
        yield Part(starts[i], "portfolio", "")
