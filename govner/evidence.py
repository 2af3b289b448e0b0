"""The log-linear score: what is observed about a candidate, and what each observation weighs.

The weights are a lexicon (``lexicons/evidence/*.tsv``: evidence, weight, count), fitted by
``lexicons/build/evidence.py``. A score is the sum of the weights of all that is observed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, repeat
from operator import itemgetter
from typing import TypeVar

from govner.choose import Links
from govner.garbage import uncollected
from govner.lexicon.compact import made
from govner.lexicon.tables import read
from govner.lexicon.words import clusters
from govner.matchers.candidate import CANDIDATE, Candidate, Evidence, Kept, flat
from govner.matchers.page import Page
from govner.mentions import LABELS
from govner.observer import MOST_WORDS, READ, VALUED, pairs, shape, span, together
from govner.remembered import Remembered
from govner.surroundings import Sides, Weighed, Words, alone

REPEATED = frozenset({"person", "organisation", "place"})
"""Labels whose names are looked for elsewhere on the page."""

ZEROS = repeat(0.0)
COARSE = 2.0**20
"""Added and taken away again it rounds a score, so that the order of a sum decides nothing between equals."""
Key = TypeVar("Key")
Classes = dict[str, float]
"""What a class of words beside a candidate weighs with something of its own."""
Signed = tuple[Classes, Classes]
"""What a signature weighs with the class before and with the class after."""


class Scale(dict[str, float]):
    """The weights of one label, and sums of them that many candidates share."""

    __slots__ = ("alike", "around", "own", "shapes", "signed")

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.shapes: dict[str, dict[tuple[int, int], float]] = {}  # rule → code points and words → weight
        self.around: dict[str, Classes] = {}  # class before → class after → weight
        self.signed: dict[str, Signed] = {}
        self.alike = {name.removeprefix("like="): w for name, w in weights.items() if name.startswith("like=")}
        self.own = Remembered[Evidence, tuple[float, str]](self._own)

    def _own(self, evidence: Evidence) -> tuple[float, str]:
        """The weight of a candidate's own evidence, and its signature."""
        observed = evidence if isinstance(evidence, Kept) else tuple(flat(evidence))
        return self.sum(observed), observed[0]

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

    def sum(self, observed: Iterable[str], more: float = 0.0) -> float:
        """The weights of some observations, added, with something more."""
        return sum(map(self.get, observed, ZEROS), more)


class Weights(dict[str, Scale]):
    """Label → evidence → log-odds. ``words`` has the weights of each word at a bound for all labels in one place."""

    def __init__(self, by_label: Mapping[str, Mapping[str, float]], words: Mapping[str, Weighed] | None = None) -> None:
        super().__init__({label: Scale(weights) for label, weights in by_label.items()})
        self.words = Words(self, words)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The fitted weights of each label."""
    by_label = made("weights", fitted)
    return Weights(by_label, made("beside", lambda: alone(by_label)))


def fitted() -> dict[str, dict[str, float]]:
    """Label → evidence → log-odds, as the tables have it."""
    numbers: dict[str, float] = {}  # one object a number: the tables are looked up all the time
    with uncollected():
        return {
            label: {row[0]: numbers.setdefault(row[1], float(row[1])) for row in read(f"evidence/{label}").rows}
            for label in LABELS
        }


@lru_cache(maxsize=1)
def links() -> Links:
    """The fitted weights of neighbours."""
    return {(a, "" if joint == "-" else joint, b): float(w) for a, joint, b, w in read("evidence/links").rows}


def compared(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each told which other rules and labels read the same stretch."""
    found = list(candidates)
    for group in _alike([candidate[:2] for candidate in found]).values():
        for i, others in zip(group, _others()[tuple([found[i][2:4] for i in group])], strict=True):
            if others:
                start, end, label, rule, evidence, detail, score = found[i]
                told = (evidence, *others) if type(evidence) is Kept else evidence + others
                found[i] = CANDIDATE((start, end, label, rule, told, detail, score))
    return found


def _alike(keys: Sequence[Key]) -> dict[Key, list[int]]:
    """The numbers of those keys that stand there more than once, in order."""
    last = dict(zip(keys, range(len(keys)), strict=True))
    alike: dict[Key, list[int]] = {key: [] for i, key in enumerate(keys) if last[key] != i}
    if alike:
        for i in [i for i, key in enumerate(keys) if key in alike]:
            alike[keys[i]].append(i)
    return alike


@lru_cache(maxsize=1)
def _others() -> Remembered[tuple[tuple[str, str], ...], list[tuple[str, ...]]]:
    """What each of the candidates of a stretch, given by label and rule, is told of the others."""
    return Remembered(
        lambda read: [
            tuple(sorted({f"also={r}" if of == label else f"rival={of}" for of, r in read if r != rule}))
            for label, rule in read
        ]
    )


def weigh(page: Page, candidates: Sequence[Candidate], by_label: Weights) -> list[Candidate]:
    """The candidates with their scores."""
    return [CANDIDATE((*c[:6], score)) for c, score in zip(candidates, scores(page, candidates, by_label), strict=True)]


def scores(page: Page, candidates: Sequence[Candidate], by_label: Weights) -> list[float]:
    """What each candidate weighs: its own evidence first, then what the rest of the page says of its text."""
    found = _alone(page, candidates, by_label)
    for i, support in elsewhere(page.view, candidates, found).items():
        found[i] += by_label[candidates[i][2]].get(support, 0.0)
    return found


def _alone(page: Page, candidates: Sequence[Candidate], by_label: Weights) -> list[float]:
    """Scores from ``Observer.observe``; what candidates share (a bound, a shape, evidence) is looked up once."""
    sides = Sides(page, by_label.words)
    scores: list[float] = []
    for label, alike in groupby(candidates, itemgetter(2)):
        scale = by_label[label]
        if label in VALUED:
            read = scale.get(READ, 0.0)
            scores += [typed + scale.get("rule=" + rule, 0.0) + read for _, _, _, rule, _, _, typed in alike]
        else:
            scores += _of_label(label, alike, scale, sides)
    return scores


def _of_label(label: str, candidates: Iterable[Candidate], scale: Scale, sides: Sides) -> Iterator[float]:
    """The scores of some candidates of one label."""
    lefts, rights = sides.of(label)
    shapes, around, signed, own, parts = scale.shapes, scale.around, scale.signed, scale.own, _Parts(scale)
    view, cluster, alike = sides.page.view, clusters().get, scale.alike
    for start, end, _, rule, evidence, _, typed in candidates:
        left, before, i = lefts[start]
        right, after, j = rights[end]
        length = end - start
        count = span(i, j) if i is None or j is None or j - i > MOST_WORDS else j - i
        try:
            score = typed + left + right + shapes[rule][length, count]
        except KeyError:
            score = typed + left + right + scale.formed(rule, length, count)
        if (use := cluster(view[start:end])) is not None:
            score += alike.get(use, 0.0)
        if not evidence:
            weight, of = 0.0, rule
        elif type(evidence) is Kept or type(evidence[0]) is str:
            weight, of = own[evidence]
        else:  # it shares parts with its neighbours, but is hardly seen again as a whole
            weight, of = parts.weight(evidence), str(evidence[0][0])
        try:
            of_left, of_right = signed[of]
            score += around[before][after] + of_left[before] + of_right[after]
        except KeyError:
            score += scale.placed(of, before, after)
        yield score + weight + COARSE - COARSE


class _Parts(dict[int, float]):
    """The weights of evidence that several candidates share, remembered by its identity while the page lasts."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale, self._own = scale, scale.own

    def weight(self, evidence: Evidence) -> float:
        """The weight of evidence in which what is shared stands first."""
        found = 0.0
        for k, observed in enumerate(evidence):
            if isinstance(observed, str):
                return self._scale.sum(evidence[k:], found)  # type: ignore[arg-type]  # strings are all that follows
            if type(observed) is Kept:
                found += self._own[observed][0]
            elif (key := id(observed)) in self:
                found += self[key]
            else:
                self[key] = weight = self.weight(observed)
                found += weight
        return found


def elsewhere(view: str, candidates: Sequence[Candidate], scores: Sequence[float]) -> dict[int, str]:
    """By the number of a candidate, how well the same text is supported where else it stands on the page."""
    found: dict[int, str] = {}
    for numbers in _alike([view[candidate[0] : candidate[1]] for candidate in candidates]).values():
        for label in REPEATED & {candidates[i][2] for i in numbers}:
            same = [i for i in numbers if candidates[i][2] == label]
            best: dict[int, float] = {}
            for i in same:
                start, score = candidates[i][0], scores[i]
                if start not in best or best[start] < score:
                    best[start] = score
            if len(best) > 1:
                second, first = sorted(best.values())[-2:]
                support, for_first = _support(first), _support(second)
                for i in same:
                    found[i] = for_first if best[candidates[i][0]] == first else support
    return found


def _support(other: float) -> str:
    """How well a text is supported elsewhere: half the score that it has there, rounded."""
    return f"elsewhere={max(-3, min(4, round(other / 2)))}"
