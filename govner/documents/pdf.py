"""Reading PDF: the text layer of the pages, lines joined to paragraphs; needs the extra ``govner[documents]``."""

import unicodedata
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count
from typing import Any

from govner.documents.limits import LIMITS, Limits
from govner.errors import FormatError
from govner.optional import package

SUFFIXES = (".pdf",)

OPERATORS = 5_000_000
"""Steps of drawing in one file: a hundred times what the longest reports take, and some twenty seconds."""
FULL = 0.9
"""A line at least so wide, in parts of the page's widest, goes on in the next."""
ENDS = tuple("。！？；：!?;:”")


def decode(data: bytes, limits: Limits = LIMITS) -> str:
    """The text of all pages. Where the text breaks a line because it is full, the line goes on.

    Raises FormatError where the bytes are no PDF, need a password, hold pictures only or expand too far, and
    MissingPackageError where pypdf is not installed.
    """
    pypdf = package("pypdf", "documents")
    try:
        found = "".join(_pages(pypdf.PdfReader(BytesIO(data)), limits))
    except FormatError:
        raise
    except Exception as error:
        raise FormatError(f"this is no PDF that can be read: {error}") from error
    if not found.strip():
        raise FormatError("its pages hold no text, pictures at most; recognise the characters (OCR) first")
    return found


def _pages(reader: Any, limits: Limits) -> Iterator[str]:
    operators = count(1)

    def drawn(*_: object) -> None:
        # A page may be on many sheets and a drawing in many drawings: a small file can say a great deal.
        if next(operators) > OPERATORS:
            raise FormatError(f"its pages take more than {OPERATORS:,} steps to draw; print it to a plain PDF first")

    if reader.is_encrypted and not reader.decrypt(""):
        raise FormatError("it is encrypted; save it without a password first")
    size = 0
    for page in reader.pages:
        shown = "".join(f"{line}\n" for line in joined(page.extract_text(visitor_operand_before=drawn).split("\n")))
        size += len(shown)
        if size > limits.document // 4:  # a code point takes up to four bytes
            raise FormatError(f"its text expands to more than {limits.document >> 20} MB")
        yield shown


def joined(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a page's lines.

    >>> list(joined(["省政府常务会", "一、四川省省长方景行主持会", "议。", "二、会议研究了防汛工作。"]))
    ['省政府常务会', '一、四川省省长方景行主持会议。', '二、会议研究了防汛工作。']
    """
    widest = max(map(_width, lines), default=0)
    paragraph = ""
    for line in map(str.strip, lines):
        latin = paragraph[-1:].isascii() and line[:1].isascii()
        paragraph += f" {line}" if paragraph and latin else line
        if _width(line) < FULL * widest or line.endswith(ENDS):
            if paragraph:
                yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line.strip())
