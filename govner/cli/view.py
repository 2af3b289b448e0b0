"""``govner view``: a report as an HTML page to look at."""

import argparse
import sys
import webbrowser
from pathlib import Path

from govner.cli import reading
from govner.cli.messages import DONE, SOME_FAILED, UsageError, said, say
from govner.documents.sources import content
from govner.errors import GovnerError
from govner.view.html import MARK, page

HELP = "write a report as an HTML page and print where it is"
EXAMPLES = """\
  govner view report.txt
      the page is report.html, in the current directory
  govner view --published 2026-05-18 --output shown.html --open report.txt
      昨天 resolved against that day; the page opens in the browser
  cat report.txt | govner view --output - - > shown.html
      standard input and standard output
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("file", metavar="REPORT", help="a file with the report, or - for standard input")
    parser.add_argument("--output", "-o", metavar="PAGE", help="the page to write; - is standard output")
    parser.add_argument("--open", action="store_true", help="open the page in the browser")
    parser.add_argument(
        "--language", choices=("zh", "en"), default="zh", help="the language the page first shows; it has a switch"
    )
    reading.arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the page and prints its path."""
    target = _target(options)
    extractor = reading.extractor(options)
    try:
        report = extractor.extract(content(options.file), published=options.published)
    except (GovnerError, OSError) as error:
        say(f"{options.file}: {said(error)}")
        return SOME_FAILED
    name = "" if options.file == "-" else Path(options.file).name
    shown = page(report, name, options.language).encode("utf-8")
    if target is None:
        sys.stdout.buffer.write(shown)
        return DONE
    try:
        target.write_bytes(shown)
    except OSError as error:
        raise UsageError(f"{target}: {said(error)}; choose another page with --output") from error
    print(target)
    if options.open and not webbrowser.open(target.resolve().as_uri()):
        say(f"no browser could be opened; open {target} yourself")
    return DONE


def _target(options: argparse.Namespace) -> Path | None:
    """The page to write, None for standard output. Raises UsageError where it would overwrite what is no such page."""
    if options.output == "-":
        if options.open:
            raise UsageError("--open needs a page in a file; standard output cannot be opened")
        return None
    target = Path(options.output or ("report.html" if options.file == "-" else f"{Path(options.file).stem}.html"))
    if target.exists():
        if options.file != "-" and Path(options.file).exists() and target.samefile(options.file):
            raise UsageError(f"{target} is the report itself; choose another page with --output")
        if not options.output and not _is_ours(target):
            raise UsageError(f"{target} exists and is no page of govner's; choose another page with --output")
    return target


def _is_ours(path: Path) -> bool:
    """Whether an earlier ``govner view`` wrote the file, so that it may be written anew."""
    try:
        with path.open("rb") as file:
            return MARK.encode() in file.read(2000)
    except OSError:
        return False
