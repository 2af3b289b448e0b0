"""``govner extract``: what each report names."""

import argparse
import sys
from io import TextIOWrapper

from govner.cli import reading
from govner.cli.messages import DONE, SOME_FAILED, said, say
from govner.errors import GovnerError
from govner.formats import jsonl
from govner.view.table import table

HELP = "print what each report names"
EXAMPLES = """\
  govner extract report.txt
      what the report names, as a table
  govner extract --published 2026-05-18 report.txt
      昨天 and 今年 resolved against that day
  govner extract --json reports/*.txt > found.jsonl
      one report a line, in the order of the files
  cat report.txt | govner extract --lexicon ours.tsv -
      standard input, with words of your own
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="text in UTF-8 or GB18030; - is standard input")
    parser.add_argument("--json", action="store_true", help="JSON Lines in UTF-8, one report a line, not a table")
    reading.arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the reports as they are read; one that fails does not stop the others."""
    extractor = reading.extractor(options)
    if options.json and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # as JSON is, whatever the terminal's encoding
    status = DONE
    gap = ""
    for name in options.files:
        try:
            report = extractor.extract(reading.content(name), published=options.published)
        except (GovnerError, OSError) as error:
            say(f"{name}: {said(error)}")
            status = SOME_FAILED
            continue
        if options.json:
            jsonl.write([(name, report)], sys.stdout)
        else:
            sys.stdout.write(gap + table(report, "standard input" if name == "-" else name))
            gap = "\n"
        sys.stdout.flush()
    return status
