"""All formats by name, and files written and read in any of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, TextIO

from govner.errors import FormatError
from govner.formats import brat, conll, doccano, jsonl, labelstudio, mention_csv, parquet
from govner.mentions import Mention
from govner.report import Report

Entries = Iterable[tuple[str, Report]]
Found = Iterator[tuple[str, Report]] | Iterator[tuple[str, Mention]]
"""What comes back: reports, or of a table of mentions, which has no texts, the mentions."""


class Format(NamedTuple):
    """One format: what its files hold, their suffix, and who takes it; ``save`` and ``load`` take a path."""

    holds: Literal["text", "bytes", "folder"]
    suffix: str
    meaning: str
    save: Callable[[Entries, Path], None]
    load: Callable[[Path], Found]
    write: Callable[[Entries, TextIO], None] | None = None
    """Writes to an open text stream, where the format is text."""


def of_text(
    write: Callable[[Entries, TextIO], None], read: Callable[[Iterable[str]], Found], suffix: str, meaning: str
) -> Format:
    """The format of text files that ``write`` writes to an open stream and ``read`` reads from one."""

    def save(reports: Entries, path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as stream:
            write(reports, stream)

    def load(path: Path) -> Found:
        try:
            with path.open(encoding="utf-8", newline="") as stream:
                yield from read(stream)
        except UnicodeDecodeError as error:
            raise FormatError(f"{path}: {error.object[error.start : error.end]!r} is not UTF-8; save it so") from error

    return Format("text", suffix, meaning, save, load, write)


def _save_parquet(reports: Entries, path: Path) -> None:
    with path.open("wb") as stream:
        parquet.write(reports, stream)


def _load_parquet(path: Path) -> Iterator[tuple[str, Mention]]:
    with path.open("rb") as stream:
        yield from parquet.read(stream)


FORMATS: Mapping[str, Format] = {
    "jsonl": of_text(jsonl.write, jsonl.read, jsonl.SUFFIX, "JSON Lines: a report a line, all of it"),
    "csv": of_text(mention_csv.write, mention_csv.read, mention_csv.SUFFIX, "a mention a row"),
    "parquet": Format("bytes", parquet.SUFFIX, "a mention a row, typed", _save_parquet, _load_parquet),
    "conll": of_text(conll.write, conll.read, conll.SUFFIX, "a character a line, with BIO tags"),
    "brat": Format("folder", brat.SUFFIX, "a folder of standoff files for brat", brat.write, brat.read),
    "doccano": of_text(doccano.write, doccano.read, doccano.SUFFIX, "JSON Lines for doccano"),
    "labelstudio": of_text(labelstudio.write, labelstudio.read, labelstudio.SUFFIX, "JSON for Label Studio"),
}
