"""Reports that come back from annotation tools: spans and labels made into mentions."""

from collections.abc import Iterable
from typing import NamedTuple

from govner.errors import FormatError
from govner.mentions import LABELS, Mention
from govner.report import KINDS, Report

RULE = "annotated"
"""The rule of mentions that these formats bring back: they keep spans and labels alone."""


class Span(NamedTuple):
    """A labelled stretch of a text, in code points, half-open."""

    start: int
    end: int
    label: str


def report(text: str, spans: Iterable[Span]) -> Report:
    """The report with a mention for each span, in text order; their normal forms are empty.

    Raises FormatError where a label is none of ours, a span lies outside the text, or two overlap.
    """
    mentions: list[Mention] = []
    for start, end, label in sorted(spans):
        if label not in KINDS:
            raise FormatError(f"the label {label!r} is unknown; the labels are {', '.join(LABELS)}")
        if not 0 <= start < end <= len(text):
            raise FormatError(f"the {label} {start}–{end} lies outside the text of {len(text)} characters, or is empty")
        if mentions and start < mentions[-1].end:
            before = mentions[-1]
            raise FormatError(f"the {label} {start}–{end} overlaps the {before.label} {before.start}–{before.end}")
        mentions.append(KINDS[label](text=text[start:end], start=start, end=end, rule=RULE))
    return Report(text, mentions=tuple(mentions))


def whole(value: object, what: str) -> int:
    """The offset that ``value`` is. Raises FormatError where it is none."""
    if type(value) is not int:
        raise FormatError(f"{what} is {value!r}; a whole number is expected")
    return value


def words(value: object, what: str) -> str:
    """The str that ``value`` is. Raises FormatError where it is none."""
    if not isinstance(value, str):
        raise FormatError(f"{what} is {value!r}; a string is expected")
    return value
