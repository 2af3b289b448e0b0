"""The command line as a whole: help, statuses, and how it ends when something outside goes wrong."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from govner import __version__
from govner.cli import COMMANDS

SUMMIT = Path(__file__).parents[2] / "examples" / "reports" / "summit.txt"
EXPECTED = Path(__file__).parents[1] / "expected" / "help.txt"
COMMAND = [sys.executable, "-m", "govner"]
FULL = Path("/dev/full")

Govner = Callable[..., tuple[int, str, str]]


def test_help_teaches_by_example(
    govner: Govner, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    status, out, _ = govner("--help")
    assert status == 0
    if request.config.getoption("--write-expected"):
        EXPECTED.write_text(out, encoding="utf-8", newline="\n")
    assert out == EXPECTED.read_text(encoding="utf-8")
    assert govner("--version")[1] == f"govner {__version__}\n"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_teaches_by_example(govner: Govner, name: str) -> None:
    status, out, _ = govner(name, "--help")
    assert status == 0
    assert f"examples:\n  govner {name} " in out or "govner" in COMMANDS[name].EXAMPLES.splitlines()[0]
    assert all(f"govner {name}" in line for line in COMMANDS[name].EXAMPLES.splitlines() if line.startswith("  govner"))
    assert "exit status:\n    0  " in out


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [*COMMAND, "extract", *[str(SUMMIT)] * 200], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
    assert err == b""
    assert process.returncode == 141


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("output", [[], ["--output", str(FULL), "--format", "csv"]])
def test_a_full_disk_is_said_in_one_line(output: list[str]) -> None:
    with FULL.open("wb") as full:
        shown = subprocess.run(
            [*COMMAND, "extract", str(SUMMIT), *output], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert shown.returncode == 3
    assert shown.stderr == "govner: the results cannot be written: [Errno 28] No space left on device\n"


def test_an_interruption_ends_quietly_with_130(tmp_path: Path) -> None:
    output = tmp_path / "found.jsonl"
    command = [*COMMAND, "extract", *[str(SUMMIT)] * 5000, "--output", str(output), "--workers", "2"]
    unfinished = tmp_path / "found.jsonl.unfinished"
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        while not (unfinished.exists() and unfinished.read_bytes().count(b"\n") > 3):
            time.sleep(0.05)
            assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers too
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    (line,) = err.splitlines()
    assert re.fullmatch(rf"govner: kept \d+ reports in {unfinished}; the same command with --resume goes on", line)
    assert not output.exists()
