"""Finds time expressions: dates, times, ranges, durations, recurring and vague times, the longest at each place."""

from collections.abc import Iterator
from typing import NamedTuple

from govner.matchers.candidate import Candidate
from govner.matchers.date.alone import stands
from govner.matchers.date.moments import Seen, moment
from govner.matchers.date.shapes import shapes
from govner.matchers.date.triggers import idioms, triggers
from govner.matchers.date.whole import whole
from govner.matchers.page import Page
from govner.text.tokens import Bounds
from govner.values.moments import Between, Reading

__all__ = ["candidates"]


class Expression(NamedTuple):
    """A time expression: its bounds, the rule that found it, and what it says."""

    start: int
    end: int
    rule: str
    detail: Reading


def candidates(page: Page) -> list[Candidate]:
    """Every time expression of a page, none within another; ``detail`` is what it says, not yet resolved."""
    return [Candidate(e.start, e.end, "date", e.rule, detail=e.detail) for e in expressions(page.view, page.bounds)]


def expressions(view: str, bounds: Bounds) -> Iterator[Expression]:
    """The longest time expressions, in text order."""
    done = 0
    for start in triggers(view):
        if start < done:
            continue
        if idiom := idioms().match(view, start):
            done = idiom.end()
            continue
        found = longest(view, start)
        if found and whole(view, bounds, start, found.end):
            yield found
            done = found.end


def longest(view: str, start: int) -> Expression | None:
    """The longest expression that begins at a place; of two equally long ones the one tried first."""
    best: Expression | None = None
    seen = moment(view, start)
    if seen and stands(view, start, seen):
        best = Expression(start, seen.end, named(seen), seen.detail)
    for shape in shapes(view[start]):
        found = shape.read(view, start)
        if found and (best is None or found[0] > best.end):
            best = Expression(start, found[0], shape.rule, found[1])
    return best


def named(seen: Seen) -> str:
    """The name of the rule of a moment: those of its coarsest and its finest step, as year-day, month-clock."""
    if isinstance(seen.detail, Between):
        return "range"
    names = dict.fromkeys((seen.rules[0].name, seen.rules[-1].name))
    return "-".join(names).replace("_", "-")
