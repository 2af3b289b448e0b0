"""The command line: ``govner extract`` and ``govner explain``."""

import argparse
import datetime
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from govner import __version__
from govner.errors import GovnerError
from govner.extractor import Extractor
from govner.formats import documents, jsonl
from govner.view.table import printable, table

EXTRACT_EXAMPLES = """\
  govner extract report.txt
      what the report names, as a table
  govner extract --published 2026-05-18 report.txt
      昨天 and 今年 resolved against that day
  govner extract --json reports/*.txt > found.jsonl
      one report a line, in the order of the files
  cat report.txt | govner extract --lexicon ours.tsv -
      standard input, with words of your own
"""
EXPLAIN_EXAMPLES = """\
  govner explain 广东省省长王伟出席会议
      every candidate with its evidence; the chosen ones have a star
"""
STATUS = """
exit status:
  0  every file was read
  1  some file could not be read; the others were, and standard error says which and why
  2  the command itself was wrong: an option, a date, a lexicon, a tokenizer
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status: 0 done, 1 some file failed, 2 used wrongly."""
    options = _parser().parse_args(arguments)
    try:
        status = _run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has gone: nothing is left to say, at the interpreter's exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _run(options: argparse.Namespace) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        extractor = Extractor(tokenizer=options.tokenizer, lexicons=options.lexicon)
    except (GovnerError, OSError) as error:
        print(f"govner: {error}", file=sys.stderr)
        return 2
    return _explain(extractor, options) if options.command == "explain" else _extract(extractor, options)


def _extract(extractor: Extractor, options: argparse.Namespace) -> int:
    if options.json and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # as JSON is, whatever the terminal's encoding
    status = 0
    gap = ""
    for name in options.files:
        try:
            report = extractor.extract(_text(name), published=options.published)
        except (GovnerError, OSError) as error:
            print(f"govner: {name}: {_said(error)}", file=sys.stderr)
            status = 1
            continue
        if options.json:
            jsonl.write([report], sys.stdout)
        else:
            sys.stdout.write(gap + table(report, "standard input" if name == "-" else name))
            gap = "\n"
        sys.stdout.flush()
    return status


def _explain(extractor: Extractor, options: argparse.Namespace) -> int:
    # A sentence may be longer than a path can be, which Path.is_file does not forgive.
    is_file = options.text == "-" or os.path.isfile(options.text)  # noqa: PTH113
    try:
        text = _text(options.text) if is_file else options.text
    except (GovnerError, OSError) as error:
        print(f"govner: {options.text}: {_said(error)}", file=sys.stderr)
        return 1
    for candidate in extractor.explain(text, published=options.published).candidates:
        print(printable(str(candidate)))
    return 0


def _text(name: str) -> str:
    return documents.decode(sys.stdin.buffer.read()) if name == "-" else documents.read(Path(name))


def _said(error: Exception) -> str:
    """The error without its file's name, which the caller has said."""
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="govner",
        description="Reads Chinese government news reports: people, titles, organisations, dates, figures, places, "
        "and who holds which office.",
        epilog=f"examples:\n{EXTRACT_EXAMPLES}{EXPLAIN_EXAMPLES}{STATUS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"govner {__version__}")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--published", type=_day, metavar="DATE", help="the day of publication, like 2026-05-18")
    shared.add_argument(
        "--lexicon",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="words of your own, which win over ours: TSV with the columns word and type, or jieba's user "
        "dictionary; may be given more than once",
    )
    shared.add_argument(
        "--tokenizer", default="jieba", metavar="NAME", help="jieba (the default) or pkuseg:FOLDER with a model"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    extract = commands.add_parser(
        "extract",
        parents=[shared],
        help="print what each report names",
        epilog=f"examples:\n{EXTRACT_EXAMPLES}{STATUS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    extract.add_argument("files", nargs="+", metavar="FILE", help="text in UTF-8 or GB18030; - is standard input")
    extract.add_argument("--json", action="store_true", help="JSON Lines in UTF-8, one report a line, not a table")
    explain = commands.add_parser(
        "explain",
        parents=[shared],
        help="print why each mention won",
        epilog=f"examples:\n{EXPLAIN_EXAMPLES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    explain.add_argument("text", metavar="TEXT|FILE", help="a sentence, a file of text, or - for standard input")
    return parser


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it like 2026-05-18") from None
