"""``govner explain``: candidates of a sentence, a file or standard input."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

SENTENCE = "6月18日，四川省省长周砚秋出席第四届西部数字政务大会。"

Govner = Callable[..., tuple[int, str, str]]


def test_explain_takes_a_sentence_a_file_or_standard_input(
    govner: Govner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(SENTENCE, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode()), encoding="utf-8"))
    said = [govner("explain", given) for given in (SENTENCE, str(tmp_path / "report.txt"), "-")]
    assert said[0] == said[1] == said[2]
    status, out, _ = said[0]
    assert status == 0
    assert "周砚秋" in out


def test_explain_takes_a_sentence_longer_than_a_path(govner: Govner) -> None:
    assert govner("explain", SENTENCE * 200)[0] == 0


def test_explain_says_what_is_wrong_with_a_file(govner: Govner, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xff\0")
    status, _, err = govner("explain", str(path))
    assert status == 1
    assert err.startswith(f"govner: {path}: ")
