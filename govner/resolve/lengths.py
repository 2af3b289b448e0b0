"""How long the words of a list are, by the two characters at one end: what to look up of a text, and no more."""

from collections.abc import Iterable

BEGINNING, ENDING = slice(2), slice(-2, None)


def lengths(words: Iterable[str], part: slice) -> dict[str, tuple[int, ...]]:
    """The lengths of the words of two code points and more, the longest first, by their ``part``.

    >>> lengths(["岭东", "岭东省", "海州"], BEGINNING)
    {'岭东': (3, 2), '海州': (2,)}
    """
    found: dict[str, int] = {}  # as bits: a set for each pair would take more room than the words
    for word in words:
        if len(word) > 1:
            found[word[part]] = found.get(word[part], 0) | 1 << len(word)
    meant = {bits: tuple(n for n in range(bits.bit_length() - 1, 1, -1) if bits >> n & 1) for bits in {*found.values()}}
    return {pair: meant[bits] for pair, bits in found.items()}
