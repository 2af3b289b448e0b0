"""Companies by their stock code behind them, wherever else they stand: 云岭科技（600123）, 云岭科技(01234.HK)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

MOST_CHARACTERS = 14
"""How far a name reaches to the left of its code, in code points."""


@lru_cache(maxsize=1)
def _code() -> re.Pattern[str]:
    """A bracket that begins with the code of a share: the exchange's letters, four to six digits, or both."""
    exchange = r"(?i:SZ|SH|BJ|HK|NYSE|NASDAQ)"
    code = rf"{exchange}[:. ]{{0,2}}(?:\d{{4,6}}|[A-Z]{{1,5}})|\d{{6}}(?!\d)|\d{{4,5}}\.{exchange}"
    return re.compile(rf"\((?:(?:股票|证券)代码:?)?+(?:{code})")


def coded(page: Page) -> Iterator[Candidate]:
    """Every stretch of words up to a code, and the longest one that is told again, where it is."""
    view = page.view
    codes = {code.start() for code in _code().finditer(view)}
    starts = {end: list(_up_to(page, end)) for end in sorted(codes)}
    told = _told(view, {view[start:end] for end, found in starts.items() for start in found})
    again = dict[str, None]()
    for end, found in starts.items():
        longest = next((start for start in reversed(found) if len(told.get(view[start:end], ())) > 1), end)
        if longest < end:
            again[view[longest:end]] = None
        for start in found:
            once = start < longest or longest == end or end - start == 1
            often = "once" if once else "again" if start > longest else "again-longest"
            yield Candidate(start, end, "organisation", "coded", (f"coded={often}", f"coded-length={end - start}"))
    for name in again:
        for start in told[name]:
            if (end := start + len(name)) not in codes:
                yield Candidate(start, end, "organisation", "coded-again", (f"coded-length={end - start}",))


def _told(view: str, names: Iterable[str]) -> dict[str, list[int]]:
    """Where each name of more than a character stands: one pass over the view for all, so that time stays linear."""
    known = sorted(name for name in names if len(name) > 1)
    told: dict[str, list[int]] = {}
    if known:
        for i, start, _ in AhoCorasick(known).find_matches_as_indexes(view, overlapping=True):
            told.setdefault(known[i], []).append(start)
    return told


def _up_to(page: Page, end: int) -> Iterator[int]:
    """Where the words before a code start, the nearest first, as far as a name may reach."""
    starts = page.bounds.starts
    for j in range(page.bounds.at.get(end, 0) - 1, -1, -1):
        if end - starts[j] > MOST_CHARACTERS or not page.view[starts[j] : end].replace("-", "").isalnum():
            return
        yield starts[j]
