"""A report as a table for the terminal: the mentions by type with their normal forms, then the appointments."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from govner.mentions import Appointment, Date, Figure, Mention, Organisation, Person, Place, Title
from govner.report import Report
from govner.view.amounts import amount, days

Row = tuple[str, ...]


def table(report: Report, name: str) -> str:
    """The report under its name, ready to print; the same mention with the same normal form is one row, counted."""
    published = f"published {report.published}" if report.published else "publication date unknown"
    counts = f"{len(report.text):,} characters, {len(report.mentions)} mentions"
    sections = [
        ("people", [_person(m) for m in report.people]),
        ("titles", [_title(m) for m in report.titles]),
        ("organisations", [_organisation(m) for m in report.organisations]),
        ("dates", [_date(m) for m in report.dates]),
        ("figures", [_figure(m) for m in report.figures]),
        ("places", [_place(m) for m in report.places]),
        ("appointments", [_appointment(a) for a in report.appointments]),
    ]
    shown = [f"{heading}\n{columns(_counted(rows))}" for heading, rows in sections if rows]
    return "\n\n".join([f"{printable(name)}: {published}, {counts}", *shown]) + "\n"


def columns(rows: Sequence[Row]) -> str:
    """Rows under each other, cells aligned by what they take on a terminal: a Chinese character takes two columns.

    >>> print(columns([("省长", "a"), ("x", "b")]))
      省长  a
      x     b
    """
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell + " " * (w - width(cell)) for cell, w in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(f"  {line}".rstrip() for line in lines)


def width(text: str) -> int:
    """How many columns a terminal gives the text (Unicode Standard Annex 11; marks that combine take none).

    >>> width("省长A"), width("é")
    (5, 1)
    """
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in unicodedata.normalize("NFC", text)
    )


def printable(text: str) -> str:
    """The text on one line, without what would steer a terminal: control characters are written as escapes."""
    return "".join(
        c if c.isprintable() else " " if c in "\n\r\t\u3000\xa0" else c.encode("unicode_escape").decode() for c in text
    )


def _counted(rows: Iterable[Row]) -> list[Row]:
    return [(*row, f"×{count}" if count > 1 else "") for row, count in Counter(rows).items()]


def _person(m: Person) -> Row:
    return m.text, m.full_name or "?", m.kind


def _title(m: Title) -> Row:
    marks = ["former"] * m.former + ["acting"] * m.acting + [f"term {m.ordinal}"] * (m.ordinal is not None)
    return m.text, "、".join(m.offices), _joined(m.kind, *marks)


def _organisation(m: Organisation) -> Row:
    return m.text, m.name or "?", _joined(m.kind, m.level, m.region)


def _date(m: Date) -> Row:
    return m.text, m.value or "?", m.kind, days(m)


def _figure(m: Figure) -> Row:
    return m.text, amount(m) or "?", m.kind


def _place(m: Place) -> Row:
    return m.text, m.name or "?", _joined(m.kind, m.code)


def _appointment(a: Appointment) -> Row:
    status = "former" if a.former and a.status == "held" else a.status
    return (
        _said(a.person),
        _said(a.title),
        _said(a.organisation or a.place),
        _joined(status, a.since.text if a.since else None),
    )


def _said(part: Mention | None) -> str:
    return "–" if part is None else part.text


def _joined(*notes: str | None) -> str:
    return ", ".join(filter(None, notes))
