"""Parquet: what pyarrow reads, and files that are none."""

import io
import sys

import pyarrow.parquet as pq
import pytest

from govner.errors import FormatError, MissingPackageError
from govner.formats import arrow, parquet
from govner.report import Report


def test_pyarrow_reads_the_declared_schema(report: Report) -> None:
    stream = io.BytesIO()
    parquet.write([("a.txt", report), ("b.txt", report)], stream)
    table = pq.read_table(io.BytesIO(stream.getvalue()))
    assert table.schema.equals(arrow.schema())
    assert table["text"].to_pylist() == [m.text for m in report.mentions] * 2
    again = parquet.read(io.BytesIO(stream.getvalue()))
    assert list(again) == [(name, m) for name in ("a.txt", "b.txt") for m in report.mentions]


def test_another_file_is_refused() -> None:
    with pytest.raises(FormatError, match="this is no Parquet file"):
        list(parquet.read(io.BytesIO(b"PAR1 and no more")))


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingPackageError, match=r"pyarrow is not installed; pip install 'govner\[arrow\]'"):
        parquet.write([], io.BytesIO())
