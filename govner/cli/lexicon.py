"""``govner lexicon``: which word lists there are, where a word stands in them, what is wrong with one's own."""

import argparse
import re
from collections import Counter
from pathlib import Path

from govner.cli.messages import DONE, SOME_FAILED, say
from govner.errors import LexiconError
from govner.lexicon import tables, user
from govner.text.normalise import view
from govner.view.table import columns, printable

HELP = "list the word lists, look words up in them, or check a list of your own"
EXAMPLES = """\
  govner lexicon
      the lists, how long they are and what they hold
  govner lexicon 广州 常务副市长
      every line of every list that has one of the words
  govner lexicon --check ours.tsv
      what keeps a list of your own from being read, as FILE:LINE: problem
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="a word to look up, whole as it stands in the lists")
    parser.add_argument(
        "--check", action="append", default=[], type=Path, metavar="FILE", help="a list of your own to check"
    )


def run(options: argparse.Namespace) -> int:
    """Does what is asked for; without a question, lists the lists."""
    if not options.words and not options.check:
        print(columns([(name, f"{len(tables.read(name).rows):,}", _gist(name)) for name in tables.names()]))
    checked = [_check(path) for path in options.check]
    found = [_look_up(word) for word in options.words]
    return DONE if all(checked) and all(found) else SOME_FAILED


def _gist(name: str) -> str:
    """What a list says of itself, without its details."""
    return re.split(r"[.:;] ", tables.heading(name))[0].rstrip(".")


def _look_up(word: str) -> bool:
    """Prints the lines that have a word, in simplified characters too; whether there is one."""
    forms = {word, view(word)} - {""}
    found = False
    for name in tables.names():
        if not any(form in tables.plain(name) for form in forms):
            continue
        table = tables.read(name)
        rows = [row for row in table.rows if not forms.isdisjoint(row)]
        if rows:
            print(f"{name}: {tables.heading(name)}\n{columns([table.columns, *rows])}\n")
            found = True
    if not found:
        say(f"{printable(word)} is in no list")
    return found


def _check(path: Path) -> bool:
    """Prints what is wrong with a file, else what it holds; whether it can be read."""
    problems = list(user.problems(path))
    for problem in problems:
        print(printable(_placed(path, problem)))
    if problems:
        return False
    counts = Counter(word.label or "without a type" for word in user.read(path))
    held = ", ".join(f"{label} {count:,}" for label, count in counts.most_common())
    print(printable(f"{path}: {counts.total():,} words{f': {held}' if held else ''}"))
    return True


def _placed(path: Path, problem: LexiconError) -> str:
    """The problem as editors and scripts read it: FILE:LINE: what is wrong."""
    return str(problem).replace(f"{path} line ", f"{path}:", 1)
