"""One linear pass of an Aho–Corasick automaton over all lexicons: every trigger in the text, by kind."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from govner.errors import LexiconError
from govner.lexicon.automaton import finder, stored

Entry = tuple[str, str, tuple[str, ...]]
"""A word of a lexicon, its kind, and what the lexicon says of it."""
Meaning = tuple[int, tuple[str, ...]]
"""The number of a kind, and what the lexicon says of a word of it."""
Hit = tuple[int, int, tuple[str, ...]]
"""A word of a lexicon in the text: start, end, and what its lexicon says of it. Named fields would double the cost."""
Hits = Mapping[str, list[Hit]]


class Vocabulary(NamedTuple):
    """All words of all lexicons: the kinds, of each word what it means, by the number of a kind, and what finds them.

    ``automaton`` is the stored form of the words' automaton, or empty where it is made when it is needed.
    """

    kinds: list[str]
    meanings: dict[str, tuple[Meaning, ...]]
    automaton: bytes = b""

    def ready(self) -> "Vocabulary":
        """The vocabulary with its automaton stored, where it can be."""
        return self._replace(automaton=stored(list(self.meanings)))

    def with_(self, entries: Iterable[Entry]) -> "Vocabulary":
        """The vocabulary with more words. Raises LexiconError where one is empty."""
        numbers = {kind: number for number, kind in enumerate(self.kinds)}
        meanings = dict(self.meanings)
        for word, kind, entry in entries:
            if not word:
                raise LexiconError(
                    f"an empty word of the kind {kind}, with the entry {entry!r}; every word needs a character"
                )
            meaning = numbers.setdefault(kind, len(numbers)), entry
            meanings[word] = (*meanings[word], meaning) if word in meanings else (meaning,)
        return Vocabulary(list(numbers), meanings)


def vocabulary(entries: Iterable[Entry]) -> Vocabulary:
    """The words of (word, kind, entry), where a word may be of several kinds.

    Raises LexiconError where a word is empty.
    """
    return Vocabulary([], {}).with_(entries)


class Scanner:
    """Finds all words of a vocabulary, overlapping ones included."""

    def __init__(self, words: Vocabulary) -> None:
        self._kinds = words.kinds
        self._meanings = list(words.meanings.values())
        self._find = finder(list(words.meanings), words.automaton)

    def scan(self, view: str) -> Hits:
        """All hits of each kind in a view, in the order of their ends, and of those the longest first."""
        hits: list[list[Hit]] = [[] for _ in self._kinds]
        meanings, add = self._meanings, [of_kind.append for of_kind in hits]
        for start, end, word in self._find(view):
            for kind, entry in meanings[word]:
                add[kind]((start, end, entry))
        return {kind: found for kind, found in zip(self._kinds, hits, strict=True) if found}
