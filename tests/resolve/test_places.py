"""Of the places that share a name, the report tells which is meant."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from govner import Extractor
from govner.matchers import place
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.resolve import places

CASES = (Path(__file__).parents[1] / "cases" / "place_resolved.tsv").read_text(encoding="utf-8").splitlines()


def longest(page: Page) -> list[Candidate]:
    """The candidates that no longer one overlaps, as if they had been chosen."""
    chosen: list[Candidate] = []
    found = [candidate for candidate in place.candidates(page) if candidate.rule != "name"]
    for candidate in sorted(found, key=lambda c: (c.start - c.end, c.start)):
        if all(candidate.end <= other.start or other.end <= candidate.start for other in chosen):
            chosen.append(candidate)
    return chosen


@pytest.mark.parametrize("case", CASES[1:])
def test_a_name_stands_for_one_place(case: str, extractor: Extractor) -> None:
    text, mention, name, code, kind = case.split("\t")
    page = extractor.page(text)
    found = {place.text: place for place in places.resolve(page, longest(page))}
    meant = found[mention]
    assert (meant.name, meant.code or "-", meant.kind) == (name, code, kind)


def test_places_come_in_text_order_and_hold_their_text(extractor: Extractor) -> None:
    text = "广东省廣州市與香港"
    page = extractor.page(text)
    found = places.resolve(page, list(reversed(longest(page))))
    assert [p.start for p in found] == sorted(p.start for p in found)
    assert all(text[p.start : p.end] == p.text for p in found)
    assert "廣州市" in {p.text for p in found}


def test_an_old_division_is_meant_while_it_lasted(extractor: Extractor) -> None:
    page = extractor.page("襄樊的企业")
    for year in (1998, 2020):
        dated = replace(page, published=datetime.date(year, 1, 1))
        assert places.resolve(dated, longest(dated))[0].name == "襄樊市"


def test_a_users_word_brings_its_own_attributes(extractor: Extractor) -> None:
    page = extractor.page("云岭新城的居民")
    detail = ("云岭新城", "place", "name", "南江市云岭新城", "kind", "zone")
    found = places.resolve(page, [Candidate(0, 4, "place", "user-word", (), detail)])
    assert (found[0].name, found[0].kind, found[0].code) == ("南江市云岭新城", "zone", None)


def test_nothing_chosen_is_nothing_resolved(extractor: Extractor) -> None:
    assert places.resolve(extractor.page("云山会展中心"), []) == []
