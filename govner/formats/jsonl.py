"""JSON Lines: one report a line, as :meth:`Report.to_json` writes it."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from govner.errors import FormatError
from govner.report import Report


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Writes each report as soon as it comes, one a line."""
    stream.writelines(report.to_json() + "\n" for report in reports)


def read(lines: Iterable[str]) -> Iterator[Report]:
    """The reports of an open file or of any lines, one by one; empty lines are passed over.

    Raises FormatError naming the line that is no report.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield Report.from_json(line)
            except FormatError as error:
                raise FormatError(f"line {number}: {error}") from error
