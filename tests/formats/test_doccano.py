"""doccano: the lines it imports, and both shapes of the lines it exports."""

import io
import json

import pytest

from govner.errors import FormatError
from govner.formats import doccano
from govner.report import Report


def test_a_line_is_what_doccano_imports(report: Report) -> None:
    stream = io.StringIO()
    doccano.write([("a.txt", report)], stream)
    found = json.loads(stream.getvalue())
    assert found["text"] == report.text
    assert found["label"] == [[m.start, m.end, m.label] for m in report.mentions]
    assert [found["text"][start:end] for start, end, _ in found["label"]] == [m.text for m in report.mentions]


@pytest.mark.parametrize(
    "line",
    [
        {"id": 7, "text": "去云南", "label": [[1, 3, "place"]], "Comments": []},
        {
            "id": 7,
            "text": "去云南",
            "entities": [{"id": 1, "label": "place", "start_offset": 1, "end_offset": 3}],
            "relations": [],
        },
    ],
)
def test_both_exports_are_read(line: dict[str, object]) -> None:
    ((identity, report),) = doccano.read([json.dumps(line)])
    assert identity == "7"
    assert [(m.start, m.end, m.label, m.text, m.rule) for m in report.mentions] == [
        (1, 3, "place", "云南", "annotated")
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[]", "line 1: an object with the keys text and label is expected"),
        ('{"label": []}', "line 1: text is None; a string is expected"),
        ('{"text": "云", "label": {}}', "line 1: the labels are {}; a list is expected"),
        ('{"text": "云", "label": [[0, 1]]}', "line 1: a label is [0, 1]; start, end and label are expected"),
        ('{"text": "云", "label": [[0, 1.0, "place"]]}', "line 1: end is 1.0; a whole number is expected"),
        ('{"text": "云", "label": [[0, 2, "place"]]}', "line 1: the place 0–2 lies outside the text of 1 characters"),
        ('{"text": "云", "entities": [7]}', "line 1: an entity is 7; an object is expected"),
    ],
)
def test_a_wrong_line_is_named(line: str, said: str) -> None:
    with pytest.raises(FormatError) as raised:
        list(doccano.read([line]))
    assert str(raised.value).startswith(said)
