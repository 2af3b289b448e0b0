"""What the mentions of a report come to: an entry for each person, office, body, day, figure and place."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from govner.mentions import Date, Figure, Mention, Organisation, Person, Place, Title
from govner.report import Report

M = TypeVar("M", bound=Mention)
M_co = TypeVar("M_co", bound=Mention, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[M_co]):
    """One thing with all its mentions, in text order; ``anchor`` names its row on the page."""

    anchor: str
    mentions: tuple[M_co, ...]

    @property
    def first(self) -> M_co:
        """The mention that stands for the entry: all have the same normal form."""
        return self.mentions[0]


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a report by type, in the order of first mention; people are in the order of the roster."""

    people: tuple[Entry[Person], ...]
    titles: tuple[Entry[Title], ...]
    organisations: tuple[Entry[Organisation], ...]
    dates: tuple[Entry[Date], ...]
    figures: tuple[Entry[Figure], ...]
    places: tuple[Entry[Place], ...]

    def anchors(self) -> Mapping[int, str]:
        """Where each mention leads, by the offset it starts at."""
        lists = (self.people, self.titles, self.organisations, self.dates, self.figures, self.places)
        return {m.start: entry.anchor for entries in lists for entry in entries for m in entry.mentions}


def entries(report: Report) -> Entries:
    """The entries of the report. A figure is an entry of its own: equal numbers seldom count the same thing."""
    return Entries(
        people=tuple(Entry(f"p{i}", profile.mentions) for i, profile in enumerate(report.roster)),
        titles=_grouped("t", report.titles, lambda m: (m.offices or m.text, m.kind, m.former, m.acting, m.ordinal)),
        organisations=tuple(Entry(f"o{i}", body.mentions) for i, body in enumerate(report.bodies)),
        dates=_grouped("d", report.dates, lambda m: (m.value or m.text, m.first, m.last, m.kind)),
        figures=_grouped("f", report.figures, lambda m: m.start),
        places=_grouped("l", report.places, lambda m: (m.name or m.text, m.code, m.kind)),
    )


def _grouped(letter: str, mentions: Iterable[M], key: Callable[[M], Hashable]) -> tuple[Entry[M], ...]:
    found: dict[Hashable, list[M]] = {}
    for m in mentions:
        found.setdefault(key(m), []).append(m)
    return tuple(Entry(f"{letter}{i}", tuple(group)) for i, group in enumerate(found.values()))
