"""brat's standoff: a folder with a text and an ``.ann`` file a report, and the ``annotation.conf`` that brat needs.

Offsets are code points. A mention over a line end is written as brat itself writes it: a fragment a line.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from govner.errors import FormatError
from govner.formats.annotated import Span, report
from govner.formats.columns import scalars
from govner.mentions import LABELS, Mention
from govner.report import Report

SUFFIX = ".brat"
CONF_NAME = "annotation.conf"
CONF = "\n".join(["[entities]", *LABELS, "", "[relations]", "", "[events]", "", "[attributes]", ""])
LONGEST = 60  # characters of a file's name: a file system takes 255 bytes

# What would end a line of the .ann file, or a field of it, for one reader or another.
BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
FILE = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff/\\:*?"<>|]+')
BOUND = re.compile(r"T\d+\t(?P<label>\S+) (?P<fragments>\d+ \d+(?:;\d+ \d+)*)\t(?P<said>.*)")


def write(reports: Iterable[tuple[str, Report]], folder: Path) -> None:
    """Writes each report as soon as it comes, under a file's name made of its id; the folder is made.

    Half a pair of surrogates is U+FFFD.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _save(folder / CONF_NAME, CONF)
    taken: set[str] = set()
    for identity, found in reports:
        name = _name(identity, taken)
        lines = [f"T{number}\t{_bound(m, found.text)}\n" for number, m in enumerate(found.mentions, 1)]
        _save(folder / f"{name}.txt", scalars(found.text))
        _save(folder / f"{name}.ann", "".join(lines))


def read(folder: Path) -> Iterator[tuple[str, Report]]:
    """The names and reports of a folder of brat's, in the order of the names; relations and notes are passed over.

    Raises FormatError naming the file and the line that is wrong, OSError where a file cannot be read.
    """
    for path in sorted(folder.rglob("*.ann")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        text = _load(path.with_suffix(".txt"))
        spans: list[Span] = []
        for number, line in enumerate(_load(path).split("\n"), 1):
            if line.startswith("T"):
                try:
                    spans.append(_span(line, text))
                except FormatError as error:
                    raise FormatError(f"{path} line {number}: {error}") from error
        try:
            yield name, report(text, spans)
        except FormatError as error:
            raise FormatError(f"{path}: {error}") from error


def _bound(m: Mention, text: str) -> str:
    lines = [(f.start() + m.start, f.end() + m.start) for f in re.finditer(r"[^\n]+", m.text)]
    if m.text != m.text.strip("\n"):  # fragments would not say where it begins and ends
        lines = [(m.start, m.end)]
    fragments = ";".join(f"{start} {end}" for start, end in lines)
    return f"{m.label} {fragments}\t{' '.join(_said(text[start:end]) for start, end in lines)}"


def _span(line: str, text: str) -> Span:
    found = BOUND.fullmatch(line)
    if not found:
        raise FormatError(f"{line!r} is no text-bound annotation: T1, tab, label and offsets, tab, text")
    pairs = [pair.split(" ") for pair in found["fragments"].split(";")]
    bounds = [(int(start), int(end)) for start, end in pairs]
    said = " ".join(_said(text[start:end]) for start, end in bounds)
    if said != found["said"]:
        raise FormatError(f"the text has {said!r} at {found['fragments']}, not {found['said']!r}")
    return Span(min(start for start, _ in bounds), max(end for _, end in bounds), found["label"])


def _said(text: str) -> str:
    return BREAKS.sub(" ", scalars(text))


def _name(identity: str, taken: set[str]) -> str:
    """A file's name for an id, unlike those taken; compared without case, as some file systems do."""
    stem = FILE.sub("_", identity.removesuffix(".txt"))[-LONGEST:].strip(". ") or "report"
    name, number = stem, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}~{number}"
    taken.add(name.casefold())
    return name


def _save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def _load(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(f"{path}: byte {error.start} is not UTF-8") from error
