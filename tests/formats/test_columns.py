"""The columns of mentions: every field of every type has its place, and rows give the mentions back."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from govner.errors import FormatError
from govner.formats.columns import COLUMNS, DERIVED, PYTHON, field, mention, rows, scalars
from govner.mentions import Figure, Title
from govner.report import KINDS, Report


@pytest.mark.parametrize("label", sorted(KINDS))
def test_every_field_of_a_mention_has_one_column(label: str) -> None:
    shown = [field(column, label) for column in COLUMNS if column.name not in {"id", "label", *DERIVED}]
    assert sorted(name for name in shown if name) == sorted(f.name for f in fields(KINDS[label]))


def test_rows_hold_what_the_columns_declare(report: Report) -> None:
    names = [column.name for column in COLUMNS]
    for row in rows("a.txt", report):
        assert list(row) == names
        for column in COLUMNS:
            value = row[column.name]
            assert isinstance(value, PYTHON[column.kind]) if value is not None else not column.required


def test_every_column_is_filled_by_some_mention(report: Report) -> None:
    found = list(rows("a.txt", report))
    assert [c.name for c in COLUMNS if all(row[c.name] is None for row in found)] == []


def test_rows_give_the_mentions_back(report: Report) -> None:
    assert [mention(row) for row in rows("a.txt", report)] == list(report.mentions)


def test_numbers_beyond_what_a_column_holds_are_none() -> None:
    huge = Figure(text="一", start=0, end=1, rule="x", value=Decimal("1E+100000"))
    term = Title(text="二", start=1, end=2, rule="x", ordinal=10**30)
    first, second = rows("x", Report("一二", mentions=(huge, term)))
    assert (first["value"], first["value_number"], second["ordinal"]) == ("1E+100000", None, None)


def test_half_a_pair_of_surrogates_is_replaced_and_offsets_stay() -> None:
    assert scalars("国\ud800务\udc00\ud800\udc00😀") == "国\ufffd务\ufffd\ufffd\ufffd😀"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"label": "planet"}, "label is 'planet'; one of person, "),
        ({"label": None}, "label is None"),
        ({"start": None}, "start is missing"),
        ({"start": True}, "start is True; a int is expected"),
        ({"text": 1}, "text is 1; a str is expected"),
        ({"value": "viele"}, "value is 'viele'; a decimal number is expected"),
    ],
)
def test_a_wrong_row_is_named(report: Report, wrong: dict[str, object], said: str) -> None:
    row = next(rows("x", replace(report, mentions=report.mentions[7:8])))
    with pytest.raises(FormatError) as raised:
        mention({**row, **wrong})
    assert said in str(raised.value)
