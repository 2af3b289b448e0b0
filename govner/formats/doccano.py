"""doccano's JSON Lines: a text a line with its spans, ``{"text": …, "label": [[start, end, label], …]}``.

Import it into a project for sequence labelling. Offsets are code points, as doccano counts unless a project counts
grapheme clusters. The id travels as ``report``, which doccano keeps as metadata.
"""

from collections.abc import Iterable, Iterator
from typing import TextIO

from govner import record
from govner.errors import FormatError
from govner.formats.annotated import Span, report, whole, words
from govner.formats.columns import scalars
from govner.report import Report

SUFFIX = ".doccano.jsonl"


def write(reports: Iterable[tuple[str, Report]], stream: TextIO) -> None:
    """Writes each report as soon as it comes; half a pair of surrogates, which doccano cannot keep, is U+FFFD."""
    for identity, found in reports:
        label = [[m.start, m.end, m.label] for m in found.mentions]
        stream.write(record.dumps({"report": scalars(identity), "text": scalars(found.text), "label": label}) + "\n")


def read(lines: Iterable[str]) -> Iterator[tuple[str, Report]]:
    """The ids and reports of what was written or what doccano exports, with ``label`` or with ``entities``.

    Raises FormatError naming the line that is wrong.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _entry(record.loads(line, "text with its labels"), str(number))
            except FormatError as error:
                raise FormatError(f"line {number}: {error}") from error


def _entry(found: object, default: str) -> tuple[str, Report]:
    if not isinstance(found, dict):
        raise FormatError("an object with the keys text and label is expected")
    text = words(found.get("text"), "text")
    spans = [_entity(e) for e in _list(found.get("entities", []))]
    spans += [_triple(t) for t in _list(found.get("label", []))]
    return str(found.get("report", found.get("id", default))), report(text, spans)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise FormatError(f"the labels are {value!r}; a list is expected")
    return value


def _triple(value: object) -> Span:
    if not isinstance(value, list) or len(value) != 3:
        raise FormatError(f"a label is {value!r}; start, end and label are expected")
    return Span(whole(value[0], "start"), whole(value[1], "end"), words(value[2], "label"))


def _entity(value: object) -> Span:
    if not isinstance(value, dict):
        raise FormatError(f"an entity is {value!r}; an object is expected")
    return Span(
        whole(value.get("start_offset"), "start_offset"),
        whole(value.get("end_offset"), "end_offset"),
        words(value.get("label"), "label"),
    )
