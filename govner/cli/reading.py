"""The options of every command that reads reports, and what they ask for."""

import argparse
import datetime
import sys
from pathlib import Path

from govner.cli.messages import UsageError
from govner.documents import text
from govner.errors import GovnerError
from govner.extractor import Extractor


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares ``--published``, ``--lexicon`` and ``--tokenizer``."""
    parser.add_argument("--published", type=day, metavar="DATE", help="the day of publication, like 2026-05-18")
    parser.add_argument(
        "--lexicon",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="words of your own, which win over ours: TSV with the columns word and type, or jieba's user "
        "dictionary; may be given more than once",
    )
    parser.add_argument(
        "--tokenizer", default="jieba", metavar="NAME", help="jieba (the default) or pkuseg:FOLDER with a model"
    )


def extractor(options: argparse.Namespace) -> Extractor:
    """The extractor that the options ask for. Raises UsageError where there is none."""
    try:
        return Extractor(tokenizer=options.tokenizer, lexicons=options.lexicon)
    except (GovnerError, OSError) as error:
        raise UsageError(str(error)) from error


def content(name: str) -> str:
    """The text of a file, or of standard input for ``-``. Raises OSError or FormatError."""
    return text.decode(sys.stdin.buffer.read()) if name == "-" else text.read(Path(name))


def day(said: str) -> datetime.date:
    """A day as the command line has it."""
    try:
        return datetime.date.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{said!r} is no day; write it like 2026-05-18") from None
