"""Results on their way: killed at any moment and started again, nothing is lost and nothing is there twice."""

import errno
import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from govner.cli.messages import UsageError
from govner.cli.unfinished import Unfinished
from govner.extractor import Extractor
from govner.formats import jsonl
from govner.formats.registry import FORMATS
from govner.report import Report

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
SETTINGS = {"version": "1", "published": None}

Govner = Callable[..., tuple[int, str, str]]

# One process reads the lexicons; each run is a fork of it, killed after a while that chance says.
KILLER = """
import os, random, signal, sys, time
from govner.cli import main
from govner.extractor import extract
extract("省长")
kills, longest, seed, *command = sys.argv[1:]
chance = random.Random(int(seed))
killed = 0
while True:
    child = os.fork()
    if child == 0:
        os._exit(main(command))
    if killed < int(kills):
        time.sleep(chance.uniform(0, float(longest)))
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != -signal.SIGKILL:
        break
    killed += 1
print(killed, status)
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Some seventy short reports in files, folders and JSON Lines, one of which cannot be read."""
    folder = tmp_path / "corpus"
    (folder / "inner").mkdir(parents=True)
    texts = [path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n") if paragraph.strip()][:36]
    for number, paragraph in enumerate(paragraphs):
        (folder / ("inner" if number % 2 else ".") / f"{number}.txt").write_text(paragraph, encoding="utf-8")
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in paragraphs]
    (folder / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\xff\0")
    return folder


def content(path: Path) -> object:
    """What an output holds."""
    if path.is_dir():
        return {file.name: file.read_bytes() for file in path.iterdir()}
    return list(FORMATS["parquet"].load(path)) if path.suffix == ".parquet" else path.read_bytes()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.parametrize(
    ("name", "kills", "workers"),
    [("found.jsonl", 20, 1), ("found.csv", 20, 1), ("found.parquet", 6, 2), ("found.brat", 6, 1)],
)
def test_killed_at_any_moment_nothing_is_lost_or_doubled(
    govner: Govner,
    corpus: Path,
    tmp_path: Path,
    *,
    name: str,
    kills: int,
    workers: int,
) -> None:
    whole = tmp_path / f"whole.{name}"
    assert govner("extract", corpus, "--output", whole)[0] == 1
    output = tmp_path / name
    options = [corpus, "--output", output, "--resume", "--workers", workers]
    command = [sys.executable, "-c", KILLER, kills, 0.06 if workers == 1 else 0.3, len(name), "extract", *options]
    shown = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60, check=True)
    killed, status = map(int, shown.stdout.split())
    assert status == 1
    assert killed > 3
    assert content(output) == content(whole)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["corpus", whole.name, name])


def held(output: Path, **options: bool) -> Unfinished:
    """The unfinished results of an output."""
    return Unfinished(output, SETTINGS, **{"resume": False, "overwrite": False, **options})


@pytest.fixture
def entries(extractor: Extractor) -> list[tuple[str, Report]]:
    """Three reports, two of them with the same id."""
    return [(name, extractor.extract(f"{name}省长方景行")) for name in ("川", "云", "川")]


def test_cut_off_anywhere_it_goes_on_from_the_last_whole_line(
    tmp_path: Path, entries: list[tuple[str, Report]]
) -> None:
    with held(tmp_path / "found.jsonl") as unfinished:
        for entry in entries:
            unfinished.add(*entry)
    data = unfinished.path.read_bytes()
    for cut in {*range(0, len(data), 11), *range(len(data) - 120, len(data))}:
        unfinished.path.write_bytes(data[:cut] + random.Random(cut).choice([b"", b"\0" * 40, b"\0\n"]))
        with held(tmp_path / "found.jsonl", resume=True) as again:
            assert again.done == Counter([name for name, _ in entries][: max(data[:cut].count(b"\n") - 1, 0)])
            for entry in entries[again.done.total() :]:
                again.add(*entry)
        assert unfinished.path.read_bytes() == data


def test_the_output_appears_whole_or_not_at_all(
    tmp_path: Path, entries: list[tuple[str, Report]], monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "found.csv"
    with held(output) as unfinished:
        unfinished.add(*entries[0])

        def crash(self: Path, target: Path) -> None:
            raise OSError(errno.EIO, "crashed")

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", crash)
            with pytest.raises(OSError, match="crashed"):
                unfinished.finish(FORMATS["csv"])
        assert not output.exists()
    with held(output, resume=True) as again:
        assert again.done == Counter([entries[0][0]])
        again.finish(FORMATS["csv"])
    assert [path.name for path in tmp_path.iterdir()] == ["found.csv"]


def test_a_full_disk_keeps_what_was_read(
    govner: Govner, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = Unfinished.add

    def full(self: Unfinished, identity: str, report: Report) -> None:
        if identity.endswith("7.txt"):
            os.write(self._stream.fileno(), b'{"id": "torn')
            raise OSError(errno.ENOSPC, "No space left on device")
        add(self, identity, report)

    output = tmp_path / "found.jsonl"
    with monkeypatch.context() as patch:
        patch.setattr(Unfinished, "add", full)
        status, _, err = govner("extract", corpus, "--output", output)
    assert status == 3
    *failures, kept, said = err.splitlines()
    assert failures[-1].startswith("govner: 1 of ")
    assert kept.endswith(f" reports in {output}.unfinished; the same command with --resume goes on")
    assert said == "govner: the results cannot be written: [Errno 28] No space left on device"
    assert govner("extract", corpus, "--output", output, "--resume")[0] == 1
    ids = [name for name, _ in jsonl.read(output.read_text(encoding="utf-8").splitlines())]
    assert len(ids) == len(set(ids)) == 72


def test_what_is_there_is_never_overwritten_unasked(govner: Govner, tmp_path: Path) -> None:
    report, output = tmp_path / "a.txt", tmp_path / "found.jsonl"
    report.write_text("省长方景行", encoding="utf-8")
    output.write_text("mine", encoding="utf-8")
    status, _, err = govner("extract", report, "--output", output)
    assert (status, err) == (2, f"govner: {output} is there already; --overwrite begins anew\n")
    assert output.read_text(encoding="utf-8") == "mine"
    assert govner("extract", report, "--output", output, "--overwrite") == (0, "", f"govner: {output}: 1 report\n")
    assert govner("extract", report, "--output", output, "--resume") == (
        0,
        "",
        f"govner: {output} is finished; --overwrite begins anew\n",
    )


def test_a_folder_of_somebody_elses_is_never_replaced(govner: Govner, corpus: Path) -> None:
    for name in ("csv", "brat"):
        status, _, err = govner("extract", corpus, "--format", name, "--output", corpus, "--overwrite")
        assert (status, err) == (2, f"govner: {corpus} is a folder; name another --output\n")
    assert (corpus / "0.txt").exists()


def test_other_options_do_not_go_on(tmp_path: Path) -> None:
    output = tmp_path / "found.jsonl"
    held(output).__exit__(None, None, None)
    with pytest.raises(UsageError, match="--resume goes on with it, --overwrite begins anew"):
        held(output)
    with pytest.raises(UsageError, match="was begun with published None; use the same, or --overwrite"):
        Unfinished(output, {**SETTINGS, "published": "2026-06-18"}, resume=True, overwrite=False)


def test_two_runs_do_not_write_one_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fcntl")
    monkeypatch.setattr("govner.cli.unfinished.PATIENCE", 0.1)
    with held(tmp_path / "found.jsonl"), pytest.raises(UsageError, match="is being written by another run"):
        held(tmp_path / "found.jsonl", resume=True)


def test_a_file_of_another_kind_is_not_taken_for_unfinished(tmp_path: Path) -> None:
    (tmp_path / "found.jsonl.unfinished").write_text('{"text": "mine"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="is none of ours; move it away"):
        held(tmp_path / "found.jsonl", resume=True)
    assert (tmp_path / "found.jsonl.unfinished").read_text(encoding="utf-8") == '{"text": "mine"}\n'


def test_results_of_any_type(govner: Govner, corpus: Path, tmp_path: Path) -> None:
    for format_ in FORMATS.values():
        output = tmp_path / f"found{format_.suffix}"
        assert govner("extract", corpus / "inner", "--output", output)[0] == 0
        found: list[Any] = list(format_.load(output))
        assert len({identity for identity, _ in found}) == 18
