"""``govner lexicon``: the lists, words in them, and lists of one's own that cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from govner.lexicon import tables

Govner = Callable[..., tuple[int, str, str]]


def test_all_lists_are_named_with_their_length(govner: Govner) -> None:
    status, out, err = govner("lexicon")
    assert (status, err) == (0, "")
    lines = [line.split(maxsplit=2) for line in out.splitlines()]
    assert [name for name, _, _ in lines] == tables.names()
    rows = {name: int(count.replace(",", "")) for name, count, _ in lines}
    assert rows["people/surnames"] == len(tables.table("people/surnames").rows)
    assert all(meaning for _, _, meaning in lines)


@pytest.mark.parametrize("word", ["广州市", "廣州市"])
def test_a_word_is_found_in_every_list(govner: Govner, word: str) -> None:
    status, out, err = govner("lexicon", word)
    assert (status, err) == (0, "")
    heading, header, *rows = out.split("\n\n")[0].splitlines()
    assert heading.startswith("places/divisions: ")
    assert header.split()[:2] == ["word", "code"]
    assert {row.split()[1] for row in rows} == {"440100"}
    assert "广州市" in {row.split()[0] for row in rows}


def test_a_word_of_no_list_ends_with_1(govner: Govner) -> None:
    assert govner("lexicon", "\x1b无此词", "广州市")[::2] == (1, "govner: \\x1b无此词 is in no list\n")


def test_every_problem_of_a_file_has_its_line(govner: Govner, tmp_path: Path) -> None:
    path = tmp_path / "ours.tsv"
    path.write_text("word\ttype\n岭东局\t机构\n岭东\t星球\n\t人名\n# said\n岭南\tplace\tx\n", encoding="utf-8")
    status, out, _ = govner("lexicon", "--check", path)
    assert status == 1
    places = [line.removeprefix(f"{path}:").partition(": ")[0] for line in out.splitlines()]
    assert places == ["3", "4", "6"]
    assert "'星球': the type is unknown" in out


def test_a_file_that_can_be_read_says_what_it_holds(govner: Govner, tmp_path: Path) -> None:
    path = tmp_path / "ours.txt"
    path.write_text("岭东局 5 nt\n一网统管\n", encoding="gb18030")
    assert govner("lexicon", "--check", path) == (0, f"{path}: 2 words: organisation 1, without a type 1\n", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"word\tcolour\nx\ty\n", ":1: 'colour': no such column; there are word, type, "),
        (b"\xff\xff\n", ":1: b'\\xff': save the file as UTF-8"),
        (b"x" * 300, ":1: 'xxxxxxxxxxxxxxxxxxxx': a word list has one word a line"),
    ],
)
def test_a_file_that_is_wrong_as_a_whole_is_said(govner: Govner, tmp_path: Path, text: bytes, said: str) -> None:
    path = tmp_path / "ours.tsv"
    path.write_bytes(text)
    status, out, _ = govner("lexicon", "--check", path)
    assert status == 1
    assert out.startswith(f"{path}{said}")


def test_a_file_that_is_not_there_is_said(govner: Govner, tmp_path: Path) -> None:
    status, out, _ = govner("lexicon", "--check", tmp_path / "none.tsv")
    assert (status, out.startswith(f"{tmp_path}/none.tsv: No such file or directory; give the path")) == (1, True)
