"""Hostile texts are read like any other: soundly, and with work in proportion to their length."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import govner
from govner.extractor import Extractor
from tests.robustness.hostile import HOSTILE, REPORTED, Make, assigned
from tests.robustness.promises import sound

SIZE = 1500
# A report has about one candidate for two code points; masks in a row (某某某) have most.
MOST_CANDIDATES = 10
# Twice the text is twice the work, but for what a text has once.
TWICE = 2.6
Trace = Callable[[FrameType, str, Any], Any]
ROOMS = str(Path(govner.__file__).parent)


def test_no_two_of_them_are_the_same() -> None:
    assert len({make(200) for make in HOSTILE.values()}) == len(HOSTILE)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_sound_and_its_candidates_in_proportion(extractor: Extractor, name: str) -> None:
    half, whole = HOSTILE[name](SIZE), HOSTILE[name](2 * SIZE)
    sound(extractor.extract(whole, "2026-06-18"), whole)
    few, many = (len(extractor.candidates(extractor.page(text))) for text in (half, whole))
    assert many <= MOST_CANDIDATES * len(whole)
    assert many <= TWICE * few + 60


@pytest.mark.parametrize("name", REPORTED)
def test_what_a_report_remembers_costs_in_proportion(extractor: Extractor, name: str) -> None:
    few, many = (lines(extractor, REPORTED[name], size) for size in (6000, 12000))
    assert many <= TWICE * few + 2000


def test_every_assigned_code_point_at_once(extractor: Extractor) -> None:
    text = assigned()
    assert len(text) > 140_000
    sound(extractor.extract(text), text)


@pytest.mark.parametrize("text", ["（" * 100_000, "（" * 50_000 + "）" * 50_000, "9" * 100_000, "9" * 100_000 + "亿元"])
def test_a_hundred_thousand_of_one_sign(extractor: Extractor, text: str) -> None:
    sound(extractor.extract(text), text)


def lines(extractor: Extractor, make: Make, size: int) -> int:
    """How many lines of the rooms behind the choice are run for a text, its people, its bodies and its dossier."""
    page = extractor.page(make(size), "2026-06-18")
    chosen = extractor._chosen(page)
    count = 0

    def local(frame: FrameType, event: str, argument: object) -> Trace:
        nonlocal count
        count += event == "line"
        return local

    def trace(frame: FrameType, event: str, argument: object) -> Trace | None:
        ours = frame.f_code.co_filename.startswith(ROOMS) and "/values/" not in frame.f_code.co_filename
        return local if ours else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        report = extractor._resolve(page, chosen)
        assert len(report.roster) <= len(report.people)
        assert len(report.bodies) <= len(report.organisations)
        govner.dossier([report])
    finally:
        sys.settrace(before)
    return count
