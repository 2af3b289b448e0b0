"""The bodies of the lists on a page."""

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate

from govner.matchers.page import Page

KINDS = ("body", "body-stem", "body-bare")
"""Hits of bodies that lists have whole."""


class Listed:
    """The bodies of the lists on a page, and whether a stretch lies inside one."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.hits = page.hits.get("body", ())
        self.ends: dict[int, list[int]] = {}
        self.starts: dict[int, set[int]] = {}
        for start, end, _ in self.hits:
            self.ends.setdefault(start, []).append(end)
            self.starts.setdefault(end, set()).add(start)
        self._order = sorted(self.ends)
        self._reach = list(accumulate((max(self.ends[start]) for start in self._order), max))

    @cached_property
    def spans(self) -> set[tuple[int, int]]:
        """The bounds of what lists have whole, bare stems and bodies called by their kind included."""
        return {hit[:2] for kind in KINDS for hit in self._page.hits.get(kind, ())}

    def evidence(self, start: int, end: int) -> tuple[str, ...]:
        """``inside-listed`` where a longer listed body holds the stretch."""
        i = bisect_left(self._order, start)
        if (i and self._reach[i - 1] >= end) or any(other > end for other in self.ends.get(start, ())):
            return ("inside-listed",)
        return ()
