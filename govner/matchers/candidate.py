"""What a matcher yields: a stretch of the page that may be a mention, and the evidence for it."""

from typing import NamedTuple

from govner.mentions import Label


class Candidate(NamedTuple):
    """A possible mention. ``score`` is in log-odds (natural logarithm); above zero speaks for it.

    ``rule`` names the rule that made it; ``evidence`` are the matcher's own observations, each a short
    readable string; ``detail`` is what the rule read (a value, a lexicon entry), for the resolving rooms.
    """

    start: int
    end: int
    label: Label
    rule: str
    evidence: tuple[str, ...] = ()
    detail: object = None
    score: float = 0.0
