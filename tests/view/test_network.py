"""The network: who is in it, and that nothing in the drawing overlaps."""

from itertools import pairwise

import pytest

from govner.mentions import Appointment, Organisation, Person, Place, Title
from govner.report import Report
from govner.view.drawing import drawing
from govner.view.network import Component, Node, breadth, components, wrapped


def offices(*held: tuple[str, str, str], status: str = "held") -> Report:
    """A report of people, titles and bodies; a body on 省 is a place."""
    said, mentions, appointments = "", [], []
    for name, office, where in held:
        spans = []
        for part in (name, office, where):
            spans.append({"text": part, "start": len(said), "end": len(said) + len(part), "rule": "x"})
            said += part
        person, title = Person(**spans[0], full_name=name), Title(**spans[1])  # type: ignore[arg-type]
        place = Place(**spans[2]) if where.endswith("省") else None  # type: ignore[arg-type]
        body = None if place else Organisation(**spans[2])  # type: ignore[arg-type]
        mentions += [person, title, *(part for part in (place, body) if part)]
        appointments.append(Appointment(person=person, title=title, organisation=body, place=place, status=status))
    return Report(said, None, tuple(mentions), tuple(appointments))


def shape(part: Component) -> tuple[list[str], list[str], list[str]]:
    """People, titles and bodies from top to bottom."""
    return tuple(  # type: ignore[return-value]
        ["".join(node.lines) for node in column]
        for column in (part.people, [link.title for link in part.links], part.bodies)
    )


def test_who_hangs_together_is_one_part() -> None:
    report = offices(
        ("甲", "局长", "水利局"), ("乙", "校长", "大学"), ("丙", "副局长", "水利局"), ("甲", "省长", "岭东省")
    )
    first, second = components(report)
    assert {*shape(first)[0]} == {"甲", "丙"}
    assert {*shape(first)[2]} == {"水利局", "岭东省"}
    assert {node.kind for node in first.bodies} == {"organisation", "place"}
    assert shape(second) == (["乙"], ["校长"], ["大学"])


def test_offices_of_one_person_at_one_body_share_a_line() -> None:
    (part,) = components(offices(("甲", "常委", "省委"), ("甲", "副书记", "省委")))
    assert shape(part) == (["甲"], ["常委、副书记"], ["省委"])
    assert part.said == "甲：省委常委、副书记"


def test_lines_that_need_not_cross_do_not() -> None:
    report = offices(("甲", "一", "子局"), ("乙", "二", "丑局"), ("甲", "三", "丑局"), ("丙", "四", "子局"))
    (part,) = components(report)
    crossings = sum(
        (one.person.y - other.person.y) * (one.body.y - other.body.y) < 0
        for i, one in enumerate(part.links)
        for other in part.links[:i]
    )
    assert crossings == 0


def test_an_office_at_no_body_is_not_drawn() -> None:
    person, title = Person(text="甲", start=0, end=1, rule="x"), Title(text="记者", start=1, end=3, rule="x")
    report = Report("甲记者", None, (person, title), (Appointment(person=person, title=title),))
    assert components(report) == ()
    assert drawing(report) == ""


def test_the_status_is_in_the_drawing() -> None:
    assert 'class="line proposed"' in drawing(offices(("甲", "局长", "水利局"), status="proposed"))


def test_nothing_overlaps(example: Report) -> None:
    hub = offices(*((f"甲{i}", "副局长", f"水利局{i % 3}") for i in range(30)))
    for report in (example, hub):
        for part in components(report):
            titles = [link.title for link in part.links]
            for column in (part.people, titles, part.bodies):
                tops_and_ends = [(node.y - node.height / 2, node.y + node.height / 2) for node in column]
                assert all(end <= top + 1e-6 for (_, end), (top, _) in pairwise(tops_and_ends))
                assert tops_and_ends[0][0] >= -1e-6
                assert tops_and_ends[-1][1] <= part.height + 1e-6


@pytest.mark.parametrize(
    ("name", "most", "lines"),
    [
        ("王伟", 7, ["王伟"]),
        ("", 7, [""]),
        ("安德鲁·霍尔登", 7, ["安德鲁·霍尔登"]),
        ("玛格丽特·柯林森", 7, ["玛格丽特·", "柯林森"]),
        ("国务院办公厅电子政务办公室", 11, ["国务院办公厅电", "子政务办公室"]),
        ("Organisation for Economic Cooperation", 11, ["Organisation for", "Economic", "Cooperation"]),
        ("甲" * 40, 11, ["甲" * 11, "甲" * 11, "甲" * 10 + "…"]),
    ],
)
def test_names_in_lines(name: str, most: int, lines: list[str]) -> None:
    assert wrapped(name, most) == lines
    assert all(breadth(line) <= most for line in lines)


def test_a_node_takes_its_lines() -> None:
    assert Node("person", ["甲", "乙"]).height > Node("person", ["甲"]).height
