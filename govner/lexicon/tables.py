"""Reading the lexicons: plain tables of tab-separated columns, shipped with the package."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from govner.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Table:
    """One list: the names of its columns and its rows, as text."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> list[str]:
        """One column's cells, in the order of the rows."""
        i = self.columns.index(name)
        return [row[i] for row in self.rows]


def home() -> Traversable:
    """Where the lexicons lie: inside the installed package, or beside it in a checkout."""
    package = files("govner")
    shipped = package / "lexicons"
    return shipped if shipped.is_dir() else package.joinpath("..", "lexicons")


@lru_cache(maxsize=None)
def table(name: str) -> Table:
    """The list ``lexicons/<name>.tsv``, read once. Comment lines (``# ``) come first, then the header line.

    Raises LexiconError with file and line where a row has not as many cells as the header.
    """
    lines = home().joinpath(*f"{name}.tsv".split("/")).read_text(encoding="utf-8").splitlines()
    first = next(i for i, line in enumerate(lines) if not line.startswith("# "))
    columns = tuple(lines[first].split("\t"))
    rows = tuple(tuple(line.split("\t")) for line in lines[first + 1 :])
    for number, row in enumerate(rows, first + 2):
        if len(row) != len(columns):
            raise LexiconError(f"lexicons/{name}.tsv line {number}: {len(row)} cells, the header has {len(columns)}")
    return Table(name, columns, rows)
