"""brat's folders, read by the grammar that its manual states, and names of files that cannot leave the folder."""

import re
from pathlib import Path

import pytest

from govner.errors import FormatError
from govner.formats import brat
from govner.mentions import LABELS, Place
from govner.report import Report

# https://brat.nlplab.org/standoff.html: ID, tab, type and offsets, tab, text; a fragment each side of a semicolon.
TEXT_BOUND = re.compile(r"(T[1-9]\d*)\t([a-zA-Z_-]+) (\d+ \d+(?:;\d+ \d+)*)\t([^\t\r\n]+)")


def test_the_annotations_follow_the_manual(report: Report, tmp_path: Path) -> None:
    brat.write([("a.txt", report)], tmp_path)
    text = (tmp_path / "a.txt").read_bytes().decode("utf-8")
    assert text == report.text
    lines = (tmp_path / "a.ann").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    for number, (line, m) in enumerate(zip(lines, report.mentions, strict=True), 1):
        parts = TEXT_BOUND.fullmatch(line)
        assert parts
        assert parts.groups() == (f"T{number}", m.label, f"{m.start} {m.end}", m.text)


def test_a_mention_over_a_line_end_is_a_fragment_a_line(tmp_path: Path) -> None:
    report = Report("去云\n南\t省", mentions=(Place(text="云\n南\t省", start=1, end=6, rule="annotated"),))
    brat.write([("a", report)], tmp_path)
    assert (tmp_path / "a.ann").read_text(encoding="utf-8") == "T1\tplace 1 2;3 6\t云 南 省\n"
    assert list(brat.read(tmp_path)) == [("a", report)]


def test_the_folder_declares_the_labels(tmp_path: Path) -> None:
    brat.write([], tmp_path)
    sections = (tmp_path / "annotation.conf").read_text(encoding="utf-8").split("\n\n")
    assert sections[0].split("\n") == ["[entities]", *LABELS]
    assert [section.strip() for section in sections[1:]] == ["[relations]", "[events]", "[attributes]"]


def test_no_id_leaves_the_folder_or_meets_another(tmp_path: Path) -> None:
    ids = ["../../a.txt", "/etc/b", "..", "", "a:b", "a?b", "A?B", "x" * 500, "县" * 500, "\udcff"]
    brat.write([(identity, Report(identity)) for identity in ids], tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert len(list((tmp_path / "out").glob("*.ann"))) == len(ids)
    assert not [path for path in (tmp_path / "out").iterdir() if path.is_dir()]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("T1 place 0 2\t云南", "a.ann line 1: 'T1 place 0 2\\t云南' is no text-bound annotation"),
        ("T1\tplace 0 2\t云", "a.ann line 1: the text has '云南' at 0 2, not '云'"),
        ("T1\tplanet 0 2\t云南", "a.ann: the label 'planet' is unknown"),
        ("T1\tplace 0 2\t云南\nT2\tperson 1 2\t南", "a.ann: the person 1–2 overlaps the place 0–2"),
        ("T1\tplace 2 2\t", "a.ann: the place 2–2 lies outside the text of 2 characters, or is empty"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "a.txt").write_text("云南", encoding="utf-8")
    (tmp_path / "a.ann").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(FormatError) as raised:
        list(brat.read(tmp_path))
    assert said in str(raised.value)


def test_relations_and_notes_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("云南", encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tplace 0 2\t云南\n#1\tAnnotatorNotes T1\t?\n", encoding="utf-8")
    ((_, report),) = brat.read(tmp_path)
    assert [m.text for m in report.mentions] == ["云南"]
