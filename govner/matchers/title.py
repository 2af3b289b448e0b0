"""Titles: a head (书记) with what belongs to it before it (副, 省委, 财务部): every reading, to be judged later."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from govner.lexicon.scan import Hit
from govner.lexicon.tables import table
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate
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
NO_FIELD = frozenset(
    {"place", "person", "foreign-name", "japanese-name", "title", "occupation", "time", "numeral", "pronoun"}
)
"""Classes of words that are no part of a minister's field."""

LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&/+.-]{0,10}\Z")
TERM = re.compile(r"第?(?P<number>[一二三四五六七八九十百\d]{1,4})(?:届|[、,和])")
TERMS = re.compile(r"第?[一二三四五六七八九十百\d]{1,4}(?:届?[、,和]第?[一二三四五六七八九十百\d]{1,4}){0,3}届\Z")
DOUBLE = re.compile(r"\((?P<second>[一-鿿]{1,3})\)(?P<last>[长记任席授])")
"""The bracket of 副校(院)长, which means 副校长 and 副院长."""

KINDS_THAT_RULE = frozenset({"party", "congress", "cppcc", "judicial", "military"})
"""Kinds of domain that make the office theirs, whatever the head: 政协主席, 法院院长."""
WEAK_HEADS = frozenset({"government", "other"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a candidate says: its offices, their kind, whether acting, and the term of a body (第十二届) it names."""

    head: str
    offices: tuple[str, ...]
    kind: str
    acting: bool = False
    ordinal: str | None = None


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


@lru_cache(maxsize=1)
def _grammar() -> Grammar:
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
    )


def entries() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The words that titles are found by, for the scan."""
    for row in table("titles/heads").rows:
        yield row[0], "title-head", row
    for word, _ in table("titles/professions").rows:
        yield word, "title-head", (word, "other", "profession", "no")
    for row in table("titles/not_titles").rows:
        yield row[0], f"title-not-{row[1]}", row


def candidates(page: Page) -> list[Candidate]:
    """All stretches that may be a title: each head by itself and with the parts before it, one after the other."""
    grammar = _grammar()
    words, groups = _Cover(page.hits.get("title-not-word", ())), _Cover(page.hits.get("title-not-group", ()))
    found: list[Candidate] = []
    for hit in _heads(page.view, page.hits.get("title-head", ())):
        if not words.covers(hit):
            found.extend(_readings(page, grammar, hit, in_group=groups.covers(hit)))
    found.extend(_doubles(page.view, grammar))
    found.extend(_short(page))
    return found


class _Cover:
    """Hits in the order of their ends, asked whether any of them covers another."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._ends = [end for _, end, _ in hits]
        self._longest = max((end - start for start, end, _ in hits), default=0)

    def covers(self, hit: Hit) -> bool:
        start, end, _ = hit
        first = bisect_left(self._ends, end)
        last = bisect_right(self._ends, start + self._longest)
        return any(cover <= start for cover, _, _ in self._hits[first:last])


def _heads(view: str, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The heads that lie in no longer one (主任 of 主任医师), the last of the text first."""
    leftmost = len(view) + 1
    for hit in sorted(hits, key=lambda hit: (-hit[1], hit[0])):
        if hit[0] < leftmost:
            leftmost = hit[0]
            if not (hit[2][0].isascii() and _in_latin(view, hit)):
                yield hit


def _in_latin(view: str, hit: Hit) -> bool:
    """Whether Latin letters go on beside a Latin head: the COO of COOK."""
    start, end, _ = hit
    beside = view[max(0, start - 1) : start] + view[end : end + 1]
    return any(c.isascii() and c.isalpha() for c in beside)


def _readings(page: Page, grammar: Grammar, hit: Hit, *, in_group: bool) -> Iterator[Candidate]:
    """One candidate for every place where the title may start, and the evidence that it does there."""
    first, end, (head, kind, sort, field) = hit
    paths, closed = _paths(page, grammar, first, field=field)
    around = [
        *(["in-group"] if in_group else []),
        *(["plural-after"] if page.view.startswith("们", end) else []),
    ]
    leftmost = min(paths)
    for start, parts in paths.items():
        if start in closed:
            continue
        reading = _reading(page.view[start:end], head, kind, parts, grammar)
        evidence = [f"head={head}", f"kind={reading.kind}", f"sort={sort}", f"parts={len(parts)}"]
        evidence += [f"{part.sort}={part.word}" if part.word else part.sort for part in parts] or ["bare-head"]
        if start > leftmost:
            evidence.append("more-left")
        if page.view.endswith(grammar.former, max(0, start - 2), start):
            evidence.append("former-before")
        rule = f"{parts[-1].sort}-title" if parts else "head-alone"
        yield Candidate(start, end, "title", rule, (*evidence, *around), reading)


def _paths(page: Page, grammar: Grammar, head: int, *, field: str) -> tuple[dict[int, tuple[Part, ...]], set[int]]:
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
            if part.word in grammar.bound:
                closed.add(at)
            if part.start >= floor and part.start not in paths:
                paths[part.start] = (*paths[at], part)
                if part.sort != "department":
                    ends.append(part.start)
    for part in _fields(page, grammar, head, field):
        paths.setdefault(part.start, (part,))
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
    for i in range(token, max(-1, token - most), -1):
        inner = words[i] if i < token else page.view[starts[i] : at]
        if not inner.isalnum() or inner in grammar.stops or inner[-1] in grammar.endings:
            return
        yield Part(starts[i], "department" if word else "field", word)


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
        if at - starts[i] > MOST_CHARACTERS or (words[i] in JOINTS and joined) or classes.get(words[i]) in NO_FIELD:
            return
        joined = words[i] in JOINTS
        if joined:
            continue
        if not words[i].isalnum() or words[i] in grammar.stops:
            return
        yield Part(starts[i], "portfolio", "")


def _reading(text: str, head: str, kind: str, parts: Sequence[Part], grammar: Grammar) -> Reading:
    """What the title says, from its text, its head and the parts before it."""
    ordinal = TERM.match(text) if parts else None
    for part in parts:
        of = grammar.kinds.get(part.word)
        if of in KINDS_THAT_RULE or (of and kind in WEAK_HEADS):
            kind = of
            break
        if part.sort == "department" and kind in WEAK_HEADS:
            kind = "enterprise"
            break
    return Reading(
        head,
        (text,),
        kind,
        acting=any(part.word in grammar.acting for part in parts),
        ordinal=ordinal["number"] if ordinal else None,
    )


def _doubles(view: str, grammar: Grammar) -> Iterator[Candidate]:
    """Two offices in one: 副校(院)长."""
    for found in DOUBLE.finditer(view):
        last = found["last"]
        second = found["second"] + last
        for size in range(1, min(3, found.start()) + 1):
            start = found.start() - size
            first = view[start : found.start()] + last
            if first in grammar.heads and second in grammar.heads:
                before = next((w for n in (3, 2, 1) if (w := view[max(0, start - n) : start]) in grammar.bound), "")
                kind, acting = grammar.heads[first], before in grammar.acting
                reading = Reading(first, (before + first, before + second), kind, acting=acting)
                evidence = (f"head={first}", f"kind={kind}", f"parts={int(bool(before))}", "double")
                yield Candidate(start - len(before), found.end(), "title", "double-title", evidence, reading)


def _short(page: Page) -> Iterator[Candidate]:
    """What is a title behind a surname alone: 王总, 李工."""
    short = [hit for hit in page.hits.get("person-honorific", ()) if hit[2][2] == "title-short"]
    if not short:
        return
    surnames = {end: entry[0] for _, end, entry in page.hits.get("person-surname", ())}
    for start, end, entry in short:
        if start in surnames:
            reading = Reading(entry[0], (entry[0],), "other")
            evidence = (f"short={entry[0]}", f"surname={surnames[start]}")
            yield Candidate(start, end, "title", "short-title", evidence, reading)
