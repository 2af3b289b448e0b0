"""Word bounds from a tokenizer behind one small protocol. Bounds are evidence, never truth."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol


class Tokenizer(Protocol):
    """Cuts a text into words that, joined, are the text again."""

    name: str

    def cut(self, text: str) -> list[str]:
        """The words of ``text`` in order; ``"".join(words) == text``."""
        ...


@dataclass(frozen=True, slots=True)
class Bounds:
    """Word bounds over a text: word ``i`` is ``text[starts[i]:starts[i + 1]]``; ``starts`` ends with the length."""

    words: list[str]
    starts: list[int]
    at: dict[int, int]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Bounds":
        """Bounds from words in order."""
        words = list(words)
        starts = list(accumulate(map(len, words), initial=0))
        return cls(words, starts, dict(zip(starts, range(len(starts)), strict=True)))
