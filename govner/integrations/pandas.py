"""Mentions of a series of texts as a data frame: a mention a row, under the index of its text.

Needs the extra ``govner[pandas]``. The index of the series is kept, so that whatever else is known of the texts joins
by it: ``articles.join(extract(articles["text"], articles["day"]))``.
"""

import datetime
import logging
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from govner.errors import InputError
from govner.extractor import Extractor, Published
from govner.formats.columns import COLUMNS, Column, Kind, Row, row, scalars
from govner.mentions import Appointment
from govner.optional import package
from govner.report import Report

if TYPE_CHECKING:
    import pandas

LOG = logging.getLogger(__name__)

DTYPES: Mapping[Kind, str] = MappingProxyType(
    {
        "text": "string",
        "texts": "object",
        "integer": "Int64",
        "number": "Float64",
        "flag": "boolean",
        "day": "datetime64[s]",
    }
)
"""The type of each kind of column; each has room for nothing at all, and days reach from the year 1 to 9999."""

MENTIONS: tuple[Column, ...] = COLUMNS[1:]
"""The columns of :mod:`govner.formats.columns` without ``id``, which is the index here."""

APPOINTMENTS: tuple[Column, ...] = (
    *(
        column
        for part in ("person", "title", "organisation", "place")
        for column in (
            Column(part, "text", f"the {part} as the report writes it"),
            Column(f"{part}_start", "integer", f"where that mention of the {part} starts"),
        )
    ),
    Column("full_name", "text", "the person's whole name"),
    Column("body", "text", "official name of the organisation, else of the place"),
    Column("status", "text", "held, begun, ended or proposed"),
    Column("former", "flag", "whether it is ended"),
    Column("since", "text", "TIMEX3 of the date that the sentence gives"),
    Column("since_first", "day", "the first day of that date"),
)

OnError = Literal["raise", "skip"] | Callable[[Hashable, Exception], Report | None]
"""What becomes of a text that cannot be read, as in :meth:`Extractor.pipe`, but told by its index label."""


def extract(
    texts: "pandas.Series[str]",
    published: "Published | pandas.Series[Any]" = None,
    *,
    extractor: Extractor | None = None,
    workers: int = 1,
    on_error: OnError = "raise",
) -> "pandas.DataFrame":
    """The mentions of all texts, a row each in text order, under the index label of its text.

    ``published`` is one day for all, or a series with the index of the texts. A text that is missing has no rows.

    Raises InputError where the two series do not go together, MissingPackageError where pandas is not installed, and
    what :meth:`Extractor.pipe` raises, with the index label of the text as a note.
    """
    return mentions(reports(texts, published, extractor=extractor, workers=workers, on_error=on_error))


def reports(
    texts: "pandas.Series[str]",
    published: "Published | pandas.Series[Any]" = None,
    *,
    extractor: Extractor | None = None,
    workers: int = 1,
    on_error: OnError = "raise",
) -> "pandas.Series[Any]":
    """The report of each text, None for a missing one: for :func:`mentions` and :func:`appointments` both."""
    pd = _pandas()
    if not isinstance(texts, pd.Series):
        raise InputError(f"texts is a {type(texts).__name__}; give a pandas Series, such as one column of a frame")
    there = [position for position, missing in enumerate(texts.isna()) if not missing]
    days = _days(published, texts)
    nothing = Report("")

    def settled(at: int, error: Exception) -> Report:
        (label,) = texts.index[[there[at]]].tolist()  # as Python has it, not numpy
        error.add_note(f"govner: the text at index {label!r}")
        if on_error == "raise":
            raise error
        if on_error == "skip":
            LOG.warning("the text at index %r is left out: %s: %s", label, type(error).__name__, error)
            return nothing
        return on_error(label, error) or nothing

    items = [(texts.iloc[position], days[position]) for position in there]
    found = (extractor or Extractor()).pipe(items, workers, on_error=settled)
    read: list[Report | None] = [None] * len(texts)
    for position, report in zip(there, found, strict=True):
        read[position] = None if report is nothing else report
    series: pandas.Series[Any] = pd.Series(read, index=texts.index, dtype="object", name="report")
    return series


def mentions(reports: "pandas.Series[Any]") -> "pandas.DataFrame":
    """The mentions of a series of reports, a row each, under the index label of the report."""
    return _frame(reports, MENTIONS, lambda report: map(row, report.mentions))


def appointments(reports: "pandas.Series[Any]") -> "pandas.DataFrame":
    """The appointments of a series of reports, a row each; ``person_start`` and the like lead to the mentions."""
    return _frame(reports, APPOINTMENTS, lambda report: map(_appointment, report.appointments))


def _appointment(held: Appointment) -> Row:
    shown: Row = {}
    for part in ("person", "title", "organisation", "place"):
        mention = getattr(held, part)
        shown |= {part: scalars(mention.text), f"{part}_start": mention.start} if mention else {}
    body = held.organisation or held.place
    return shown | {
        "full_name": scalars(held.person.full_name) if held.person and held.person.full_name else None,
        "body": scalars(body.name or body.text) if body else None,
        "status": held.status,
        "former": held.former,
        "since": held.since.value if held.since else None,
        "since_first": held.since.first if held.since else None,
    }


def _frame(
    reports: "pandas.Series[Any]", columns: Iterable[Column], rows: Callable[[Report], Iterator[Row]]
) -> "pandas.DataFrame":
    positions: list[int] = []
    found: list[Row] = []
    for position, report in enumerate(reports):
        if report is not None:
            found.extend(rows(report))
            positions.extend([position] * (len(found) - len(positions)))
    pd, index = _pandas(), reports.index.take(positions)
    cells = {c.name: _cells([shown.get(c.name) for shown in found], c.kind, index) for c in columns}
    frame: pandas.DataFrame = pd.DataFrame(cells, index=index)
    return frame


def _cells(values: list[Any], kind: Kind, index: Any) -> Any:
    if kind == "day":  # by way of ISO 8601, as numpy reads no nanoseconds into it
        values = [None if day is None else day.isoformat() for day in values]
        return _pandas().Series(package("numpy", "pandas").array(values, dtype=DTYPES["day"]), index=index)
    return _pandas().Series(values, dtype=DTYPES[kind], index=index)


def _days(published: Any, texts: "pandas.Series[str]") -> list[Published]:
    pd = _pandas()
    if not isinstance(published, pd.Series):
        return [published] * len(texts)
    if not published.index.equals(texts.index):
        if not published.index.is_unique:
            raise InputError("published has another index than texts, and labels twice; give it the index of texts")
        unknown = texts.index.difference(published.index)
        if len(unknown):
            raise InputError(
                f"published has no day for the text at index {unknown.tolist()[0]!r}; give it the index of texts"
            )
        published = published.reindex(texts.index)
    return [None if pd.isna(day) else _day(day) for day in published]


def _day(day: Published) -> Published:
    return day.date() if isinstance(day, datetime.datetime) else day


def _pandas() -> Any:
    return package("pandas", "pandas")
