"""The command line: ``govner COMMAND …``, one file a command, all files alike."""

import argparse
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from typing import Protocol

from govner import __version__
from govner.cli import explain, extract, lexicon, view
from govner.cli.messages import INTERRUPTED, NO_OUTPUT, PIPE, STATUS, USAGE, UsageError, say
from govner.errors import GovnerError


class Command(Protocol):
    """What a command's file holds."""

    HELP: str
    EXAMPLES: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declares the command's arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Does it, and returns the exit status. Raises UsageError where the command itself is wrong."""


COMMANDS: Mapping[str, Command] = {
    "extract": extract,
    "explain": explain,
    "lexicon": lexicon,
    "view": view,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status, as ``govner --help`` explains them."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd in a file is nothing to its reader
    try:
        status = COMMANDS[options.command].run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except (UsageError, GovnerError) as error:
        say(str(error))
        status = USAGE
    except OSError as error:
        status = PIPE
        if not isinstance(error, BrokenPipeError):
            say(f"the results cannot be written: {error}")
            status = NO_OUTPUT
        # What is still held back has nowhere to go, at the interpreter's exit neither.
        with suppress(UnsupportedOperation):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="govner",
        description="Reads Chinese government news reports: people, titles, organisations, dates, figures, places, "
        "and who holds which office.",
        epilog=f"examples:\n{''.join(command.EXAMPLES for command in COMMANDS.values())}\n{STATUS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"govner {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.arguments(
            commands.add_parser(
                name,
                help=command.HELP,
                description=f"{command.HELP[0].upper()}{command.HELP[1:]}.",
                epilog=f"examples:\n{command.EXAMPLES}\n{STATUS}",
                formatter_class=argparse.RawDescriptionHelpFormatter,
            )
        )
    return parser
