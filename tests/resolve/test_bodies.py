"""Organisations as they are reported: official name, kind, level, division, short forms within a report."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.lexicon.scan import Scanner, vocabulary
from govner.lexicon.tables import table
from govner.matchers import place
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import Organisation
from govner.resolve.bodies import LISTS, resolve
from govner.resolve.divisions import above, leading
from govner.text.normalise import view
from govner.text.sentences import sentences
from govner.text.tokens import Bounds

CASES = (Path(__file__).parents[1] / "cases" / "bodies.tsv").read_text(encoding="utf-8").splitlines()
MARKED = re.compile(r"\[([^\[\]]+)\]")
KINDS = {"party", "government", "congress", "cppcc", "judicial", "military", "school", "hospital", "enterprise",
         "media", "association", "research", "international", "other"}  # fmt: skip


@lru_cache(maxsize=1)
def scanner() -> Scanner:
    return Scanner(vocabulary(place.entries()))


def bodies(marked: str, rule: str = "built", detail: object = None) -> list[Organisation]:
    """The organisations that are marked in a text."""
    text = MARKED.sub(r"\1", marked)
    spans = [(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(MARKED.finditer(marked))]
    seen = view(text)
    page = Page(text, seen, sentences(seen), Bounds.of([text]), scanner().scan(seen))
    places = [Candidate(start, end, "place", "listed") for start, end, _ in page.hits.get("place-name", ())]
    return resolve(page, [Candidate(start, end, "organisation", rule, (), detail) for start, end in spans], places)


@pytest.mark.parametrize("case", CASES[1:])
def test_the_last_marked_body(case: str) -> None:
    report, *wanted = case.split("\t")
    found = bodies(report)[-1]
    assert [found.name or "", found.kind or "", found.level or "", found.region or "", found.short or ""] == wanted


def test_a_short_form_is_one_body_with_its_full_name() -> None:
    names = {body.name for body in bodies("[国家发展改革委]、[国家发改委]、[国家发展和改革委员会]")}
    assert len(names) == 1


def test_a_user_word_brings_its_own_fields() -> None:
    entry = ("云山办", "organisation", "name", "云山新区管理委员会", "level", "county")
    [found] = bodies("[云山办]印发", "user-word", entry)
    assert (found.name, found.level) == ("云山新区管理委员会", "county")


def test_an_entry_of_a_list_is_read_where_the_text_says_no_more() -> None:
    [found] = bodies("[云山会]开幕", "listed-body", ("云山会", "云山会", "association", "", ""))
    assert (found.name, found.kind) == ("云山会", "association")


def test_the_chain_of_divisions_a_name_begins_with() -> None:
    chain, end = leading("江苏省南京市玄武区教育局")
    assert [division.code for division in chain] == ["320000", "320100", "320102"]
    assert end == len("江苏省南京市玄武区")
    assert leading("云山公司") == ((), 0)


def test_the_division_above() -> None:
    assert above("320102", "province") == "320000"
    assert above("320102", "prefecture") == "320100"
    assert above("110105", "prefecture") == "110000"
    assert above("320000", "prefecture") == ""


@given(st.text(alphabet="广东省市委人大政协共青团第十届(以下简称“”)中国东莞教育局、", max_size=40))
def test_any_text_may_be_called_a_body(text: str) -> None:
    said = text or "云"
    [found] = bodies(f"[{said}]")
    assert found.text == said


@pytest.mark.parametrize("name", [*LISTS, "named", "local"])
def test_lists_are_sorted_without_twins_and_of_known_kinds(name: str) -> None:
    rows = table(f"organisations/{name}").rows
    forms = [row[0] for row in rows]
    assert forms == sorted(set(forms))
    assert {row[2] for row in rows} <= KINDS
    assert all(form == view(form) for form in forms)


@pytest.mark.parametrize("name", ["suffixes", "stems", "subunits", "listed_companies"])
def test_endings_are_sorted_and_without_twins(name: str) -> None:
    words = [row[0] for row in table(f"organisations/{name}").rows]
    assert words == sorted(set(words))
