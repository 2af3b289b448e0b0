"""Reports: their parts by type, their people and bodies, and JSON there and back."""

import datetime
import json
import re
from contextlib import suppress
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.errors import FormatError, GovnerError, InputError
from govner.formats import jsonl
from govner.mentions import Appointment, Date, Figure, Mention, Organisation, Person, Place, Title
from govner.report import Report

M = TypeVar("M", bound=Mention)

TEXT = "岭东省省长方景行26日会见华岭集团董事长石敏行，签约3.5亿元。方省长说，省政府支持华岭。"


def spot(kind: type[M], said: str, after: int = 0, /, **fields: Any) -> M:
    """The mention of what TEXT says, from the offset ``after`` on."""
    start = TEXT.index(said, after)
    return kind(text=said, start=start, end=start + len(said), rule="by-hand", **fields)


def report() -> Report:
    """A report with a mention of every type, a partial name and short forms."""
    province = spot(Place, "岭东省", name="岭东省", kind="province")
    governor = spot(Title, "省长", offices=("省长",), kind="government")
    fang = spot(Person, "方景行", family="方", given="景行", full_name="方景行")
    day = spot(Date, "26日", value="2026-06-26", first=datetime.date(2026, 6, 26), last=datetime.date(2026, 6, 26))
    group = spot(Organisation, "华岭集团", name="华岭集团", kind="enterprise")
    chair = spot(Title, "董事长", offices=("董事长",), kind="enterprise")
    shi = spot(Person, "石敏行", family="石", given="敏行", full_name="石敏行")
    sum_ = spot(Figure, "3.5亿元", kind="money", value=Decimal("350000000.0"), currency="CNY")
    partial = spot(Person, "方", 32, family="方", kind="partial", full_name="方景行")
    again = spot(Title, "省长", 32, offices=("省长",), kind="government")
    government = spot(Organisation, "省政府", name="岭东省人民政府", level="province")
    short = spot(Organisation, "华岭", 32, name="华岭集团", level="none")
    mentions = (province, governor, fang, day, group, chair, shi, sum_, partial, again, government, short)
    appointments = (
        Appointment(person=fang, title=governor, place=province),
        Appointment(person=shi, title=chair, organisation=group, since=day, status="begun"),
        Appointment(person=partial, title=again),
    )
    return Report(TEXT, datetime.date(2026, 6, 27), mentions, appointments)


def test_parts_by_type() -> None:
    r = report()
    parts = [r.people, r.titles, r.organisations, r.dates, r.figures, r.places]
    assert [[m.text for m in part] for part in parts] == [
        ["方景行", "石敏行", "方"],
        ["省长", "董事长", "省长"],
        ["华岭集团", "省政府", "华岭"],
        ["26日"],
        ["3.5亿元"],
        ["岭东省"],
    ]


def test_roster_joins_partial_names_and_their_offices() -> None:
    r = report()
    assert [(p.name, len(p.mentions)) for p in r.roster] == [("方景行", 2), ("石敏行", 1)]
    assert r.roster[0].appointments == (r.appointments[0], r.appointments[2])
    assert r.roster[1].appointments == (r.appointments[1],)


def test_a_partial_name_that_is_never_completed_is_a_profile_of_its_own() -> None:
    wang = Person(text="王", start=0, end=1, rule="by-hand", kind="partial")
    assert [p.name for p in Report("王主任说", mentions=(wang,)).roster] == ["王"]


def test_bodies_join_short_forms() -> None:
    bodies = report().bodies
    assert [(b.name, b.kind, b.level, len(b.mentions)) for b in bodies] == [
        ("华岭集团", "enterprise", "none", 2),
        ("岭东省人民政府", None, "province", 1),
    ]


def test_the_empty_report_is_empty_everywhere() -> None:
    r = Report("")
    assert (r.people, r.roster, r.bodies, Report.from_json(r.to_json())) == ((), (), (), r)


def test_json_gives_an_equal_report_back() -> None:
    r = report()
    line = r.to_json()
    assert "\n" not in line
    assert Report.from_json(line) == r
    assert Report.from_json(line).to_json() == line


def test_json_keeps_the_identity_of_mentions() -> None:
    again = Report.from_json(report().to_json())
    assert again.appointments[1].person is again.mentions[6]
    assert again.appointments[1].since is again.mentions[3]


def test_json_is_plain_for_other_readers() -> None:
    found = json.loads(report().to_json())
    assert found["published"] == "2026-06-27"
    assert found["mentions"][3] == {
        "label": "date",
        "text": "26日",
        "start": 8,
        "end": 11,
        "rule": "by-hand",
        "kind": "point",
        "value": "2026-06-26",
        "first": "2026-06-26",
        "last": "2026-06-26",
    }
    assert found["mentions"][7]["value"] == "350000000.0"
    assert found["appointments"][0]["person"] == 2


def test_json_needs_only_the_fields_without_a_default() -> None:
    line = '{"text": "王伟", "published": null, "appointments": [], "mentions": [%s]}'
    mention = '{"label": "person", "text": "王伟", "start": 0, "end": 2, "rule": "by-hand"}'
    assert Report.from_json(line % mention).people == (Person(text="王伟", start=0, end=2, rule="by-hand"),)


@given(st.text(st.characters(codec=None)))
def test_any_text_survives_json(text: str) -> None:
    mentions: tuple[Mention, ...] = ()
    if text:
        mentions = (Title(text=text, start=0, end=len(text), rule=text, offices=(text, "")),)
    r = Report(text, mentions=mentions)
    line = r.to_json()
    assert Report.from_json(line) == r
    assert line.encode("utf-8").decode("utf-8").splitlines() == [line]


@pytest.mark.parametrize(
    "text", ["\ud83d\ude00", "\ude00\ud83d\ude00\ude00", "\ud800", "\x00\x85\u2028\u2029\ufeff", "😀"]
)
def test_surrogates_and_line_separators_survive_json(text: str) -> None:
    assert Report.from_json(Report(text).to_json()).text == text


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_decimals_survive_json_digit_for_digit(value: Decimal) -> None:
    figure = Figure(text="一", start=0, end=1, rule="by-hand", value=value, high=value)
    (again,) = Report.from_json(Report("一", mentions=(figure,)).to_json()).figures
    assert str(again.value) == str(value)


WRONG = [
    ("not json", "", "", "one object of JSON"),
    ("nested too deep", "", "[" * 100_000, "one object of JSON"),
    ("a list", "", "[]", "an object with keys is expected, not a list"),
    ("a misspelt key", '"text": ', '"txet": ', "unknown key 'txet'"),
    ("a null text", f'"{TEXT}"', "null", "report: text is null; a string is expected"),
    ("a day of another form", '"2026-06-27"', '"20260627"', "published is '20260627'; a day like"),
    ("no day", '"2026-06-27"', '"2026-06-31"', "published is '2026-06-31'"),
    ("a start as text", '"start": 5', '"start": "5"', "mention 2: start is '5'; a whole number is expected"),
    ("a start as truth", '"start": 5', '"start": true', "mention 2: start is True"),
    ("a wrong start", '"start": 5', '"start": 6', "mention 2: the text has '景行' at 6–8, not '方景行'"),
    ("an overlap", '"start": 5', '"start": 4', "mention 2: 4–8 overlaps the mention before"),
    ("beyond the text", '"end": 3', '"end": 300', "mention 0: 0–300 overlaps"),
    ("a null rule", '"rule": "by-hand"', '"rule": null', "mention 0: rule is null; a string is expected"),
    ("another label", '"label": "date"', '"label": "time"', "mention 3: label is 'time'; one of person, title"),
    ("no label", '"label": "date", ', "", "mention 3: label is None"),
    ("another key", '"kind": "money"', '"sort": "money"', "mention 7: unknown key 'sort'; the keys are text, start"),
    ("a number for a decimal", '"350000000.0"', "350000000.0", "value is 350000000.0; a decimal in quotes"),
    ("no number", '"350000000.0"', '"NaN"', "value is 'NaN'"),
    ("offices as text", '"offices": ["省长"]', '"offices": "省长"', "offices is '省长'; a list of strings"),
    ("offices of numbers", '"offices": ["省长"]', '"offices": [1]', "offices is a list; a list of strings"),
    ("an index of another type", '"person": 2', '"person": 1', "appointment 0: person refers to mention 1"),
    ("an index beyond", '"since": 3', '"since": 12', "appointment 1: date refers to mention 12"),
    ("an index from behind", '"person": 2', '"person": -1', "appointment 0: person refers to mention -1"),
    ("an appointment that is none", '"appointments": [', '"appointments": [3, ', "appointment 0: an object with keys"),
    ("a mention that is none", '"mentions": [', '"mentions": [null, ', "mention 0: label is None"),
]


@pytest.mark.parametrize(("old", "new", "said"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_what_is_no_report_is_named(old: str, new: str, said: str) -> None:
    line = report().to_json().replace(old, new, 1) if old else new
    with pytest.raises(FormatError, match=re.escape(said)):
        Report.from_json(line)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_other_json_is_refused_with_a_format_error(value: object) -> None:
    with pytest.raises(FormatError):
        Report.from_json(json.dumps(value))


KEYS = ["text", "published", "mentions", "appointments"]
PARTS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 9)
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(["person", "date"]),
    lambda x: (
        st.lists(x, max_size=3)
        | st.dictionaries(st.sampled_from(["label", "text", "start", "end", "rule", "value", "person", *KEYS]), x)
    ),
    max_leaves=12,
)


@given(st.fixed_dictionaries(dict.fromkeys(KEYS, PARTS)))
def test_a_near_miss_is_a_report_or_a_format_error(value: object) -> None:
    with suppress(FormatError):
        Report.from_json(json.dumps(value))


def test_bytes_are_refused_with_the_remedy() -> None:
    with pytest.raises(InputError, match="decode bytes"):
        Report.from_json(b"{}")  # type: ignore[arg-type]


def test_an_appointment_of_strangers_cannot_be_written() -> None:
    stranger = Person(text="王伟", start=0, end=2, rule="by-hand")
    with pytest.raises(GovnerError, match="an appointment's person '王伟' is not among"):
        Report("王伟", appointments=(Appointment(person=stranger),)).to_json()


def test_json_lines_name_the_line() -> None:
    lines = [report().to_json(), "", "{}"]
    reports = jsonl.read(lines)
    assert next(reports) == ("1", report())
    with pytest.raises(FormatError, match="line 3: report: the key 'text' is missing"):
        next(reports)
