"""Time expressions are found whole and by their rule; numbers, names and phrases that look like them are none."""

import datetime
import time
from itertools import pairwise
from pathlib import Path

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.date import candidates
from govner.matchers.date.triggers import triggers
from govner.matchers.date.words import alternation
from govner.matchers.page import Page
from govner.text.normalise import view
from govner.text.sentences import sentences
from govner.text.tokens import Bounds

CASES = Path(__file__).parents[1] / "cases"
SPANS = (CASES / "date_spans.tsv").read_text(encoding="utf-8").splitlines()[1:]
TRAPS = (CASES / "date_traps.tsv").read_text(encoding="utf-8").splitlines()[1:]
LEXICONS = ("relative", "parts", "festivals", "vague", "edges", "seasons", "plans", "periods", "dynasties", "eras")
PIECES = [
    *"一二三四五十两几多年月日号点时分天周上下本前后至到-—~:/.() ，。的个第每初底",
    *(
        "2021年",
        "公元9999年",
        "99天",
        "26日",
        "2月30日",
        "世纪",
        "年代",
        "季度",
        "小时",
        "农历",
        "起",
        "以来",
        "\n",
        "“",
        "”",
    ),
]


def page_of(text: str, published: datetime.date | None = None, *, words: list[str] | None = None) -> Page:
    """A page with the default tokenizer's bounds, or with those of the words given."""
    seen = view(text)
    return Page(text, seen, sentences(seen), Bounds.of(words or rjieba.cut(seen, False)), {}, published)


def found(text: str) -> list[Candidate]:
    return candidates(page_of(text))


@pytest.mark.parametrize("case", SPANS)
def test_a_time_is_found_whole(case: str) -> None:
    marked, rule = case.split("\t")
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    assert [(text[c.start : c.end], c.rule) for c in found(text)] == [(text[start:end], rule)]


@pytest.mark.parametrize("case", SPANS)
def test_a_tokenizer_of_single_characters_finds_the_same(case: str) -> None:
    text = case.partition("\t")[0].replace("[", "").replace("]", "")
    by_characters = candidates(page_of(text, words=list(view(text))))
    assert [c[:4] for c in by_characters] == [c[:4] for c in found(text)]


@pytest.mark.parametrize("case", TRAPS)
def test_no_time_is_seen(case: str) -> None:
    text = case.partition("\t")[0]
    assert [text[c.start : c.end] for c in found(text)] == []


def test_glosses_are_mentions_of_their_own() -> None:
    text = "论坛今天（8月16日）开幕"
    assert [text[c.start : c.end] for c in found(text)] == ["今天", "8月16日"]


@pytest.mark.parametrize("name", LEXICONS)
def test_every_word_of_a_table_may_begin_a_time(name: str) -> None:
    for word in table(f"dates/{name}").column(table(f"dates/{name}").columns[0]):
        if name not in ("edges", "seasons", "plans"):
            assert 0 in triggers(word), word


def test_the_longest_word_wins() -> None:
    assert alternation(["国庆", "国庆节", "中秋"]) == "(?:中秋|国庆(?:节)?)"


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text(max_size=40))
def test_any_text_is_legal(text: str) -> None:
    page = page_of(text)
    once = candidates(page)
    assert once == candidates(page)
    assert all(0 <= c.start < c.end <= len(text) for c in once)
    assert all(a.end <= b.start for a, b in pairwise(once))


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_blank_lines_in_front_shift_every_time(text: str) -> None:
    shifted = page_of("\n\n" + text, words=["\n", "\n", *view(text)])
    here = page_of(text, words=list(view(text)) or [""])
    assert [(c.start - 2, c.end - 2) for c in candidates(shifted)] == [(c.start, c.end) for c in candidates(here)]


@pytest.mark.parametrize("piece", ["一", "2021年", "8:00-", "每", "年底", "“十五", "2021年11月26日至"])
def test_time_is_linear_in_the_text(piece: str) -> None:
    def seconds(count: int) -> float:
        page = page_of(piece * count, words=list(piece) * count)
        began = time.process_time()
        candidates(page)
        return time.process_time() - began

    seconds(100)
    few, many = (min(seconds(count) for _ in range(3)) for count in (400, 4000))
    assert many < 40 * max(few, 0.002)
