"""Every lexicon says where it comes from, and is as clean as its header promises."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from govner.errors import LexiconError
from govner.lexicon.tables import Table, heading, home, names, parse, table

HOME = Path(str(home()))
NAMES = sorted(path.relative_to(HOME).with_suffix("").as_posix() for path in HOME.rglob("*.tsv"))


def comments(name: str) -> Iterator[str]:
    for line in (HOME / f"{name}.tsv").read_text(encoding="utf-8").split("\n"):
        if not line.startswith("# "):
            return
        yield line.removeprefix("# ")


def test_there_are_lexicons() -> None:
    assert "text/traditional" in NAMES
    assert names() == NAMES
    assert heading("text/traditional") == next(comments("text/traditional"))


@pytest.mark.parametrize("name", NAMES)
def test_says_what_it_is_and_where_from(name: str) -> None:
    lines = list(comments(name))
    keys = [line.partition(": ")[0] for line in lines]
    assert [key for key in keys if key in ("source", "licence", "date")] == ["source", "licence", "date"]
    assert all(line.partition(": ")[2].strip() for line in lines if line.split(":")[0] in ("source", "licence", "date"))
    assert keys[0] not in ("source", "licence", "date"), "the first line says what the list is"
    [date] = [line.removeprefix("date: ") for line in lines if line.startswith("date: ")]
    assert re.search(r"\b(19|20)\d\d\b", date)


@pytest.mark.parametrize("name", NAMES)
def test_is_sorted_or_states_its_order(name: str) -> None:
    first = [row[0] for row in table(name).rows]
    stated = re.search(r"\border\b|\bsorted\b|\bby (code|count)", "\n".join(comments(name)))
    assert stated or all(a <= b for a, b in pairwise(first))


@pytest.mark.parametrize("name", NAMES)
def test_has_no_row_twice_and_no_empty_word(name: str) -> None:
    rows = table(name).rows
    assert len(set(rows)) == len(rows)
    assert all(row[0].strip() for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_is_plain_text_with_clean_cells(name: str) -> None:
    data = (HOME / f"{name}.tsv").read_bytes()
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
    # A space by itself is a cell too: what stands between two mentions.
    assert all(cell.strip() in (cell, "") for row in table(name).rows for cell in row)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "lexicons/x/y.tsv line 1: a header line of distinct column names is missing"),
        ("# what\n", "line 2: a header line"),
        ("# what\nword\tword\n", "line 2: a header line"),
        ("# what\nword\t\n", "line 2: a header line"),
        ("# what\nword\tkind\n甲\ta\n乙\n丙\tc\n", "line 4: 1 cells, the header has 2: '乙'"),
        ("# what\nword\tkind\n甲\ta\tb\n", "line 3: 3 cells, the header has 2: '甲'"),
        ("# what\nword\tkind\n甲\ta\n\n", "line 4: 1 cells, the header has 2: ''"),
    ],
)
def test_names_the_line_that_is_wrong(text: str, says: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(says)):
        parse("x/y", text)


def test_reads_rows_and_columns() -> None:
    found = parse("x/y", "# what\n# source: us\nword\tkind\n甲\ta\n乙\t\n")
    assert found == Table("x/y", ("word", "kind"), (("甲", "a"), ("乙", "")))
    assert found.column("kind") == ["a", ""]
    with pytest.raises(LexiconError, match="has no column 'code'; it has word, kind"):
        found.column("code")


def test_names_a_list_that_is_missing() -> None:
    with pytest.raises(LexiconError, match=r"lexicons/no/such\.tsv cannot be read"):
        table("no/such")


def test_large_tables_load_whole() -> None:
    text = "# what\nword\tcode\tname\tkind\n" + "".join(f"词{i}\t{i}\t名{i}\tplace\n" for i in range(120_000))
    assert len(parse("x/y", text).rows) == 120_000
