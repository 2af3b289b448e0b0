"""What every report promises about itself, whatever its text."""

import re
from decimal import Decimal

from govner.mentions import LABELS, Date, Figure, Mention, Place, Title
from govner.report import Report

TIMEX = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF|P[\dXYMWDTHS.]+|[\dX]{4}[\dXWQHTEMOIAFVNSPUWFA:.+Z-]*|T[\d:TMOIAFEVNX]+|\d{2,3}X{1,2}"
)


def sound(report: Report, text: str) -> None:
    """Asserts all of it: offsets, order, values, appointments of its own mentions, JSON there and back."""
    assert report.text == text
    last = 0
    for mention in report.mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.label in LABELS
        assert mention.rule
        _well_formed(mention)
        last = mention.end
    own = {id(mention) for mention in report.mentions}
    for office in report.appointments:
        parts = [p for p in (office.person, office.title, office.organisation, office.place, office.since) if p]
        assert parts
        assert all(id(part) in own for part in parts)
    assert sum(len(profile.mentions) for profile in report.roster) == len(report.people)
    assert sum(len(body.mentions) for body in report.bodies) == len(report.organisations)
    assert Report.from_json(report.to_json()) == report


def _well_formed(mention: Mention) -> None:
    if isinstance(mention, Date):
        values = mention.value.split("/") if mention.value is not None else []
        assert all(TIMEX.fullmatch(value) for value in values if value not in ("", "..")), mention
        assert not re.search(r"T24:(?!00)|T2[5-9]|:[6-9]", mention.value or ""), mention
        assert mention.first is None or mention.last is None or mention.first <= mention.last, mention
    elif isinstance(mention, Figure):
        for number in (mention.value, mention.high):
            assert number is None or (number.is_finite() and Decimal(str(number)) == number), mention
        if mention.high is not None:
            assert mention.value is not None, mention
            assert mention.value <= mention.high or mention.kind == "ratio", mention
        assert mention.currency is None or re.fullmatch("[A-Z]{3}", mention.currency), mention
    elif isinstance(mention, Place):
        assert mention.code is None or re.fullmatch(r"\d{2,12}|[A-Z]{2,3}|", mention.code), mention
    elif isinstance(mention, Title):
        assert all(mention.offices), mention
        assert mention.ordinal is None or mention.ordinal >= 0, mention
