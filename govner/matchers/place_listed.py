"""The names of the lists on a page: which of them are worth a candidate, and what they say of each other."""

from collections.abc import Iterator, Sequence

from govner.lexicon.gazetteer import Reading, abbreviations, readings
from govner.lexicon.scan import Hit
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

CERTAIN = frozenset({"kind=country", "kind=province"})
"""Kinds whose names stand for themselves wherever they occur, across word bounds too."""
UNCERTAIN = frozenset({"name", "city", "township"})
"""Lists whose names of two characters count only as words of their own."""
UPPER = frozenset({"province", "prefecture"})
"""Kinds of divisions that counties lie in."""


class Listed:
    """The listed names on a page that are worth a candidate, by start and by end."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._spans: list[tuple[int, int, tuple[str, ...], tuple[str, ...]]] = []
        self.ending: dict[int, list[str]] = {}
        self.starting: dict[int, list[tuple[int, str]]] = {}
        self._words: set[str] = set()
        self._covered = bytearray(len(page.view) + 1)
        outer: Hit = (0, 0, ("",))  # the name so far that reaches farthest
        for hit in sorted(page.hits.get("place-name", ()), key=lambda hit: (hit[0], -hit[1])):
            start, end, entry = hit
            nesting = _nesting(hit, outer)
            if self._is_chance(hit, outer, nesting):
                continue
            mark = _mark(nesting, outer[2]) if nesting else ()
            if end > outer[1]:
                outer = hit
            word = page.view[start:end]
            self._words.add(word)
            self._spans.append((start, end, entry, mark))
            self.ending.setdefault(end, []).append(word)
            self.starting.setdefault(start, []).append((end, word))
            if not _may_be_abbreviations(word, entry):
                self._covered[start:end] = b"\1" * (end - start)
        known = readings()
        self._codes = {r.code for word in self._words for r in known[word] if r.kind in UPPER}
        self.names = frozenset(r.name for word in self._words for r in known[word] if not r.ordinary)

    def _is_chance(self, hit: Hit, outer: Hit, nesting: str) -> bool:
        """Whether a name stands there by chance, to judge by the words and the longer name around it."""
        start, end, entry = hit
        left, right = start in self._page.bounds.at, end in self._page.bounds.at
        if left and right:
            return False
        certain = entry[1] in CERTAIN
        # 龙江 in 黑龙江 is nothing; 香港 in 中国香港 is a name, and 北京 in 首都北京.
        if nesting == "inside-longer" and start not in self.ending and not (certain and end == outer[1]):
            return True
        # 南京 in 南京市 is nothing; 南京 in 南京|市民 and 菏泽 in 菏泽|地区 are names.
        if nesting == "begins-longer" and not right and outer[1] == end + 1 and outer[2][0] == "division":
            return self._page.view[end : end + 2] not in word_classes()
        if end - start > 2:
            return False
        return entry[0] in UNCERTAIN or "ordinary-word" in entry or not (left or right or certain)

    def covers(self, spot: int) -> bool:
        """Whether a character belongs to a listed name, which is no list of abbreviations (中亚, 京津, 巴中)."""
        return self._covered[spot] == 1

    def candidates(self) -> Iterator[Candidate]:
        """Names of the lists, with what the other names of the report say of them."""
        for start, end, entry, mark in self._spans:
            rule, *evidence = entry
            evidence += mark
            found = readings()[self._page.view[start:end]]
            before, after = self.ending.get(start, ()), self.starting.get(end, ())
            if before:
                parents = [reading for word in before for reading in readings()[word]]
                evidence.append("parent-before" if _contain(parents, found) else "place-before")
            if after:
                children = [reading for _, word in after for reading in readings()[word]]
                evidence.append("child-after" if _contain(found, children) else "place-after")
            first = found[0]
            if first.form in {"short", "alias"} and first.name in self._words:
                evidence.append("full-form-in-report")
            if first.kind == "county" and any(
                r.code[:2] + "0000" in self._codes or r.code[:4] + "00" in self._codes for r in found
            ):
                evidence.append("parent-in-report")
            yield Candidate(start, end, "place", rule, tuple(evidence), found)


def _mark(nesting: str, outer: tuple[str, ...]) -> tuple[str, ...]:
    """How a name lies to the longer one, and what that ends in: 华北 in 华北平原 and 西南 in 西南地区 differ."""
    mark = f"{nesting}={outer[0]}"
    return (mark, "longer-" + outer[-1]) if outer[-1].startswith("tail=") else (mark,)


def _nesting(hit: Hit, outer: Hit) -> str:
    """How a name lies to the longer one that began before it."""
    (start, end, _), (first, last, _) = hit, outer
    if start >= last:
        return ""
    if end > last:
        return "crosses-longer"
    return "begins-longer" if start == first else "inside-longer"


def _may_be_abbreviations(word: str, entry: tuple[str, ...]) -> bool:
    own = abbreviations()
    return (
        len(word) == 2 and entry[1] not in CERTAIN and word[0] in own and (word[1] in own or "ordinary-word" in entry)
    )


def _contain(outer: Sequence[Reading], inner: Sequence[Reading]) -> bool:
    """Whether one of some places lies in another by their codes; a country holds what has no code of its own."""
    return any(_holds(a.code, b.code) for a in outer for b in inner)


def _holds(outer: str, inner: str) -> bool:
    stem = outer.removesuffix("00").removesuffix("00")
    return bool(stem) and len(stem) < len(inner) and outer != inner and inner.startswith(stem)
