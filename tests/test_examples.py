"""The examples and the README do what they show; what they print is kept in ``tests/expected``.

After a change on purpose, ``python -m pytest tests/test_examples.py --write-expected`` writes it anew: read the diff.
"""

import csv
import re
import runpy
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from govner.cli import main
from govner.extractor import Extractor
from govner.mentions import Date, Figure, Mention, Organisation, Person, Place

ROOT = Path(__file__).parents[1]
EXPECTED = Path(__file__).parent / "expected"
SCRIPTS = sorted((ROOT / "examples").glob("*.py"))
REPORTS = sorted((ROOT / "examples" / "reports").glob("*.txt"))
with (ROOT / "examples" / "reports" / "published.csv").open(encoding="utf-8", newline="") as days:
    PUBLISHED = {row["report"]: row["published"] for row in csv.DictReader(days)}
NEEDS = {
    "datasets_table": ["datasets", "pyarrow"],
    "duckdb_queries": ["duckdb", "pyarrow"],
    "offices_to_xlsx": ["openpyxl"],
    "pandas_frame": ["pandas"],
    "spacy_entities": ["spacy"],
    "spark_mentions": ["pyspark"],
    "yearly_figures": ["matplotlib"],
}
WRITES = {"offices_to_xlsx": ("offices.xlsx", b"PK"), "yearly_figures": ("sums.png", b"\x89PNG")}
"""Scripts that write a file: its name, and how its bytes begin."""


def must_find() -> Iterator[object]:
    """What a reader sees in the reports: report, label, text, value; what we know to miss is marked so."""
    table = (Path(__file__).parent / "cases" / "examples.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        *case, known = line.split("\t")
        yield pytest.param(*case, marks=[pytest.mark.xfail(reason=known)] if known else [], id="-".join(case[:3]))


@pytest.fixture
def write_expected(request: pytest.FixtureRequest) -> bool:
    """Whether what is printed is written down as expected, not compared."""
    return bool(request.config.getoption("--write-expected"))


def agrees(printed: str, name: str, *, write: bool) -> None:
    """Asserts that something printed is as expected."""
    path = EXPECTED / name
    if write:
        path.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == path.read_text(encoding="utf-8")


# Spark 4 says so of pandas 3, of which we use nothing there.
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_prints_what_is_expected(
    script: Path,
    capsys: pytest.CaptureFixture[str],
    write_expected: bool,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    for package in NEEDS.get(script.stem, []):
        pytest.importorskip(package, reason=f"{script.name} needs {package}, which is not installed")
    if script.stem == "spark_mentions" and shutil.which("java") is None:
        pytest.skip("Spark needs Java 17 or later, and there is none here")
    name, begin = WRITES.get(script.stem, ("", b""))
    monkeypatch.setattr(sys, "argv", [str(script), *([str(tmp_path / name)] if name else [])])
    runpy.run_path(str(script), run_name="__main__")
    agrees(capsys.readouterr().out, f"{script.stem}.txt", write=write_expected)
    if name:
        assert (tmp_path / name).read_bytes().startswith(begin)


def test_every_example_is_in_the_table_of_examples() -> None:
    page = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\((\w+\.py)\)", page) == [script.name for script in SCRIPTS]
    for script in SCRIPTS:
        row = next(line for line in page.splitlines() if f"({script.name})" in line)
        assert all(package in row for package in NEEDS.get(script.stem, []) if package != "pyarrow"), row


def test_every_report_has_its_day() -> None:
    assert sorted(PUBLISHED) == sorted(path.stem for path in REPORTS)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_table_of_a_report_is_as_expected(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, write_expected: bool
) -> None:
    monkeypatch.chdir(path.parent)
    assert main(["extract", "--published", PUBLISHED[path.stem], path.name]) == 0
    agrees(capsys.readouterr().out, f"report-{path.stem}.txt", write=write_expected)


@pytest.mark.parametrize(("report", "label", "text", "value"), list(must_find()))
def test_a_report_names_what_a_reader_sees(
    extractor: Extractor, report: str, label: str, text: str, value: str
) -> None:
    page = (ROOT / "examples" / "reports" / f"{report}.txt").read_text(encoding="utf-8")
    found = extractor.extract(page, published=PUBLISHED[report])
    if label == "appointment":
        parts = [(a.person, a.title, a.organisation or a.place) for a in found.appointments]
        assert text in ["|".join(p.text if p else "–" for p in part) for part in parts]
        return
    mentions = [m for m in found.mentions if (m.label, m.text) == (label, text)]
    assert mentions
    assert not value or value in map(normal_form, mentions)


def normal_form(mention: Mention) -> str | None:
    """What a mention means, as the table of cases writes it."""
    match mention:
        case Person():
            return mention.full_name
        case Organisation() | Place():
            return mention.name
        case Figure():
            return f"{mention.value.normalize():f}" if mention.value is not None else None
        case Date():
            return mention.value
    return None


def test_nothing_expected_is_left_over() -> None:
    names = (
        {f"{script.stem}.txt" for script in SCRIPTS} | {f"report-{path.stem}.txt" for path in REPORTS} | {"help.txt"}
    )
    assert {path.name for path in EXPECTED.iterdir()} == names


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readme_shows_true_output(name: str, capsys: pytest.CaptureFixture[str], write_expected: bool) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    shown = re.search(r"```python\n(.*?)```\s*\n```text\n(.*?)```", page, re.DOTALL)
    assert shown
    exec(compile(shown[1], name, "exec"), {})
    printed = capsys.readouterr().out
    if write_expected:
        page = page[: shown.start(2)] + printed + page[shown.end(2) :]
        (ROOT / name).write_text(page, encoding="utf-8", newline="\n")
        return
    assert printed == shown[2]


def test_both_readmes_give_the_same_commands_and_examples() -> None:
    english, chinese = (
        re.findall(r"```(?:sh|text)\n.*?```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
        for name in ("README.md", "README.zh.md")
    )
    assert english == chinese
