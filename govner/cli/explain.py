"""``govner explain``: why each mention won."""

import argparse
import os

from govner.cli import reading
from govner.cli.messages import DONE, SOME_FAILED, said, say
from govner.documents.sources import content
from govner.errors import GovnerError
from govner.view.table import printable

HELP = "print why each mention won"
EXAMPLES = """\
  govner explain 广东省省长王伟出席会议
      every candidate with its evidence; the chosen ones have a star
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("text", metavar="TEXT|FILE", help="a sentence, a file of text, or - for standard input")
    reading.arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Prints every candidate with its evidence."""
    extractor = reading.extractor(options)
    # A sentence may be longer than a path can be, which Path.is_file does not forgive.
    is_file = options.text == "-" or os.path.isfile(options.text)  # noqa: PTH113
    try:
        text = content(options.text) if is_file else options.text
    except (GovnerError, OSError) as error:
        say(f"{options.text}: {said(error)}")
        return SOME_FAILED
    for candidate in extractor.explain(text, published=options.published).candidates:
        print(printable(str(candidate)))
    return DONE
