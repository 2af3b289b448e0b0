"""Titles become candidates in every reading: with and without what stands before the head."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner import Extractor
from govner.lexicon.scan import Scanner, vocabulary
from govner.lexicon.tables import table
from govner.matchers import organisation, title
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.text.normalise import view
from govner.text.sentences import sentences
from govner.text.tokens import Bounds, tokenizer

CASES = (Path(__file__).parents[1] / "cases" / "title_candidates.tsv").read_text(encoding="utf-8").splitlines()
MARKED = re.compile(r"\[([^\[\]]+)\]")


@lru_cache(maxsize=1)
def scanner() -> Scanner:
    return Scanner(vocabulary([*title.entries(), *organisation.entries()]))


def candidates(text: str) -> list[Candidate]:
    seen = view(text)
    return title.candidates(
        Page(text, seen, sentences(seen), Bounds.of(tokenizer("jieba").cut(seen)), scanner().scan(seen))
    )


def of(text: str, said: str) -> Candidate:
    [found] = [c for c in candidates(text) if text[c.start : c.end] == said]
    return found


@pytest.mark.parametrize("case", CASES[1:])
def test_marked_stretches_are_candidates_or_are_not(case: str) -> None:
    marked, _, no = case.partition("\t")
    text = MARKED.sub(r"\1", marked)
    wanted, shift = set(), 0
    for found in MARKED.finditer(marked):
        wanted.add((found.start() - shift, found.end() - shift - 2))
        shift += 2
    spans = {(c.start, c.end) for c in candidates(text)}
    assert wanted.isdisjoint(spans) if no else wanted <= spans


def test_evidence_says_what_the_reading_holds() -> None:
    assert {"head=书记", "kind=party", "parts=2", "domain=省委", "modifier=副"} <= set(
        of("省委副书记陆安", "省委副书记").evidence
    )
    bare = of("省委书记陆安", "书记")
    assert {"bare-head", "more-left", "parts=0"} <= set(bare.evidence)
    assert (bare.label, bare.rule) == ("title", "head-alone")


def test_evidence_says_what_stands_beside() -> None:
    assert "plural-after" in of("教授们到会", "教授").evidence
    assert "in-group" in of("有关负责人介绍", "负责人").evidence
    assert "former-before" in of("原局长陆安", "局长").evidence
    assert "former-before" in of("时任局长陆安", "局长").evidence
    assert "former-before" not in of("局长陆安", "局长").evidence


def test_offices_that_run_together_are_told_of_each_other() -> None:
    text = "党组书记副局长陆安"
    assert "head-behind=局长" in of(text, "党组书记").evidence
    assert {"head-before=书记", "heads-apart=书记+局长"} <= set(of(text, "副局长").evidence)
    assert "heads=书记+局长" in of(text, "党组书记副局长").evidence


@pytest.mark.parametrize("text", ["党组书记、局长陆安", "局长陆安书记", "局长"])
def test_offices_apart_are_told_of_none(text: str) -> None:
    assert not any(
        str(said).startswith("head") and "=" in said and not str(said).startswith("head=")
        for c in candidates(text)
        for said in c.evidence
    )


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("政协主席陆安", "政协主席", "cppcc"),
        ("人大常委会主任陆安", "人大常委会主任", "congress"),
        ("纪委书记陆安", "纪委书记", "party"),
        ("董事会主席陆安", "董事会主席", "enterprise"),
        ("法院院长陆安", "法院院长", "judicial"),
        ("财务部经理陆安", "财务部经理", "enterprise"),
        ("中将陆安", "中将", "military"),
        ("记者陆安", "记者", "media"),
        ("院士陆安", "院士", "academic"),
    ],
)
def test_the_domain_rules_the_kind(text: str, said: str, kind: str) -> None:
    reading = of(text, said).detail
    assert isinstance(reading, title.Reading)
    assert reading.kind == kind


def test_two_offices_in_one() -> None:
    reading = of("副校(院)长陆安", "副校(院)长").detail
    assert isinstance(reading, title.Reading)
    assert reading.offices == ("副校长", "副院长")


def test_terms_and_acting() -> None:
    term = of("第十二届理事会理事陆安", "第十二届理事会理事").detail
    acting = of("代市长陆安", "代市长").detail
    assert isinstance(term, title.Reading)
    assert isinstance(acting, title.Reading)
    assert (term.ordinal, acting.acting) == ("十二", True)


@pytest.mark.parametrize(("text", "said"), [("耿所在现场", {"所"}), ("有所下降", set()), ("是总的要求", set())])
def test_a_short_title_stands_behind_a_likely_surname(text: str, said: set[str], extractor: Extractor) -> None:
    found = {text[c.start : c.end] for c in title.candidates(extractor.page(text)) if c.rule == "short-title"}
    assert found == said


@given(st.one_of(st.text(max_size=40), st.text(alphabet="书记主任副省委财务部(院)长第三届、CTO 们原在", max_size=80)))
def test_any_text_gives_candidates_within_it(text: str) -> None:
    for candidate in candidates(text):
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert candidate.label == "title"
        assert candidate.evidence


def test_twice_the_text_gives_no_more_than_twice_the_candidates() -> None:
    once, twice = (len(candidates("副总经理助理主任书记" * n)) for n in (200, 400))
    assert twice <= 2 * once + 50


@pytest.mark.parametrize("name", ["heads", "modifiers", "domains", "units", "outside", "not_titles", "professions"])
def test_lists_are_sorted_and_without_twins(name: str) -> None:
    words = [row[0] for row in table(f"titles/{name}").rows]
    assert words == sorted(set(words)) or name == "outside"
    assert all(word == view(word) for word in words)
