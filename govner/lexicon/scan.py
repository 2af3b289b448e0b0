"""One linear pass of an Aho–Corasick automaton over all lexicons: every trigger in the text, by kind."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation


class Hit(NamedTuple):
    """A lexicon's word found in the text; ``entry`` is what its lexicon says of it."""

    start: int
    end: int
    entry: tuple[str, ...]


Hits = Mapping[str, list[Hit]]


class Scanner:
    """Finds all words of all lexicons, overlapping ones included."""

    def __init__(self, entries: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        """Takes (word, kind, entry) for every word of every lexicon; a word may be of several kinds."""
        by_word: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for word, kind, entry in entries:
            by_word.setdefault(word, []).append((kind, entry))
        self._meanings = list(by_word.values())
        self._automaton = AhoCorasick(list(by_word), implementation=Implementation.ContiguousNFA)

    def scan(self, view: str) -> Hits:
        """All hits of each kind, in the order of their ends."""
        hits: dict[str, list[Hit]] = {}
        meanings = self._meanings
        for word, start, end in self._automaton.find_matches_as_indexes(view, overlapping=True):
            for kind, entry in meanings[word]:
                hits.setdefault(kind, []).append(Hit(start, end, entry))
        return hits
