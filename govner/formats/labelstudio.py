"""Label Studio's tasks: a JSON array of texts with their spans as predictions, for a project with :data:`CONFIG`.

Label Studio counts UTF-16 code units: a character outside the basic plane is two. Offsets are turned at this edge.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TextIO

from govner import record
from govner.errors import FormatError
from govner.formats.annotated import Span, report, whole, words
from govner.formats.columns import scalars
from govner.mentions import LABELS
from govner.report import Report

SUFFIX = ".labelstudio.json"
MODEL = "govner"

CONFIG = f"""\
<View>
  <Labels name="label" toName="text">
{"".join(f'    <Label value="{label}"/>' + chr(10) for label in LABELS)}  </Labels>
  <Text name="text" value="$text"/>
</View>
"""
"""The labelling interface of a project that takes these tasks."""


def write(reports: Iterable[tuple[str, Report]], stream: TextIO) -> None:
    """Writes each report as soon as it comes; half a pair of surrogates, which no browser keeps, is U+FFFD."""
    before = "[\n"
    for identity, found in reports:
        stream.write(before + record.dumps(_task(identity, found)))
        before = ",\n"
    stream.write("\n]\n" if before == ",\n" else "[]\n")


def read(lines: Iterable[str]) -> Iterator[tuple[str, Report]]:
    """The ids and reports of what was written or what Label Studio exports as JSON.

    A task's first annotation that was not cancelled counts; where nobody has annotated it, its first prediction.
    Raises FormatError naming the task, counted from 0, that is wrong.
    """
    try:
        tasks = json.loads("".join(lines))
    except (ValueError, RecursionError) as error:
        raise FormatError(f"this is no JSON: {error}") from error
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks]):
        try:
            yield _entry(task, str(number))
        except FormatError as error:
            raise FormatError(f"task {number}: {error}") from error


def _task(identity: str, found: Report) -> record.Json:
    text = scalars(found.text)
    units = _units(text)
    result = [
        {
            "id": str(number),
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": units[m.start], "end": units[m.end], "text": scalars(m.text), "labels": [m.label]},
        }
        for number, m in enumerate(found.mentions)
    ]
    return {
        "data": {"text": text, "report": scalars(identity)},
        "predictions": [{"model_version": MODEL, "result": result}],
    }


def _entry(task: object, default: str) -> tuple[str, Report]:
    data = task.get("data") if isinstance(task, dict) else None
    if not isinstance(task, dict) or not isinstance(data, dict):
        raise FormatError("an object with the key data is expected")
    text = words(data.get("text"), "text")
    units = _units(text)
    regions = [region for region in _regions(task) if isinstance(region, dict) and region.get("type") == "labels"]
    return str(data.get("report", task.get("id", default))), report(
        text, [_span(r.get("value"), units) for r in regions]
    )


def _regions(task: dict[str, object]) -> list[object]:
    for key in ("annotations", "predictions"):
        for made in _list(task.get(key) or []):
            if isinstance(made, dict) and not made.get("was_cancelled"):
                return _list(made.get("result"))
    return []


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise FormatError(f"{value!r} stands where a list is expected")
    return value


def _span(value: object, units: Sequence[int]) -> Span:
    if not isinstance(value, dict):
        raise FormatError(f"a region's value is {value!r}; an object is expected")
    labels = _list(value.get("labels"))
    if len(labels) != 1:
        raise FormatError(f"a region has the labels {labels!r}; one is expected")
    start, end = (_point(whole(value.get(name), name), units) for name in ("start", "end"))
    return Span(start, end, words(labels[0], "label"))


def _units(text: str) -> list[int]:
    """How many UTF-16 code units stand before each code point, and in all."""
    return [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]


def _point(unit: int, units: Sequence[int]) -> int:
    """The code point at which a UTF-16 code unit begins."""
    at = bisect_left(units, unit)
    if at == len(units) or units[at] != unit:
        raise FormatError(f"the offset {unit} lies inside a character or outside the text")
    return at
