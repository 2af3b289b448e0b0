"""What the words around candidates weigh: each word's weights fetched once, each bound's sum made once."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import chain
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
"""Of a word: for each label in WEIGHED what it weighs in each of SLOTS. Of a cut: for each what it weighs in NEAR."""
Side = tuple[float, str, int | None]
"""What a bound weighs, the class of the word beside it, and the number of the word that starts there."""
NOTHING: Weighed = (0.0,) * len(SLOTS) * len(WEIGHED)


class Words:
    """The weights of what may stand at a bound, for all labels in one place.

    Fetching what lies scattered in memory would take longer than all sums.
    """

    def __init__(self, by_label: Mapping[str, Mapping[str, float]]) -> None:
        self._by_label = [by_label.get(label, {}) for label in WEIGHED]
        words: dict[str, list[float]] = {}
        for number, weights in enumerate(self._by_label):
            for evidence, weight in weights.items():
                name, _, word = evidence.partition("=")
                if name in SLOTS:
                    words.setdefault(word, list(NOTHING))[len(SLOTS) * number + SLOTS.index(name)] = weight
        self._words = {word: tuple(found) for word, found in words.items()}
        self._classes = Remembered[str, Weighed](self._of_class)
        self._uses = Remembered[str, Weighed](self._of_use)
        self._cuts = Remembered[str, Weighed](lambda kind: self._near(f"~{kind}", CUT))
        self.beside = Remembered[tuple[str, str], Weighed](self._beside)
        self.cut = Remembered[tuple[str, str, str], Weighed](self._cut)
        self.edge = self._beside(EDGE[:2])
        self.joints = tuple(map(sub, self._near("", JOINT), self._near("", WORDS)))
        """What a bound between the parts of a word weighs more than one between words."""

    def _beside(self, seen: tuple[str, str]) -> Weighed:
        """The weights of a word, those of its class, its cluster and a bound between words among them."""
        word, kind = seen
        of_word, of_use, weighed = self._words.get(named(word)), clusters().get(word), self._classes[kind]
        if of_use is not None:
            weighed = tuple(map(add, weighed, self._uses[of_use]))
        return weighed if of_word is None else tuple(map(add, weighed, of_word))

    def _cut(self, seen: tuple[str, str, str]) -> Weighed:
        """What it weighs that a word, of a class, is cut beside a character."""
        word, kind, character = seen
        near, far = self._words.get("~" + character, NOTHING), self._words.get("~" + named(word), NOTHING)
        return tuple(map(add, map(add, near[::2], far[1::2]), self._cuts[kind]))

    def _of_class(self, kind: str) -> Weighed:
        """What a word of a class weighs by its class and by a bound between words."""
        return tuple(chain.from_iterable((weight, 0.0) for weight in self._near(kind, WORDS)))

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
        beside = list(map(words.beside.__getitem__, zip(page.bounds.words, page.classes, strict=True)))
        edge, (_, outside, *_) = [words.edge], EDGE
        self.around = (
            (edge + beside, edge + edge + beside, [outside, *page.classes]),
            (beside + edge, beside[1:] + edge + edge, [*page.classes, outside]),
        )
        """By bound, before it and after it: the words next to it, those farther off, the classes of the next ones."""

    def of(self, label: str) -> tuple["Ends", "Ends"]:
        """The bounds where candidates of a label begin, and those where they end."""
        return Ends(self, label, 0), Ends(self, label, 1)


class Ends(dict[int, Side]):
    """What each bound weighs where candidates of one label begin (0) or end (1), found when asked."""

    __slots__ = ("_at", "_classes", "_far", "_first", "_joints", "_near", "_second", "_sides")

    def __init__(self, sides: Sides, label: str, end: int) -> None:
        super().__init__()
        self._sides = sides
        self._first = 2 * (2 * WEIGHED.index(label) + end)
        self._second = self._first + 1
        self._near, self._far, self._classes = sides.around[end]
        self._at, self._joints = sides.page.bounds.at, sides.page.bounds.joints

    def __missing__(self, bound: int) -> Side:
        i = self._at.get(bound)
        if i is None:
            return self._inside(bound)
        weight = self._near[i][self._first] + self._far[i][self._second]
        if bound in self._joints:
            weight += self._sides.words.joints[self._first // 2]
        found = self[bound] = weight, self._classes[i], i
        return found

    def _inside(self, bound: int) -> Side:
        """A bound that cuts a word."""
        page, slot = self._sides.page, self._first // 2
        k = bisect_right(page.bounds.starts, bound) - 1
        kind = page.classes[k]
        weight = self._sides.words.cut[page.bounds.words[k], kind, page.view[bound - 1 + slot % 2]][slot]
        found = self[bound] = weight, "~" + kind, None
        return found
