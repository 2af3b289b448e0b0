"""CoNLL columns, read by the rules of the format alone: tag sequences, blank lines, escapes."""

import io
import re

import pytest

from govner.errors import FormatError
from govner.formats import conll
from govner.mentions import LABELS, Date, Place
from govner.report import Report

LINE = re.compile(rf"(?:\S|\\u[0-9a-f]{{4}}|\\U[0-9a-f]{{8}})\t(?:O|[BI]-(?:{'|'.join(LABELS)}))")


def written(report: Report, identity: str = "a.txt") -> str:
    """The file of one report."""
    stream = io.StringIO(newline="")
    conll.write([(identity, report)], stream)
    return stream.getvalue()


def test_a_report_is_characters_with_tags() -> None:
    report = Report(
        "3日 川\n去", mentions=(Date(text="3日", start=0, end=2, rule="x"), Place(text="川", start=3, end=4, rule="x"))
    )
    assert written(report, "a b.txt").splitlines() == [
        "# id = a\\u0020b.txt",
        "3\tB-date",
        "日\tI-date",
        "\\u0020\tO",
        "川\tB-place",
        "\\u000a\tO",
        "",
        "去\tO",
        "",
    ]


def test_every_sentence_is_legal_bio(report: Report) -> None:
    head, *lines = written(report).splitlines()
    assert head == "# id = a.txt"
    before = "O"
    for line in lines:
        assert not line or LINE.fullmatch(line)
        tag = line.partition("\t")[2] or "O"
        assert not tag.startswith("I-") or before[1:] == tag[1:]
        before = tag
    assert sum(bool(line) for line in lines) == len(report.text)


def test_adjacent_mentions_stay_two() -> None:
    mentions = (Place(text="中", start=0, end=1, rule="x"), Place(text="俄", start=1, end=2, rule="x"))
    ((_, again),) = conll.read(written(Report("中俄", mentions=mentions)).splitlines())
    assert [m.text for m in again.mentions] == ["中", "俄"]


def test_no_sentence_ends_inside_a_mention() -> None:
    report = Report("云。南", mentions=(Place(text="云。南", start=0, end=3, rule="x"),))
    assert written(report).splitlines()[1:] == ["云\tB-place", "。\tI-place", "南\tI-place", ""]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("国", "line 2: '国' is no character, tab and tag"),
        ("国务\tO", "line 2: '国务\\tO' is no character, tab and tag"),
        ("国\tE-place", "line 2: the tag 'E-place' is none of B-…, I-… and O"),
        ("国\tI-place", "line 2: I-place goes on with what did not begin"),
        ("国\tB-planet", "the label 'planet' is unknown; the labels are person, "),
        ("\\Uffffffff\tO", "line 2: '\\\\Uffffffff' names no code point"),
    ],
)
def test_a_wrong_line_is_named(line: str, said: str) -> None:
    with pytest.raises(FormatError) as raised:
        list(conll.read(["# id = x", line]))
    assert str(raised.value).startswith(said)
