"""The log-linear score: what is observed about a candidate, and what each observation weighs.

The weights are a lexicon (``lexicons/evidence/*.tsv``: evidence, weight, count), fitted by
``lexicons/build/evidence.py``. A score is the sum of the weights of all that is observed.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import nlargest

from govner.choose import Links
from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate, Evidence, flat
from govner.matchers.page import Page

Weights = Mapping[str, Mapping[str, float]]
"""Label → evidence → log-odds."""

FITTED = ("person", "title", "organisation", "place", "date", "figure")
VALUED = frozenset({"date", "figure"})
"""Labels whose rule alone is weighed: their matchers read the text closely enough."""
READ = "read"
"""Evidence that every date and figure has: a rule read it."""
REPEATED = frozenset({"person", "organisation", "place"})
"""Labels whose names are looked for elsewhere on the page."""


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The fitted weights of each label."""
    return {label: {row[0]: float(row[1]) for row in table(f"evidence/{label}").rows} for label in FITTED}


@lru_cache(maxsize=1)
def links() -> Links:
    """The fitted weights of neighbours."""
    found = table("evidence/links")
    return {(a, "" if joint == "-" else joint, b): float(w) for a, joint, b, w, _ in found.rows}


class Observer:
    """Observes the surroundings of candidates on one page: words, their classes, and whether bounds agree."""

    def __init__(self, page: Page) -> None:
        self._view = page.view
        self._names = [_name(word) for word in page.bounds.words]
        self._classes = page.classes
        self._at = page.bounds.at

    def observe(self, candidate: Candidate) -> tuple[str, ...]:
        """All evidence for a candidate: its rule, its shape, the words around it, and its own."""
        rule = "rule=" + candidate.rule
        if candidate.label in VALUED:
            return (rule, READ)
        start, end = candidate.start, candidate.end
        return (
            rule,
            *self.shape(candidate.rule, start, end),
            *self.before(start),
            *self.after(end),
            f"around={self.class_before(start)},{self.class_after(end)}",
            *flat(candidate.evidence),
        )

    def shape(self, rule: str, start: int, end: int) -> tuple[str, str]:
        """How long a candidate is, in code points and in words; whether its bounds cut words."""
        i, j = self._at.get(start), self._at.get(end)
        if i is not None and j is not None:
            words = str(min(j - i, 9))
        else:
            words = ("cut" if i is None else "") + ("end" if j is None else "")
        return f"{rule}:length={end - start}", f"{rule}:words={words}"

    def before(self, start: int) -> tuple[str, str, str]:
        """The word before, its class, and the word before that; ``~`` marks the rest of a word that is cut."""
        i = self._at.get(start)
        if i is None:
            return "before=~" + self._view[start - 1], "before-class=~", "before2=~"
        if i == 0:
            return "before=^", "before-class=^", "before2=^"
        farther = self._names[i - 2] if i > 1 else "^"
        return "before=" + self._names[i - 1], "before-class=" + self._classes[i - 1], "before2=" + farther

    def after(self, end: int) -> tuple[str, str, str]:
        """The word after, its class, and the word after that."""
        j = self._at.get(end)
        if j is None:
            return "after=~" + self._view[end], "after-class=~", "after2=~"
        names = self._names
        if j >= len(names):
            return "after=$", "after-class=$", "after2=$"
        farther = names[j + 1] if j + 1 < len(names) else "$"
        return "after=" + names[j], "after-class=" + self._classes[j], "after2=" + farther

    def class_before(self, start: int) -> str:
        """The class of the word before, ``~`` inside a word, ``^`` at the start of the text."""
        i = self._at.get(start)
        return "~" if i is None else "^" if i == 0 else self._classes[i - 1]

    def class_after(self, end: int) -> str:
        """The class of the word after, ``~`` inside a word, ``$`` at the end of the text."""
        j = self._at.get(end)
        return "~" if j is None else "$" if j >= len(self._names) else self._classes[j]


def _name(word: str) -> str:
    """The word as evidence: numbers are one, white space is one."""
    if word[0] in "0123456789":
        return "#"
    return "_" if word.isspace() else word


def weigh(page: Page, candidates: Sequence[Candidate], by_label: Weights) -> list[Candidate]:
    """The candidates with their scores: their own evidence first, then what the rest of the page says of their text."""
    alone = _alone(page, candidates, by_label)
    return [
        c if support is None else c._replace(score=c.score + by_label[c.label].get(support, 0.0))
        for c, support in zip(alone, elsewhere(page.view, alone), strict=True)
    ]


def _alone(page: Page, candidates: Sequence[Candidate], by_label: Weights) -> list[Candidate]:
    """Scores from ``Observer.observe``; what candidates share (a bound, a shape, evidence) is looked up once."""
    observer = Observer(page)
    befores: dict[tuple[str, int], float] = {}
    afters: dict[tuple[str, int], float] = {}
    shared: dict[tuple[str, int], float] = {}
    scored = []
    for c in candidates:
        start, end, label, rule, evidence, detail, score = c
        weight = by_label[label]
        get = weight.get
        score += get("rule=" + rule, 0.0)
        if label in VALUED:
            score += get(READ, 0.0)
        else:
            bound = (label, start)
            if bound not in befores:
                befores[bound] = _sum(observer.before(start), weight)
            score += befores[bound]
            bound = (label, end)
            if bound not in afters:
                afters[bound] = _sum(observer.after(end), weight)
            score += afters[bound]
            length, words = observer.shape(rule, start, end)
            score += get(length, 0.0) + get(words, 0.0)
            score += get(f"around={observer.class_before(start)},{observer.class_after(end)}", 0.0)
            for observed in evidence:
                score += get(observed, 0.0) if type(observed) is str else _shared(observed, label, weight, shared)
        scored.append(Candidate(start, end, label, rule, evidence, detail, score))
    return scored


def _sum(observed: Sequence[str], weight: Mapping[str, float]) -> float:
    return sum([weight.get(evidence, 0.0) for evidence in observed])


def _shared(
    observed: "str | Evidence", label: str, weight: Mapping[str, float], known: dict[tuple[str, int], float]
) -> float:
    """The weight of evidence that several candidates share, remembered by its identity while the page lasts."""
    if isinstance(observed, str):
        return weight.get(observed, 0.0)
    key = (label, id(observed))
    if key not in known:
        known[key] = sum([_shared(evidence, label, weight, known) for evidence in observed])
    return known[key]


def elsewhere(view: str, candidates: Sequence[Candidate]) -> list[str | None]:
    """For each candidate, how well the same text is supported where else it stands; None where it stands once."""
    stands: dict[tuple[str, str], dict[int, float]] = {}
    keys: list[dict[int, float] | None] = []
    for c in candidates:
        if c.label not in REPEATED:
            keys.append(None)
            continue
        places = stands.setdefault((c.label, view[c.start : c.end]), {})
        places[c.start] = max(c.score, places.get(c.start, c.score))
        keys.append(places)
    best = {id(places): nlargest(2, places.values()) for places in stands.values() if len(places) > 1}
    found: list[str | None] = []
    for c, seen in zip(candidates, keys, strict=True):
        if seen is None or len(seen) < 2:
            found.append(None)
            continue
        first, second = best[id(seen)]
        other = second if seen[c.start] == first else first
        found.append(f"elsewhere={max(-3, min(4, round(other / 2)))}")
    return found
