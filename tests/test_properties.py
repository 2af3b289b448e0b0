"""What holds for every text whatever: nothing fails, offsets are exact, answers depend on the text alone."""

import pickle
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govner.extractor import Extractor
from govner.mentions import Date, Figure, Label
from govner.report import Report

REPORTS = sorted((Path(__file__).parents[1] / "examples" / "reports").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in REPORTS]

# Any code point at all, lone surrogates included.
ANYTHING = st.text(st.characters(exclude_categories=()))
# Dense in what the rules look for, so that they meet in ways that no report has.
SIGNS = st.text(
    "一二十百千万亿零两半第几多余左右近约%％.．~～-—－/元吨个年月日号时分上下午周至到"
    "省市县区州长书记主任副王李张欧阳某和（）()、，,“”《》· 　\n"
)
PIECES = st.sampled_from([piece for text in TEXTS for piece in re.findall(r"[^，。；、\n]{1,8}|[，。；、\n]", text)])
MIXTURES = st.lists(PIECES | SIGNS, max_size=12).map("".join)
MUTATED = st.builds(
    lambda text, at, length, new: text[:at] + new + text[at + length :],
    st.sampled_from(TEXTS),
    st.integers(0, 1000),
    st.integers(0, 60),
    SIGNS | MIXTURES,
)
ANY_TEXT = st.one_of(ANYTHING, SIGNS, MIXTURES)

TIMEX = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF|P[\dXYMWDTHS.]+|[\dX]{4}[\dXWQHTEMOIAFVNSPUWFA:.+Z-]*|T[\d:TMOIAFEVNX]+|\d{2,3}X{1,2}"
)


def sound(report: Report, text: str) -> None:
    """Asserts all that a report promises about itself."""
    assert report.text == text
    last = 0
    for m in report.mentions:
        assert last <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.text
        assert m.rule
        last = m.end
        if isinstance(m, Date):
            assert m.value is None or all(TIMEX.fullmatch(v) for v in m.value.split("/") if v not in ("", "..")), m
            assert m.first is None or m.last is None or m.first <= m.last, m
        if isinstance(m, Figure):
            assert m.value is None or m.value.is_finite(), m
            assert m.high is None or (m.value is not None and m.value <= m.high), m
    places = {id(m) for m in report.mentions}
    for a in report.appointments:
        parts = [p for p in (a.person, a.title, a.organisation, a.place, a.since) if p is not None]
        assert parts
        assert all(id(part) in places for part in parts)
    assert Report.from_json(report.to_json()) == report


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
def test_mixtures_of_reports_are_legal(extractor: Extractor, text: str) -> None:
    sound(extractor.extract(text, published="2024-02-29"), text)


@settings(max_examples=40)
@given(MUTATED)
def test_mutated_reports_are_legal(extractor: Extractor, text: str) -> None:
    sound(extractor.extract(text, published="2026-12-31"), text)


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


@given(ANY_TEXT)
def test_the_same_text_has_the_same_answer(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text) == extractor.extract(text)


@given(st.integers(0, 5), MIXTURES)
@example(1, "科技集团")
@example(1, "云南省人民政府发\n")
def test_blank_lines_in_front_shift_every_offset_by_just_that_much(extractor: Extractor, lines: int, text: str) -> None:
    before = extractor.extract(text, published="2026-06-18").mentions
    after = extractor.extract("\n" * lines + text, published="2026-06-18").mentions
    assert [(m.start + lines, m.end + lines, m.label, m.text) for m in before] == [
        (m.start, m.end, m.label, m.text) for m in after
    ]


def test_a_pickled_extractor_gives_the_same_answers(extractor: Extractor) -> None:
    again = pickle.loads(pickle.dumps(extractor))
    assert [again.extract(t, "2026-06-18") for t in TEXTS] == [extractor.extract(t, "2026-06-18") for t in TEXTS]


def test_eight_threads_give_the_same_answers(extractor: Extractor) -> None:
    texts = TEXTS * 8
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(extractor.extract, texts))
    assert found == [extractor.extract(text) for text in TEXTS] * 8


def test_a_new_extractor_may_be_made_in_eight_threads_at_once() -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda text: Extractor().extract(text), TEXTS * 2))
    assert found[: len(TEXTS)] == found[len(TEXTS) :]


def test_an_answer_does_not_depend_on_the_texts_before_it(extractor: Extractor) -> None:
    forwards = [extractor.extract(text) for text in TEXTS]
    backwards = [extractor.extract(text) for text in reversed(TEXTS)]
    assert forwards == backwards[::-1]


def test_pipe_gives_the_reports_in_order(extractor: Extractor) -> None:
    assert list(extractor.pipe(iter(TEXTS))) == [extractor.extract(text) for text in TEXTS]
    assert list(extractor.pipe(TEXTS, workers=2)) == [extractor.extract(text) for text in TEXTS]
