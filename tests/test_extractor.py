"""The extractor keeps its promises: immutable, picklable, lazy, and clear about wrong arguments."""

import datetime
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from govner import DateError, Extractor, InputError, extract
from govner.lexicon.tables import table
from govner.text.normalise import view

REPORTS = Path(__file__).parents[1] / "examples" / "reports"
TEXT = "海东省省长李明远11月26日在广州会见来宾。"


def test_nothing_is_found_in_nothing() -> None:
    report = extract("")
    assert report.mentions == ()
    assert report.appointments == ()


def test_an_extractor_cannot_be_changed(extractor: Extractor) -> None:
    with pytest.raises(AttributeError, match="make another one"):
        extractor.kinds = ("person",)


def test_an_extractor_pickles(extractor: Extractor) -> None:
    again = pickle.loads(pickle.dumps(extractor))
    assert again.extract(TEXT) == extractor.extract(TEXT)


def test_kinds_are_a_choice_among_the_mentions(extractor: Extractor) -> None:
    dates = Extractor(kinds=("date",)).extract(TEXT)
    assert dates.mentions == extractor.extract(TEXT).dates
    assert dates.appointments == ()


@pytest.mark.parametrize("published", ["26.11.2021", "2021-02-30", "heute"])
def test_a_wrong_day_is_refused(published: str, extractor: Extractor) -> None:
    with pytest.raises(DateError, match="or a day like"):
        extractor.extract(TEXT, published)


def test_a_moment_is_taken_as_its_day(extractor: Extractor) -> None:
    moment = datetime.datetime(2021, 11, 27, 9, 30, tzinfo=datetime.UTC)
    assert extractor.extract(TEXT, moment).published == datetime.date(2021, 11, 27)


@pytest.mark.parametrize("number", "①②⑳⑴❶㈠")
def test_the_number_of_an_item_is_no_part_of_a_body(number: str, extractor: Extractor) -> None:
    report = extractor.extract(f"{number}市财政局负责落实；{number}央行决定下调利率")
    assert [body.text for body in report.organisations] == ["市财政局", "央行"]


def test_bytes_are_refused(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="decode bytes first"):
        extractor.extract(TEXT.encode())  # type: ignore[arg-type]


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(InputError, match="choose from person"):
        Extractor(kinds=["people"])


def test_pipe_is_lazy_and_in_order(extractor: Extractor) -> None:
    asked = []

    def texts() -> Iterator[str]:
        for i in range(3):
            asked.append(i)
            yield f"{i}。{TEXT}"

    reports = extractor.pipe(texts())
    first = next(reports)
    assert asked == [0]
    assert first.text.startswith("0")
    assert [report.text[0] for report in reports] == ["1", "2"]


def test_two_workers_give_the_same_as_one(extractor: Extractor) -> None:
    texts = [(f"{i}。{TEXT}", "2021-11-27") for i in range(40)]
    assert list(extractor.pipe(texts, workers=2)) == list(extractor.pipe(texts))


def test_tokens_tile_the_text(extractor: Extractor) -> None:
    tokens = extractor.tokenize("２０２１年 李明")
    assert "".join(token.text for token in tokens) == "２０２１年 李明"


def test_an_explanation_names_the_winner(extractor: Extractor) -> None:
    explanation = extractor.explain(TEXT)
    chosen = {(c.text, c.label) for c in explanation.candidates if c.chosen}
    assert ("李明远", "person") in chosen
    assert "李明远" in str(explanation.at(5, 7))
    won = next(c for c in explanation.candidates if c.chosen and c.text == "李明远")
    assert won.score == pytest.approx(sum(weight for _, weight in won.evidence), abs=5.0)


@pytest.mark.parametrize("name", ["summit", "appointment", "bulletin"])
def test_traditional_characters_give_the_same_mentions(name: str, extractor: Extractor) -> None:
    text = (REPORTS / f"{name}.txt").read_text(encoding="utf-8")
    pairs = [(simple, other) for other, simple, both in table("text/traditional").rows if both == "no"]
    twin = text.translate({ord(simple): other for simple, other in pairs})
    assert view(twin) == view(text)
    assert twin != text
    spans = [(m.label, m.start, m.end) for m in extractor.extract(text).mentions]
    assert [(m.label, m.start, m.end) for m in extractor.extract(twin).mentions] == spans
