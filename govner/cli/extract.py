"""``govner extract``: what each report names."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, TextIO

from govner import __version__
from govner.cli import reading
from govner.cli.batch import Batch
from govner.cli.messages import DONE, SOME_FAILED, UsageError, counted, say
from govner.cli.progress import Progress, display
from govner.cli.unfinished import Unfinished
from govner.documents.sources import INPUT, Sources
from govner.errors import FormatError
from govner.formats import brat
from govner.formats.registry import FORMATS, Format, of_text
from govner.report import Report
from govner.view.table import table

HELP = "print what each report names, or write it to a file"
EXAMPLES = """\
  govner extract report.txt
      what the report names, as a table
  govner extract --published 2026-05-18 report.docx page.html notice.pdf
      昨天 and 今年 resolved against that day
  govner extract --json reports/ archive.zip > found.jsonl
      one report a line, in the order of the files
  govner extract --workers 4 --output found.parquet reports/
      a mention a row; killed on the way, the same command with --resume goes on
  cat report.txt | govner extract --lexicon ours.tsv -
      standard input, with words of your own
"""


def _write(reports: Iterable[tuple[str, Report]], stream: TextIO) -> None:
    gap = ""
    for identity, report in reports:
        stream.write(gap + table(report, "standard input" if identity == INPUT else identity))
        gap = "\n"


def _read(lines: Iterable[str]) -> NoReturn:  # noqa: ARG001
    raise FormatError("a table is for people, and is not read back")


ALL: Mapping[str, Format] = {"table": of_text(_write, _read, ".table", "for people"), **FORMATS}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="text in UTF-8 or GB18030 (.txt), .html, .docx, .pdf, texts as JSON Lines (.jsonl with the key text), "
        "archives (.zip, .tar, .gz, .bz2, .xz) and folders of these; - is standard input",
    )
    meanings = "; ".join(f"{name}: {format_.meaning}" for name, format_ in ALL.items())
    parser.add_argument(
        "--format", choices=ALL, metavar="NAME", help=f"{meanings}. The default is a table, or what --output ends in"
    )
    parser.add_argument("--json", action="store_const", const="jsonl", dest="format", help="short for --format jsonl")
    parser.add_argument(
        "--output", "-o", type=Path, metavar="FILE", help="where to write; it appears when all is read, whole"
    )
    parser.add_argument("--resume", action="store_true", help="go on with an --output that was not finished")
    parser.add_argument("--overwrite", action="store_true", help="replace an --output that is there already")
    reading.arguments(parser)
    reading.batch_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Reads all there is to read; what fails does not end the others, and is listed at the end."""
    output: Path | None = options.output
    format_ = ALL[options.format or _told_by(output)]
    if output is None and (options.resume or options.overwrite):
        raise UsageError("--resume and --overwrite are for --output FILE")
    if format_.holds == "bytes":
        reading.needed("pyarrow", "arrow")
    batch = Batch(Sources(options.files, reading.limits(options)), reading.extractor(options), options)
    if output is None:
        _print(batch, format_)
    elif output.exists() and not output.is_file() and not output.is_dir():  # a pipe, a device
        format_.save(batch.reports(Counter(), Progress(None, 0)), output)
    elif _save(batch, format_, output, options):
        say(f"{output} is finished; --overwrite begins anew")
        return DONE
    batch.tell()
    if output is not None:
        say(f"{output}: {counted(batch.read + batch.skipped, 'report')}")
    if batch.empty:
        say("there was nothing to read")
    return SOME_FAILED if batch.failures or batch.empty else DONE


def _told_by(output: Path | None) -> str:
    if output is None:
        return "table"
    fitting = [(len(f.suffix), name) for name, f in ALL.items() if output.name.lower().endswith(f.suffix)]
    if not fitting:
        suffixes = ", ".join(f.suffix for f in ALL.values())
        raise UsageError(f"{output} does not say in which format; add --format NAME, or end it in one of {suffixes}")
    return max(fitting)[1]


def _print(batch: Batch, format_: Format) -> None:
    if format_.write is None:
        raise UsageError("this format is no text to print; name a file with --output")
    if format_ is not ALL["table"] and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # as the format is, whatever the terminal's encoding
    with _progress(batch, to_terminal=sys.stdout.isatty()) as progress:
        format_.write(_flushed(batch.reports(Counter(), progress)), sys.stdout)


def _save(batch: Batch, format_: Format, output: Path, options: argparse.Namespace) -> bool:
    """Writes the output, going on where an earlier run stopped; True where that had finished it."""
    if output.is_dir() and not (format_.holds == "folder" and _is_ours(output)):
        raise UsageError(f"{output} is a folder; name another --output")
    if not output.parent.is_dir():
        raise UsageError(f"{output.parent} is no folder; make it first")
    settings = {
        "version": __version__,
        "published": options.published and str(options.published),
        "lexicon": [str(path) for path in options.lexicon],
        "tokenizer": options.tokenizer,
    }
    with Unfinished(output, settings, resume=options.resume, overwrite=options.overwrite) as unfinished:
        if unfinished.finished:
            return True
        try:
            with _progress(batch, to_terminal=False) as progress:
                for identity, report in batch.reports(unfinished.done, progress):
                    unfinished.add(identity, report)
            unfinished.finish(format_)
        except (KeyboardInterrupt, OSError):
            batch.tell()
            kept = counted(batch.read + unfinished.done.total(), "report")
            say(f"kept {kept} in {unfinished.path}; the same command with --resume goes on")
            raise
    return False


def _is_ours(folder: Path) -> bool:
    """Whether a folder is one of brat's and of nobody else, so that it may be replaced."""
    return all(path.name == brat.CONF_NAME or path.suffix in {".txt", ".ann"} for path in folder.iterdir())


@contextmanager
def _progress(batch: Batch, *, to_terminal: bool) -> Iterator[Progress]:
    drawn = None if to_terminal else display()
    progress = Progress(drawn, batch.size if drawn else 0)
    try:
        yield progress
    finally:
        progress.close()


def _flushed(reports: Iterator[tuple[str, Report]]) -> Iterator[tuple[str, Report]]:
    """The reports, each of which is on its way before the next is read."""
    for entry in reports:
        yield entry
        sys.stdout.flush()
