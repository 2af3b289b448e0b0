"""One linear pass of an Aho–Corasick automaton over all lexicons: every trigger in the text, by kind."""

from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick, Implementation

from govner.errors import LexiconError

Meaning = tuple[int, tuple[str, ...]]
"""The number of a kind, and what the lexicon says of a word of it."""


Hit = tuple[int, int, tuple[str, ...]]
"""A word of a lexicon in the text: start, end, and what its lexicon says of it. Named fields would double the cost."""
Hits = Mapping[str, list[Hit]]


class Scanner:
    """Finds all words of all lexicons, overlapping ones included. It pickles, by the words it was made of."""

    def __init__(self, entries: Iterable[tuple[str, str, tuple[str, ...]]]) -> None:
        """Takes (word, kind, entry) for every word of every lexicon; a word may be of several kinds.

        Raises LexiconError where a word is empty.
        """
        by_word: dict[str, tuple[Meaning, ...]] = {}
        numbers: dict[str, int] = {}
        for word, kind, entry in entries:
            meaning = numbers.setdefault(kind, len(numbers)), entry
            by_word[word] = (*by_word[word], meaning) if word in by_word else (meaning,)
        self._kinds = list(numbers)
        if "" in by_word:
            number, entry = by_word[""][0]
            kind = self._kinds[number]
            raise LexiconError(
                f"an empty word of the kind {kind}, with the entry {entry!r}; every word needs a character"
            )
        self._words = list(by_word)
        self._meanings = list(by_word.values())
        self._automaton = AhoCorasick(self._words, implementation=Implementation.ContiguousNFA, store_patterns=False)

    def scan(self, view: str) -> Hits:
        """All hits of each kind in a view, in the order of their ends, and of those the longest first."""
        hits: list[list[Hit]] = [[] for _ in self._kinds]
        meanings, add = self._meanings, [of_kind.append for of_kind in hits]
        for word, start, end in self._automaton.find_matches_as_indexes(view, overlapping=True):
            for kind, entry in meanings[word]:
                add[kind]((start, end, entry))
        return {kind: found for kind, found in zip(self._kinds, hits, strict=True) if found}

    def __reduce__(self) -> tuple[type["Scanner"], tuple[list[tuple[str, str, tuple[str, ...]]]]]:
        pairs = zip(self._words, self._meanings, strict=True)
        return Scanner, ([(word, self._kinds[kind], entry) for word, meanings in pairs for kind, entry in meanings],)
