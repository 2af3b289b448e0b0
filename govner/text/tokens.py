"""Word bounds from a tokenizer behind one small protocol. Bounds are evidence, never truth."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple, Protocol

from govner.errors import TokenizerError
from govner.text.tokenizers import CustomTokenizer, JiebaTokenizer, PkusegTokenizer


class Tokenizer(Protocol):
    """Cuts a text into words that, joined, are the text again."""

    @property
    def name(self) -> str:
        """What it is called in reports and errors."""
        ...

    def cut(self, text: str) -> list[str]:
        """The words of ``text`` in order; ``"".join(words) == text``."""
        ...


class Token(NamedTuple):
    """A word and where it stands: code points, half-open."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """Word bounds over a text: word ``i`` is ``text[starts[i]:starts[i + 1]]``; ``starts`` ends with the length.

    ``joints`` are the starts that lie inside a word of the tokenizer's, where long words were parted.
    """

    words: list[str]
    starts: list[int]
    at: dict[int, int]
    joints: frozenset[int] = frozenset()

    @classmethod
    def of(cls, words: Iterable[str], parts: Iterable[str] | None = None) -> "Bounds":
        """Bounds from words in order, or from the parts of these words."""
        whole = list(words)
        small = whole if parts is None else list(parts)
        starts = list(accumulate(map(len, small), initial=0))
        at = dict(zip(starts, range(len(starts)), strict=True))
        joints = at.keys() - accumulate(map(len, whole), initial=0) if len(small) > len(whole) else ()
        return cls(small, starts, at, frozenset(joints))


def tokens(bounds: Bounds) -> list[Token]:
    """The words with their offsets."""
    return list(map(Token, bounds.words, bounds.starts, bounds.starts[1:]))


def joined(bounds: Bounds, spans: Iterable[tuple[int, int]]) -> Bounds:
    """The bounds with each span made a word; of spans that overlap, the first, and of those the longest.

    >>> joined(Bounds.of(["一网", "统", "管理"]), [(0, 4)]).words
    ['一网统管', '理']
    """
    starts = set(bounds.starts)
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if last <= start < end:
            starts.difference_update(range(start + 1, end))
            starts.update((start, end))
            last = end
    text = "".join(bounds.words)
    found = Bounds.of(text[start:end] for start, end in pairwise(sorted(starts)))
    return Bounds(found.words, found.starts, found.at, bounds.joints & starts)


def tokenizer(given: object = "jieba") -> Tokenizer:
    """The tokenizer that is meant by a name, a folder, an object with ``cut``, or a callable.

    ``"jieba"`` is jieba's dictionary by the fastest engine installed, ``"rjieba"`` insists on that one;
    ``"pkuseg:FOLDER"``, or the folder as a path, is pkuseg with the model there. Raises TokenizerError where the
    tokenizer cannot be made.

    >>> tokenizer("jieba").cut("北川省发布３项规划")
    ['北川', '省', '发布', '３', '项', '规划']
    """
    if isinstance(given, JiebaTokenizer | PkusegTokenizer | CustomTokenizer):
        return given
    if given == "jieba":
        return JiebaTokenizer()
    if given == "rjieba":
        return JiebaTokenizer("rjieba")
    if isinstance(given, str) and given.startswith("pkuseg:"):
        return PkusegTokenizer(given.removeprefix("pkuseg:"))
    if isinstance(given, os.PathLike):
        return PkusegTokenizer(given)
    if callable(getattr(given, "cut", given)):
        return CustomTokenizer(given)
    raise TokenizerError(
        f'{given!r} is no tokenizer; give "jieba", "rjieba", "pkuseg:FOLDER", the folder of a pkuseg model, '
        "an object with cut, or a callable that gives the words of a text"
    )
