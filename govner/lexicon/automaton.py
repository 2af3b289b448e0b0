"""The search for many words in one pass: by daachorse, whose automaton can be stored, else by ahocorasick_rs.

daachorse comes with no wheel for some machines; both find the same.
"""

from collections.abc import Callable
from importlib.util import find_spec

from ahocorasick_rs import AhoCorasick, Implementation

STORABLE = find_spec("daachorse") is not None
"""Whether daachorse is installed here."""
Found = tuple[int, int, int]
"""Start and end in the text, and the number of the word."""


def finder(words: list[str], automaton: bytes = b"") -> Callable[[str], list[Found]]:
    """A search for all words, overlapping ones included, in the order of their ends, and of those the longest first.

    ``automaton`` is what ``stored`` made of these very words. No word is empty, and none stands there twice.
    """
    if STORABLE:
        from daachorse import CharwiseDoubleArrayAhoCorasick as DoubleArray  # noqa: PLC0415

        return (DoubleArray.deserialize(automaton) if automaton else DoubleArray(words)).find_overlapping
    built = AhoCorasick(words, implementation=Implementation.ContiguousNFA, store_patterns=False)
    return lambda text: [
        (start, end, word) for word, start, end in built.find_matches_as_indexes(text, overlapping=True)
    ]


def stored(words: list[str]) -> bytes:
    """The automaton of some words, to be read in no time; empty where it cannot be stored."""
    if not STORABLE:
        return b""
    from daachorse import CharwiseDoubleArrayAhoCorasick as DoubleArray  # noqa: PLC0415

    return DoubleArray(words).serialize()
