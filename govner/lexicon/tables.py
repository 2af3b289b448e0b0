"""Reading the lexicons: plain tables of tab-separated columns, shipped with the package."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import takewhile
from pathlib import Path

from govner.errors import LexiconError

COMMENT = "# "


@dataclass(frozen=True, slots=True)
class Table:
    """One list: the names of its columns and its rows, as text."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> list[str]:
        """One column's cells, in the order of the rows. Raises LexiconError where the list has no such column."""
        if name not in self.columns:
            raise LexiconError(f"lexicons/{self.name}.tsv has no column {name!r}; it has {', '.join(self.columns)}")
        i = self.columns.index(name)
        return [row[i] for row in self.rows]


def home() -> Traversable:
    """Where the lexicons lie: inside the installed package, or beside it in a checkout and an editable install."""
    shipped = files("govner").joinpath("lexicons")
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "lexicons"


@cache
def table(name: str) -> Table:
    """The list ``lexicons/<name>.tsv``, read once and kept.

    Raises LexiconError as ``read`` does.
    """
    return read(name)


def read(name: str) -> Table:
    """The list ``lexicons/<name>.tsv``, for those who keep of a long list only what they make of it.

    Comment lines (``# ``) come first, then the header line. Raises LexiconError with file and line where a row has
    not as many cells as the header, and where there is no such list.
    """
    return parse(name, plain(name))


def plain(name: str) -> str:
    """The list as its file has it. Raises LexiconError where there is no such list."""
    try:
        return content(name).decode()
    except UnicodeError as problem:
        raise LexiconError(f"lexicons/{name}.tsv cannot be read: {problem}") from problem


def content(name: str) -> bytes:
    """The bytes of the list's file. Raises LexiconError where there is no such list."""
    try:
        return home().joinpath(*f"{name}.tsv".split("/")).read_bytes()
    except OSError as problem:
        raise LexiconError(f"lexicons/{name}.tsv cannot be read: {problem}") from problem


def parse(name: str, text: str) -> Table:
    """The list that ``text`` holds; ``name`` is what errors call it.

    Raises LexiconError as ``table`` does.
    """
    lines = text.removesuffix("\n").split("\n")
    head = sum(1 for _ in takewhile(lambda line: line.startswith(COMMENT), lines))
    columns = tuple(lines[head].split("\t")) if head < len(lines) else ()
    if not all(columns) or len(set(columns)) < len(columns) or not columns:
        raise LexiconError(f"lexicons/{name}.tsv line {head + 1}: a header line of distinct column names is missing")
    rows = tuple([tuple(line.split("\t")) for line in lines[head + 1 :]])
    if set(map(len, rows)) - {len(columns)}:
        number, row = next((n, row) for n, row in enumerate(rows, head + 2) if len(row) != len(columns))
        raise LexiconError(
            f"lexicons/{name}.tsv line {number}: {len(row)} cells, the header has {len(columns)}: {row[0]!r}"
        )
    return Table(name, columns, rows)


def names() -> list[str]:
    """The names of all lists, such as ``places/divisions``, in order."""
    return sorted(
        f"{folder.name}/{file.name.removesuffix('.tsv')}"
        for folder in home().iterdir()
        if folder.is_dir()
        for file in folder.iterdir()
        if file.name.endswith(".tsv")
    )


def heading(name: str) -> str:
    """What the list ``name`` says of itself: its first comment line. Raises LexiconError as ``table`` does."""
    return plain(name).partition("\n")[0].removeprefix(COMMENT)
