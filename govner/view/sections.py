"""The lists below the text: people with their offices, bodies, dates, figures, places and titles."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from govner.mentions import Appointment, Date, Figure, Mention, Organisation, Place, Title
from govner.report import Profile, Report
from govner.view.amounts import amount, days
from govner.view.context import context
from govner.view.entries import Entries, Entry
from govner.view.markup import Markup, element, text
from govner.view.words import both, notes

# What the note beside a mention says is copied from these cells: its value, and notes on it.
VALUE, NOTES = "value", "notes"


def sections(report: Report, found: Entries) -> Iterator[tuple[str, Markup]]:
    """Each list that has entries, by the key of its heading."""
    if found.people:
        yield "people", _table(("name", "offices", "found"), _people(report.roster, found.people))
    if found.organisations:
        yield "bodies", _table(("official", "kind", "found"), map(_body, found.organisations))
    if found.dates:
        yield "dates", _dates(report.text, found.dates)
    if found.figures:
        yield "figures", _table(("said", "value", "context"), (_figure(report.text, e) for e in found.figures))
    if found.places:
        yield "places", _table(("official", "kind", "found"), map(_place, found.places))
    if found.titles:
        yield "titles", _table(("office", "kind", "found"), map(_title, found.titles))


def _table(headings: Sequence[str], rows: Iterable[Markup]) -> Markup:
    head = element("tr", *(element("th", both(key), scope="col") for key in headings))
    return element("table", element("thead", head), element("tbody", *rows))


def _row(entry: Entry[Mention], name: Markup, *cells: Markup) -> Markup:
    return element("tr", element("th", name, scope="row"), *(element("td", c) for c in cells), id=entry.anchor)


def _people(roster: Sequence[Profile], found: Sequence[Entry[Mention]]) -> Iterator[Markup]:
    for profile, entry in zip(roster, found, strict=True):
        kind = profile.mentions[0].kind
        name = Markup(_value(profile.name) + _notes(notes(None if kind == "han" else kind)))
        yield _row(entry, name, _offices(profile.appointments), _count(entry))


def _offices(appointments: Iterable[Appointment]) -> Markup:
    said = dict.fromkeys(filter(None, map(_office, appointments)))
    return element("ul", *(element("li", office) for office in said), class_=NOTES) if said else Markup("")


def _office(a: Appointment) -> Markup:
    where = a.organisation or a.place
    parts = [text(part) for part in (where and (where.name or where.text), a.title and a.title.text) if part]
    status = "ended" if a.former else a.status
    if a.since:
        day = str((a.since.last if status == "ended" else a.since.first) or a.since.text)
        parts.append(element("small", both("since" if status == "held" else status), " ", day))
    elif status != "held":
        parts.append(element("small", both(status)))
    return Markup(" ".join(parts))


def _body(entry: Entry[Organisation]) -> Markup:
    m = entry.first
    told = zip(*((each.kind, each.level, each.region) for each in entry.mentions), strict=True)
    about = notes(*(next(filter(None, values), None) for values in told))  # a short form may leave some out
    return _row(entry, _value(m.name or m.text), _notes(about), _count(entry))


def _place(entry: Entry[Place]) -> Markup:
    m = entry.first
    return _row(entry, _value(m.name or m.text), _notes(notes(m.kind, m.code)), _count(entry))


def _title(entry: Entry[Title]) -> Markup:
    m = entry.first
    marks = [mark for mark, is_so in (("former", m.former), ("acting", m.acting)) if is_so]
    said = notes(m.kind, *marks)
    if m.ordinal is not None:
        said = Markup(f"{said} · {m.ordinal} {both('term')}")
    return _row(entry, _value("、".join(m.offices) or m.text), _notes(said), _count(entry))


def _figure(said: str, entry: Entry[Figure]) -> Markup:
    m = entry.first
    back = element("a", m.text, href=f"#m{m.start}")
    kind = notes(m.bound or ("about" if m.approximate else None), m.kind)
    return _row(entry, back, Markup(_value(amount(m) or "–") + _notes(kind)), context(said, m.start, m.end))


def _dates(said: str, found: Sequence[Entry[Date]]) -> Markup:
    """The days in their order under their years; then, as a table, what has no day."""
    dated = sorted((e for e in found if e.first.first or e.first.last), key=_when)
    years: dict[int, list[Markup]] = {}
    for entry in dated:
        years.setdefault(_when(entry)[0].year, []).append(_day(said, entry))
    line = [element("li", element("h3", str(year)), element("ol", *items)) for year, items in years.items()]
    undated = [_undated(said, e) for e in found if not (e.first.first or e.first.last)]
    shown = element("ol", *line, class_="years") if line else Markup("")
    if undated:
        other = _table(("said", "standard", "context"), undated)
        shown = Markup(shown + element("h3", both("other-dates")) + other)
    return shown


def _when(entry: Entry[Date]) -> tuple[datetime.date, datetime.date, int]:
    """Where it stands in the line: by its first day, else its last; the shorter span first."""
    m = entry.first
    first, last = m.first or m.last or datetime.date.min, m.last or datetime.date.max
    return first, last, m.start


def _day(said: str, entry: Entry[Date]) -> Markup:
    m = entry.first
    span = days(m)
    about = notes(m.kind if m.kind != "point" else None, m.value if m.value != span else None)
    parts = [element("p", _value(span), " ", _notes(about))]
    if len(texts := _texts(entry)) > 1:
        parts.append(element("p", "、".join(texts)))
    parts.append(element("p", context(said, m.start, m.end), " ", _count(entry), class_="context"))
    return element("li", *parts, id=entry.anchor, class_="span" if m.first != m.last else "day")


def _undated(said: str, entry: Entry[Date]) -> Markup:
    m = entry.first
    back = element("a", "、".join(_texts(entry)), href=f"#m{m.start}")
    value = Markup(_value(m.value or "–") + _notes(notes(m.kind)))
    return _row(entry, back, value, context(said, m.start, m.end))


def _texts(entry: Entry[Date]) -> Sequence[str]:
    """The different ways the report says it."""
    return tuple(dict.fromkeys(m.text for m in entry.mentions))


def _value(said: str) -> Markup:
    return element("span", said, class_=VALUE)


def _notes(said: Markup) -> Markup:
    return element("span", said, class_=NOTES) if said else Markup("")


def _count(entry: Entry[Mention]) -> Markup:
    """How often it is mentioned, as a link to the first mention."""
    count = len(entry.mentions)
    return element("a", f"{count} ", both("times"), href=f"#m{entry.first.start}", class_="count")
