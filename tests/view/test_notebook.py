"""What a notebook shows: compact, without script, styled within itself, and loaded only when asked for."""

import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from govner.mentions import Place
from govner.report import Report
from govner.view.notebook import LONGEST, fragment
from govner.view.words import FOLDER


def test_the_report_shows_itself(summit: Report, take_apart: Callable[[str], Any]) -> None:
    shown = summit._repr_html_()
    assert shown == fragment(summit)
    document = take_apart(shown)
    assert "place: 成都市" in [m["title"] for m in document.all("span") if "title" in m]
    assert f"person {len(summit.people)}" in document.said["ul"]
    assert {tag for tag, _ in document.elements} == {"div", "style", "ul", "li", "span", "p"}
    assert document.values("id") == []  # a notebook shows many


def test_its_style_touches_nothing_else() -> None:
    style = FOLDER.joinpath("notebook.css").read_text(encoding="utf-8")
    selectors = [s.strip() for rule in re.findall(r"([^{}]+)\{", style) for s in rule.split(",")]
    assert selectors
    assert [s for s in selectors if not s.startswith(".govner-report")] == []


@pytest.mark.parametrize("said", ["<script>alert(1)</script>", "</style><b>", '" onload="x', "\ud800\0\u202e"])
def test_no_string_is_read_as_markup(
    said: str, everywhere: Callable[[str], Report], take_apart: Callable[[str], Any]
) -> None:
    shown = fragment(everywhere(said))
    shown.encode("utf-8")
    tame = take_apart(fragment(everywhere("王"))).elements
    assert [(t, [*a]) for t, a in take_apart(shown).elements] == [(t, [*a]) for t, a in tame]


def test_a_long_report_shows_its_head() -> None:
    said = "京" * (LONGEST - 1) + "北京" + "京" * 10
    shown = fragment(Report(said, mentions=(Place(text="北京", start=LONGEST - 1, end=LONGEST + 1, rule="x"),)))
    assert f"<p>{'京' * (LONGEST - 1)}</p>" in shown
    assert "… 12 more characters" in shown
    assert "more characters" not in fragment(Report("京" * LONGEST))


def test_the_core_does_not_load_the_view() -> None:
    program = (
        "import sys, govner; assert not [m for m in sys.modules if m.startswith('govner.view')]; "
        "assert govner.Report('')._repr_html_(); assert 'govner.view.notebook' in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)
