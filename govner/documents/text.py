"""Reading documents: plain text in UTF-8 or GB18030, told apart by its bytes."""

import codecs
from pathlib import Path

from govner.documents.limits import LIMITS, Limits
from govner.errors import FormatError

SUFFIXES = (".txt", ".text")

_ENCODINGS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
MARKS = tuple(_ENCODINGS)
"""The byte order marks that say what a text is."""


def read(path: Path) -> str:
    """The text of a file, line ends as they are, so that offsets are offsets into the file's own characters.

    Raises OSError where the file cannot be read and FormatError where its bytes are no text.
    """
    return decode(path.read_bytes())


def decode(data: bytes, _limits: Limits = LIMITS) -> str:
    """The text that the bytes mean: by their byte order mark, else UTF-8, else GB18030 (GBK and GB2312 included).

    >>> [decode("国务院".encode(encoding)) for encoding in ("utf-8", "utf-8-sig", "utf-16", "gbk")]
    ['国务院', '国务院', '国务院', '国务院']
    """
    for mark, encoding in _ENCODINGS.items():
        if data.startswith(mark):
            return _strict(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut off within a last character, a text in UTF-8 would turn into other characters in GB18030.
        if error.reason == "unexpected end of data" and not data[: error.start].isascii():
            raise FormatError(f"the last character is cut off at byte {error.start}; is the file complete?") from error
    if b"\0" in data:
        raise FormatError("this is no plain text: it has NUL bytes; save it as UTF-8 text first")
    return _strict(data, "gb18030")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(encoding, "UTF-8 or GB18030")
        raise FormatError(f"byte {error.start} is not {name}; convert the file to UTF-8 first") from error
