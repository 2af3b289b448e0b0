"""What holds for every format and every report whatever: its mentions come back."""

from hypothesis import given
from hypothesis import strategies as st

from govner.formats import arrow
from govner.formats.columns import scalars
from govner.mentions import Mention
from govner.report import KINDS, Report

# Dense in what formats use for themselves: line ends of all kinds, tabs, quotes, pairs and halves of surrogates.
SIGNS = st.text("国务院\n\r\t\v\f\x00\x1c\x85\u2028 \u3000,;|\\\"'<>&#\ufeff\ufffd😀𠮷\ud800\udc00", max_size=20)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=20)
TEXTS = SIGNS | ANYTHING
"""Any str."""


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report whose text may be anything, with mentions of any type anywhere in it."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    mentions: list[Mention] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        kind = draw(st.sampled_from(sorted(KINDS)))
        mentions.append(KINDS[kind](text=text[start:end], start=start, end=end, rule="annotated"))
    return Report(text, mentions=tuple(mentions))


@given(reports())
def test_arrow_gives_the_mentions_back(report: Report) -> None:
    table = arrow.table([("\ud800", report)])
    table.validate(full=True)
    for (name, found), m in zip(arrow.mentions(table), report.mentions, strict=True):
        assert name == "\ufffd"
        assert (found.start, found.end, found.label, found.text) == (m.start, m.end, m.label, scalars(m.text))
