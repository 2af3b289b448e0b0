"""The log-linear score: what is observed about a candidate, and what each observation weighs.

The weights are a lexicon (``lexicons/evidence/*.tsv``: evidence, weight, count), fitted by
``lexicons/build/evidence.py``. A score is the sum of the weights of all that is observed.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from heapq import nlargest
from itertools import chain, repeat
from typing import TypeGuard

from govner.choose import Links
from govner.garbage import uncollected
from govner.lexicon.tables import read
from govner.matchers.candidate import Candidate, Evidence
from govner.matchers.page import Page
from govner.mentions import LABELS
from govner.observer import READ, VALUED, Observer, Side, pairs, shape, span, together

REPEATED = frozenset({"person", "organisation", "place"})
"""Labels whose names are looked for elsewhere on the page."""


Bound = tuple[float, str, int | None]
"""What a bound weighs, the class of the word beside it, and the number of the word that starts there."""
Beside = tuple[float, ...]
"""What a word at a bound weighs: for each label as the next word before, the one farther off, and the same after."""
NOTHING: Beside = (0.0,) * 4 * len(LABELS)
SLOTS = ("before", "before2", "after", "after2")
ZEROS = repeat(0.0)


class Scale(dict[str, float]):
    """The weights of one label, and sums of them that many candidates share."""

    __slots__ = ("after", "after_bound", "around", "before", "before_bound", "first", "shapes", "signed")

    def __init__(self, weights: Mapping[str, float], label: str) -> None:
        super().__init__(weights)
        self.first = len(SLOTS) * LABELS.index(label)
        self.shapes: dict[str, dict[tuple[int, int], float]] = {}  # rule → code points and words → weight
        self.around: dict[str, dict[str, float]] = {}  # class before → class after → weight
        self.signed: dict[str, tuple[dict[str, float], dict[str, float]]] = {}  # signature → class before, class after
        self.before = self._named("before-class=")
        self.after = self._named("after-class=")
        self.before_bound = self._named("before-bound=")
        self.after_bound = self._named("after-bound=")

    def _named(self, prefix: str) -> dict[str, float]:
        return {name.removeprefix(prefix): weight for name, weight in self.items() if name.startswith(prefix)}

    def left(self, side: Side, words: Mapping[str, Beside]) -> float:
        """The weights of the words before a candidate, and of its bound."""
        near, kind, far, bound = side
        beside = words[near][self.first] + self.before.get(kind, 0.0) + words[far][self.first + 1]
        return beside + self.before_bound.get(bound, 0.0)

    def right(self, side: Side, words: Mapping[str, Beside]) -> float:
        """The weights of the words after a candidate, and of its bound."""
        near, kind, far, bound = side
        beside = words[near][self.first + 2] + self.after.get(kind, 0.0) + words[far][self.first + 3]
        return beside + self.after_bound.get(bound, 0.0)

    def formed(self, rule: str, length: int, words: int) -> float:
        """The weights of a rule and of what it reads, learnt: so many code points, so many words."""
        found = self.sum(("rule=" + rule, *shape(rule, length, words)))
        self.shapes.setdefault(rule, {})[length, words] = found
        return found

    def placed(self, of: str, before: str, after: str) -> float:
        """The weights of the classes around a candidate, together and each with its signature, learnt."""
        left, right = pairs(of, before, after)
        lefts, rights = self.signed.setdefault(of, ({}, {}))
        both = self.around.setdefault(before, {})[after] = self.get(together(before, after), 0.0)
        one, other = lefts[before], rights[after] = self.get(left, 0.0), self.get(right, 0.0)
        return both + one + other

    def sum(self, observed: Iterable[str]) -> float:
        """The weights of some observations, added."""
        return sum(map(self.get, observed, ZEROS))


class Weights(dict[str, Scale]):
    """Label → evidence → log-odds.

    ``words`` has the weights of each word at a bound for all labels in one place: fetching what lies scattered in
    memory would take longer than all sums.
    """

    def __init__(self, by_label: Mapping[str, Mapping[str, float]]) -> None:
        super().__init__({label: Scale(weights, label) for label, weights in by_label.items()})
        words: dict[str, list[float]] = {}
        for scale in self.values():
            for evidence, weight in scale.items():
                name, _, word = evidence.partition("=")
                if name in SLOTS:
                    words.setdefault(word, list(NOTHING))[scale.first + SLOTS.index(name)] = weight
        self.words = {word: tuple(found) for word, found in words.items()}


class _Met(dict[str, Beside]):
    """The words of one page, each fetched once."""

    def __init__(self, words: Mapping[str, Beside]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, word: str) -> Beside:
        found = self[word] = self._words.get(word, NOTHING)
        return found


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The fitted weights of each label."""
    numbers: dict[str, float] = {}  # one object a number: the tables are looked up all the time
    with uncollected():
        return Weights(
            {
                label: {row[0]: numbers.setdefault(row[1], float(row[1])) for row in read(f"evidence/{label}").rows}
                for label in LABELS
            }
        )


@lru_cache(maxsize=1)
def links() -> Links:
    """The fitted weights of neighbours."""
    return {(a, "" if joint == "-" else joint, b): float(w) for a, joint, b, w in read("evidence/links").rows}


def compared(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each told which other rules and labels read the same stretch."""
    found = list(candidates)
    seen: dict[tuple[int, int], int] = {}
    same: dict[tuple[int, int], list[int]] = {}
    for i, candidate in enumerate(found):
        stretch = candidate[:2]
        first = seen.setdefault(stretch, i)
        if first != i:
            same.setdefault(stretch, [first]).append(i)
    for group in same.values():
        read = [(found[i].label, found[i].rule) for i in group]
        for i in group:
            label, rule = found[i].label, found[i].rule
            others = {f"also={r}" if of == label else f"rival={of}" for of, r in read if r != rule}
            if others:
                found[i] = found[i]._replace(evidence=(*found[i].evidence, *sorted(others)))
    return found


# Without the arguments of a named tuple, which cost more than the tuple.
WEIGHED = partial(tuple.__new__, Candidate)


def weigh(page: Page, candidates: Sequence[Candidate], by_label: Weights) -> list[Candidate]:
    """The candidates with their scores: their own evidence first, then what the rest of the page says of their text."""
    scores = _alone(page, candidates, by_label)
    for i, support in elsewhere(page.view, candidates, scores).items():
        scores[i] += by_label[candidates[i].label].get(support, 0.0)
    return [WEIGHED((*c[:6], score)) for c, score in zip(candidates, scores, strict=True)]


def _alone(page: Page, candidates: Sequence[Candidate], by_label: Weights) -> list[float]:
    """Scores from ``Observer.observe``; what candidates share (a bound, a shape, evidence) is looked up once."""
    observer, words = Observer(page), _Met(by_label.words)
    bounds: dict[str, tuple[dict[int, Bound], dict[int, Bound]]] = {label: ({}, {}) for label in LABELS}
    shared: dict[tuple[str, int], float] = {}
    scores = []
    for start, end, label, rule, evidence, _, typed in candidates:
        scale = by_label[label]
        if label in VALUED:
            scores.append(typed + scale.get("rule=" + rule, 0.0) + scale.get(READ, 0.0))
            continue
        lefts, rights = bounds[label]
        if start not in lefts:
            beside = observer.before(start)
            lefts[start] = scale.left(beside, words), beside[1], observer.word_at(start)
        if end not in rights:
            beside = observer.after(end)
            rights[end] = scale.right(beside, words), beside[1], observer.word_at(end)
        score, before, i = lefts[start]
        more, after, j = rights[end]
        length, count = end - start, span(i, j)
        try:
            score += typed + more + scale.shapes[rule][length, count]
        except KeyError:
            score += typed + more + scale.formed(rule, length, count)
        first = evidence[0] if evidence else rule
        of = first if isinstance(first, str) else str(first[0])
        try:
            of_left, of_right = scale.signed[of]
            score += scale.around[before][after] + of_left[before] + of_right[after]
        except KeyError:
            score += scale.placed(of, before, after)
        if _plain(evidence):
            score = sum(map(scale.get, evidence, ZEROS), score)
        else:
            score = sum([_shared(observed, label, scale, shared) for observed in evidence], score)
        scores.append(score)
    return scores


def _plain(evidence: Evidence) -> TypeGuard[tuple[str, ...]]:
    """Whether nothing in it is shared with other candidates."""
    return tuple not in map(type, evidence)


def _shared(observed: "str | Evidence", label: str, scale: Scale, known: dict[tuple[str, int], float]) -> float:
    """The weight of evidence that several candidates share, remembered by its identity while the page lasts."""
    if isinstance(observed, str):
        return scale.get(observed, 0.0)
    key = (label, id(observed))
    if key not in known:
        known[key] = sum([_shared(evidence, label, scale, known) for evidence in observed])
    return known[key]


def elsewhere(view: str, candidates: Sequence[Candidate], scores: Sequence[float]) -> dict[int, str]:
    """By the number of a candidate, how well the same text is supported where else it stands on the page."""
    stands: dict[str, dict[str, list[int]]] = {label: {} for label in REPEATED}
    for i, candidate in enumerate(candidates):
        start, end, label = candidate[:3]
        if label in REPEATED:
            text = view[start:end]
            if text in stands[label]:
                stands[label][text].append(i)
            else:
                stands[label][text] = [i]
    found: dict[int, str] = {}
    for same in chain.from_iterable(by_text.values() for by_text in stands.values()):
        if len(same) < 2:
            continue
        best: dict[int, float] = {}
        for i in same:
            start = candidates[i].start
            best[start] = max(scores[i], best.get(start, scores[i]))
        if len(best) < 2:
            continue
        first, second = nlargest(2, best.values())
        for i in same:
            other = second if best[candidates[i].start] == first else first
            found[i] = f"elsewhere={max(-3, min(4, round(other / 2)))}"
    return found
