"""Makes text/traditional.tsv: which simplified character stands for a traditional one.

python lexicons/build/text_traditional.py --sources DIR --opencc ARCHIVE

ARCHIVE is the source archive of the package opencc (``pip download --no-deps --no-binary :all: opencc``).
"""

import argparse
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import tsv

CHARACTERS = "data/dictionary/TSCharacters.txt"
VARIANTS = "data/dictionary/HKVariants.txt"


def choices(lines: Iterable[str]) -> dict[str, list[str]]:
    """OpenCC's simplified characters for each traditional one, its first choice first."""
    cells = (line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#"))
    return {key: values.split(" ") for key, values in cells}


def body(table: dict[str, list[str]], variants: dict[str, list[str]]) -> Iterator[tuple[str, str, str]]:
    """One row a character that changes; ``both`` says whether simplified text also uses it as it is."""
    for standard, forms in variants.items():
        # 衞 as Hong Kong writes it, where the table has 衛 alone.
        for form in forms:
            table.setdefault(form, table.get(standard, [standard]))
    # 苧 is simplified for 薴 and traditional for 苎: left alone, or a view would change when viewed again.
    results = {values[0] for key, values in table.items() if values[0] != key}
    for traditional, simplified in sorted(table.items()):
        first = simplified[0]
        if first != traditional and len(first) == 1 and traditional not in results:
            yield traditional, first, "yes" if traditional in simplified else "no"


def opencc(archive: Path) -> tuple[list[dict[str, list[str]]], str]:
    """OpenCC's characters, their variants, and its version, from its source archive."""
    with tarfile.open(archive) as files:
        top = files.getnames()[0].split("/")[0]
        members = [files.extractfile(f"{top}/{name}") for name in (CHARACTERS, VARIANTS)]
        texts = [member.read().decode("utf-8") for member in members if member]
        return [choices(text.splitlines()) for text in texts], top.split("-")[-1]


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sources", type=Path, help="not needed: all data comes from the archive")
    arguments.add_argument("--opencc", type=Path, required=True, help="the source archive of opencc")
    (characters, variants), version = opencc(arguments.parse_args().opencc)
    tsv.write(
        "text/traditional",
        "simplified characters for traditional ones, one for one; both: simplified text has it too (乾隆)",
        source=f"opencc {version}, {CHARACTERS} and {VARIANTS}, first choices",
        licence="Apache-2.0",
        date="2026-11",
        columns=("traditional", "simplified", "both"),
        body=body(characters, variants),
    )
