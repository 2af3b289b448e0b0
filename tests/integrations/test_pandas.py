"""Data frames of mentions: a row each, under the index of the texts, typed, with the extractor's own values."""

import datetime
import logging
from collections.abc import Callable

import pytest

from govner import DateError, Extractor, InputError, MissingPackageError, Report
from govner.formats.columns import row
from govner.integrations import pandas as ours

pd = pytest.importorskip("pandas", reason="pandas is not installed; pip install 'govner[pandas]'")

TEXT = "四川省委书记陈怀瑾昨天出席会议，增长5.2%。"


def test_every_mention_is_a_row_with_its_values(extractor: Extractor, texts: list[tuple[str, str]]) -> None:
    series = pd.Series([text for text, _ in texts])
    days = pd.Series([day for _, day in texts])
    frame = ours.extract(series, days, extractor=extractor)
    expected = [(i, row(m)) for i, (text, day) in enumerate(texts) for m in extractor.extract(text, day).mentions]
    assert list(frame.index) == [i for i, _ in expected]
    assert list(frame.columns) == [column.name for column in ours.MENTIONS]
    for column in ours.MENTIONS:
        found = [
            None if not isinstance(v, list) and pd.isna(v) else v.date() if column.kind == "day" else v
            for v in frame[column.name]
        ]
        assert found == [cells[column.name] for _, cells in expected], column.name


def test_any_index_is_kept_and_joins(extractor: Extractor) -> None:
    index = pd.MultiIndex.from_tuples([("a", 1), ("a", 2), ("b", 1)], names=["paper", "page"])
    articles = pd.DataFrame({"text": [TEXT, None, TEXT]}, index=index)
    frame = ours.extract(articles["text"], "2026-06-18", extractor=extractor)
    assert frame.index.names == ["paper", "page"]
    assert frame.loc[("b", 1), "timex"].dropna().tolist() == ["2026-06-17"]
    assert len(articles.join(frame[["label", "timex"]])) == len(frame) + 1


def test_types_are_the_same_with_and_without_rows(extractor: Extractor) -> None:
    some = ours.extract(pd.Series([TEXT]), extractor=extractor)
    none = ours.extract(pd.Series([], dtype="object"), extractor=extractor)
    assert none.dtypes.equals(some.dtypes)
    assert {name: str(some[name].dtype) for name in ("start", "text", "former", "first", "value_number")} == {
        "start": "Int64",
        "text": "string",
        "former": "boolean",
        "first": "datetime64[s]",
        "value_number": "Float64",
    }
    assert some["value"].dropna().tolist() == ["5.2"]


@pytest.mark.parametrize(
    "days",
    [
        "2026-06-18",
        datetime.date(2026, 6, 18),
        pd.Series(["2026-06-18", pd.NA]),
        pd.Series(pd.to_datetime(["2026-06-18", None])),
        pd.Series(["2026-01-01", None, "2026-06-18"], index=[7, 1, 0]),
    ],
)
def test_days_are_one_for_all_or_a_series(extractor: Extractor, days: object) -> None:
    found = ours.reports(pd.Series([TEXT, TEXT]), days, extractor=extractor)  # type: ignore[arg-type, unused-ignore]
    assert found[0].published == datetime.date(2026, 6, 18)
    assert (found[1].published is None) == isinstance(days, pd.Series)


@pytest.mark.parametrize(
    ("index", "said"), [([0, 2], "no day for the text at index 1"), ([1, 1], "labels twice")], ids=str
)
def test_days_that_do_not_go_with_the_texts_are_refused(extractor: Extractor, index: list[int], said: str) -> None:
    with pytest.raises(InputError, match=said):
        ours.extract(pd.Series([TEXT, TEXT]), pd.Series(["2026-06-18"] * 2, index=index), extractor=extractor)


def test_a_list_is_refused() -> None:
    with pytest.raises(InputError, match="texts is a list; give a pandas Series"):
        ours.extract([TEXT])


@pytest.mark.parametrize("workers", [1, 2])
def test_a_broken_text_is_told_by_its_label(
    extractor: Extractor, workers: int, caplog: pytest.LogCaptureFixture
) -> None:
    series = pd.Series([None, TEXT, 5, TEXT], index=list("abcd"), dtype="object")
    with pytest.raises(InputError) as caught:
        ours.extract(series, extractor=extractor, workers=workers)
    assert "govner: the text at index 'c'" in caught.value.__notes__
    with caplog.at_level(logging.WARNING, logger="govner.integrations.pandas"):
        skipped = ours.reports(series, extractor=extractor, workers=workers, on_error="skip")
    assert "the text at index 'c' is left out" in caplog.text
    assert [report is None for report in skipped] == [True, False, True, False]
    other = ours.reports(series, extractor=extractor, workers=workers, on_error=lambda label, error: Report(str(label)))
    assert other["c"] == Report("c")


def test_a_wrong_day_is_told() -> None:
    with pytest.raises(DateError, match="'heute'"):
        ours.extract(pd.Series([TEXT]), "heute")


def test_appointments_are_a_frame_that_leads_to_the_mentions(
    extractor: Extractor, texts: list[tuple[str, str]]
) -> None:
    text, day = texts[0]
    found = ours.reports(pd.Series({"x": text}), day, extractor=extractor)
    offices, rows = ours.appointments(found), ours.mentions(found)
    assert len(offices) == len(found["x"].appointments) > 5
    for (_, office), said in zip(offices.iterrows(), found["x"].appointments, strict=True):
        body = said.organisation or said.place
        assert office["body"] == (body and (body.name or body.text))
        assert office["status"] == said.status
        assert rows.loc[rows["start"] == office["title_start"], "text"].item() == office["title"]
    assert offices["since_first"].notna().sum() == sum(a.since is not None for a in found["x"].appointments)


def test_without_pandas_one_sentence_says_what_to_install(absent: Callable[[str], None]) -> None:
    absent("pandas")
    with pytest.raises(MissingPackageError, match=r"pandas is not installed; pip install 'govner\[pandas\]'"):
        ours.extract([TEXT])
