"""What a matcher yields: a stretch of the page that may be a mention, and the evidence for it."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple, Union

from govner.mentions import Label

Evidence = tuple[Union[str, "Evidence"], ...]
"""Observations, each a short readable string; what several candidates share stands first, as one tuple."""


class Kept(tuple[str, ...]):
    """Observations that are remembered from page to page: the same object each time, known by its identity alone."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


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


CANDIDATE = partial(tuple.__new__, Candidate)
"""A candidate of all its fields in one tuple: keyword arguments and defaults cost more than the candidate."""


def flat(evidence: Evidence) -> Iterator[str]:
    """All observations, the shared ones included."""
    for observed in evidence:
        if isinstance(observed, str):
            yield observed
        else:
            yield from flat(observed)
