"""``govner view``: where the page goes, what it never overwrites, and what it says."""

import io
from pathlib import Path

import pytest

from govner.cli import main
from govner.documents import text as documents
from govner.extractor import Extractor
from govner.view.html import page

SUMMIT = Path(__file__).parents[2] / "examples" / "reports" / "summit.txt"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current directory is an empty one."""
    monkeypatch.chdir(tmp_path)


def view(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of ``govner view``."""
    status = main(["view", *arguments])
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def test_the_page_is_written_and_named(capsys: Captured, extractor: Extractor) -> None:
    assert view(capsys, "--published", "2026-06-18", str(SUMMIT)) == (0, "summit.html\n", "")
    report = extractor.extract(documents.read(SUMMIT), published="2026-06-18")
    assert Path("summit.html").read_bytes().decode() == page(report, "summit.txt")


def test_an_earlier_page_is_written_anew(capsys: Captured) -> None:
    view(capsys, str(SUMMIT))
    assert view(capsys, "--language", "en", str(SUMMIT))[0] == 0
    assert '<html lang="en">' in Path("summit.html").read_text(encoding="utf-8")


def test_another_file_is_not_overwritten_unless_named(capsys: Captured) -> None:
    target = Path("summit.html")
    target.write_text("mine", encoding="utf-8")
    status, _, err = view(capsys, str(SUMMIT))
    assert (status, target.read_text(encoding="utf-8")) == (2, "mine")
    assert err == "govner: summit.html exists and is no page of govner's; choose another page with --output\n"
    assert view(capsys, "--output", "summit.html", str(SUMMIT))[0] == 0


def test_the_report_itself_is_never_overwritten(capsys: Captured) -> None:
    source = Path("report.html")
    source.write_text("王伟", encoding="utf-8")
    for arguments in (["report.html"], ["--output", "./report.html", "report.html"]):
        status, _, err = view(capsys, *arguments)
        assert (status, source.read_text(encoding="utf-8")) == (2, "王伟")
        assert "is the report itself" in err


def test_standard_input_and_output(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("省长王伟".encode("gb18030"))))
    assert main(["view", "--output", "-", "-"]) == 0
    assert "王伟</a>" in capsysbinary.readouterr().out.decode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("省长王伟".encode())))
    assert main(["view", "-"]) == 0
    assert capsysbinary.readouterr().out == b"report.html\n"


def test_what_fails_is_said(capsys: Captured) -> None:
    assert view(capsys, "none.txt") == (1, "", "govner: none.txt: No such file or directory\n")
    status, _, err = view(capsys, "--output", "none/page.html", str(SUMMIT))
    assert status == 2
    assert "page.html: No such file or directory; choose another page with --output" in err
    assert view(capsys, "--open", "--output", "-", str(SUMMIT))[0] == 2


@pytest.mark.parametrize(("opens", "err"), [(True, ""), (False, "no browser could be opened; open summit.html")])
def test_the_browser_is_asked_to_open_it(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, opens: bool, err: str
) -> None:
    asked: list[str] = []

    def browser(address: str) -> bool:
        asked.append(address)
        return opens

    monkeypatch.setattr("webbrowser.open", browser)
    status, out, said = view(capsys, "--open", str(SUMMIT))
    assert (status, out) == (0, "summit.html\n")
    assert asked == [Path("summit.html").resolve().as_uri()]
    assert err in said
