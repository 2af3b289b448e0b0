"""What the commands say besides their results, and the exit statuses a script can rely on."""

import sys

DONE = 0
SOME_FAILED = 1
USAGE = 2
NO_OUTPUT = 3
INTERRUPTED = 130
PIPE = 141

STATUS = """\
exit status:
    0  everything was read
    1  some input could not be read; the rest was, and standard error says at its end which and why
    2  the command itself was wrong: an option, a date, a lexicon, a tokenizer
    3  the results could not be written: a full disk, no permission
  130  interrupted (Ctrl-C)
  141  whoever read the output went away (head, less)
"""


class UsageError(Exception):
    """What is wrong with the command itself; the message is all that its user sees."""


def say(message: str) -> None:
    """One line on standard error."""
    print(f"govner: {message}", file=sys.stderr)


def said(error: Exception) -> str:
    """The error without its file's name, which the caller says."""
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "report"), counted(1200, "report")
    ('1 report', '1,200 reports')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"
