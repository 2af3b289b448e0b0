"""Names built from words up to a suffix (广东省财政厅): where they may start, and what the words in them say."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping
from functools import cache
from math import log

from govner.lexicon.tables import table
from govner.matchers.candidate import Evidence, Kept
from govner.matchers.organisation_listed import Listed
from govner.matchers.page import Page

MOST_WORDS = 12
MOST_CHARACTERS = 36
"""How far a built name reaches to the left of its suffix."""

CHARACTERS_A_BODY = 5
"""A name of names (…集团有限公司贸易中心财务部) has one more for so many code points; what has more is no name."""

LEAST_RATIO = -2
"""A suffix that ends bodies less often than this logarithm says is no sign that a name ends."""

WALLS = frozenset({"particle", "pronoun", "preposition", "interjection"})
"""Classes of words over which no name reaches."""
SOFT_WALLS = frozenset("同得地经于之尔从由自连向比那咱所何以为本汝对其此朝往")
"""Words of such classes that names have in them all the same, before a single character: 同|洲|电子, 经|开|区管委会."""
BRANDING = frozenset("同得地经于尔从由")
"""Those that firms have before longer words too: 凯|得|控股有限公司."""
STATE = "以"
"""The one that stands for a state right before a suffix: 以|政府, 驻|以|使馆."""
MARKS = frozenset({"mark", "punctuation", "space", "symbol"})
INSIDE = frozenset("()·“”-—&《》")
"""Marks that may stand inside a name; that a list has rare characters (纶) for symbols makes them none."""
RULING = frozenset({"government", "congress", "cppcc"})
"""Kinds of bodies that bear a list of fields in their name: 云岭国贸易、工业和旅游部."""
OF_FIELDS = ("other", "enterprise", "listed")
"""Kinds of suffixes that are words of fields as well: 文化、社区及青年部; the last one for short names alone."""
OPENING = frozenset("“《")
"""Marks that a name may begin with: 《远山》编辑部."""
NOT_FIRST = frozenset({"conjunction", "mark", "punctuation", "space", "adverb", "title"})

PLACE = "place"
PROVINCE = "kind=province"
"""What the list says of a province: behind a suffix it begins another name, mostly."""

LETTERS = {
    "place": "L",
    "organisation": "O",
    "abbreviation": "J",
    "noun": "N",
    "thing": "N",
    "attributive": "N",
    "verbal-noun": "G",
    "verb": "V",
    "adjective": "A",
    "adverb": "D",
    "numeral": "M",
    "number": "M",
    "measure": "Q",
    "time": "T",
    "locality": "F",
    "person": "P",
    "foreign-name": "P",
    "japanese-name": "P",
    "organisation-suffix": "S",
    "unit-suffix": "S",
    "title": "H",
    "occupation": "H",
    "conjunction": "C",
    "phrase": "I",
    "latin": "X",
    "unknown1": "u",
    "unknown2": "U",
    "unknown3": "U",
    "mark": "K",
}
"""What stands for a class of words where the order of a name's words is told."""
MOST_LETTERS = 7


@cache
def _walls() -> frozenset[str]:
    """Words over which no name reaches, for all their class: 改称|云岭省农业厅."""
    return frozenset(table("organisations/walls").column("word"))


@cache
def _firsts() -> frozenset[str]:
    """Words that names begin with, for all their class."""
    return frozenset(table("organisations/firsts").column("form"))


class Heads:
    """Where a name may start that ends with a suffix, with the evidence of the words it would hold."""

    def __init__(self, page: Page, longest: Mapping[int, tuple[int, tuple[str, ...]]], listed: Listed) -> None:
        self._page = page
        self._listed = listed
        self.ends = dict.fromkeys(listed.starts, ("listed", "listed"))
        self.ends |= {end: (e[0], e[1]) for end, (_, e) in longest.items() if _ratio(e) >= LEAST_RATIO}
        self._places: dict[int, list[int]] = {}
        self._regions: dict[int, str] = {}
        self._provinces: dict[int, str] = {}
        for start, end, entry in page.hits.get("place-name", ()):
            self._places.setdefault(start, []).append(end)
            self._regions[start] = entry[1]
            if entry[1] == PROVINCE:
                self._provinces[start] = entry[2]

    def starts(self, suffix: int, end: int, entry: tuple[str, ...]) -> Iterator[tuple[int, Evidence]]:
        """Each start to the left of the suffix at ``suffix``, nearest first, up to a wall."""
        words, starts, classes = self._page.bounds.words, self._page.bounds.starts, self._page.classes
        i = bisect_right(starts, suffix) - 1
        if starts[i] == suffix:
            i -= 1
        own = _of_suffix(entry)
        again = ""
        listed = self._listed.starts.get(end, ())
        inner: Evidence = ()
        tail = ""
        order = ""
        opened = bodies = 0
        joined = fields = False
        after = ""
        for j in range(i, max(-1, i - MOST_WORDS), -1):
            word, kind, start = words[j], classes[j], starts[j]
            if start < suffix - MOST_CHARACTERS or _ends(word, kind, after, entry[1], suffix - start):
                return
            joined = joined or kind == "conjunction"
            if kind in MARKS and not word.isalnum():
                fields = fields or (word == "、" and joined and entry[1] in RULING)
                if self._stops(word, start, fields=fields):
                    return
                opened += (word in ")”》") - (word in "(“《")
                if opened < 0:
                    return
            first = word[: suffix - start]
            after = first if start not in self._places else PLACE
            tail = tail or f"tail={first}{entry[0]}"
            order = _ordered(kind, order)
            if fields and start not in self._places and start not in self._listed.ends and not self._opens(j):
                pass  # 农业、贸易和工业部 begins with its state, if anywhere before the fields, or behind a mark
            elif ((kind not in NOT_FIRST or word in _firsts()) and not opened) or word in OPENING:
                begun = _begun(first, kind, order, entry)
                places = self._of_provinces(start, again)
                near = "near" if start + len(first) == suffix else "far"
                yield start, (own, inner, tail, *begun, *places, *self._first(start, suffix, near, entry, listed))
            inner = (inner, *self._inside(first, kind, j), *self._behind(start, entry))
            again = self._again(start) or again
            bodies += start in self.ends
            if bodies > 2 + (suffix - start) / CHARACTERS_A_BODY:
                return

    def _stops(self, mark: str, start: int, *, fields: bool) -> bool:
        """Whether no name reaches over a mark: 外事委员会、文史和学习委员会 are two, whatever fields one has."""
        if mark == "、":
            short = all(start - first < 3 for first in self._listed.starts.get(start, ()))  # a firm is called 文化
            return not fields or self.ends.get(start, OF_FIELDS)[1] not in OF_FIELDS[: 3 if short else 2]
        return mark not in INSIDE

    def _opens(self, j: int) -> bool:
        """Whether a word is the first behind a mark that parts no fields."""
        return j == 0 or (self._page.classes[j - 1] in MARKS and self._page.bounds.words[j - 1] != "、")

    def _again(self, start: int) -> str:
        """The form of a province that stands behind the end of a name."""
        return self._provinces.get(start, "") if start in self.ends else ""

    def _of_provinces(self, start: int, again: str) -> tuple[str, ...]:
        """Evidence of a province that a name starts with and of one more that stands behind an end inside it."""
        first = self._provinces.get(start)
        return (f"provinces={first}+{again}",) if first and again else ()

    def _first(
        self, start: int, suffix: int, near: str, entry: tuple[str, ...], listed: Container[int]
    ) -> Iterator[str]:
        """Evidence of a place or a listed body that a name starts with, and of a listed body that it ends with."""
        places = self._places.get(start, ())
        if places:
            yield from ("place-first", f"place+kind={near}:{entry[1]}", f"place+suffix={near}:{entry[0]}")
            if any(end in listed for end in places):
                yield "place+listed"
        bodies = self._listed.ends.get(start, ())
        if any(end <= suffix for end in bodies):
            yield from ("body-first", f"body+suffix={near}:{entry[0]}")
            if any(end in listed for end in bodies):
                yield "body+listed"

    def _inside(self, word: str, kind: str, j: int) -> tuple[str, ...]:
        """Evidence of a word inside a name: a name seldom goes on behind a suffix (…医院|和|…, …医院|湖北省…)."""
        start, classes = self._page.bounds.starts[j], self._page.classes
        if word == ")":
            return ()
        if word == "(":
            return ("in-bracket=place" if start + 1 in self._places else "in-bracket=other",)
        if kind == "conjunction":
            before = "suffix" if start in self.ends else classes[j - 1] if j else "space"
            return (f"join={before}", f"join-classes={before}+{classes[j + 1]}")
        if start in self.ends and start in self._places:  # two names of a roll, or a branch elsewhere
            return (f"in={word}", "in-class=place-behind")
        return (f"in={word}", f"in-class={kind}")

    def _behind(self, start: int, entry: tuple[str, ...]) -> tuple[str, ...]:
        """Evidence of a word behind a suffix inside a name: 大学|附属医院 is one name, 剧团|湖北省医院 is none."""
        if start not in self.ends:
            return ()
        suffix, kind = self.ends[start]
        nested = (f"nest={suffix}>{entry[0]}", f"nest-kind={kind}>{entry[1]}")
        if start not in self._regions:
            return nested
        return (*nested, f"restart={self._regions[start]}>{entry[1]}", f"restart-kind={kind}")


def _begun(first: str, kind: str, order: str, entry: tuple[str, ...]) -> tuple[str, ...]:
    """Evidence of the word that a name begins with."""
    found = (f"first={first}", f"first-class={kind}", f"order={order}>{entry[1]}")
    return (*found, f"first+kind={first}:{entry[1]}") if kind in WALLS else found  # 以政府, but 以|云岭集团


def _ends(word: str, kind: str, after: str, sort: str, left: int) -> bool:
    """Whether no name of a sort reaches over a word that has so many code points left of the suffix."""
    if kind in WALLS:
        return not _open(word, after, sort)
    return word in _walls() and len(word) <= left


def _open(word: str, after: str, kind: str) -> bool:
    """Whether a name of a kind reaches over a word that is a wall mostly, from what is behind it in the name."""
    if word in SOFT_WALLS and len(after) == 1:
        return True
    return (word in BRANDING and kind == "enterprise" and after != PLACE) or (word == STATE and not after)


def _ordered(kind: str, behind: str) -> str:
    """The classes of a name's words as letters, with one more in front; like ones side by side count once."""
    letter = LETTERS.get(kind, "-")
    if len(behind) < MOST_LETTERS:
        return behind if behind.startswith(letter) else letter + behind
    return letter + "~" + behind[-MOST_LETTERS + 2 :]


def _ratio(entry: tuple[str, ...]) -> int:
    """How much more often a suffix ends a body than it stands elsewhere, as a rounded logarithm."""
    return round(log((int(entry[3]) + 0.5) / (int(entry[4]) + 0.5)))


@cache
def _of_suffix(entry: tuple[str, ...]) -> Kept:
    """Evidence of a suffix: itself, its kind, and how often it ends a body."""
    return Kept((f"suffix={entry[0]}", f"kind={entry[1]}", f"ends={max(-4, min(4, _ratio(entry)))}"))
