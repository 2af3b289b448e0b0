"""Writes the inventory in lexicons/README.md from the headers of the tables.

python lexicons/build/inventory.py
"""

from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).parents[1]
PAGE = HOME / "README.md"
BEGIN, END = "<!-- inventory: written by build/inventory.py -->\n", "<!-- end of inventory -->\n"
HEADINGS = "| table | rows | what | source | licence | date |\n| --- | --: | --- | --- | --- | --- |\n"


def inventory() -> Iterator[str]:
    """A section for each folder, a row for each table."""
    for folder in sorted(path for path in HOME.iterdir() if any(path.glob("*.tsv"))):
        yield f"\n### {folder.name}\n\n{HEADINGS}"
        for table in sorted(folder.glob("*.tsv")):
            what, source, licence, date, _, *rows = table.read_text(encoding="utf-8").split("\n")[:-1]
            said = [line.split(": ", 1)[-1].replace("|", "\\|") for line in (source, licence, date)]
            name = f"`{folder.name}/{table.stem}`"
            yield f"| {' | '.join([name, f'{len(rows):,}', what[2:].replace('|', chr(92) + '|'), *said])} |\n"


def page() -> str:
    """The page with its inventory written anew."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    return before + BEGIN + "".join(inventory()) + "\n" + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
