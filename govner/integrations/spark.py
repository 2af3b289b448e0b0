"""govner over a Spark data frame: a mention a row, computed on the executors.

Needs the extra ``govner[spark]`` here, and ``govner[arrow]`` in the Python of every executor.
"""

import logging
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from govner.errors import GovnerError, InputError
from govner.extractor import Extractor
from govner.formats.arrow import ROWS, schema
from govner.formats.columns import Row, row
from govner.optional import package

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

LOG = logging.getLogger(__name__)


def extract(
    frame: "DataFrame",
    text: str = "text",
    id: str = "id",  # noqa: A002  (as the column is called)
    published: str | None = None,
    *,
    extractor: Extractor | None = None,
    on_error: Literal["raise", "skip"] = "raise",
) -> "DataFrame":
    """The mentions of all texts of a data frame, a row each, lazily, with the columns of every table of mentions.

    ``text``, ``id`` and ``published`` name columns: the texts; what tells them apart, of any type, kept as ``id``; and
    their days (dates, timestamps or ISO 8601 strings, missing ones allowed). A text that is null has no rows. The
    extractor, with its own words, is sent to each executor once.

    With ``on_error="raise"``, a day or text that cannot be read fails the job; with ``"skip"`` it has no rows, and
    the executor's log says why.

    Raises InputError where a column does not exist and MissingPackageError where pyspark is not installed.
    """
    if on_error not in {"raise", "skip"}:
        raise InputError(f'on_error is {on_error!r}; give "raise" or "skip"')
    types = package("pyspark.sql.types", "spark")
    asked = {"id": id, "text": text} | ({"published": published} if published else {})
    for name in asked.values():
        if name not in frame.columns:
            raise InputError(f"the data frame has no column {name!r}; it has {', '.join(map(repr, frame.columns))}")
    identity, *others = package("pyspark.sql.pandas.types", "spark").from_arrow_schema(schema()).fields
    kept = types.StructField(identity.name, frame.schema[id].dataType, frame.schema[id].nullable)
    shared = frame.sparkSession.sparkContext.broadcast(extractor or Extractor())

    def read(batches: "Iterable[pyarrow.RecordBatch]") -> "Iterator[pyarrow.RecordBatch]":
        return _read(batches, shared.value, skip=on_error == "skip")

    columns = frame.select(*(frame[column].alias(name) for name, column in asked.items()))
    return columns.mapInArrow(read, types.StructType([kept, *others]))


def _read(
    batches: "Iterable[pyarrow.RecordBatch]", extractor: Extractor, *, skip: bool
) -> "Iterator[pyarrow.RecordBatch]":
    """What an executor makes of its part of the texts; no batch is much larger than others of ours."""
    for batch in batches:
        positions: list[int] = []
        rows: list[Row] = []
        for position, item in enumerate(batch.to_pylist()):
            rows.extend(_rows(item, extractor, skip=skip))
            positions.extend([position] * (len(rows) - len(positions)))
            if len(rows) >= ROWS:
                yield _batch(batch, positions, rows)
                positions, rows = [], []
        yield _batch(batch, positions, rows)


def _rows(item: dict[str, Any], extractor: Extractor, *, skip: bool) -> list[Row]:
    if item["text"] is None:
        return []
    try:
        return [row(mention) for mention in extractor.extract(item["text"], item.get("published")).mentions]
    except GovnerError as error:
        if not skip:
            error.add_note(f"govner: the text with the id {item['id']!r}")
            raise
        LOG.warning("the text with the id %r is left out: %s", item["id"], error)
        return []


def _batch(batch: "pyarrow.RecordBatch", positions: list[int], rows: list[Row]) -> "pyarrow.RecordBatch":
    pa: Any = package("pyarrow", "arrow")
    declared = schema()
    mentions = pa.RecordBatch.from_pylist(rows, schema=declared.remove(0))
    ids = batch.column(0).take(pa.array(positions, pa.int64()))
    return pa.RecordBatch.from_arrays([ids, *mentions.columns], names=declared.names)
