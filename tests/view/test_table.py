"""The table of a report: columns, what a terminal takes, and what it must never get."""

from decimal import Decimal

import pytest

from govner.mentions import Figure, Person, Place
from govner.report import Report
from govner.view.table import columns, printable, table, width


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("abc", 3), ("省长", 4), ("ＡＢ", 4), ("·", 1), ("é", 1), ("e\u0301", 1), ("한", 2), ("（）", 4)],
)
def test_width_is_what_a_terminal_takes(text: str, expected: int) -> None:
    assert width(text) == expected


def test_columns_are_aligned() -> None:
    lines = columns([("李四", "a", "1"), ("x", "省长", "2")]).splitlines()
    assert lines == ["  李四  a     1", "  x     省长  2"]


def test_nothing_printed_can_steer_a_terminal() -> None:
    assert printable("\x1b[2J王\u202e\n伟\ud800\u3000") == "\\x1b[2J王\\u202e 伟\\ud800 "
    text = "\x1b]0;王伟\x07"
    person = Person(text=text, start=0, end=len(text), rule="by-hand", full_name="\x9b31m")
    shown = table(Report(text, mentions=(person,)), "\x1b.txt")
    assert not [c for c in shown if c != "\n" and not c.isprintable()]


def test_the_same_mention_is_one_row() -> None:
    mentions = tuple(Place(text="广", start=i, end=i + 1, rule="by-hand", name="广东省") for i in range(3))
    assert "  广  广东省    ×3\n" in table(Report("广广广", mentions=mentions), "x")


def test_huge_figures_stay_short() -> None:
    figure = Figure(text="一", start=0, end=1, rule="by-hand", value=Decimal("1E+100000"))
    assert "1E+100000" in table(Report("一", mentions=(figure,)), "x")
