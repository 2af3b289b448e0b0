"""The log-linear score: what is observed about a candidate, and what each observation weighs.

The weights are a lexicon (``lexicons/evidence/*.tsv``: evidence, weight, count), fitted by
``lexicons/build/evidence.py``. A score is the sum of the weights of all that is observed.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from govner.choose import Links
from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

Weights = Mapping[str, Mapping[str, float]]
"""Label → evidence → log-odds."""

FITTED = ("person", "title", "organisation", "place", "date", "figure")


@lru_cache(maxsize=1)
def word_classes() -> dict[str, str]:
    """The coarse class of each common word."""
    words = table("words/classes")
    return dict(zip(words.column("word"), words.column("class"), strict=True))


class Observer:
    """Observes the surroundings of candidates on one page, with the words looked up once a page."""

    def __init__(self, page: Page) -> None:
        classes = word_classes()
        self._page = page
        words = page.bounds.words
        self._names = [_name(word) for word in words]
        self._classes = [classes.get(word) or _shape(word) for word in words]
        self._at = page.bounds.at

    def observe(self, candidate: Candidate) -> tuple[str, ...]:
        """All evidence for a candidate: its own, its length, its bounds, and the words around it."""
        if candidate.label in ("date", "figure"):
            return ("rule=" + candidate.rule,)
        start, end = candidate.start, candidate.end
        view, at = self._page.view, self._at
        names, classes = self._names, self._classes
        i, j = at.get(start), at.get(end)
        if i is None:
            before, before_class, before2 = "~" + view[start - 1], "~", "~"
        elif i == 0:
            before = before_class = before2 = "^"
        else:
            before, before_class = names[i - 1], classes[i - 1]
            before2 = names[i - 2] if i > 1 else "^"
        if j is None:
            after, after_class, after2 = "~" + view[end], "~", "~"
        elif j >= len(names):
            after = after_class = after2 = "$"
        else:
            after, after_class = names[j], classes[j]
            after2 = names[j + 1] if j + 1 < len(names) else "$"
        if i is not None and j is not None:
            inside = str(min(j - i, 9))
        else:
            inside = ("cut" if i is None else "") + ("end" if j is None else "")
        rule = candidate.rule
        return (
            "rule=" + rule,
            f"{rule}:length={end - start}",
            f"{rule}:words={inside}",
            "before=" + before,
            "before-class=" + before_class,
            "after=" + after,
            "after-class=" + after_class,
            "before2=" + before2,
            "after2=" + after2,
            f"around={before_class},{after_class}",
            *candidate.evidence,
        )


def _name(word: str) -> str:
    """The word as evidence: numbers are one, white space is one."""
    if word[0] in "0123456789":
        return "#"
    return "_" if word.isspace() else word


def _shape(word: str) -> str:
    """The class of a word that no list has."""
    first = word[0]
    if first.isdigit():
        return "number"
    if first.isspace():
        return "space"
    if first.isalpha():
        return "latin" if first.isascii() else f"unknown{min(len(word), 3)}"
    return "mark"


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The fitted weights of each label."""
    return {label: _column(f"evidence/{label}") for label in FITTED}


@lru_cache(maxsize=1)
def links() -> Links:
    """The fitted weights of neighbours."""
    found = table("evidence/links")
    return {(a, "" if joint == "-" else joint, b): float(w) for a, joint, b, w, _ in found.rows}


def _column(name: str) -> dict[str, float]:
    found = table(name)
    return {row[0]: float(row[1]) for row in found.rows}


def weigh(page: Page, candidates: Iterable[Candidate], by_label: Weights) -> list[Candidate]:
    """The candidates with their scores."""
    observer = Observer(page)
    return [c._replace(score=score(observer.observe(c), by_label[c.label])) for c in candidates]


def score(observed: Sequence[str], weight: Mapping[str, float]) -> float:
    """The sum of the weights of what was observed."""
    return sum(weight.get(evidence, 0.0) for evidence in observed)
