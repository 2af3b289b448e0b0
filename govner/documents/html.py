"""Reading HTML: what a reader of the page sees, a line for each block; needs the extra ``govner[documents]``."""

import codecs
import re

from govner.documents import text
from govner.documents.limits import LIMITS, Limits
from govner.errors import FormatError
from govner.optional import package

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")

UNSEEN = "script, style, template, noscript, head, nav, footer, iframe, object, svg"
BLOCKS = (
    "address, article, aside, blockquote, br, dd, div, dl, dt, fieldset, figcaption, figure, form, h1, h2, h3, h4, h5, "
    "h6, header, hr, li, main, ol, p, pre, section, table, tr, ul"
)
CELLS = "td, th"
BREAK = "\x1e"
DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
SPACE = re.compile(r"[ \t\n\f\r]+")
# A line that was wrapped in the source has no space where Chinese goes on.
WRAPPED = re.compile(r"(?<=[^\x00-\xff])[ \t\f\r]*\n[ \t\n\f\r]*(?=[^\x00-\xff])")


def decode(data: bytes, _limits: Limits = LIMITS) -> str:
    """The text of a page, without scripts, navigation and footers.

    Raises FormatError where the bytes are no text, MissingPackageError where selectolax is not installed.
    """
    lexbor = package("selectolax.lexbor", "documents")
    body = lexbor.LexborHTMLParser(_characters(data)).body
    if body is None:
        return ""
    for node in body.css(UNSEEN):
        node.decompose()
    for node in body.css(BLOCKS):
        node.insert_before(BREAK)
        node.insert_after(BREAK)
    for node in body.css(CELLS):
        node.insert_after(" ")
    shown = SPACE.sub(" ", WRAPPED.sub("", str(body.text(deep=True))))
    lines = (line.strip(" \xa0") for line in shown.split(BREAK))
    return "".join(f"{line}\n" for line in lines if line)


def _characters(data: bytes) -> str:
    found = None if data.startswith(text.MARKS) else DECLARED.search(data[:4096])
    if found:
        name = found[1].decode("ascii").lower()
        # Pages that say GB2312 have GBK's characters all the same, as the HTML standard knows.
        name = "gb18030" if name in {"gb2312", "gb_2312-80", "gbk", "x-gbk"} else name
        try:
            return codecs.lookup(name).decode(data)[0]
        except (LookupError, ValueError):
            pass  # it says what it is not: its bytes tell
    try:
        return text.decode(data)
    except FormatError as error:
        raise FormatError(f"{error}, or say its charset in a meta tag") from error
