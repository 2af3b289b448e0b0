"""Appointments: every construction of the table, drawn with its mentions marked in the text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.matchers.page import Page
from govner.mentions import Appointment, Date, Figure, Mention, Organisation, Person, Place, Title
from govner.resolve.appointments import appointments
from govner.resolve.constructions import CONSTRUCTIONS
from govner.text.normalise import view
from govner.text.sentences import sentences
from govner.text.tokens import Bounds

CASES = Path(__file__).parents[1] / "cases" / "appointments.tsv"
MARK = re.compile(r"\[(?P<mark>[ptoldn])(?:/(?P<kind>\w+))?:(?P<text>[^\]]*)\]")
MENTIONS: dict[str, type[Mention]] = {"p": Person, "t": Title, "o": Organisation, "l": Place, "d": Date, "n": Figure}


def marked(drawn: str) -> tuple[Page, list[Mention]]:
    """The text without its marks, and the mentions that they drew."""
    mentions: list[Mention] = []
    text = ""
    after = 0
    for mark in MARK.finditer(drawn):
        text += drawn[after : mark.start()]
        start, end = len(text), len(text) + len(mark["text"])
        kind = {"kind": mark["kind"]} if mark["kind"] else {}
        mentions.append(MENTIONS[mark["mark"]](text=mark["text"], start=start, end=end, rule="by-hand", **kind))
        text += mark["text"]
        after = mark.end()
    text += drawn[after:]
    seen = view(text)
    return Page(text, seen, sentences(seen), Bounds.of([text]), {}), mentions


def said(appointment: Appointment) -> str:
    """An appointment as the table writes it."""
    a = appointment
    body = a.organisation or a.place
    since = [a.since.text] if a.since else []
    status = [a.status] if a.status != "held" or since else []
    return "|".join([*(part.text if part else "-" for part in (a.person, a.title, body)), *status, *since])


def cases() -> list[tuple[str, list[str]]]:
    """The rows of the table."""
    rows = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pairs = (row.split("\t") for row in rows[1:])
    return [(drawn, [] if expected == "-" else sorted(expected.split(" || "))) for drawn, expected in pairs]


@pytest.mark.parametrize(("drawn", "expected"), cases())
def test_construction(drawn: str, expected: list[str]) -> None:
    assert sorted(map(said, appointments(*marked(drawn)))) == expected


@pytest.mark.parametrize(("drawn", "expected"), cases())
def test_what_has_ended_is_former(drawn: str, expected: list[str]) -> None:
    assert all(a.former == (a.status == "ended") for a in appointments(*marked(drawn)))


def test_bodies_are_told_apart_by_type() -> None:
    organisation, place = appointments(*marked("[o:岭东省委][t:书记][p:方景行]和[l:岭东省][t:省长][p:石敏行]"))
    assert organisation.organisation is not None
    assert organisation.place is None
    assert place.place is not None
    assert place.organisation is None


def test_a_subject_is_carried_to_the_next_sentence() -> None:
    found = appointments(*marked("[p:方景行]生于西屿。曾任[o:甲局][t:局长]。"))
    assert [said(a) for a in found] == ["方景行|局长|甲局|ended"]


def test_a_subject_is_not_carried_past_two_people() -> None:
    assert appointments(*marked("[p:方景行]会见[p:石敏行]。曾任[o:甲局][t:局长]。")) == []


def test_names_of_constructions_are_unique() -> None:
    names = [construction.name for construction in CONSTRUCTIONS]
    assert len(names) == len(set(names))


MARKED = ["[p:王明]", "[t:主任]", "[t:教授]", "[o:甲局]", "[l:乙市]", "[d:2021年]", "[n:两位]"]
WORDS = ["不再担任", "任命", "免去", "职务", "接任", "接替", "新任", "分别", "公司", "辞职", "曾任"]
PIECES = st.sampled_from([*MARKED, *WORDS, *"、，。；：（）和兼的任为由原均他其你在讯等文\n"])


@given(st.lists(PIECES, max_size=60))
def test_any_sequence_gives_its_own_mentions(pieces: list[str]) -> None:
    page, mentions = marked("".join(pieces))
    for appointment in appointments(page, mentions):
        assert appointment.person in mentions
        assert appointment.title in mentions
        assert appointment.status in ("held", "begun", "ended", "proposed")


def test_a_long_list_is_no_burden() -> None:
    page, mentions = marked("[o:甲局][t:局长][p:王明]、" * 3000)
    assert len(appointments(page, mentions)) > 2900
    page, mentions = marked("[t:局长]、" * 3000 + "[p:王明]")
    assert len(appointments(page, mentions)) <= 3000
    page, mentions = marked("[p:王明]、" * 3000 + "任[t:局长]")
    assert len(appointments(page, mentions)) <= 3000
