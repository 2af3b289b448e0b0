"""Titles: a head (书记) with what belongs to it before it (副, 省委, 财务部): every reading, to be judged later."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from govner.lexicon.names import han_names
from govner.lexicon.scan import Hit
from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.person_han import LEAST_SURNAME
from govner.matchers.title_joined import joined, pair
from govner.matchers.title_parts import Grammar, Part, grammar_of_titles, paths_from

DEPUTY = "副"
BODIES = ("body", "body-suffix", "body-bare", "body-stem")
"""Hits of organisations, whose ends tell where a title may start inside the head that a list has."""

TERM = re.compile(r"第?(?P<number>[一二三四五六七八九十百\d]{1,4})(?:届|[、,和])")
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
    grammar = grammar_of_titles()
    words, groups = _Cover(page.hits.get("title-not-word", ())), _Cover(page.hits.get("title-not-group", ()))
    found: list[Candidate] = []
    ends = {end for kind in BODIES for _, end, _ in page.hits.get(kind, ())}
    for hit, longer in _heads(page.view, page.hits.get("title-head", ()), grammar, ends):
        if not words.covers(hit):
            found.extend(_readings(page, grammar, hit, longer, in_group=groups.covers(hit)))
    found = joined(found, [reading.head for *_, reading, _ in found if isinstance(reading, Reading)])
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


def _heads(view: str, hits: Sequence[Hit], grammar: Grammar, bodies: Container[int]) -> Iterator[tuple[Hit, str]]:
    """The heads that lie in no longer one (主任 of 主任医师), the last of the text first.

    One that ends a longer head comes too, where what it lacks may be no part of the title: 农民党|党主席, 当选|总统.
    """
    leftmost, longest = len(view) + 1, ""
    for hit in sorted(hits, key=lambda hit: (-hit[1], hit[0])):
        start, end, entry = hit
        if start < leftmost:
            leftmost, longest = start, entry[0]
            if not (entry[0].isascii() and _in_latin(view, hit)):
                yield hit, ""
        elif leftmost + len(longest) == end:
            outer = start - view.startswith(DEPUTY, start - 1) if start else start  # 央行|副行长
            if outer in bodies or view[leftmost:outer] in grammar.before:
                yield hit, longest


def _in_latin(view: str, hit: Hit) -> bool:
    """Whether Latin letters go on beside a Latin head: the COO of COOK."""
    start, end, _ = hit
    beside = view[max(0, start - 1) : start] + view[end : end + 1]
    return any(c.isascii() and c.isalpha() for c in beside)


def _readings(page: Page, grammar: Grammar, hit: Hit, longer: str, *, in_group: bool) -> Iterator[Candidate]:
    """One candidate for every place where the title may start, and the evidence that it does there."""
    first, end, (head, kind, sort, field) = hit
    paths, closed = paths_from(page, grammar, first, field=field)
    around = [
        *(["in-group"] if in_group else []),
        *([f"in-head={longer}"] if longer else []),
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
        evidence += pair(head, parts)
        rule = f"{parts[-1].sort}-title" if parts else "head-alone"
        yield Candidate(start, end, "title", rule, (*evidence, *around), reading)


def _reading(text: str, head: str, kind: str, parts: Sequence[Part], grammar: Grammar) -> Reading:
    """What the title says, from its text, its head and the parts before it."""
    ordinal = TERM.match(text) if parts else None
    for part in parts:
        of = grammar.kinds.get(part.word)
        if of in KINDS_THAT_RULE or (of and kind in WEAK_HEADS):
            kind = of
            break
        if part.sort.endswith("department") and kind in WEAK_HEADS:
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
    ratios = han_names().surnames
    for start, end, entry in short:
        if start in surnames and ratios.get(surnames[start], LEAST_SURNAME) >= LEAST_SURNAME:
            reading = Reading(entry[0], (entry[0],), "other")
            evidence = (f"short={entry[0]}", f"surname={surnames[start]}")
            yield Candidate(start, end, "title", "short-title", evidence, reading)
