"""Hostile texts beside ordinary ones: what a code point costs at worst."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from clock import once

from govner import Extractor

sys.path.append(str(Path(__file__).parents[2]))  # behind the installed package, which is what is measured
from tests.robustness.hostile import HOSTILE

SHORT, LONG = 10_000, 100_000
"""Code points of each; a megabyte of Chinese is some three times the longer one."""
SLOW, WORTH_A_LOOK = 3.0, 0.5
MEGABYTE = 1 << 20
WHOLE = {"一": MEGABYTE, "（": MEGABYTE, "年": MEGABYTE, "委": MEGABYTE // 3, "9": MEGABYTE, "\ud800": MEGABYTE}
"""Texts of a megabyte or more of one character."""


def rows(texts: Sequence[str], turns: int) -> Iterator[tuple[str, ...]]:
    """Time a code point against the texts', at two lengths; those above 3 x, then the worst growth, then a megabyte."""
    extractor, news = Extractor(), "\n".join(texts)[:LONG]
    extractor.extract(news[:SHORT])

    def taken(text: str) -> float:
        return once(partial(extractor.extract, text))

    ordinary = min(taken(news) for _ in range(3)) / len(news)
    grown = []
    for name, make in HOSTILE.items():
        short, long = make(SHORT), make(LONG)
        few = min(taken(short), taken(short)) / SHORT
        many = taken(long) / LONG
        grown.append((many / few, many / ordinary, name))
        if many > SLOW * ordinary:
            yield name, f"{few / ordinary:.1f} x", f"{many / ordinary:.1f} x"
    growth, _, name = max(row for row in grown if row[1] > WORTH_A_LOOK)
    slow = sum(cost > SLOW for _, cost, _ in grown)
    yield f"{len(grown)} texts, {slow} of them above {SLOW} x", "worst growth:", f"{growth:.2f} x", name
    for sign, size in WHOLE.items():
        seconds = taken(sign * size)
        yield f"{sign!a} x {size:,}", f"{seconds:.1f} s", f"{seconds / size / ordinary:.1f} x"
    line = (news.replace("\n", "") * (10 * MEGABYTE // 3 // len(news) + 1))[: 10 * MEGABYTE // 3]
    seconds = taken(line)
    yield "10 MB of news in one line", f"{seconds:.1f} s", f"{seconds / len(line) / ordinary:.1f} x"
