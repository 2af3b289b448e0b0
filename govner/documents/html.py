"""Reading HTML: what a reader of the page sees, a line for each block; needs the extra ``govner[documents]``."""

import codecs
import re

from govner.documents import text
from govner.documents.limits import LIMITS, Limits
from govner.errors import FormatError
from govner.optional import package

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")

# What a reader of the page does not see, or does not take for its text.
UNSEEN = re.compile(r"script|style|template|noscript|head|title|nav|footer|iframe|object|svg|math|select")
BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|dd|div|dl|dt|fieldset|figcaption|figure|form|h[1-6]|header|hr|li|main|ol"
    r"|p|pre|section|table|tr|ul"
)
CELL = re.compile(r"t[dh]")
BREAK = "\x1e"
DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
# Characters of the web; what Python has besides packs, escapes, or (punycode) takes the square of a page's length.
CHARSET = re.compile(r"(?:utf-[78]|gb|hz|big5|euc|iso|cp\d|ascii|koi8|shift|mac|johab|tis)[\w-]*")
SPACE = re.compile(r"[ \t\n\f\r]+")
# A line that was wrapped in the source has no space where Chinese goes on.
WRAPPED = re.compile(r"(?<=[^\x00-\xff])[ \t\f\r]*\n[ \t\n\f\r]*(?=[^\x00-\xff])")


def decode(data: bytes, _limits: Limits = LIMITS) -> str:
    """The text of a page, without scripts, navigation and footers.

    Raises FormatError where the bytes are no text, MissingPackageError where lxml is not installed.
    """
    etree = package("lxml.etree", "documents")
    # Read as events, no tree is built: a page of a million elements, however deep, takes its length in time.
    parser = etree.HTMLParser(target=_Reader())
    parser.feed(f"<html>{_characters(data)}")
    shown = SPACE.sub(" ", WRAPPED.sub("", parser.close()))
    lines = (line.strip(" \xa0") for line in shown.split(BREAK))
    return "".join(f"{line}\n" for line in lines if line)


class _Reader:
    """Takes a page's events, and keeps what is seen."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._unseen = 0

    def start(self, tag: str, _attributes: object) -> None:
        self._unseen += UNSEEN.fullmatch(tag) is not None
        self._part(tag)

    def end(self, tag: str) -> None:
        self._unseen -= UNSEEN.fullmatch(tag) is not None
        self._part(tag)

    def data(self, text: str) -> None:
        if not self._unseen:
            self._shown.append(text)

    def close(self) -> str:
        return "".join(self._shown)

    def _part(self, tag: str) -> None:
        if self._unseen:
            return
        if BLOCK.fullmatch(tag):
            self._shown.append(BREAK)
        elif CELL.fullmatch(tag):
            self._shown.append(" ")


def _characters(data: bytes) -> str:
    found = None if data.startswith(text.MARKS) else DECLARED.search(data[:4096])
    if found:
        name = found[1].decode("ascii").lower()
        # Pages that say GB2312 have GBK's characters all the same, as the HTML standard knows.
        name = "gb18030" if name in {"gb2312", "gb_2312-80", "gbk", "x-gbk"} else name
        try:
            if CHARSET.fullmatch(codecs.lookup(name).name):
                return data.decode(name)
        except (LookupError, ValueError):
            pass  # it says what it is not: its bytes tell
    try:
        return text.decode(data)
    except FormatError as error:
        raise FormatError(f"{error}, or say its charset in a meta tag") from error
