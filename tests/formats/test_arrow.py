"""Arrow: the declared schema, tables and batches, Parquet, and mentions back."""

import sys
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from govner.errors import FormatError, MissingPackageError
from govner.formats import arrow
from govner.formats.columns import COLUMNS
from govner.report import Report


def test_the_schema_is_the_declared_columns() -> None:
    schema = arrow.schema()
    assert schema.names == [column.name for column in COLUMNS]
    assert [field.nullable for field in schema] == [not column.required for column in COLUMNS]
    assert schema.field("start").type == pa.int64()
    assert schema.field("offices").type == pa.list_(pa.string())
    assert schema.field("first").type == pa.date32()
    assert schema.field("timex").metadata == {b"meaning": b"value of a date, TIMEX3"}


def test_a_table_gives_its_mentions_back(report: Report) -> None:
    table = arrow.table([("a.txt", report), ("b.txt", Report("")), ("c.txt", report)])
    table.validate(full=True)
    assert table.schema.equals(arrow.schema(), check_metadata=True)
    assert list(arrow.mentions(table)) == [(name, m) for name in ("a.txt", "c.txt") for m in report.mentions]


def test_no_mentions_are_an_empty_table() -> None:
    assert arrow.table([]).num_rows == 0
    assert arrow.table([]).schema.equals(arrow.schema())


def test_batches_are_as_large_as_asked_and_come_lazily(report: Report) -> None:
    read = []

    def source() -> object:
        for name in "abc":
            read.append(name)
            yield name, report

    found = arrow.batches(source(), size=5)  # type: ignore[arg-type]
    assert next(found).num_rows == 5
    assert read == ["a"]
    assert [batch.num_rows for batch in found] == [5, 5, 5, 5, 2]


def test_parquet_keeps_all_of_it(report: Report) -> None:
    file = BytesIO()
    pq.write_table(arrow.table([("a.txt", report)]), file)
    again = pq.read_table(BytesIO(file.getvalue()))
    assert again.schema.equals(arrow.schema())
    assert [m for _, m in arrow.mentions(again)] == list(report.mentions)
    assert pc.sum(again["value_number"]).as_py() == 350000000.0


def test_a_wrong_row_is_named(report: Report) -> None:
    table = arrow.table([("a.txt", report)])
    wrong = table.set_column(3, "label", pa.array(["person"] * 2 + ["planet"] * 7))
    with pytest.raises(FormatError, match="row 2: label is 'planet'"):
        list(arrow.mentions(wrong))


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingPackageError, match=r"pyarrow is not installed; pip install 'govner\[arrow\]'"):
        arrow.schema()
