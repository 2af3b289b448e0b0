"""Tables of mentions in Arrow, for Parquet, pandas, DuckDB, Spark and datasets: one declared schema, there and back.

Needs the extra ``govner[arrow]``.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from govner.errors import FormatError
from govner.formats.columns import COLUMNS, Kind, Row, mention, rows
from govner.mentions import Mention
from govner.optional import package
from govner.report import Report

if TYPE_CHECKING:
    import pyarrow

ROWS = 10_000
"""Rows of a batch."""

TYPES: Mapping[Kind, str] = {
    "text": "string",
    "integer": "int64",
    "number": "float64",
    "flag": "bool_",
    "day": "date32",
}
"""The Arrow type of each kind of column, by the name of pyarrow's function; ``texts`` is a list of ``string``."""


def schema() -> "pyarrow.Schema":
    """The schema of every table of mentions: the columns of :mod:`govner.formats.columns`, each with its meaning.

    Raises MissingPackageError where pyarrow is not installed.
    """
    pa = _pyarrow()
    kinds = {kind: getattr(pa, name)() for kind, name in TYPES.items()}
    kinds["texts"] = pa.list_(pa.string())
    return pa.schema(
        [
            pa.field(column.name, kinds[column.kind], not column.required, {"meaning": column.meaning})
            for column in COLUMNS
        ]
    )


def batches(reports: Iterable[tuple[str, Report]], size: int = ROWS) -> "Iterator[pyarrow.RecordBatch]":
    """The mentions of reports, each with its id, as record batches of at most ``size`` rows; lazily."""
    pa, declared = _pyarrow(), schema()
    every = (row for identity, report in reports for row in rows(identity, report))
    while some := list(islice(every, size)):
        yield pa.RecordBatch.from_pylist(some, schema=declared)


def table(reports: Iterable[tuple[str, Report]]) -> "pyarrow.Table":
    """The mentions of reports, each with its id, as one table in memory."""
    return _pyarrow().Table.from_batches(batches(reports), schema=schema())


def mentions(source: "pyarrow.Table | pyarrow.RecordBatch") -> Iterator[tuple[str, Mention]]:
    """The mentions of a table or batch, each with its report's id, in the order of the rows.

    Raises FormatError naming the row and the column that is wrong.
    """
    batch: Any
    number = 0
    for batch in source.to_batches() if isinstance(source, _pyarrow().Table) else [source]:
        shown: Row
        for shown in batch.to_pylist():
            try:
                yield str(shown.get("id")), mention(shown)
            except FormatError as error:
                raise FormatError(f"row {number}: {error}") from error
            number += 1


def _pyarrow() -> Any:
    return package("pyarrow", "arrow")
