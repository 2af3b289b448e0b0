"""Time as the text grows, and as the user's own words do."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from clock import once, seconds

from govner import Extractor

SMALLEST, LARGEST = 1 << 10, 1 << 23
"""Bytes in UTF-8 of the text that is doubled."""
SEVERAL = 20_000
"""So many code points are read at least of texts of a length."""
WORDS = (0, 1_000, 10_000, 100_000, 500_000)
SYLLABLES = "岚澄砚衡昱翊珩棠澜霁屿珞筠铎劭骞煜璟鸢麓湉槿瑾瑜曦"


def by_length(texts: Sequence[str], turns: int) -> Iterator[tuple[str, ...]]:
    """Texts of growing length: characters a second, and the time against half the length (2.00 x is linear)."""
    extractor, news = Extractor(), "\n".join(texts)
    extractor.extract(news[:10_000])
    before = None
    size = SMALLEST
    while size <= LARGEST:
        length = size // 3
        # Each turn reads another text, as reports are read once; the shortest are too short for one to tell much.
        # Long texts are measured once: their own length evens out what the machine does besides.
        count = max(turns, SEVERAL // length) if size < LARGEST >> 4 else 1
        taken = sum(once(partial(extractor.extract, text)) for text in _parts(news, length, count)) / count
        yield (
            f"{size >> 10:,} KB",
            f"{length / taken:,.0f}",
            f"{taken / before:.2f} x" if before else "",
        )
        before = taken
        size *= 2


def _parts(news: str, length: int, count: int) -> Iterator[str]:
    """So many texts of a length, one behind the other in the news, which begins again at its end."""
    for number in range(count):
        begun = number * length % len(news)
        yield (news[begun:] + news * (1 + length // len(news)))[:length]


def by_words(texts: Sequence[str], turns: int) -> Iterator[tuple[str, ...]]:
    """Own words given to the extractor: seconds to make it, and characters a second with it."""
    names = ("".join(name) + "公司" for name in product(SYLLABLES, repeat=4))
    every = [name for name, _ in zip(names, range(max(WORDS)), strict=False)]
    some = texts[:100]
    for count in WORDS:
        made: list[Extractor] = []
        making = seconds(partial(_make, made, every[:count]), 1)
        made[0].extract(some[0])
        taken = seconds(partial(_read, made[0], some), turns)
        yield f"{count:,} words", f"{making:.2f}", f"{sum(map(len, some)) / taken:,.0f}"


def _make(made: list[Extractor], words: Sequence[str]) -> None:
    made.append(Extractor(lexicons=[words] if words else []))


def _read(extractor: Extractor, texts: Sequence[str]) -> None:
    for text in texts:
        extractor.extract(text)
