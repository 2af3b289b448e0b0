"""What a matcher yields: a stretch of the page that may be a mention, and the evidence for it."""

from collections.abc import Iterator
from typing import NamedTuple, Union

from govner.mentions import Label

Evidence = tuple[Union[str, "Evidence"], ...]
"""Observations, each a short readable string; what several candidates share may stand in it as one tuple."""


class Candidate(NamedTuple):
    """A possible mention. ``score`` is in log-odds (natural logarithm); above zero speaks for it.

    ``rule`` names the rule that made it; ``evidence`` are the matcher's own observations; ``detail`` is what the
    rule read (a value, a lexicon entry), for the resolving rooms.
    """

    start: int
    end: int
    label: Label
    rule: str
    evidence: Evidence = ()
    detail: object = None
    score: float = 0.0


def flat(evidence: Evidence) -> Iterator[str]:
    """All observations, the shared ones included."""
    for observed in evidence:
        if isinstance(observed, str):
            yield observed
        else:
            yield from flat(observed)
