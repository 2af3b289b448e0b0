"""What is shipped: wheel and sdist, the tables with their headers, nothing done at import."""

import json
import runpy
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import govner

ROOT = Path(__file__).parents[1]
TABLES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "lexicons").glob("*/*.tsv"))
LARGEST = 15_000_000  # bytes of a wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(built)


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, installed by itself."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    (built,) = SdistBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with tarfile.open(built) as archive:
        archive.extractall(folder, filter="data")
    return folder / Path(built).name.removesuffix(".tar.gz")


def names(wheel: Path) -> set[str]:
    """The files in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_package_and_all_tables(wheel: Path) -> None:
    shipped = names(wheel)
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "govner").rglob("*") if path.is_file()}
    package = {name for name in package if "__pycache__" not in name}
    assert package >= {"govner/py.typed", "govner/view/page/text.css"}
    assert package <= shipped
    assert {f"govner/{table}" for table in TABLES} <= shipped
    assert wheel.stat().st_size < LARGEST


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    for name in names(wheel):
        assert name.startswith(("govner/", f"govner-{govner.__version__}.dist-info/")), name
        assert not name.startswith("govner/lexicons/build"), name


def test_the_licence_and_the_notice_go_along(wheel: Path) -> None:
    licences = f"govner-{govner.__version__}.dist-info/licenses"
    assert {f"{licences}/LICENSE", f"{licences}/lexicons/NOTICE.md"} <= names(wheel)


def test_the_wheel_works_outside_the_checkout(site: Path, tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import govner; "
        "print(govner.__file__); print([p.text for p in govner.extract('广东省省长王伟出席会议').people])"
    )
    command = [sys.executable, "-W", "error", "-P", "-c", program, str(site)]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert shown.stderr == ""
    assert shown.stdout.splitlines() == [str(site / "govner" / "__init__.py"), "['王伟']"]


def test_the_wheel_carries_the_compact_form_and_reads_by_it_what_the_lists_say(site: Path, tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import govner; from govner.lexicon import compact; "
        "print(sorted(compact._parts())); print(govner.extract(sys.stdin.read()).to_json()); print(compact._parts())"
    )
    report = (ROOT / "examples/reports/summit.txt").read_text(encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "-P", "-c", program, str(site)]
    shown = subprocess.run(command, input=report, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    parts, read, left = shown.stdout.splitlines()
    assert parts == "['beside', 'classes', 'clusters', 'places', 'weights', 'words']"
    assert read == govner.extract(report).to_json()
    assert left == "{}"


def test_two_wheels_are_the_same_to_the_byte(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    assert Path(built).read_bytes() == wheel.read_bytes()


def test_the_sdist_builds_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    (built,) = WheelBuilder(str(sdist)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(built) as ours, zipfile.ZipFile(wheel) as theirs:
        assert {i.filename: i.CRC for i in ours.infolist()} == {i.filename: i.CRC for i in theirs.infolist()}


def test_the_sdist_holds_generators_tests_and_examples(sdist: Path) -> None:
    for folder, pattern in [("lexicons/build", "*.py"), ("tests", "*.py"), ("examples", "*"), ("lexicons", "*.md")]:
        here = {path.relative_to(ROOT) for path in (ROOT / folder).glob(pattern) if path.is_file()}
        assert here == {path.relative_to(sdist) for path in (sdist / folder).glob(pattern) if path.is_file()}


def test_importing_opens_no_table_and_no_optional_package() -> None:
    program = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import govner
print(json.dumps([sorted(sys.modules), [name for name in opened if not name.endswith((".py", ".pyc", ".so"))]]))
"""
    shown = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True)
    modules, opened = json.loads(shown.stdout)
    late = {"dataclasses_json", "marshmallow", "jieba", "spacy_pkuseg", "numpy", "pandas", "spacy", "argparse"}
    assert late.isdisjoint(modules)
    assert [name for name in opened if "lexicons" in name or "jieba" in name] == []


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert f"## {govner.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def lines(table: str) -> list[str]:
    """The lines of a table."""
    return (ROOT / table).read_bytes().decode("utf-8").split("\n")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_what_it_is_whence_and_under_which_licence(table: str) -> None:
    what, source, licence, date, header = lines(table)[:5]
    assert what.startswith("# ")
    assert source.startswith("# source: ")
    assert licence.startswith("# licence: ")
    assert date.startswith("# date: 20")
    assert not header.startswith("#")
    assert len(set(header.split("\t"))) == len(header.split("\t"))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_plain_tab_separated_text(table: str) -> None:
    *_, last = text = lines(table)
    assert last == "", "the last line ends with a line feed"
    columns = len(text[4].split("\t"))
    wrong = [line for line in text[4:-1] if line.count("\t") != columns - 1 or "\r" in line or "\ufeff" in line]
    assert wrong == []
    assert len(set(text[5:-1])) == len(text[5:-1])


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_in_order(table: str) -> None:
    what = lines(table)[0]
    first = [line.split("\t")[0] for line in lines(table)[5:-1]]
    assert first == sorted(first) or "order" in what


def test_the_lexicons_page_has_the_inventory_of_today() -> None:
    inventory = runpy.run_path(str(ROOT / "lexicons" / "build" / "inventory.py"))
    remedy = "run python lexicons/build/inventory.py"
    assert (ROOT / "lexicons" / "README.md").read_text(encoding="utf-8") == inventory["page"](), remedy
