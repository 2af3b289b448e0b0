"""People: the parts of names, who is meant by a surname or a last name, and who is one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import Appointment, Organisation, Person, Place, Title
from govner.resolve.people import groups, resolve
from govner.text.normalise import view
from govner.text.sentences import sentences
from govner.text.tokens import Bounds


def people(text: str, *names: tuple[str, str] | tuple[str, str, object]) -> list[Person]:
    """The people of a text, whose names stand in it in this order, each with its rule."""
    seen = view(text)
    page = Page(text, seen, sentences(seen), Bounds.of([text]), {})
    chosen, after = [], 0
    for name, rule, *detail in names:
        start = text.index(name, after)
        after = start + len(name)
        chosen.append(Candidate(start, after, "person", rule, detail=detail[0] if detail else None))
    return resolve(page, chosen)


@pytest.mark.parametrize(
    ("name", "rule", "kind", "family", "given_name"),
    [
        ("王利民", "han-name-1-2", "han", "王", "利民"),
        ("王毅", "han-name-1-1", "han", "王", "毅"),
        ("王 毅", "spaced-name", "han", "王", "毅"),
        ("欧阳明高", "han-name-2-2", "han", "欧阳", "明高"),
        ("欧阳高", "han-name-2-1", "han", "欧阳", "高"),
        ("陈方安生", "double-surname", "han", "陈方", "安生"),
        ("王某某", "masked-name", "han", "王", "某某"),
        ("王", "surname-title", "partial", "王", None),
        ("欧阳", "surname-title", "partial", "欧阳", None),
        ("老许", "nickname", "partial", "许", None),
        ("安德罗夫", "transliterated-4", "transliterated", None, None),
        ("马里奥·安德罗夫", "dotted-name", "transliterated", "安德罗夫", "马里奥"),
        ("努尔·白克力", "dotted-name", "transliterated", "白克力", "努尔"),
        ("约翰·保罗二世", "numbered-name", "transliterated", None, None),
        ("洛桑江村", "minority-name", "transliterated", None, None),
        ("Anna Bell", "user-word", "transliterated", None, None),
        ("王利民", "user-word", "han", "王", "利民"),
    ],
)
def test_parts_of_a_name(name: str, rule: str, kind: str, family: str | None, given_name: str | None) -> None:
    [person] = people(f"会议上{name}主任讲话", (name, rule))
    assert (person.text, person.kind, person.family, person.given) == (name, kind, family, given_name)


def test_japanese_names_split_by_their_surname() -> None:
    [person] = people("首相宫田一郎", ("宫田一郎", "japanese-name-2", ("宫田", "100")))
    assert (person.kind, person.family, person.given) == ("han", "宫田", "一郎")
    [alone] = people("首相宫田", ("宫田", "japanese-surname", ("宫田", "100")))
    assert (alone.family, alone.given) == ("宫田", None)


@pytest.mark.parametrize(
    ("surname", "rule", "family", "full"),
    [("方", "given-again", "方", "方景行"), ("", "given-honoured", None, None)],
)
def test_a_given_name_alone_is_partial(surname: str, rule: str, family: str | None, full: str | None) -> None:
    [person] = people("缅怀景行同志", ("景行", rule, (surname, "景行")))
    assert (person.kind, person.family, person.given, person.full_name) == ("partial", family, "景行", full)


def test_a_name_is_its_own_full_name() -> None:
    assert [
        p.full_name for p in people("王 毅会见安德罗夫", ("王 毅", "spaced-name"), ("安德罗夫", "transliterated-4"))
    ] == [
        "王毅",
        "安德罗夫",
    ]


@pytest.mark.parametrize(
    ("text", "names", "full"),
    [
        ("社长方景行说。方社长又说", ["方景行 han-name-1-2", "方 surname-title"], "方景行"),
        ("方社长说。社长方景行又说", ["方 surname-title", "方景行 han-name-1-2"], "方景行"),
        ("石敏行说。方社长又说", ["石敏行 han-name-1-2", "方 surname-title"], None),
        (
            "社长方景行、局长方远山到会。方局长说",
            ["方景行 han-name-1-2", "方远山 han-name-1-2", "方 surname-title"],
            "方远山",
        ),
        (
            "社长方景行、局长方远山到会。方副局长说",
            ["方景行 han-name-1-2", "方远山 han-name-1-2", "方 surname-title"],
            "方远山",
        ),
        (
            "方景行教授、方远山院士到会。方院士说",
            ["方景行 han-name-1-2", "方远山 han-name-1-2", "方 surname-title"],
            "方远山",
        ),
        ("方景行、方远山到会。方局长说", ["方景行 han-name-1-2", "方远山 han-name-1-2", "方 surname-title"], None),
        ("社长方景行说。方某某到会", ["方景行 han-name-1-2", "方某某 masked-name"], "方某某"),
        ("方某某到会，方社长说", ["方某某 masked-name", "方 surname-title"], None),
    ],
)
def test_who_a_surname_is(text: str, names: list[str], full: str | None) -> None:
    found = people(text, *((name.split()[0], name.split()[1]) for name in names))
    [open_] = [p for p in found if p.kind == "partial" or p.rule == "masked-name"][-1:]
    assert open_.full_name == full


@pytest.mark.parametrize(
    ("text", "names", "full"),
    [
        ("马里奥·安德罗夫到访。安德罗夫说", ["马里奥·安德罗夫", "安德罗夫"], "马里奥·安德罗夫"),
        ("安德罗夫到访。马里奥·安德罗夫说", ["安德罗夫", "马里奥·安德罗夫"], "马里奥·安德罗夫"),
        ("马里奥·安德罗夫到访。马里奥说", ["马里奥·安德罗夫", "马里奥"], "马里奥·安德罗夫"),
        (
            "马里奥·安德罗夫、卡洛·安德罗夫到访。安德罗夫说",
            ["马里奥·安德罗夫", "卡洛·安德罗夫", "安德罗夫"],
            "卡洛·安德罗夫",
        ),
        ("马里奥·安德罗夫到访。贝尔蒂说", ["马里奥·安德罗夫", "贝尔蒂"], "贝尔蒂"),
    ],
)
def test_who_a_last_name_is(text: str, names: list[str], full: str) -> None:
    found = people(text, *((name, "dotted-name" if "·" in name else "transliterated-4") for name in names))
    [lone] = [p for p in found if "·" not in p.text]
    assert lone.full_name == full


def office(title: str, person: Person, body: Organisation | Place | None, status: str = "held") -> Appointment:
    """An office whose title stands right before the name."""
    held = Title(text=title, start=person.start - len(title), end=person.start, rule="by-hand")
    return Appointment(
        person=person,
        title=held,
        organisation=body if isinstance(body, Organisation) else None,
        place=body if isinstance(body, Place) else None,
        status=status,
    )


def name(start: int, text: str = "方景行", full: str | None = "方景行") -> Person:
    """A mention somewhere in a text."""
    return Person(text=text, start=start, end=start + len(text), rule="by-hand", full_name=full)


def body(text: str, level: str | None = None, region: str | None = None) -> Organisation:
    """An organisation whose place in the text does not matter."""
    return Organisation(text=text, start=0, end=len(text), rule="by-hand", name=text, level=level, region=region)


def place(text: str, code: str | None = None) -> Place:
    """A place whose place in the text does not matter."""
    return Place(text=text, start=0, end=len(text), rule="by-hand", name=text, code=code)


def test_mentions_of_one_name_are_one_person() -> None:
    one, other = name(10), name(30, "方")
    assert groups([one, other], []) == [("方景行", [one, other])]


def test_groups_are_in_the_order_of_first_mention() -> None:
    first, second, third = name(10), name(20, "石敏行", "石敏行"), name(30)
    assert groups([first, second, third], []) == [("方景行", [first, third]), ("石敏行", [second])]


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        (office("市长", name(10), place("西屿市", "990100")), office("教授", name(50), body("南溪大学")), 2),
        (office("市长", name(10), place("西屿市", "990100")), office("县长", name(50), place("南溪县", "980203")), 2),
        (
            office("省长", name(10), place("岭东省", "990000")),
            office("局长", name(50), body("水利局", None, "990100")),
            1,
        ),
        (office("省长", name(10), place("岭东省")), office("副书记", name(50), body("岭东省委")), 1),
        (office("市长", name(10), place("西屿市")), office("市长", name(50), place("西屿")), 1),
        (office("市长", name(10), place("西屿市", "990100")), office("市长", name(50), place("南溪市", "980200")), 2),
        (office("校长", name(10), body("甲大学")), office("主席", name(50), body("全国科协", "central")), 1),
        (office("局长", name(10), body("甲局"), "ended"), office("厅长", name(50), body("乙厅")), 1),
        (office("局长", name(10), body("甲局")), office("厅长", name(50), body("乙厅"), "begun"), 1),
        (office("局长", name(10), body("甲局")), office("总书记", name(50), None), 1),
    ],
)
def test_two_people_of_one_name(one: Appointment, other: Appointment, people: int) -> None:
    assert one.person is not None
    assert other.person is not None
    assert len(groups([one.person, other.person], [one, other])) == people


def test_a_namesake_known_before_is_found_again() -> None:
    mayor, professor, again = name(10), name(50), name(90)
    found = groups(
        [mayor, professor, again],
        [
            office("市长", mayor, place("西屿市")),
            office("教授", professor, body("南溪大学")),
            office("市长", again, place("西屿市")),
        ],
    )
    assert found == [("方景行", [mayor, again]), ("方景行", [professor])]


def test_open_surnames_are_told_apart_by_their_titles() -> None:
    one, other = name(10, "方", None), name(50, "方", None)
    offices = [office("厅长", one, body("甲厅")), office("局长", other, body("乙局"))]
    assert groups([one, other], offices) == [("方", [one]), ("方", [other])]


@given(
    st.text(max_size=40), st.sampled_from(["han-name-1-2", "surname-title", "dotted-name", "nickname", "masked-name"])
)
def test_any_text_can_be_a_name(text: str, rule: str) -> None:
    if text:
        [person] = people(text, (text, rule))
        assert person.text == text
        assert groups([person], []) == [(person.full_name or text, [person])]
