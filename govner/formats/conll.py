r"""CoNLL columns: a character a line with its BIO tag, a blank line after each sentence.

A report begins with the line ``# id = …``. White space, what cannot be printed and the backslash are written
``\uXXXX`` or ``\UXXXXXXXX``, so that every code point has its line and offsets are line numbers.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from govner.errors import FormatError
from govner.formats.annotated import Span, report
from govner.report import Report
from govner.text.normalise import view
from govner.text.sentences import sentences

SUFFIX = ".conll"
HEAD = "# id = "
ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})")


def write(reports: Iterable[tuple[str, Report]], stream: TextIO) -> None:
    """Writes each report as soon as it comes. A sentence ends outside mentions only."""
    for identity, found in reports:
        stream.write(f"{HEAD}{''.join(map(_shown, identity))}\n")
        tags = _tags(found)
        ends = {end for _, end in sentences(view(found.text))} | {len(found.text)}
        for at, character in enumerate(found.text):
            stream.write(f"{_shown(character)}\t{tags[at]}\n")
            if at + 1 in ends and not tags[at + 1].startswith("I-"):
                stream.write("\n")


def read(lines: Iterable[str]) -> Iterator[tuple[str, Report]]:
    """The ids and reports of an open file or of any lines, one by one; mentions have their spans and labels alone.

    Raises FormatError naming the line that is no character with its tag.
    """
    identity = ""
    text: list[str] = []
    spans: list[Span] = []
    begun = False
    for number, said in enumerate(lines, 1):
        line = said.rstrip("\r\n")
        if line.startswith(HEAD):
            if begun:
                yield identity, report("".join(text), spans)
            identity, text, spans, begun = _plain(line.removeprefix(HEAD)), [], [], True
        elif line:
            begun = True
            try:
                _take(line, text, spans)
            except FormatError as error:
                raise FormatError(f"line {number}: {error}") from error
    if begun:
        yield identity, report("".join(text), spans)


def _tags(found: Report) -> list[str]:
    """The tag of every character, and one for the end of the text."""
    tags = ["O"] * (len(found.text) + 1)
    for m in found.mentions:
        tags[m.start : m.end] = [f"B-{m.label}", *[f"I-{m.label}"] * (m.end - m.start - 1)]
    return tags


def _take(line: str, text: list[str], spans: list[Span]) -> None:
    """Adds one line to a text and its spans."""
    shown, tab, tag = line.partition("\t")
    character = _plain(shown)
    if not tab or len(character) != 1:
        raise FormatError(f"{line!r} is no character, tab and tag")
    at = len(text)
    text.append(character)
    begin, _, label = tag.partition("-")
    if begin == "B":
        spans.append(Span(at, at + 1, label))
    elif begin == "I":
        if not spans or (spans[-1].end, spans[-1].label) != (at, label):
            raise FormatError(f"{tag} goes on with what did not begin; a mention begins with B-{label}")
        spans[-1] = spans[-1]._replace(end=at + 1)
    elif tag != "O":
        raise FormatError(f"the tag {tag!r} is none of B-…, I-… and O")


def _shown(character: str) -> str:
    if character.isprintable() and character not in " \\":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _plain(shown: str) -> str:
    try:
        return ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), shown)
    except (ValueError, OverflowError):
        raise FormatError(f"{shown!r} names no code point") from None
