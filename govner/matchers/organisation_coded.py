"""Companies by their stock code behind them, wherever else they stand: 云岭科技（600123）, 云岭科技(01234.HK)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

MOST_CHARACTERS = 14
"""How far a name reaches to the left of its code, in code points."""
MOST_NAMES = 50
"""How many names are looked for elsewhere: a search each, so that the time stays linear in the text."""


@lru_cache(maxsize=1)
def _code() -> re.Pattern[str]:
    """A bracket that begins with the code of a share: the exchange's letters, four to six digits, or both."""
    exchange = r"(?i:SZ|SH|BJ|HK|NYSE|NASDAQ)"
    code = rf"{exchange}[:. ]{{0,2}}(?:\d{{4,6}}|[A-Z]{{1,5}})|\d{{6}}(?!\d)|\d{{4,5}}\.{exchange}"
    return re.compile(rf"\((?:(?:股票|证券)代码:?)?+(?:{code})")


def coded(page: Page) -> Iterator[Candidate]:
    """Every stretch of words up to a code, and the longest one that is told again, where it is."""
    view = page.view
    again: set[str] = set()
    for code in _code().finditer(view):
        end = code.start()
        names = list(_up_to(page, end))
        told = [start for start in names if _told(view, start, end)]
        if told:
            again.add(view[told[-1] : end])
        for start in names:
            often = "once" if start not in told else "again" if start > told[-1] else "again-longest"
            yield Candidate(start, end, "organisation", "coded", (f"coded={often}", f"coded-length={end - start}"))
    for name in sorted(again)[:MOST_NAMES]:
        start = view.find(name)
        while start >= 0:
            end = start + len(name)
            if _code().match(view, end) is None:
                yield Candidate(start, end, "organisation", "coded-again", (f"coded-length={end - start}",))
            start = view.find(name, end)


def _up_to(page: Page, end: int) -> Iterator[int]:
    """Where the words before a code start, the nearest first, as far as a name may reach."""
    starts = page.bounds.starts
    for j in range(page.bounds.at.get(end, 0) - 1, -1, -1):
        if end - starts[j] > MOST_CHARACTERS or not page.view[starts[j] : end].replace("-", "").isalnum():
            return
        yield starts[j]


def _told(view: str, start: int, end: int) -> bool:
    """Whether a name of more than a character stands anywhere else."""
    name = view[start:end]
    return end - start > 1 and (view.find(name) < start or view.find(name, end) >= 0)
