"""Progress: drawn on a terminal alone, with rich or without, and taken away at the end."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from govner.cli.progress import Progress

pty = pytest.importorskip("pty")

SUMMIT = Path(__file__).parents[2] / "examples" / "reports" / "summit.txt"
LINE = re.compile(r"[\d,]+ reports, \d+\.\d a second, [\d,]+ characters a second, \d+ s left")
RUN = "import sys; {before}; from govner.cli import main; sys.exit(main(sys.argv[1:]))"


def on_a_terminal(arguments: Sequence[object], before: str = "") -> str:
    """What a run writes to the terminal that its standard error is."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", RUN.format(before=before or "pass"), *map(str, arguments)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "160"}
    with subprocess.Popen(command, stderr=theirs, stdout=subprocess.PIPE, env=environment) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                data = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            shown += data
        process.communicate()
    os.close(ours)
    assert process.returncode == 0
    return shown.decode("utf-8")


@pytest.mark.parametrize(
    ("before", "mark"),
    [("pass", "━"), ("sys.modules['rich'] = None", "\r")],
    ids=["rich", "plain"],
)
def test_rate_and_time_left_are_shown_and_taken_away(tmp_path: Path, before: str, mark: str) -> None:
    output = tmp_path / "found.jsonl"
    shown = on_a_terminal(["extract", *[SUMMIT] * 120, "--output", output, "--workers", 2], before)
    assert LINE.search(shown)
    assert mark in shown
    assert shown.rstrip().endswith(f"govner: {output}: 120 reports")
    assert "\x1b[K" in shown or "\x1b[2K" in shown


def test_nothing_is_drawn_where_nobody_looks(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "govner", "extract", *[str(SUMMIT)] * 40, "--output", str(tmp_path / "found.csv")]
    shown = subprocess.run(command, capture_output=True, check=True)
    assert shown.stdout == b""
    assert shown.stderr.decode() == f"govner: {tmp_path / 'found.csv'}: 40 reports\n"


def test_what_an_earlier_run_did_says_nothing_of_the_speed() -> None:
    progress = Progress(None, total=3000)
    progress.skip(2000)
    progress.advance(500, 2500)
    assert progress.line(10.0, position=2500) == "1 report, 0.1 a second, 50 characters a second, 10 s left"


def test_without_a_total_no_time_is_promised() -> None:
    progress = Progress(None, total=0)
    progress.advance(500, 0)
    assert progress.line(1.0, position=0) == "1 report, 1.0 a second, 500 characters a second"
