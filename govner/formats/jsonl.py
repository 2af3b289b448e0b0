"""JSON Lines: one report a line with its id, and all that was found in it; read back, the reports are equal."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from govner import record
from govner.errors import FormatError
from govner.report import Report

SUFFIX = ".jsonl"


def write(reports: Iterable[tuple[str, Report]], stream: TextIO) -> None:
    """Writes each report with its id as soon as it comes, one a line."""
    stream.writelines(map(line, reports))


def read(lines: Iterable[str]) -> Iterator[tuple[str, Report]]:
    """The ids and reports of an open file or of any lines, one by one; empty lines are passed over.

    A line that :meth:`Report.to_json` wrote has no id; its number stands for it. Raises FormatError naming the line
    that is no report.
    """
    for number, said in enumerate(lines, 1):
        if said.strip():
            try:
                yield parse(said, str(number))
            except FormatError as error:
                raise FormatError(f"line {number}: {error}") from error


def line(entry: tuple[str, Report]) -> str:
    """The line of one report with its id: :meth:`Report.to_json` with the key ``id`` in front."""
    identity, report = entry
    return f"{record.dumps({'id': record.CODECS[str].encode(identity)})[:-1]}, {report.to_json()[1:]}\n"


def parse(said: str, default: str = "") -> tuple[str, Report]:
    """The id and the report of a line, ``default`` where it has no id. Raises FormatError for any other string."""
    found = record.loads(said, "report")
    called = identity(found, default) if isinstance(found, dict) else default
    return called, Report.from_record(found)


def identity(found: record.Json, default: str = "") -> str:
    """The id of a line's JSON, which is taken out of it. Raises FormatError where it is no string."""
    try:
        return str(record.CODECS[str].decode(found.pop("id"))) if "id" in found else default
    except ValueError as error:
        raise FormatError("id is no string") from error
