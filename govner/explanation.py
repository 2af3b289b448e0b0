"""Why a mention won: the candidates of a text, their evidence, and which of them were chosen."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from govner.evidence import Weights
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.observer import Observer

SHOWN = 6
"""How many observations a candidate shows when printed, the heaviest first."""


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate with all that was observed; ``score`` and weights are log-odds, without links to neighbours."""

    text: str
    start: int
    end: int
    label: str
    rule: str
    score: float
    chosen: bool
    evidence: tuple[tuple[str, float], ...]

    def __str__(self) -> str:
        heavy = sorted(self.evidence, key=lambda pair: -abs(pair[1]))[:SHOWN]
        reasons = ", ".join(f"{name} {weight:+.2f}" for name, weight in heavy if weight)
        mark = "*" if self.chosen else " "
        return f"{mark} {self.start}-{self.end} {self.label} {self.text} {self.score:+.2f} [{self.rule}] {reasons}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """All candidates of a text in text order; printed, a line each, the chosen ones starred."""

    text: str
    candidates: tuple[Considered, ...]

    def at(self, start: int, end: int) -> "Explanation":
        """Only the candidates that touch ``text[start:end]`` (code points)."""
        return Explanation(self.text, tuple(c for c in self.candidates if c.start < end and start < c.end))

    def __str__(self) -> str:
        return "\n".join(map(str, self.candidates))


def explain(page: Page, weighed: Iterable[Candidate], chosen: Collection[Candidate], weights: Weights) -> Explanation:
    """What was considered on a page, and what came of it."""
    observer = Observer(page)
    won = {(c.start, c.end, c.label, c.rule) for c in chosen}
    found: list[Considered] = []
    for c in sorted(weighed, key=lambda c: (c.start, c.end, c.label, c.rule)):
        reasons = _reasons(observer.observe(c), weights.get(c.label, {}))
        key = (c.start, c.end, c.label, c.rule)
        found.append(Considered(page.text[c.start : c.end], *key[:3], c.rule, c.score, key in won, reasons))
    return Explanation(page.text, tuple(found))


def _reasons(observed: Sequence[str], weight: dict[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple((name, weight.get(name, 0.0)) for name in observed)
