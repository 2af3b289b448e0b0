"""Writing a lexicon: the header every table carries, then its rows; and reading tab-separated sources."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

HOME = Path(__file__).parents[1]


def rows(path: Path) -> Iterator[list[str]]:
    """The lines of a tab-separated file as cells; comment lines (``# ``) are left out."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("# "):
                yield line.rstrip("\n").split("\t")


def write(
    name: str,
    about: str,
    *,
    source: str,
    licence: str,
    date: str,
    columns: Sequence[str],
    body: Iterable[Sequence[object]],
) -> None:
    """Writes ``lexicons/<name>.tsv``: what it is, source, licence, date, the column names, the rows as given."""
    head = [f"# {about}", f"# source: {source}", f"# licence: {licence}", f"# date: {date}", "\t".join(columns)]
    lines = ["\t".join(map(str, row)) for row in body]
    (HOME / f"{name}.tsv").write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8", newline="\n")
