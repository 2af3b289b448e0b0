"""Parquet: one mention a row, in the schema of :mod:`govner.formats.arrow`; needs the extra ``govner[arrow]``."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from govner.errors import FormatError
from govner.formats import arrow
from govner.mentions import Mention
from govner.optional import package
from govner.report import Report

SUFFIX = ".parquet"


def write(reports: Iterable[tuple[str, Report]], stream: BinaryIO) -> None:
    """Writes the mentions in row groups as they come; the file can be read when all are written.

    Raises MissingPackageError where pyarrow is not installed.
    """
    with package("pyarrow.parquet", "arrow").ParquetWriter(stream, arrow.schema(), compression="zstd") as writer:
        for batch in arrow.batches(reports):
            writer.write_batch(batch)


def read(stream: BinaryIO) -> Iterator[tuple[str, Mention]]:
    """The mentions of a file, each with its report's id, in the order of the rows.

    Raises FormatError where it is no Parquet file, or naming the row that is wrong.
    """
    arrow_error = package("pyarrow", "arrow").ArrowException
    try:
        batches = package("pyarrow.parquet", "arrow").ParquetFile(stream).iter_batches()
        for batch in batches:
            yield from arrow.mentions(batch)
    except arrow_error as error:
        raise FormatError(f"this is no Parquet file: {error}") from error
