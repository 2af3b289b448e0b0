"""The lists below the text: what each row says."""

import datetime
import re
from decimal import Decimal

import pytest

from govner.mentions import Appointment, Date, Figure, Mention, Organisation, Person, Place, Title
from govner.report import Report
from govner.view.amounts import amount, days, value
from govner.view.context import context
from govner.view.entries import entries
from govner.view.sections import sections

DAY = datetime.date(2026, 6, 18)


def said(report: Report, key: str) -> list[str]:
    """The rows of a list as the Chinese page says them."""
    shown = re.sub('<span class="en".*?</span>', "", dict(sections(report, entries(report)))[key])
    return [" ".join(re.sub("<[^>]*>", " ", row).split()) for row in re.findall("<tr id=.*?</tr>", shown)]


def dates(*spans: tuple[str, datetime.date | None, datetime.date | None]) -> Report:
    """A report of dates and nothing else."""
    text, mentions = "", []
    for word, first, last in spans:
        mentions.append(Date(text=word, start=len(text), end=len(text) + len(word), rule="x", first=first, last=last))
        text += f"{word}。"
    return Report(text, None, tuple(mentions))


@pytest.mark.parametrize(
    ("status", "former", "since", "shown"),
    [
        ("held", False, None, "水利局 局长"),
        ("held", True, None, "水利局 局长 已卸任"),
        ("begun", False, DAY, "水利局 局长 新任 2026-06-18"),
        ("held", False, DAY, "水利局 局长 自 2026-06-18"),
        ("proposed", False, None, "水利局 局长 拟任"),
    ],
)
def test_an_office_says_where_and_since_when(
    status: str, former: bool, since: datetime.date | None, shown: str
) -> None:
    person = Person(text="王伟", start=0, end=2, rule="x", full_name="王伟")
    body = Organisation(text="水利局", start=2, end=5, rule="x")
    title = Title(text="局长", start=5, end=7, rule="x")
    day = Date(text="18日", start=7, end=10, rule="x", first=since, last=since)
    office = Appointment(
        person=person, title=title, organisation=body, status=status, former=former, since=day if since else None
    )
    report = Report("王伟水利局局长18日", None, (person, body, title, day), (office, office))
    assert said(report, "people") == [f"王伟 {shown} 1 处"]


def test_the_time_line_is_in_the_order_of_the_days() -> None:
    def day(*parts: int) -> datetime.date:
        return datetime.date(*parts)

    report = dates(
        ("今年", day(2026, 1, 1), day(2026, 12, 31)),
        ("昨天", day(2026, 6, 17), day(2026, 6, 17)),
        ("元旦", day(2026, 1, 1), day(2026, 1, 1)),
        ("去年底前", None, day(2025, 12, 31)),
        ("17日", day(2026, 6, 17), day(2026, 6, 17)),
        ("近日", None, None),
    )
    shown = dict(sections(report, entries(report)))["dates"]
    order = [".. – 2025-12-31", "2026-01-01<", "2026-01-01 – 2026-12-31", "2026-06-17", "近日"]
    places = [shown.index(each) for each in order]
    assert places == sorted(places)
    assert re.findall("<h3>(.*?)</h3>", shown)[:2] == ["2025", "2026"]


def test_what_a_short_form_leaves_out_another_mention_tells() -> None:
    short = Organisation(text="省委", start=0, end=2, rule="x", name="中国共产党岭东省委员会")
    full = Organisation(
        text="省委", start=2, end=4, rule="x", name="中国共产党岭东省委员会", kind="party", region="990000"
    )
    assert said(Report("省委省委", None, (short, full)), "bodies") == ["中国共产党岭东省委员会 党 · 990000 2 处"]


def test_places_titles_and_figures() -> None:
    place = Place(text="岭东", start=0, end=2, rule="x", name="岭东省", kind="province", code="990000")
    title = Title(text="代省长", start=2, end=5, rule="x", offices=("省长",), kind="government", acting=True, ordinal=3)
    figure = Figure(
        text="约3成", start=5, end=8, rule="x", kind="percent", value=Decimal(30), unit="%", approximate=True
    )
    unknown = Figure(text="若干", start=8, end=10, rule="x")
    report = Report("岭东代省长约3成若干", None, (place, title, figure, unknown))
    assert said(report, "places") == ["岭东省 省级 · 990000 1 处"]
    assert said(report, "titles") == ["省长 政府 · 代理 · 3 届 1 处"]
    assert said(report, "figures") == [
        "约3成 ≈ 30 % 约 · 百分比 岭东代省长 约3成 若干",
        "若干 – 数 岭东代省长约3成 若干",
    ]


def test_equal_figures_are_rows_of_their_own_and_equal_days_are_one() -> None:
    figures = tuple(Figure(text="3", start=i, end=i + 1, rule="x", value=Decimal(3)) for i in (0, 2))
    assert [e.anchor for e in entries(Report("3、3", None, figures)).figures] == ["f0", "f1"]
    today = tuple(Date(text="今", start=i, end=i + 1, rule="x", value="2026-06-18") for i in (0, 2))
    (found,) = entries(Report("今、今", None, today)).dates
    assert found.mentions == today


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("北京", 0, 2, "<b>北京</b>"),
        ("会议闭幕。他在北京说，好！", 7, 9, "他在<b>北京</b>说，好"),
        ("一" * 30 + "北京" + "二" * 30, 30, 32, "…" + "一" * 24 + "<b>北京</b>" + "二" * 24 + "…"),
        ("<\n>北京&", 3, 5, "&gt;<b>北京</b>&amp;"),
    ],
)
def test_the_context_is_the_clause(text: str, start: int, end: int, shown: str) -> None:
    assert context(text, start, end) == shown


def figure(**fields: object) -> Figure:
    """A figure of which only the value counts."""
    return Figure(text="x", start=0, end=1, rule="x", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mention", "shown"),
    [
        (figure(value=Decimal("1E+100000")), "1E+100000"),
        (figure(value=Decimal("-0.50"), unit="%"), "-0.50 %"),
        (figure(value=Decimal(3), high=Decimal(5), currency="CNY"), "3–5 CNY"),
        (figure(value=Decimal(3), high=Decimal(5), kind="ratio"), "3:5"),
        (figure(value=Decimal(3), bound="at-least"), "≥ 3"),
        (figure(value=Decimal(3), bound="mine"), "mine 3"),
        (figure(value=Decimal(3), approximate=True), "≈ 3"),
        (figure(), ""),
    ],
)
def test_amounts(mention: Figure, shown: str) -> None:
    assert amount(mention) == value(mention) == shown


@pytest.mark.parametrize(
    ("mention", "shown"),
    [
        (Person(text="王", start=0, end=1, rule="x", full_name="王伟"), "王伟"),
        (Person(text="王", start=0, end=1, rule="x"), ""),
        (Organisation(text="省委", start=0, end=2, rule="x", name="某省委"), "某省委"),
        (Date(text="18日", start=0, end=3, rule="x", value="2026-06-18"), "2026-06-18"),
    ],
)
def test_normal_forms(mention: Mention, shown: str) -> None:
    assert value(mention) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [(DAY, DAY, "2026-06-18"), (DAY, None, "2026-06-18 – .."), (None, DAY, ".. – 2026-06-18"), (None, None, "")],
)
def test_days(first: datetime.date | None, last: datetime.date | None, shown: str) -> None:
    assert days(Date(text="x", start=0, end=1, rule="x", first=first, last=last)) == shown
