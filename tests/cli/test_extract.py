"""The command line: what it prints, in which encodings it reads, and how it ends."""

import io
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from govner import __version__
from govner.cli import main
from govner.documents import text as documents
from govner.extractor import Extractor
from govner.formats import jsonl
from govner.mentions import Figure, Person, Place
from govner.report import Report
from govner.view.table import columns, printable, table, width

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
SUMMIT = REPORTS / "summit.txt"
SENTENCE = "6月18日，四川省省长周砚秋出席第四届西部数字政务大会。"

Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of one command."""
    try:
        status = main(list(arguments))
    except SystemExit as end:  # argparse's own way out
        status = int(end.code or 0)
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Puts bytes on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_extract_prints_a_table(capsys: Captured) -> None:
    status, out, err = run(capsys, "extract", "--published", "2026-06-18", str(SUMMIT))
    assert (status, err) == (0, "")
    assert out.startswith(f"{SUMMIT}: published 2026-06-18, ")
    headings = [line for line in out.splitlines() if line and not line.startswith(" ")][1:]
    assert headings == ["people", "titles", "organisations", "dates", "figures", "places", "appointments"]
    assert "陈怀瑾" in out
    assert "2026-06-18TMO" in out


def test_extract_prints_a_table_for_each_file(capsys: Captured) -> None:
    status, out, _ = run(capsys, "extract", str(SUMMIT), str(REPORTS / "visit.txt"))
    assert status == 0
    assert f"\n\n{REPORTS / 'visit.txt'}: " in out


def test_json_lines_are_the_reports(capsys: Captured, extractor: Extractor) -> None:
    files = [SUMMIT, REPORTS / "visit.txt"]
    status, out, _ = run(capsys, "extract", "--json", "--published", "2026-06-18", *map(str, files))
    assert status == 0
    reports = [extractor.extract(documents.read(path), published="2026-06-18") for path in files]
    assert list(jsonl.read(out.splitlines())) == list(zip(map(str, files), reports, strict=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_encodings_are_recognised(capsys: Captured, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(SENTENCE.encode(encoding))
    _, out, _ = run(capsys, "extract", "--json", str(path))
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
def test_bytes_that_are_no_text_are_named(capsys: Captured, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    status, out, err = run(capsys, "extract", str(path))
    assert (status, out) == (1, "")
    assert err.startswith(f"govner: {path}: ")
    assert said in err


def test_standard_input(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, SENTENCE.encode("gb18030"))
    status, out, _ = run(capsys, "extract", "-")
    assert status == 0
    assert out.startswith("standard input: ")
    assert "周砚秋" in out


def test_an_empty_file_is_an_empty_report(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    status, out, _ = run(capsys, "extract", str(tmp_path / "empty.txt"))
    assert (status, out.splitlines()[1:]) == (0, [])
    assert "0 characters, 0 mentions" in out


def test_the_other_files_are_read_when_one_fails(capsys: Captured, tmp_path: Path) -> None:
    status, out, err = run(capsys, "extract", str(tmp_path / "none.txt"), str(tmp_path), str(SUMMIT))
    assert status == 1
    assert out.startswith(f"{SUMMIT}: ")
    assert err.splitlines() == [
        f"govner: {tmp_path / 'none.txt'}: No such file or directory",
        f"govner: {tmp_path}: Is a directory",
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
    ],
)
def test_wrong_use_ends_with_2(capsys: Captured, arguments: list[str], said: str) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_words_of_your_own(capsys: Captured, tmp_path: Path) -> None:
    words = tmp_path / "words.tsv"
    words.write_text("word\ttype\n数字政务大会\torganisation\n", encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text(SENTENCE, encoding="utf-8")
    _, out, _ = run(capsys, "extract", "--json", "--lexicon", str(words), str(report))
    ((_, found),) = jsonl.read(out.splitlines())
    assert [m.text for m in found.organisations] == ["数字政务大会"]


def test_explain_takes_a_sentence_a_file_or_standard_input(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(SENTENCE, encoding="utf-8")
    feed(monkeypatch, SENTENCE.encode())
    said = [run(capsys, "explain", given) for given in (SENTENCE, str(tmp_path / "report.txt"), "-")]
    assert said[0] == said[1] == said[2]
    status, out, _ = said[0]
    assert status == 0
    assert "周砚秋" in out


def test_explain_takes_a_sentence_longer_than_a_path(capsys: Captured) -> None:
    assert run(capsys, "explain", SENTENCE * 200)[0] == 0


def test_explain_says_what_is_wrong_with_a_file(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xff\0")
    status, _, err = run(capsys, "explain", str(path))
    assert status == 1
    assert err.startswith(f"govner: {path}: ")


def test_help_teaches_by_example(capsys: Captured) -> None:
    status, out, _ = run(capsys, "--help")
    assert status == 0
    assert "govner extract --json reports/*.txt > found.jsonl" in out
    assert run(capsys, "--version")[1] == f"govner {__version__}\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "govner", "extract", *[str(SUMMIT)] * 200]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
    assert err == b""
    assert process.returncode == 141


def test_a_terminal_without_chinese_gets_escapes_and_json_is_utf8_everywhere() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "govner", "extract", str(SUMMIT)]
    shown = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert b"\\u9648\\u6000\\u747e" in shown.stdout  # 陈怀瑾
    shown = subprocess.run([*command, "--json"], env=environment, capture_output=True, check=True)
    assert "陈怀瑾" in shown.stdout.decode("utf-8")


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
