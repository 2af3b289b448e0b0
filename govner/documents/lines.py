"""Reading JSON Lines of texts: a report a line, ``{"text": …}``, with ``id`` and ``published`` where they are known."""

import datetime
import json
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from govner.documents import text
from govner.documents.limits import LIMITS, MEGABYTE, Limits
from govner.errors import FormatError

SUFFIXES = (".jsonl", ".ndjson")


class Line(NamedTuple):
    """One line: its number, the id it gives, and what it says or why it cannot be read."""

    number: int
    id: str | None
    text: str | FormatError
    published: datetime.date | None = None


def read(stream: BinaryIO, limits: Limits = LIMITS) -> Iterator[Line]:
    """The lines of a stream, one by one; empty ones are passed over, and one that is wrong does not end the others."""
    number = 0
    while data := stream.readline(limits.document + 1):
        number += 1
        if len(data) > limits.document:
            while data and not data.endswith(b"\n"):
                data = stream.readline(MEGABYTE)
            size = f"{limits.document / MEGABYTE:g} MB, the most that is read as one document"
            yield Line(number, None, FormatError(f"the line has more than {size}"))
        elif data.strip():
            try:
                yield _line(number, text.decode(data))
            except FormatError as error:
                yield Line(number, None, error)


def _line(number: int, said: str) -> Line:
    try:
        found = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"this is no JSON: {error}") from error
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise FormatError('an object with the key "text" is expected')
    identity = found.get("id")
    published = found.get("published")
    try:
        day = None if published is None else datetime.date.fromisoformat(published)
    except (ValueError, TypeError):
        raise FormatError(f"published is {published!r}; a day like 2026-05-18 is expected") from None
    return Line(number, None if identity is None else str(identity), found["text"], day)
