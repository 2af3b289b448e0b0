"""The dossier: who held which office where, from many reports, with what contradicts itself marked."""

import datetime
import json
from dataclasses import replace
from typing import TypeVar

import pytest

from govner.errors import FormatError, InputError
from govner.mentions import Appointment, Date, Mention, Organisation, Person, Place, Title
from govner.report import Report
from govner.resolve.dossier import dossier
from govner.resolve.tenures import Contradiction, Dossier, Tenure

M = TypeVar("M", bound=Mention)


def day(text: str | None) -> datetime.date | None:
    """A day in ISO 8601."""
    return datetime.date.fromisoformat(text) if text else None


def report(text: str, published: str | None, *offices: str) -> Report:
    """A report that tells offices, each ``person title body status since``, told in words of its text."""
    mentions: dict[tuple[type[Mention], str], Mention] = {}
    appointments = []

    def said(kind: type[M], word: str, fields: dict[str, object]) -> M:
        start = text.index(word)
        mention = mentions.setdefault(
            (kind, word), kind(text=word, start=start, end=start + len(word), rule="by-hand", **fields)
        )
        assert isinstance(mention, kind)
        return mention

    for office in offices:
        person, title, body, *rest = office.split()
        status, since = (*rest, "held", "")[:2] if not rest else (*rest, "")[:2]
        held_in: Organisation | Place | None = None
        if body.endswith(("省", "市")):
            held_in = said(Place, body, {"name": body, "kind": "province" if body.endswith("省") else "prefecture"})
        elif body != "-":
            held_in = said(Organisation, body, {"name": body})
        appointments.append(
            Appointment(
                person=said(Person, person, {"full_name": person}),
                title=said(Title, title, {"offices": (title,), "kind": "government"}),
                organisation=held_in if isinstance(held_in, Organisation) else None,
                place=held_in if isinstance(held_in, Place) else None,
                status=status,
                since=said(Date, since, {"first": day(f"2026-0{since[:1]}-01"), "last": day(f"2026-0{since[:1]}-28")})
                if since
                else None,
            )
        )
    ordered = tuple(sorted(mentions.values(), key=lambda mention: mention.start))
    return Report(text, day(published), ordered, tuple(appointments))


def test_first_and_last_seen() -> None:
    found = dossier(
        [
            report("岭东省省长方景行到会。", "2026-03-01", "方景行 省长 岭东省"),
            report("岭东省省长方景行讲话。", "2026-01-01", "方景行 省长 岭东省"),
            report("岭东省省长方景行调研。", "2026-02-01", "方景行 省长 岭东省"),
        ]
    )
    [tenure] = found.tenures
    assert (tenure.person, tenure.title, tenure.body, tenure.status) == ("方景行", "省长", "岭东省", "held")
    assert (tenure.first, tenure.last) == (day("2026-01-01"), day("2026-03-01"))
    assert [sighting.sentence for sighting in tenure.sightings] == [
        "岭东省省长方景行讲话。",
        "岭东省省长方景行调研。",
        "岭东省省长方景行到会。",
    ]


def test_a_sentence_stands_where_it_says() -> None:
    told = report("会议开幕。\n 岭东省省长方景行到会。散会。", "2026-03-01", "方景行 省长 岭东省")
    [sighting] = dossier([told]).tenures[0].sightings
    assert told.text[sighting.start : sighting.end] == sighting.sentence == "岭东省省长方景行到会。"


def test_days_that_sentences_give() -> None:
    [tenure] = dossier(
        [
            report("3月，方景行出任甲局局长。", "2026-05-01", "方景行 局长 甲局 begun 3月"),
            report("7月，方景行辞去甲局局长职务。", "2026-08-01", "方景行 局长 甲局 ended 7月"),
        ]
    ).tenures
    assert (tenure.status, tenure.begun, tenure.ended) == ("ended", day("2026-03-01"), day("2026-07-28"))
    assert (tenure.first, tenure.last) == (day("2026-05-01"), day("2026-05-01"))


def test_an_office_without_its_body_is_the_one_known() -> None:
    [tenure] = dossier(
        [
            report("省长方景行到会。", None, "方景行 省长 -"),
            report("岭东省省长方景行到会。", None, "方景行 省长 岭东省"),
        ]
    ).tenures
    assert (tenure.body, len(tenure.sightings), tenure.first) == ("岭东省", 2, None)


def test_an_office_without_its_body_stays_open_between_two() -> None:
    found = dossier(
        [
            report("甲省省长方景行到会。", None, "方景行 省长 甲省"),
            report("省长方景行到会。", None, "方景行 省长 -"),
            report("乙省省长方景行到会。", None, "方景行 省长 乙省"),
        ]
    )
    assert [tenure.body for tenure in found.tenures] == ["甲省", None, "乙省"]


def test_a_governor_named_behind_the_committee_is_the_provinces() -> None:
    said = report("岭东省省长方景行到会。岭东省委", None, "方景行 省长 岭东省委")
    [held] = said.appointments
    committee = Organisation(
        text="岭东省委", start=11, end=15, rule="by-hand", kind="party", name="中国共产党岭东省委员会"
    )
    mentions = tuple(m for m in said.mentions if not isinstance(m, Organisation))
    party = Report(said.text, None, (*mentions, committee), (replace(held, organisation=committee),))
    found = dossier([party, report("岭东省省长方景行到会。", None, "方景行 省长 岭东省")])
    assert [(tenure.title, tenure.body, len(tenure.sightings)) for tenure in found.tenures] == [("省长", "岭东省", 2)]


def test_two_offices_of_one_title_are_two() -> None:
    said = report("副校(院)长方景行到会。", None, "方景行 副校(院)长 -")
    title = next(m for m in said.mentions if isinstance(m, Title))
    two = Title(text=title.text, start=title.start, end=title.end, rule=title.rule, offices=("副校长", "副院长"))
    person = next(m for m in said.mentions if isinstance(m, Person))
    found = dossier([Report(said.text, None, (two, person), (Appointment(person=person, title=two),))])
    assert [tenure.title for tenure in found.tenures] == ["副校长", "副院长"]


def test_namesakes_stay_apart() -> None:
    found = dossier(
        [
            report("岭东省省长方景行到会。", None, "方景行 省长 岭东省"),
            report("西屿中学教师方景行到会。", None, "方景行 教师 西屿中学"),
            report("岭东省省长方景行讲话。", None, "方景行 省长 岭东省"),
        ]
    )
    assert [(t.namesake, t.title, len(t.sightings)) for t in found.tenures] == [(1, "省长", 2), (2, "教师", 1)]
    assert found.people == ("方景行",)
    assert found.of("方景行") == found.tenures
    assert found.of("石敏行") == ()


def test_who_moves_between_provinces_is_one() -> None:
    found = dossier(
        [
            report("甲省省长方景行到会。", "2026-01-01", "方景行 省长 甲省"),
            report("乙省副省长方景行到会。", "2026-02-01", "方景行 副省长 乙省"),
        ]
    )
    assert [t.namesake for t in found.tenures] == [1, 1]


def test_a_last_name_is_filed_with_the_whole() -> None:
    found = dossier(
        [
            report("甲市市长安德罗夫到访。", "2026-01-01", "安德罗夫 市长 甲市"),
            report("甲市市长马里奥·安德罗夫到访。", "2026-02-01", "马里奥·安德罗夫 市长 甲市"),
            report("甲市市长安德罗夫到访。", "2026-03-01", "安德罗夫 市长 甲市"),
            report("乙局局长安德罗夫到访。", "2026-03-01", "安德罗夫 局长 乙局"),
        ]
    )
    assert [(t.person, t.title, len(t.sightings), t.contradictions) for t in found.tenures] == [
        ("安德罗夫", "局长", 1, ()),
        ("马里奥·安德罗夫", "市长", 3, ()),
    ]


def test_two_holders_are_marked() -> None:
    found = dossier(
        [
            report("岭东省省长方景行到会。", "2026-01-01", "方景行 省长 岭东省"),
            report("岭东省省长石敏行到会。", "2026-02-01", "石敏行 省长 岭东省"),
            report("岭东省省长方景行到会。", "2026-03-01", "方景行 省长 岭东省"),
            report("岭东省省长石敏行到会。", "2026-04-01", "石敏行 省长 岭东省"),
        ]
    )
    first, second = found.tenures
    assert first.contradictions == (Contradiction("two-holders", "石敏行", day("2026-02-01"), day("2026-04-01")),)
    assert second.contradictions == (Contradiction("two-holders", "方景行", day("2026-01-01"), day("2026-03-01")),)


def test_successors_are_no_contradiction() -> None:
    found = dossier(
        [
            report("岭东省省长方景行到会。", "2026-01-01", "方景行 省长 岭东省"),
            report("岭东省省长石敏行到会。", "2026-02-01", "石敏行 省长 岭东省"),
        ]
    )
    assert [t.contradictions for t in found.tenures] == [(), ()]


def test_offices_of_many_holders_are_no_contradiction() -> None:
    said = [
        report(f"岭东省副省长{who}到会。", day_, f"{who} 副省长 岭东省")
        for day_ in ("2026-01-01", "2026-03-01")
        for who in ("方景行", "石敏行")
    ]
    assert [t.contradictions for t in dossier(said).tenures] == [(), ()]


def test_held_after_its_end_is_marked() -> None:
    ended = report("方景行辞去甲局局长职务。", "2026-01-01", "方景行 局长 甲局 ended")
    held = report("甲局局长方景行到会。", "2026-02-01", "方景行 局长 甲局")
    [tenure] = dossier([ended, held]).tenures
    assert tenure.contradictions == (Contradiction("held-after-end", "方景行", day("2026-01-01"), day("2026-02-01")),)
    begun = report("方景行再任甲局局长。", "2026-01-15", "方景行 局长 甲局 begun")
    [tenure] = dossier([ended, begun, held]).tenures
    assert tenure.contradictions == ()


def test_json_lines_there_and_back() -> None:
    found = dossier(
        [
            report("3月，方景行出任甲局局长。", "2026-05-01", "方景行 局长 甲局 begun 3月"),
            report("方景行辞去甲局局长职务。", "2026-08-01", "方景行 局长 甲局 ended"),
            report("甲局局长方景行到会。", "2026-09-01", "方景行 局长 甲局"),
        ]
    )
    assert Dossier.from_lines([*found.lines(), "\n"]) == found


def test_a_table_has_a_row_an_office() -> None:
    found = dossier([report("岭东省省长方景行到会。", "2026-01-01", "方景行 省长 岭东省")])
    header, row = found.rows()
    assert dict(zip(header, row, strict=True)) == {
        "person": "方景行",
        "title": "省长",
        "body": "岭东省",
        "status": "held",
        "first": "2026-01-01",
        "last": "2026-01-01",
        "begun": "",
        "ended": "",
        "reports": "1",
        "contradictions": "",
    }


@pytest.mark.parametrize("line", ["", "[]", "{", '{"person": 1}'])
def test_other_strings_are_refused(line: str) -> None:
    with pytest.raises(FormatError):
        Tenure.from_json(line)


def test_a_bad_line_is_named() -> None:
    with pytest.raises(FormatError, match="line 2"):
        Dossier.from_lines(["\n", "{}"])
    with pytest.raises(InputError, match="bytes"):
        Tenure.from_json(b"{}")  # type: ignore[arg-type]


def test_a_broken_sighting_is_named() -> None:
    line = json.loads(Tenure("王明", 1, "县长", None, "held", None, None, None, None, ()).to_json())
    line["sightings"] = [{"report": 0}]
    with pytest.raises(FormatError, match="sightings: the key 'published' is missing"):
        Tenure.from_json(json.dumps(line))
