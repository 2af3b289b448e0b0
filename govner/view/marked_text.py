"""The text of a report as paragraphs, each mention a link to its entry."""

import re
from collections.abc import Callable, Iterator

from govner.mentions import Mention
from govner.report import Report
from govner.view.markup import Markup, element, text

_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_BLANK = " \t\u3000\xa0"
HEADLINES = 3
"""Lines at the head of a report that may be headlines."""
LONGEST_HEADLINE = 40
_SENTENCE_END = tuple("。！？!?；;，,：:")

Mark = Callable[[Mention], Markup]


def paragraphs(report: Report, mark: Mark) -> Markup:
    """One paragraph a line; blank lines and indents are left to the style. ``mark`` shows a mention."""
    lines = [line for line in _lines(report, mark) if line[1].strip(_BLANK)]
    shown = []
    heading = len(lines) > 1
    for i, (line, said) in enumerate(lines):
        heading = heading and i < HEADLINES and i + 1 < len(lines) and _is_headline(said)
        shown.append(element("p", line, class_=("headline" if i == 0 else "subhead") if heading else None))
    return Markup("\n".join(shown))


def _is_headline(said: str) -> bool:
    said = said.strip(_BLANK)
    return len(said) <= LONGEST_HEADLINE and not said.endswith(_SENTENCE_END)


def _lines(report: Report, mark: Mark) -> Iterator[tuple[Markup, str]]:
    """Each line as markup and as it was; a line break within a mention ends no line."""
    line: list[Markup] = []
    start = at = 0
    for piece, shown, end in _pieces(report, mark):
        if shown is not None:
            line.append(shown)
        else:
            after = 0
            for found in _BREAK.finditer(piece):
                line.append(_plain(piece[after : found.start()], first=not line))
                yield Markup("".join(line)), report.text[start : at + found.start()]
                line, after = [], found.end()
                start = at + after
            line.append(_plain(piece[after:], first=not line))
        at = end
    yield Markup("".join(line)), report.text[start:]


def _pieces(report: Report, mark: Mark) -> Iterator[tuple[str, Markup | None, int]]:
    """The text in pieces: between the mentions, and the mentions as they are shown; with the end of each."""
    at = 0
    for m in report.mentions:
        if at < m.start:
            yield report.text[at : m.start], None, m.start
        yield m.text, mark(m), m.end
        at = m.end
    if at < len(report.text):
        yield report.text[at:], None, len(report.text)


def _plain(said: str, *, first: bool) -> Markup:
    return text(said.lstrip(_BLANK) if first else said)
