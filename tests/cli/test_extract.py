"""``govner extract``: what it prints, in which encodings it reads, and how it ends."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from govner.documents import text as documents
from govner.extractor import Extractor
from govner.formats import jsonl
from govner.formats.registry import FORMATS

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
SUMMIT = REPORTS / "summit.txt"
SENTENCE = "6月18日，四川省省长周砚秋出席第四届西部数字政务大会。"

Govner = Callable[..., tuple[int, str, str]]


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Puts bytes on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_extract_prints_a_table(govner: Govner) -> None:
    status, out, err = govner("extract", "--published", "2026-06-18", str(SUMMIT))
    assert (status, err) == (0, "")
    assert out.startswith(f"{SUMMIT}: published 2026-06-18, ")
    headings = [line for line in out.splitlines() if line and not line.startswith(" ")][1:]
    assert headings == ["people", "titles", "organisations", "dates", "figures", "places", "appointments"]
    assert "陈怀瑾" in out
    assert "2026-06-18TMO" in out


def test_extract_prints_a_table_for_each_file(govner: Govner) -> None:
    status, out, _ = govner("extract", str(SUMMIT), str(REPORTS / "visit.txt"))
    assert status == 0
    assert f"\n\n{REPORTS / 'visit.txt'}: " in out


def test_json_lines_are_the_reports(govner: Govner, extractor: Extractor) -> None:
    files = [SUMMIT, REPORTS / "visit.txt"]
    status, out, _ = govner("extract", "--json", "--published", "2026-06-18", *map(str, files))
    assert status == 0
    reports = [extractor.extract(documents.read(path), published="2026-06-18") for path in files]
    assert list(jsonl.read(out.splitlines())) == list(zip(map(str, files), reports, strict=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_encodings_are_recognised(govner: Govner, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(SENTENCE.encode(encoding))
    _, out, _ = govner("extract", "--json", str(path))
    ((_, report),) = jsonl.read(out.splitlines())
    assert report.text == SENTENCE


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("一\r\n二\r三\n".encode())
    assert documents.read(path) == "一\r\n二\r三\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "NUL bytes"),
        ("国务院".encode()[:-1], "cut off at byte 6"),
        ("国务院".encode("gb18030") + b"\xff", "byte 6 is not UTF-8 or GB18030"),
        ("国务院".encode("utf-16") + b"\0", "byte 8 is not UTF-16"),
        (b"\xef\xbb\xbf\xff", "is not UTF-8"),
    ],
)
def test_bytes_that_are_no_text_are_named(govner: Govner, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    status, out, err = govner("extract", str(path))
    assert (status, out) == (1, "")
    assert err.startswith(f"govner: {path}: ")
    assert said in err


def test_standard_input(govner: Govner, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, SENTENCE.encode("gb18030"))
    status, out, _ = govner("extract", "-")
    assert status == 0
    assert out.startswith("standard input: ")
    assert "周砚秋" in out


def test_an_empty_file_is_an_empty_report(govner: Govner, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    status, out, _ = govner("extract", str(tmp_path / "empty.txt"))
    assert (status, out.splitlines()[1:]) == (0, [])
    assert "0 characters, 0 mentions" in out


def test_the_other_files_are_read_when_one_fails(govner: Govner, tmp_path: Path) -> None:
    (tmp_path / "old.doc").touch()
    status, out, err = govner("extract", str(tmp_path / "none.txt"), str(tmp_path), str(SUMMIT))
    assert status == 1
    assert out.startswith(f"{SUMMIT}: ")
    assert err.splitlines() == [
        f"govner: {tmp_path / 'none.txt'}: No such file or directory",
        f"govner: {tmp_path / 'old.doc'}: this is an old Word document; save it as .docx first",
        "govner: 2 of 3 inputs could not be read",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "required: COMMAND"),
        (["extract"], "required: FILE"),
        (["extract", "--published", "18.6.2026", "x"], "'18.6.2026' is no day; write it like 2026-05-18"),
        (["extract", "--published", "2026-02-30", "x"], "'2026-02-30' is no day"),
        (["extract", "--lexicon", "none.tsv", "x"], "none.tsv"),
        (["extract", "--tokenizer", "nonesuch", "x"], "nonesuch"),
        (["translate", "x"], "invalid choice: 'translate'"),
        (["extract", "--workers", "0", "x"], "'0' is no number from 1 on"),
        (["extract", "--resume", "x"], "--resume and --overwrite are for --output FILE"),
        (["extract", "--format", "parquet", "x"], "name a file with --output"),
        (["extract", "--format", "xlsx", "x"], "invalid choice: 'xlsx'"),
        (["extract", "--output", "found.xlsx", "x"], "found.xlsx does not say in which format; add --format NAME"),
    ],
)
def test_wrong_use_ends_with_2(govner: Govner, arguments: list[str], said: str) -> None:
    status, out, err = govner(*arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_words_of_your_own(govner: Govner, tmp_path: Path) -> None:
    words = tmp_path / "words.tsv"
    words.write_text("word\ttype\n数字政务大会\torganisation\n", encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text(SENTENCE, encoding="utf-8")
    _, out, _ = govner("extract", "--json", "--lexicon", str(words), str(report))
    ((_, found),) = jsonl.read(out.splitlines())
    assert [m.text for m in found.organisations] == ["数字政务大会"]


def test_a_terminal_without_chinese_gets_escapes_and_json_is_utf8_everywhere() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "govner", "extract", str(SUMMIT)]
    shown = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert b"\\u9648\\u6000\\u747e" in shown.stdout  # 陈怀瑾
    shown = subprocess.run([*command, "--json"], env=environment, capture_output=True, check=True)
    assert "陈怀瑾" in shown.stdout.decode("utf-8")


def test_a_folder_that_is_not_there_is_not_made(govner: Govner, tmp_path: Path) -> None:
    status, _, err = govner("extract", SUMMIT, "--output", tmp_path / "none" / "found.csv")
    assert (status, err) == (2, f"govner: {tmp_path / 'none'} is no folder; make it first\n")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_said_to_be_one(govner: Govner, tmp_path: Path) -> None:
    assert govner("extract", tmp_path) == (1, "", "govner: there was nothing to read\n")


@pytest.mark.parametrize("name", [name for name, f in FORMATS.items() if f.holds == "text"])
def test_every_text_format_is_printed_and_read_back(govner: Govner, tmp_path: Path, name: str) -> None:
    status, out, _ = govner("extract", SUMMIT, REPORTS / "visit.txt", "--format", name)
    assert status == 0
    path = tmp_path / "found"
    path.write_text(out, encoding="utf-8", newline="")
    assert {identity for identity, _ in FORMATS[name].load(path)} == {str(SUMMIT), str(REPORTS / "visit.txt")}


def test_the_day_that_a_line_says_counts(govner: Govner, tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text('{"text": "昨天", "published": "2026-06-18"}\n{"text": "昨天"}\n', encoding="utf-8")
    _, out, _ = govner("extract", "--json", "--published", "2025-01-02", path)
    dates = [report.dates[0].value for _, report in jsonl.read(out.splitlines())]
    assert dates == ["2026-06-17", "2025-01-01"]


def test_over_workers_the_results_are_the_same(govner: Govner, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff\0")
    command = ["extract", "--json", REPORTS, tmp_path, SUMMIT]
    assert govner(*command, "--workers", 2) == govner(*command)


@pytest.mark.parametrize(
    ("name", "package"), [("a.pdf", "pypdf"), ("a.docx", "docx"), ("a.html", "lxml.etree")], ids=["pdf", "docx", "html"]
)
def test_a_package_that_is_missing_is_named_and_the_others_are_read(
    govner: Govner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / name).touch()
    status, out, err = govner("extract", tmp_path / name, SUMMIT)
    assert (status, out.startswith(f"{SUMMIT}: ")) == (1, True)
    assert "is not installed; pip install 'govner[documents]'" in err.splitlines()[0]


def test_parquet_without_pyarrow_is_refused_before_anything_is_read(
    govner: Govner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    status, _, err = govner("extract", SUMMIT, "--output", tmp_path / "found.parquet")
    assert (status, err) == (2, "govner: the package pyarrow is not installed; pip install 'govner[arrow]'\n")
    assert list(tmp_path.iterdir()) == []
