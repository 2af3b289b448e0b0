"""What holds for every format and every report whatever: its mentions come back."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govner.formats import arrow, jsonl
from govner.formats.columns import scalars
from govner.formats.registry import FORMATS
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


EXACT = {"jsonl", "conll"}
"""Formats that keep half a pair of surrogates as it is."""
TABLES = {"csv", "parquet"}


def spans(report: Report) -> list[tuple[object, ...]]:
    """What every format keeps of mentions."""
    return [(m.start, m.end, m.label, m.text) for m in report.mentions]


def cleaned(report: Report) -> Report:
    """The report as formats in UTF-8 keep it."""
    mentions = (replace(m, text=scalars(m.text)) for m in report.mentions)
    return Report(scalars(report.text), report.published, tuple(mentions))


@pytest.mark.parametrize("name", sorted(FORMATS))
@settings(max_examples=60)
@given(found=st.lists(reports(), max_size=3))
def test_a_format_gives_the_mentions_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, found: list[Report]
) -> None:
    path = tmp_path_factory.mktemp("formats") / "file"
    entries = [(f"{number}.txt", report) for number, report in enumerate(found)]
    kept = entries if name in EXACT else [(identity, cleaned(report)) for identity, report in entries]
    FORMATS[name].save(entries, path)
    again: list[tuple[str, Any]] = list(FORMATS[name].load(path))
    if name in TABLES:
        assert again == [(identity, m) for identity, report in kept for m in report.mentions]
        return
    if name == "brat":
        kept = [(identity.removesuffix(".txt"), report) for identity, report in kept]
    assert [(identity, report.text, spans(report)) for identity, report in again] == [
        (identity, report.text, spans(report)) for identity, report in kept
    ]


@given(TEXTS, reports())
def test_json_lines_keep_everything(identity: str, report: Report) -> None:
    line = jsonl.line((identity, report))
    line.encode("ascii", "backslashreplace")
    assert line.splitlines() == [line.removesuffix("\n")]
    assert list(jsonl.read([line])) == [(identity, report)]
    assert Report.from_json(line) == report
