"""The compact form of the lists is what the lists say, and is used for these very lists alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from govner.lexicon import compact, tables

LIST = "# a list\nword\tclass\n北川\tplace\n"
PARTS = {
    "classes": {"北川": "place", "川": "river"},
    "weights": {"person": {"rule=x": -0.5}},
    "words": ([], {"北": ()}),
}


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "words").mkdir()
    (tmp_path / "words/classes.tsv").write_text(LIST, encoding="utf-8")
    monkeypatch.setattr(tables, "home", lambda: tmp_path)
    monkeypatch.setattr(compact, "home", lambda: tmp_path)
    compact._parts.cache_clear()
    yield tmp_path
    compact._parts.cache_clear()


def from_lists() -> dict[str, str]:
    return {"from": "the lists"}


def test_hands_out_what_was_packed_once(lists: Path) -> None:
    (lists / compact.FILE).write_bytes(compact.packed(PARTS))
    for name, part in PARTS.items():
        assert compact.made(name, from_lists) == part
        assert compact.made(name, from_lists) == from_lists()


def without(lists: Path) -> None:
    (lists / compact.FILE).unlink()


def of_other_lists(lists: Path) -> None:
    (lists / "words/classes.tsv").write_text(LIST.replace("place", "river"), encoding="utf-8")


def of_fewer_lists(lists: Path) -> None:
    (lists / "words/more.tsv").write_text(LIST, encoding="utf-8")


def cut_short(lists: Path) -> None:
    (lists / compact.FILE).write_bytes(compact.packed(PARTS)[:-9])


def empty(lists: Path) -> None:
    (lists / compact.FILE).write_bytes(b"")


def overwritten(lists: Path) -> None:
    (lists / compact.FILE).write_bytes(compact.checksum() + "北川省".encode())


@pytest.mark.parametrize("spoilt", [without, of_other_lists, of_fewer_lists, cut_short, empty, overwritten])
def test_the_lists_are_read_where_it_is_of_no_use(lists: Path, spoilt: Callable[[Path], None]) -> None:
    (lists / compact.FILE).write_bytes(compact.packed(PARTS))
    spoilt(lists)
    assert compact.made("classes", from_lists) == from_lists()
