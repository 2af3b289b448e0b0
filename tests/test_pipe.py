"""A pipe keeps its promises: in order, bounded, one broken text is not the end, and no process is left behind."""

import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from govner import Extractor, InputError, Report
from govner.pipe import IN_FLIGHT, TEXTS

TEXT = "海东省省长李明远11月26日在广州会见来宾。"
needs_fork = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="a tokenizer of a test module cannot be sent here"
)


class OddError(Exception):
    """Takes two arguments, so that pickle cannot make it again."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def moody(text: str) -> Iterator[str]:
    """A tokenizer that takes some texts badly."""
    if "坏" in text:
        raise ValueError("this text is bad")
    if "怪" in text:
        raise OddError("this text ", "is odd")
    if "死" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    yield text


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are forked, whatever this Python does by default."""
    context = multiprocessing.get_context("fork")
    for name in ("Process", "Pipe", "get_start_method"):
        monkeypatch.setattr(multiprocessing, name, getattr(context, name))


def run(tmp_path: Path, program: str) -> "subprocess.Popen[str]":
    """A program of its own, as spawning needs one; it leads a process group, as under a terminal."""
    path = tmp_path / "program.py"
    path.write_text(program, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def gone(pid: int) -> bool:
    """Whether a process has ended (a zombie has)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def eventually(pids: list[int]) -> bool:
    """Whether all the processes end within a few seconds."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if all(map(gone, pids)):
            return True
        time.sleep(0.05)
    return False


def test_small_and_large_texts_keep_their_order(extractor: Extractor) -> None:
    texts = [(f"{i}。" + TEXT * (300 if i % 50 == 7 else 1), "2021-11-27") for i in range(150)]
    assert list(extractor.pipe(texts, workers=2)) == list(extractor.pipe(texts))
    assert multiprocessing.active_children() == []


def test_nothing_comes_of_nothing(extractor: Extractor) -> None:
    assert list(extractor.pipe([], workers=3)) == []
    assert multiprocessing.active_children() == []


def test_an_endless_source_is_read_only_some_way_ahead_and_workers_end_with_the_pipe(extractor: Extractor) -> None:
    asked = 0

    def endless() -> Iterator[str]:
        nonlocal asked
        while True:
            asked += 1
            yield f"{asked}。{TEXT}"

    reports = extractor.pipe(endless(), workers=2)
    for _ in range(100):
        next(reports)
    assert asked <= 100 + (2 * IN_FLIGHT + 1) * TEXTS
    assert len(multiprocessing.active_children()) == 2
    reports.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_counts_the_texts_done(extractor: Extractor, workers: int) -> None:
    done: list[int] = []
    texts: list[str] = [TEXT, 5, TEXT]  # type: ignore[list-item]
    assert len(list(extractor.pipe(texts, workers, on_error="skip", progress=done.append))) == 2
    assert done == [1, 2, 3]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_broken_text_is_raised_in_its_turn(extractor: Extractor, workers: int) -> None:
    reports = extractor.pipe([TEXT, TEXT, b"no", TEXT], workers)  # type: ignore[list-item]
    assert [next(reports).text, next(reports).text] == [TEXT, TEXT]
    with pytest.raises(InputError, match="decode bytes first") as caught:
        next(reports)
    assert caught.value.__notes__ == ["govner: text 2 of the pipe, counted from 0"]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_broken_text_can_be_skipped(extractor: Extractor, workers: int, caplog: pytest.LogCaptureFixture) -> None:
    texts: list[object] = [TEXT, None, (TEXT, "heute"), (TEXT, "2021-11-27", 3), TEXT]
    with caplog.at_level(logging.WARNING, logger="govner.pipe"):
        reports = list(extractor.pipe(texts, workers, on_error="skip"))  # type: ignore[arg-type]
    assert [report.text for report in reports] == [TEXT, TEXT]
    said = [record.getMessage() for record in caplog.records]
    assert [line.split(":")[0] for line in said] == [f"text {i} is left out" for i in (1, 2, 3)]
    assert "'heute'" in said[1]


@needs_fork
@pytest.mark.usefixtures("forked")
def test_what_fails_in_a_worker_is_told_with_its_index() -> None:
    told: list[tuple[int, str, str]] = []

    def stand_in(index: int, error: Exception) -> Report | None:
        told.append((index, type(error).__name__, str(error).partition("(")[0]))
        return Report("?") if index == 3 else None

    texts = [TEXT, "坏", "怪", "死", TEXT]
    reports = list(Extractor(tokenizer=moody).pipe(texts, workers=2, on_error=stand_in))
    assert [report.text for report in reports] == [TEXT, "?", TEXT]
    assert told == [
        (1, "ValueError", "this text is bad"),
        (2, "WorkerError", "OddError: this text is odd"),
        (3, "WorkerError", "the worker process died of this text "),
    ]
    assert multiprocessing.active_children() == []


@needs_fork
@pytest.mark.usefixtures("forked")
def test_the_traceback_of_a_worker_is_a_note() -> None:
    with pytest.raises(ValueError, match="this text is bad") as caught:
        list(Extractor(tokenizer=moody).pipe([TEXT, "坏"], workers=2))
    assert "in moody" in caught.value.__notes__[0]


def test_what_a_killed_worker_had_is_done_by_another(extractor: Extractor) -> None:
    texts = [f"{i}。{TEXT * 20}" for i in range(200)]
    reports = extractor.pipe(texts, workers=2)
    found = [next(reports)]
    victim = multiprocessing.active_children()[0]
    victim.kill()
    found.extend(reports)
    assert [report.text for report in found] == texts
    assert all(len(report.people) == 20 for report in found)


def test_what_the_source_raises_comes_after_the_reports_before_it(extractor: Extractor) -> None:
    def source() -> Iterator[str]:
        yield TEXT
        raise OSError("the disk is gone")

    for workers in (1, 2):
        reports = extractor.pipe(source(), workers, on_error="skip")
        assert next(reports).text == TEXT
        with pytest.raises(OSError, match="the disk is gone"):
            next(reports)


@pytest.mark.parametrize("workers", [0, -1, 1.5, True, "2"])
def test_a_wrong_number_of_workers_is_refused_at_once(extractor: Extractor, workers: int) -> None:
    with pytest.raises(InputError, match="the number of processes"):
        extractor.pipe([], workers)


def test_a_wrong_policy_is_refused_at_once(extractor: Extractor) -> None:
    with pytest.raises(InputError, match='"raise", "skip" or a function'):
        extractor.pipe([], on_error="ignore")  # type: ignore[arg-type]


SPAWNED = """
import multiprocessing
from govner import Extractor

def main():
    multiprocessing.set_start_method("spawn")
    extractor = Extractor(lexicons=[["蓝鲸号专班"]])
    texts = [f"{i}。海东省省长李明远在广州会见来宾。" for i in range(80)]
    print(list(extractor.pipe(texts, workers=2)) == list(extractor.pipe(texts)), multiprocessing.active_children())
"""


def test_spawned_workers_give_the_same(tmp_path: Path) -> None:
    program = run(tmp_path, SPAWNED + '\nif __name__ == "__main__":\n    main()\n')
    assert program.communicate(timeout=60) == ("True []\n", "")


def test_a_program_that_cannot_be_spawned_is_told_what_it_lacks(tmp_path: Path) -> None:
    said = run(tmp_path, SPAWNED + "\nmain()\n").communicate(timeout=60)[1]
    assert "WorkerError: no worker process could start" in said
    assert 'needs its `if __name__ == "__main__":`' in said


def test_a_tokenizer_that_cannot_be_sent_is_told_so(tmp_path: Path) -> None:
    own = SPAWNED.replace('lexicons=[["蓝鲸号专班"]]', "tokenizer=lambda text: [text]")
    said = run(tmp_path, own + '\nif __name__ == "__main__":\n    main()\n').communicate(timeout=60)[1]
    assert "TokenizerError: the tokenizer <lambda> cannot be sent to another process" in said


ENDLESS = """
import itertools, multiprocessing, signal
from govner import Extractor

signal.alarm(60)  # where nobody is left to stop it
for i, _ in enumerate(Extractor().pipe(itertools.repeat("海东省省长李明远在广州会见来宾。"), workers=2)):
    if i == 100:
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
"""


@needs_fork
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_no_worker_outlives_its_parent(tmp_path: Path, how: signal.Signals) -> None:
    program = run(tmp_path, ENDLESS)
    assert program.stdout
    workers = [int(pid) for pid in program.stdout.readline().split()]
    assert len(workers) == 2
    # Ctrl-C goes to the whole group, the others to the parent alone.
    os.killpg(program.pid, how) if how is signal.SIGINT else program.send_signal(how)
    said = program.communicate(timeout=20)[1]
    assert program.returncode == -how
    assert said.count("Traceback") == (1 if how is signal.SIGINT else 0)
    assert eventually(workers)
