"""Figures are found whole, by their rule, with their value; words, names and times with numbers are none."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.matchers import figure
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.resolve.figures import resolve
from govner.text.normalise import view
from govner.text.tokens import Bounds

CASES = Path(__file__).parents[1] / "cases"
FIGURES = (CASES / "figures.tsv").read_text(encoding="utf-8").splitlines()[1:]
TRAPS = (CASES / "figure_traps.tsv").read_text(encoding="utf-8").splitlines()[1:]


def page_of(text: str) -> Page:
    """A page with the default tokenizer's bounds."""
    import rjieba  # noqa: PLC0415

    seen = view(text)
    return Page(text, seen, (), Bounds.of(rjieba.cut(seen, False)), {})


def found(text: str) -> list[Candidate]:
    return figure.candidates(page_of(text))


@pytest.mark.parametrize("case", FIGURES)
def test_a_figure_is_read(case: str) -> None:
    marked, kind, value, high, unit, currency, bound, rule = case.split("\t")
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    [mention] = [m for m in resolve(page_of(text), found(text)) if m.start < end and start < m.end]
    assert (mention.text, mention.rule, mention.kind) == (text[start:end], rule, kind)
    assert mention.value == (Decimal(value) if value else None)
    assert mention.high == (Decimal(high) if high else None)
    assert (mention.unit or "", mention.currency or "", mention.bound or "") == (unit, currency, bound)


@pytest.mark.parametrize("case", TRAPS)
def test_no_figure_is_seen(case: str) -> None:
    text, _ = case.split("\t")
    assert [text[c.start : c.end] for c in found(text)] == []


def test_vague_figures_are_approximate() -> None:
    read = {
        text: resolve(page_of(text), found(text))[0].approximate for text in ("来了十余人", "来了100人左右", "来了12人")
    }
    assert list(read.values()) == [True, True, False]


def test_a_tables_head_gives_its_numbers_their_unit() -> None:
    rows = "收支表（单位：万元）\n项目 2025年 增长\n1 教育支出 1,204.5 6.4%\n2 环保支出 350 1.5%\n"
    text = rows + "其中有12个部门超支。另有35处。"
    read = [(m.text, m.kind, m.value, m.currency) for m in resolve(page_of(text), found(text))]
    assert read == [
        ("1,204.5", "money", Decimal(12045000), "CNY"),
        ("6.4%", "percent", Decimal("6.4"), None),
        ("350", "money", Decimal(3500000), "CNY"),
        ("1.5%", "percent", Decimal("1.5"), None),
        ("12个", "quantity", Decimal(12), None),
        ("35处", "quantity", Decimal(35), None),
    ]


def test_a_table_of_people_is_counted() -> None:
    text = "单位：人\n江州 3500\n海州 420"
    assert [(m.text, m.value, m.unit) for m in resolve(page_of(text), found(text))] == [
        ("3500", Decimal(3500), "人"),
        ("420", Decimal(420), "人"),
    ]


@pytest.mark.parametrize("words", [list, lambda text: [text] if text else []])
def test_other_tokenizers_find_what_is_plain(words: object) -> None:
    text = "全市新开工项目120个，总投资3.67亿元，增长12.5%，建成第十二座桥。"
    page = Page(text, view(text), (), Bounds.of(words(view(text))), {})  # type: ignore[operator]
    assert [text[c.start : c.end] for c in figure.candidates(page)] == ["120个", "3.67亿元", "12.5%", "第十二座"]


def test_a_users_word_is_a_figure_without_value() -> None:
    mention = resolve(page_of("共一打"), [Candidate(1, 3, "figure", "user-word", (), ("一打", "figure"))])[0]
    assert (mention.text, mention.value, mention.kind) == ("一打", None, "number")


TEXTS = st.text(
    st.sampled_from(
        "第负零一二两三十百千万亿几数半多余个元块角分成%‰点比之又至到-—~:/.,×$¥年月日时大人米千克 \n“”（）"
        "0123456789Aa单位："
    ),
    max_size=40,
)


@given(TEXTS | st.text(max_size=30))
def test_any_text_is_legal(text: str) -> None:
    candidates = found(text)
    ends = [0, *(c.end for c in candidates)]
    assert all(end <= c.start < c.end <= len(text) for end, c in zip(ends, candidates, strict=False))
    assert candidates == found(text)
    shifted = found("\n\n" + text) if text.strip() else candidates
    assert len(shifted) == len(candidates)


@given(TEXTS)
def test_a_range_rises(text: str) -> None:
    for mention in resolve(page_of(text), found(text)):
        if mention.kind == "range" and mention.value is not None and mention.high is not None:
            assert mention.value <= mention.high


@pytest.mark.parametrize(
    "part", ["1", "一", "1,", "1-", "1:", "一亿", "1元1角", "第一", "单位:元1 ", "“三个", "1/", "三分之", "$1", "1×"]
)
def test_time_is_linear(part: str) -> None:
    assert len(found(part * 5_000)) <= 10_000
