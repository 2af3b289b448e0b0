"""What the words around candidates weigh: each word's weights fetched once, each bound's sum made once."""

from bisect import bisect_right
from collections.abc import Mapping
from operator import add, sub

from govner.lexicon.words import clusters
from govner.matchers.page import Page
from govner.mentions import LABELS
from govner.observer import CUT, EDGE, JOINT, VALUED, WORDS, named
from govner.remembered import Remembered

SLOTS = ("before", "before2", "after", "after2")
"""A word as the next one before a candidate, as the one farther off, and the same after it."""
NEAR = ("before", "after")

WEIGHED: list[str] = [label for label in LABELS if label not in VALUED]
Weighed = tuple[float, ...]
"""Of a word: for each label in WEIGHED what it weighs in each of SLOTS. Of a class: for each what it weighs in NEAR."""
Side = tuple[float, str, int | None]
"""What a bound weighs, the class of the word beside it, and the number of the word that starts there."""
NOTHING: Weighed = (0.0,) * len(SLOTS) * len(WEIGHED)


def alone(by_label: Mapping[str, Mapping[str, float]]) -> dict[str, Weighed]:
    """What each word of the tables weighs by itself, from the evidence of the labels in WEIGHED."""
    words: dict[str, list[float]] = {}
    for number, label in enumerate(WEIGHED):
        for evidence, weight in by_label.get(label, {}).items():
            name, _, word = evidence.partition("=")
            if name in SLOTS:
                words.setdefault(word, list(NOTHING))[len(SLOTS) * number + SLOTS.index(name)] = weight
    return {word: tuple(found) for word, found in words.items()}


class Words(dict[str, Weighed]):
    """The weights of the words that may stand at a bound, for all labels in one place.

    Fetching what lies scattered in memory would take longer than all sums.
    """

    def __init__(self, by_label: Mapping[str, Mapping[str, float]], known: Mapping[str, Weighed] | None = None) -> None:
        self._by_label = [by_label.get(label, {}) for label in WEIGHED]
        super().__init__()
        self.alone = known or alone(by_label)
        """What each word of the tables weighs without its cluster, what stands behind a ~ included."""
        self._uses = Remembered[str, Weighed](self._of_use)
        self.classes = Remembered[str, Weighed](lambda kind: self._near(kind, WORDS))
        """What a class of the next word and a bound between words weigh."""
        self.cuts = Remembered[str, Weighed](lambda kind: self._near(f"~{kind}", CUT))
        """What a bound inside a word of a class weighs."""
        self.joints = tuple(map(sub, self._near("", JOINT), self._near("", WORDS)))
        """What a bound between the parts of a word weighs more than one between words."""

    def __missing__(self, word: str) -> Weighed:
        """What a word weighs with its cluster; kept for the words of the tables, as others are without end."""
        name = named(word)
        if name != word:
            return self[name]
        own, cluster = self.alone.get(word), clusters().get(word)
        of_use = NOTHING if cluster is None else self._uses[cluster]
        if own is None:
            return of_use
        found = self[word] = own if cluster is None else tuple(map(add, own, of_use))
        return found

    def _of_use(self, cluster: str) -> Weighed:
        """What a word of a cluster weighs by that."""
        return tuple(weights.get(f"{slot}-like={cluster}", 0.0) for weights in self._by_label for slot in SLOTS)

    def _near(self, kind: str, bound: str) -> Weighed:
        """What a class and a bound weigh before and after each label."""
        return tuple(
            weights.get(f"{slot}-class={kind}", 0.0) + weights.get(f"{slot}-bound={bound}", 0.0)
            for weights in self._by_label
            for slot in NEAR
        )


class Sides:
    """The words of one page with their weights, by the bounds that they stand at."""

    def __init__(self, page: Page, words: Words) -> None:
        self.page, self.words = page, words
        beside = list(map(words.__getitem__, page.bounds.words))
        outside, kind, *_ = EDGE
        edge = [words[outside]]
        self.around = (
            (edge + beside, edge + edge + beside, [kind, *page.classes]),
            (beside + edge, beside[1:] + edge + edge, [*page.classes, kind]),
        )
        """By bound, before it and after it: the words next to it, those farther off, the classes of the next ones."""

    def of(self, label: str) -> tuple["Ends", "Ends"]:
        """The bounds where candidates of a label begin, and those where they end."""
        return Ends(self, label, 0), Ends(self, label, 1)


class Ends(dict[int, Side]):
    """What each bound weighs where candidates of one label begin (0) or end (1), found when asked."""

    __slots__ = ("_at", "_classes", "_far", "_joints", "_near", "_sides", "_slot")

    def __init__(self, sides: Sides, label: str, end: int) -> None:
        super().__init__()
        self._sides, self._slot = sides, len(NEAR) * WEIGHED.index(label) + end
        self._near, self._far, self._classes = sides.around[end]
        self._at, self._joints = sides.page.bounds.at, sides.page.bounds.joints

    def __missing__(self, bound: int) -> Side:
        i, slot = self._at.get(bound), self._slot
        if i is None:
            return self._inside(bound)
        words, kind = self._sides.words, self._classes[i]
        weight = self._near[i][2 * slot] + self._far[i][2 * slot + 1] + words.classes[kind][slot]
        if bound in self._joints:
            weight += words.joints[slot]
        found = self[bound] = weight, kind, i
        return found

    def _inside(self, bound: int) -> Side:
        """A bound that cuts a word."""
        page, words, slot = self._sides.page, self._sides.words, self._slot
        alone = words.alone
        k = bisect_right(page.bounds.starts, bound) - 1
        kind, near = page.classes[k], "~" + page.view[bound - 1 + slot % 2]
        far = "~" + named(page.bounds.words[k])
        weight = alone.get(near, NOTHING)[2 * slot] + alone.get(far, NOTHING)[2 * slot + 1] + words.cuts[kind][slot]
        found = self[bound] = weight, "~" + kind, None
        return found
