"""What holds for every text whatever: nothing fails, offsets are exact, values are well formed."""

import datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govner.extractor import Extractor
from govner.mentions import Label
from tests.robustness.promises import sound
from tests.robustness.texts import ANY_TEXT, ANYTHING, DAYS, MIXTURES, MUTATED, REPORTS, SIGNS, TEXTS

# A line in which nothing is a mention, and a blank one.
LINE = "就这样慢慢走着。\n\n"


def test_the_empty_text_holds_nothing(extractor: Extractor) -> None:
    assert extractor.extract("").mentions == ()
    assert extractor.extract("").appointments == ()


@given(ANYTHING)
@example("\ud800")
@example("\ud83d\ude00")
@example("\x00" * 20)
@example("\n \t\u3000\ufeff\u200b\u202e")
def test_any_text_is_legal(extractor: Extractor, text: str) -> None:
    sound(extractor.extract(text), text)


@given(SIGNS)
@example("-\n一")
def test_signs_in_any_order_are_legal(extractor: Extractor, text: str) -> None:
    sound(extractor.extract(text, published="2026-06-18"), text)


@given(MIXTURES)
@example("十比一")
@example("降低3/4到1/2，提高2/3到3/4。")
def test_mixtures_of_reports_are_legal(extractor: Extractor, text: str) -> None:
    sound(extractor.extract(text, published="2024-02-29"), text)


@settings(max_examples=40)
@given(MUTATED)
def test_mutated_reports_are_legal(extractor: Extractor, text: str) -> None:
    sound(extractor.extract(text, published="2026-12-31"), text)


@given(SIGNS | MIXTURES, DAYS)
@example("去年，上年末，三千年前，一万个世纪以后", datetime.date.min)
@example("明年，下周，一百年后，本世纪末，三天后，年底", datetime.date.max)
def test_any_day_may_be_the_reports(extractor: Extractor, text: str, day: datetime.date | None) -> None:
    sound(extractor.extract(text, day), text)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_reports_are_sound(extractor: Extractor, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    sound(extractor.extract(text, published="2026-06-18"), text)


@pytest.mark.parametrize(
    "kinds", [{"person"}, {"person", "title"}, {"date", "figure"}, {"organisation", "place"}, set()]
)
def test_reports_of_some_kinds_are_sound(extractor: Extractor, kinds: set[Label]) -> None:
    some = Extractor(kinds=kinds)
    for text in TEXTS:
        report = some.extract(text, published="2026-06-18")
        sound(report, text)
        whole = extractor.extract(text, published="2026-06-18").mentions
        assert report.mentions == tuple(m for m in whole if m.label in kinds)


@given(st.integers(0, 5), MIXTURES)
@example(1, "科技集团")
@example(1, "云南省人民政府发\n")
def test_blank_lines_in_front_shift_every_offset_by_just_that_much(extractor: Extractor, lines: int, text: str) -> None:
    shifted_by(extractor, "\n" * lines, text)


@given(MIXTURES | SIGNS)
def test_a_line_in_front_shifts_every_offset_by_just_its_length(extractor: Extractor, text: str) -> None:
    shifted_by(extractor, LINE, text)


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in REPORTS])
def test_reports_are_shifted_by_what_stands_in_front(extractor: Extractor, text: str) -> None:
    shifted_by(extractor, LINE, text)


def shifted_by(extractor: Extractor, front: str, text: str) -> None:
    """Asserts that the mentions are the same behind ``front``, so much further on."""
    before = extractor.extract(text, published="2026-06-18").mentions
    if front.strip() and [m.text for m in before if m.label == "figure"] == [text.strip()]:
        return  # a number with nothing beside it is a figure: the cell of a table
    after = extractor.extract(front + text, published="2026-06-18").mentions
    expected = [(m.start + len(front), m.end + len(front), m.label, m.text) for m in before]
    assert [(m.start, m.end, m.label, m.text) for m in after] == expected


@given(ANY_TEXT)
def test_an_explanation_can_be_had_of_any_text(extractor: Extractor, text: str) -> None:
    explanation = extractor.explain(text)
    assert isinstance(str(explanation), str)
    won = {(c.start, c.end, c.label) for c in explanation.candidates if c.chosen}
    assert won == {(m.start, m.end, m.label) for m in extractor.extract(text).mentions}


@given(ANY_TEXT)
def test_the_words_tile_any_text(extractor: Extractor, text: str) -> None:
    words = extractor.tokenize(text)
    assert "".join(word.text for word in words) == text
    assert [word.start for word in words] == [0, *(word.end for word in words)][: len(words)]
