"""Reports for the formats: one with a mention of every type and field, and any that hypothesis can think of."""

import datetime
from decimal import Decimal

import pytest

from govner.mentions import Appointment, Date, Figure, Mention, Organisation, Person, Place, Title
from govner.report import Report

TEXT = "岭东省省长方景行26日会见华岭集团“😀”首任董事长石敏行，\r\n签约\t3.5亿—4亿元，去了,云\"川'市。\n"


@pytest.fixture
def report() -> Report:
    """A report with a mention of every type, characters outside the basic plane, and signs that formats use."""

    def spot(kind: type[Mention], said: str, /, **fields: object) -> Mention:
        start = TEXT.index(said)
        return kind(text=said, start=start, end=start + len(said), rule="by-hand", **fields)

    mentions = (
        spot(Place, "岭东省", name="岭东省", code="990000", kind="province"),
        spot(Title, "省长", offices=("省长",), kind="government", former=True, acting=True, ordinal=3),
        spot(Person, "方景行", family="方", given="景行", full_name="方景行"),
        spot(Date, "26日", value="2026-06-26", first=datetime.date(2026, 6, 26), last=datetime.date(2026, 6, 26)),
        spot(
            Organisation,
            "华岭集团“😀”",
            name="华岭集团",
            kind="enterprise",
            level="none",
            region="990000",
            short="华岭",
        ),
        spot(Title, "董事长", offices=("董事长", "执行,\n“董事”"), kind="enterprise"),
        spot(Person, "石敏行", family="石", given="敏行", full_name="石敏行"),
        spot(
            Figure,
            "3.5亿—4亿元",
            kind="money",
            value=Decimal("350000000.0"),
            high=Decimal("4E+8"),
            unit="元",
            currency="CNY",
            bound="about",
            approximate=True,
        ),
        spot(Place, "云\"川'市", kind="prefecture"),
    )
    office = Appointment(person=mentions[2], title=mentions[1], place=mentions[0])  # type: ignore[arg-type]
    return Report(TEXT, datetime.date(2026, 6, 27), mentions, (office,))
