"""CSV: one mention a row, in the columns of :mod:`govner.formats.columns`; RFC 4180, UTF-8, a header line.

Flags are true and false, days are ISO 8601, a list is JSON, and what is empty says nothing.
"""

import csv
import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from govner.errors import FormatError
from govner.formats.columns import COLUMNS, Column, Kind, Value, mention, rows
from govner.mentions import Mention
from govner.report import Report

SUFFIX = ".csv"
READERS: Mapping[Kind, Callable[[str], object]] = {
    "text": str,
    "texts": lambda cell: [str(item) for item in json.loads(cell)],
    "integer": int,
    "number": float,
    "flag": {"true": True, "false": False}.__getitem__,
    "day": datetime.date.fromisoformat,
}


def write(reports: Iterable[tuple[str, Report]], stream: TextIO) -> None:
    """Writes the mentions of each report as soon as it comes; a file is to be opened with ``newline=""``."""
    writer = csv.writer(stream)
    writer.writerow([column.name for column in COLUMNS])
    for identity, report in reports:
        writer.writerows([_cell(value) for value in row.values()] for row in rows(identity, report))


def read(lines: Iterable[str]) -> Iterator[tuple[str, Mention]]:
    """The mentions of a file opened with ``newline=""``, each with its report's id, in the order of the rows.

    Raises FormatError naming the line and the column that is wrong.
    """
    reader = csv.reader(lines, strict=True)
    try:
        header = next(reader, [])
        columns = _columns([name.removeprefix("\ufeff") for name in header])
        for cells in reader:
            yield _row(columns, cells)
    except (csv.Error, FormatError) as error:
        raise FormatError(f"line {reader.line_num}: {error}") from error


def _columns(header: Sequence[str]) -> list[Column]:
    known = {column.name: column for column in COLUMNS}
    for name in header:
        if name not in known:
            raise FormatError(f"no column is called {name!r}; the columns are {', '.join(known)}")
    return [known[name] for name in header]


def _row(columns: Sequence[Column], cells: Sequence[str]) -> tuple[str, Mention]:
    if len(cells) != len(columns):
        raise FormatError(f"{len(cells)} cells, the header has {len(columns)}")
    shown = {column.name: _value(column, cell) for column, cell in zip(columns, cells, strict=True)}
    return str(shown.get("id") or ""), mention(shown)


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def _value(column: Column, cell: str) -> object:
    if not cell:
        return None
    try:
        return READERS[column.kind](cell)
    except (ValueError, KeyError, TypeError):
        raise FormatError(f"{column.name} is {cell!r}; that is no {column.kind}") from None
