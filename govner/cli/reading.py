"""The options of every command that reads reports, and what they ask for."""

import argparse
import datetime
from dataclasses import replace
from pathlib import Path

from govner.cli.messages import UsageError
from govner.documents.limits import LIMITS, MEGABYTE, Limits
from govner.errors import GovnerError
from govner.extractor import Extractor
from govner.optional import package


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


def batch_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares ``--workers`` and ``--largest``."""
    parser.add_argument("--workers", type=_count, default=1, metavar="N", help="processes that read at once (1)")
    parser.add_argument(
        "--largest",
        type=_count,
        default=LIMITS.document // MEGABYTE,
        metavar="MB",
        help="of one document (%(default)s)",
    )


def extractor(options: argparse.Namespace) -> Extractor:
    """The extractor that the options ask for. Raises UsageError where there is none."""
    try:
        return Extractor(tokenizer=options.tokenizer, lexicons=options.lexicon)
    except (GovnerError, OSError) as error:
        raise UsageError(str(error)) from error


def limits(options: argparse.Namespace) -> Limits:
    """The limits that the options ask for."""
    return replace(LIMITS, document=options.largest * MEGABYTE)


def needed(name: str, extra: str) -> None:
    """Raises UsageError where a package is not installed."""
    try:
        package(name, extra)
    except GovnerError as error:
        raise UsageError(str(error)) from error


def day(said: str) -> datetime.date:
    """A day as the command line has it."""
    try:
        return datetime.date.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{said!r} is no day; write it like 2026-05-18") from None


def _count(said: str) -> int:
    if not said.isdecimal() or int(said) < 1:
        raise argparse.ArgumentTypeError(f"{said!r} is no number from 1 on")
    return int(said)
