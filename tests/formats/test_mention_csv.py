"""CSV: what a spreadsheet and Python's own reader see, and rows that are wrong."""

import csv
import io

import pytest

from govner.errors import FormatError
from govner.formats import mention_csv
from govner.formats.columns import COLUMNS
from govner.report import Report


def written(report: Report) -> str:
    """The file of one report."""
    stream = io.StringIO(newline="")
    mention_csv.write([("a,“b”\n.txt", report)], stream)
    return stream.getvalue()


def test_pythons_reader_sees_the_declared_columns(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(written(report), newline=""), strict=True))
    assert [list(row) for row in rows] == [[column.name for column in COLUMNS]] * len(report.mentions)
    assert [(row["id"], row["text"]) for row in rows] == [("a,“b”\n.txt", m.text) for m in report.mentions]
    assert (rows[5]["offices"], rows[5]["former"]) == ('["董事长", "执行,\\n“董事”"]', "false")
    assert (rows[7]["value"], rows[7]["high"], rows[7]["value_number"]) == ("350000000.0", "4E+8", "350000000.0")
    assert rows[3]["first"] == "2026-06-26"


def test_the_mentions_come_back_whole(report: Report) -> None:
    again = mention_csv.read(io.StringIO(written(report), newline=""))
    assert list(again) == [("a,“b”\n.txt", m) for m in report.mentions]


def test_a_file_that_a_spreadsheet_saved_is_read(report: Report) -> None:
    saved = "\ufeff" + written(report)
    assert len(list(mention_csv.read(io.StringIO(saved, newline="")))) == len(report.mentions)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,colour\n", "line 1: no column is called 'colour'; the columns are id, start, "),
        ("id,label\na\n", "line 2: 1 cells, the header has 2"),
        ("id,start\na,x\n", "line 2: start is 'x'; that is no integer"),
        ("label,former\ntitle,yes\n", "line 2: former is 'yes'; that is no flag"),
        ("label,first\ndate,gestern\n", "line 2: first is 'gestern'; that is no day"),
        ('label,text\ndate,"x', "line 2: unexpected end of data"),
    ],
)
def test_a_wrong_row_is_named(text: str, said: str) -> None:
    with pytest.raises(FormatError) as raised:
        list(mention_csv.read(io.StringIO(text, newline="")))
    assert str(raised.value).startswith(said)
