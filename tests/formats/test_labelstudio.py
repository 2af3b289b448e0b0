"""Label Studio: tasks as it imports them, offsets in UTF-16 code units, annotations as it exports them."""

import io
import json
from xml.etree import ElementTree

import pytest

from govner.errors import FormatError
from govner.formats import labelstudio
from govner.mentions import LABELS
from govner.report import Report


def written(*entries: tuple[str, Report]) -> str:
    """The file of some reports."""
    stream = io.StringIO()
    labelstudio.write(entries, stream)
    return stream.getvalue()


def javascript(text: str, start: int, end: int) -> str:
    """What ``text.substring(start, end)`` gives in a browser."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_a_browser_finds_the_mentions(report: Report) -> None:
    (task,) = json.loads(written(("a.txt", report)))
    assert list(task) == ["data", "predictions"]
    (prediction,) = task["predictions"]
    values = [region["value"] for region in prediction["result"]]
    assert [javascript(task["data"]["text"], v["start"], v["end"]) for v in values] == [m.text for m in report.mentions]
    assert [v["labels"] for v in values] == [[m.label] for m in report.mentions]
    assert values[-1]["start"] == report.mentions[-1].start + 1  # behind one character of two units


def test_the_interface_names_what_the_regions_name(report: Report) -> None:
    view = ElementTree.fromstring(labelstudio.CONFIG)
    labels, text = view.find("Labels"), view.find("Text")
    assert labels is not None
    assert text is not None
    assert [label.get("value") for label in labels] == list(LABELS)
    (task,) = json.loads(written(("a.txt", report)))
    assert text.get("value", "").removeprefix("$") in task["data"]
    for region in task["predictions"][0]["result"]:
        assert (region["from_name"], region["to_name"]) == (labels.get("name"), text.get("name"))


def test_none_one_and_more_reports_are_an_array(report: Report) -> None:
    assert json.loads(written()) == []
    assert len(json.loads(written(("a", report), ("b", Report("")), ("c", report)))) == 3


def region(start: int, end: int, *labels: str) -> dict[str, object]:
    """A region of an annotation."""
    return {"type": "labels", "value": {"start": start, "end": end, "labels": labels or ("place",)}}


def test_an_annotation_counts_before_a_prediction() -> None:
    task = {
        "id": 5,
        "data": {"text": "😀去云南"},
        "annotations": [{"was_cancelled": True, "result": []}, {"result": [region(3, 5), {"type": "choices"}]}],
        "predictions": [{"result": [region(2, 3)]}],
    }
    ((identity, report),) = labelstudio.read([json.dumps([task])])
    assert identity == "5"
    assert [(m.start, m.end, m.label, m.text) for m in report.mentions] == [(2, 4, "place", "云南")]


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ([1], "task 0: an object with the key data is expected"),
        ([{"data": {}}], "task 0: text is None; a string is expected"),
        ([{"data": {"text": "😀"}, "annotations": [{"result": [region(0, 1)]}]}], "task 0: the offset 1 lies inside"),
        ([{"data": {"text": "云"}, "annotations": [{"result": [region(0, 9)]}]}], "task 0: the offset 9 lies inside"),
        (
            [{"data": {"text": "云"}, "annotations": [{"result": [region(0, 1, "place", "date")]}]}],
            "task 0: a region has the labels ['place', 'date']; one is expected",
        ),
        ([{"data": {"text": "云"}, "annotations": 3}], "task 0: 3 stands where a list is expected"),
    ],
)
def test_a_wrong_task_is_named(task: object, said: str) -> None:
    with pytest.raises(FormatError) as raised:
        list(labelstudio.read([json.dumps(task)]))
    assert str(raised.value).startswith(said)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(FormatError, match="this is no JSON"):
        list(labelstudio.read(["[{"]))
