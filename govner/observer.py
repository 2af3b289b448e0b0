"""What is observed about a candidate: its rule, its shape, the words around it, and what its matcher saw."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from govner.lexicon.words import clusters
from govner.matchers.candidate import Candidate, flat
from govner.matchers.page import Page

VALUED = frozenset({"date", "figure"})
"""Labels whose rule alone is weighed: their matchers read the text closely enough."""
READ = "read"
"""Evidence that every date and figure has: a rule read it."""
AROUND = ("before", "before-class", "before2", "before-bound", "after", "after-class", "after2", "after-bound")
"""The names of what is observed at either bound."""
LIKE = {"before": 0, "before2": 2, "after": 4, "after2": 6}
"""Whose clusters are observed, by where the words stand in the sides."""

Side = tuple[str, str, str, str]
"""The words at a bound: the next one, its class, the one farther off; and what the tokenizer says of the bound."""
WORDS, JOINT, CUT = "words", "joint", "cut"
"""A bound between words, between the parts of one, inside one."""
EDGE: Side = ("_", "space", "_", WORDS)


class Observer:
    """Observes the surroundings of candidates on one page: words, their classes, and whether bounds agree."""

    def __init__(self, page: Page) -> None:
        self._view = page.view
        self._names = [named(word) for word in page.bounds.words]
        self._classes = page.classes
        self._at = page.bounds.at
        self._starts, self._joints = page.bounds.starts, page.bounds.joints

    def observe(self, candidate: Candidate) -> tuple[str, ...]:
        """All evidence for a candidate: its rule, its shape, the words around it, and its own."""
        rule = "rule=" + candidate.rule
        if candidate.label in VALUED:
            return (rule, READ)
        start, end = candidate.start, candidate.end
        left, right = self.before(start), self.after(end)
        return (
            rule,
            *shape(candidate.rule, end - start, span(self.word_at(start), self.word_at(end))),
            *(f"{name}={word}" for name, word in zip(AROUND, left + right, strict=True)),
            *alike(left + right),
            *self.own(start, end),
            together(left[1], right[1]),
            *pairs(signature(candidate), left[1], right[1]),
            *flat(candidate.evidence),
        )

    def own(self, start: int, end: int) -> tuple[str, ...]:
        """The cluster of a stretch that is a word."""
        cluster = clusters().get(self._view[start:end])
        return () if cluster is None else (f"like={cluster}",)

    def word_at(self, at: int) -> int | None:
        """The number of the word that starts at an offset; None inside a word."""
        return self._at.get(at)

    def before(self, start: int) -> Side:
        """The word before, its class, and the word before that; in a word that is cut, see ``_cut``."""
        i = self._at.get(start)
        if i is None:
            return self._cut(start, self._view[start - 1])
        if i == 0:  # a text begins like a line, so that lines put in front change nothing
            return EDGE
        bound = JOINT if start in self._joints else WORDS
        return self._names[i - 1], self._classes[i - 1], self._names[i - 2] if i > 1 else "_", bound

    def after(self, end: int) -> Side:
        """The word after, its class, and the word after that; in a word that is cut, see ``_cut``."""
        j = self._at.get(end)
        if j is None:
            return self._cut(end, self._view[end])
        names = self._names
        if j >= len(names):
            return EDGE
        bound = JOINT if end in self._joints else WORDS
        return names[j], self._classes[j], names[j + 1] if j + 1 < len(names) else "_", bound

    def _cut(self, at: int, character: str) -> Side:
        """The character beside a bound inside a word, that word's class, and the word, each behind a ``~``."""
        i = bisect_right(self._starts, at) - 1
        return "~" + character, "~" + self._classes[i], "~" + self._names[i], CUT


def signature(candidate: Candidate) -> str:
    """What is joined with the classes around a candidate: its first evidence (a head, a suffix), else its rule."""
    return next(flat(candidate.evidence), candidate.rule)


def alike(sides: Sequence[str]) -> Iterator[str]:
    """The clusters of the words around a candidate."""
    known = clusters()
    return (f"{name}-like={known[sides[i]]}" for name, i in LIKE.items() if sides[i] in known)


def together(before: str, after: str) -> str:
    """The classes of the words before and after, as one observation."""
    return f"around={before},{after}"


def pairs(of: str, before: str, after: str) -> tuple[str, str]:
    """A signature with the class of the word before and of the word after."""
    return f"{before}<{of}", f"{of}>{after}"


ITEMS = frozenset(map(chr, (*range(0x2460, 0x249C), *range(0x2776, 0x2794), *range(0x3220, 0x322A))))
"""Numbers in rings and brackets that open the items of a list: ①, ⑴, ❶, ㈠."""
MOST_WORDS = 9
CUT_START, CUT_END, CUT_BOTH = -1, -2, -3
CUTS = {CUT_START: "cut", CUT_END: "end", CUT_BOTH: "cutend"}


def span(first: int | None, last: int | None) -> int:
    """How many words a candidate is, from the words that start at its bounds; CUTS where a bound cuts a word."""
    if first is None:
        return CUT_BOTH if last is None else CUT_START
    return CUT_END if last is None else min(last - first, MOST_WORDS)


def shape(rule: str, length: int, words: int) -> tuple[str, str]:
    """How long a candidate is, in code points and in words, for its rule."""
    return f"{rule}:length={length}", f"{rule}:words={CUTS.get(words, words)}"


def named(word: str) -> str:
    """The word as evidence: numbers are one, white space is one, an item's number parts like ``;``."""
    if word[0] in "0123456789":
        return "#"
    if word[0] in ITEMS:
        return ";"
    return "_" if word.isspace() else word
