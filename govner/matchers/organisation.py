"""Organisations: listed bodies, and names built from words up to a suffix (广东省财政厅, 东莞市城市管理和综合执法局)."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from math import log

from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate, Evidence
from govner.matchers.page import Page

LISTS = (
    "central_bodies",
    "central_short",
    "parties",
    "military",
    "courts",
    "organs",
    "international",
    "media",
    "associations",
    "universities",
    "academies",
    "central_enterprises",
    "companies",
    "clubs",
    "named",
)
"""The tables of named bodies, with columns form, full, kind, level, short; a form counts where it stands first."""

MOST_WORDS = 14
MOST_CHARACTERS = 36
BRACKET = 16
"""How far a built name reaches to the left of its suffix, and a bracketed second name to the right."""

WALLS = frozenset({"particle", "pronoun", "preposition", "interjection"})
"""Classes of words over which no name reaches."""
MARKS = frozenset({"mark", "punctuation", "space", "symbol"})
INSIDE = frozenset("()·“”-—&《》")
"""Marks that may stand inside a name."""
NOT_FIRST = frozenset({"conjunction", "mark", "punctuation", "space", "adverb"})


def entries() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The words that organisations are found by, for the scan."""
    bodies: dict[str, tuple[str, ...]] = {}
    for name in LISTS:
        for row in table(f"organisations/{name}").rows:
            bodies.setdefault(row[0], (name, *row[:5]))
    for form, _, ordinary in table("organisations/listed_companies").rows:
        name = "listed_companies_ordinary" if ordinary == "yes" else "listed_companies"
        bodies.setdefault(form, (name, form, "", "enterprise", "", form))
    for form, entry in bodies.items():
        yield form, "body", entry
    for row in table("organisations/suffixes").rows:
        yield row[0], "body-suffix", row
    for row in table("organisations/stems").rows:
        yield row[0], "body-stem", row


def candidates(page: Page) -> list[Candidate]:
    """All stretches that may name an organisation."""
    longest: dict[int, tuple[int, tuple[str, ...]]] = {}
    for start, end, entry in page.hits.get("body-suffix", ()):
        if end not in longest or start < longest[end][0]:
            longest[end] = (start, entry)
    heads = _Heads(page, longest)
    found = list(_listed(page, heads))
    found.extend(_built(page, heads, longest))
    return found


def _listed(page: Page, heads: "_Heads") -> Iterator[Candidate]:
    """Names of the lists, a bracketed second name included, and the bare stems of local organs (公安局)."""
    for start, end, entry in page.hits.get("body", ()):
        closing = _bracket(page.view, end)
        evidence = (f"list={entry[0]}", f"kind={entry[3]}", f"form={entry[1]}", *heads.second(end + 1, closing))
        yield Candidate(start, end, "organisation", "listed-body", evidence, entry[1:])
        if closing is not None:
            yield Candidate(start, closing, "organisation", "listed-body-bracket", evidence, entry[1:])
    for start, end, entry in page.hits.get("body-stem", ()):
        yield Candidate(start, end, "organisation", "bare-stem", (f"stem={entry[0]}",))


def _bracket(view: str, end: int) -> int | None:
    """Where a bracketed second name ends that opens at ``end``: 中央党校|(国家行政学院)."""
    if not view.startswith("(", end):
        return None
    closing = view.find(")", end + 2, end + BRACKET)
    inner = view[end + 1 : closing]
    return closing + 1 if closing > 0 and inner.isalpha() else None


def _built(page: Page, heads: "_Heads", longest: Mapping[int, tuple[int, tuple[str, ...]]]) -> Iterator[Candidate]:
    """Names from any word to the left up to a suffix, the longest one at each place."""
    for end, (suffix, entry) in longest.items():
        closing = _bracket(page.view, end)
        second = heads.second(end + 1, closing)
        for start, evidence in heads.starts(suffix, entry):
            yield Candidate(start, end, "organisation", "built", (*evidence, *second))
            if closing is not None:
                yield Candidate(start, closing, "organisation", "built-bracket", (*evidence, *second))


class _Heads:
    """Where a name may start that ends with a suffix, with the evidence of the words it would hold."""

    def __init__(self, page: Page, ends: Container[int]) -> None:
        self._page = page
        self._ends = ends
        self._places = {hit.start for hit in page.hits.get("place-name", ())}
        self._bodies = {hit.start: hit.end for hit in page.hits.get("body", ())}

    def starts(self, suffix: int, entry: tuple[str, ...]) -> Iterator[tuple[int, Evidence]]:
        """Each start to the left of the suffix at ``suffix``, nearest first, up to a wall."""
        words, starts, classes = self._page.bounds.words, self._page.bounds.starts, self._page.classes
        i = bisect_right(starts, suffix) - 1
        if starts[i] == suffix:
            i -= 1
        own = _of_suffix(entry)
        inner: Evidence = ()
        tail = ""
        opened = 0
        for j in range(i, max(-1, i - MOST_WORDS), -1):
            word, kind, start = words[j], classes[j], starts[j]
            if start < suffix - MOST_CHARACTERS or kind in WALLS:
                return
            if kind in MARKS:
                if word not in INSIDE:
                    return
                opened += (word in ")”") - (word in "(“")
                if opened < 0:
                    return
            first = word[: suffix - start]
            tail = tail or f"tail={first}{entry[0]}"
            if (kind not in NOT_FIRST and not opened) or word == "“":
                yield start, (own, tail, *self._first(first, kind, start, suffix, entry), inner)
            inner = (*self._inside(first, kind, j), inner)

    def second(self, start: int, closing: int | None) -> tuple[str, ...]:
        """Evidence of what stands in the bracket behind a name: a second name, a place, anything else."""
        if closing is None:
            return ()
        if closing - 1 in self._ends or self._bodies.get(start) == closing - 1:
            return ("bracket=body",)
        return ("bracket=place",) if start in self._places else ("bracket=other",)

    def _first(self, first: str, kind: str, start: int, suffix: int, entry: tuple[str, ...]) -> tuple[str, ...]:
        """Evidence of the word that a name starts with."""
        found = (f"first={first}", f"first-class={kind}")
        near = "near" if start + len(first) == suffix else "far"
        if start in self._places:
            found += ("place-first", f"place+kind={near}:{entry[1]}", f"place+suffix={near}:{entry[0]}")
        if self._bodies.get(start, suffix) < suffix:
            found += ("body-first", f"body+suffix={near}:{entry[0]}")
        return found

    def _inside(self, word: str, kind: str, j: int) -> tuple[str, ...]:
        """Evidence of a word inside a name: a name seldom goes on behind a suffix (…医院|和|…, …医院|湖北省…)."""
        start, classes = self._page.bounds.starts[j], self._page.classes
        if word == ")":
            return ()
        if word == "(":
            return ("in-bracket=place" if start + 1 in self._places else "in-bracket=other",)
        if kind == "conjunction":
            before = "suffix" if start in self._ends else classes[j - 1] if j else "^"
            return (f"join={before}", f"join-classes={before}+{classes[j + 1]}")
        if start in self._ends and start in self._places:
            return (f"in={word}", f"in-class={kind}", "restart")
        return (f"in={word}", f"in-class={kind}")


@lru_cache(maxsize=None)
def _of_suffix(entry: tuple[str, ...]) -> tuple[str, ...]:
    """Evidence of a suffix: itself, its kind, and how much more often it ends a body than stands elsewhere."""
    suffix, kind, _, ends, other = entry
    ratio = round(log((int(ends) + 0.5) / (int(other) + 0.5)))
    return (f"suffix={suffix}", f"kind={kind}", f"ends={max(-4, min(4, ratio))}")
