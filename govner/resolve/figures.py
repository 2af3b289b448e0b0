"""Figures: what the matcher read, as the mentions that a report holds."""

from collections.abc import Sequence

from govner.matchers.candidate import Candidate
from govner.matchers.figure import Reading
from govner.matchers.page import Page
from govner.mentions import Figure


def resolve(page: Page, chosen: Sequence[Candidate]) -> list[Figure]:
    """The figures of a report in text order.

    ``value`` is exact; ``high`` is the upper end of a range, and the second side of a ratio. ``unit`` is canonical
    (km is 公里, 三成 is 30 %, money is its ISO 4217 code or, per unit, CNY/吨). A word of the user's has no value.
    """
    return [_figure(page, candidate) for candidate in sorted(chosen, key=lambda candidate: candidate.start)]


def _figure(page: Page, candidate: Candidate) -> Figure:
    start, end, read = candidate.start, candidate.end, candidate.detail
    text = page.text[start:end]
    if not isinstance(read, Reading):
        return Figure(text=text, start=start, end=end, rule=candidate.rule)
    return Figure(
        text=text,
        start=start,
        end=end,
        rule=candidate.rule,
        kind=read.kind,
        value=read.value,
        high=read.high,
        unit=read.unit,
        currency=read.currency,
        bound=read.bound,
        approximate=read.approximate,
    )
