"""JSON Lines: ids beside the reports, lines that are wrong."""

import pytest

from govner.errors import FormatError
from govner.formats import jsonl
from govner.report import Report


def test_a_line_is_the_report_with_its_id_in_front(report: Report) -> None:
    line = jsonl.line(("a “b”.txt", report))
    assert line == f'{{"id": "a “b”.txt", {report.to_json()[1:]}\n'
    assert jsonl.parse(line) == ("a “b”.txt", report)


def test_a_line_without_an_id_is_called_by_its_number(report: Report) -> None:
    assert list(jsonl.read(["\n", report.to_json()])) == [("2", report)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[]", "line 1: report: an object with keys is expected, not a list"),
        ('{"id": 7, "text": ""}', "line 1: id is no string"),
        ('{"id": "a", "text": ', "line 1: a report is one object of JSON"),
    ],
)
def test_a_wrong_line_is_named(line: str, said: str) -> None:
    with pytest.raises(FormatError) as raised:
        list(jsonl.read([line]))
    assert str(raised.value).startswith(said)
