"""What a dossier holds: tenures with the sentences that tell of them, JSON Lines there and back, and a table."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govner import record
from govner.errors import FormatError

Day = datetime.date | None


@dataclass(frozen=True, slots=True)
class Sighting:
    """One sentence that says so: of which report (counted from 0), published when, and where it stands in that text.

    ``start`` and ``end`` are code points; ``status`` is held, begun, ended or proposed; ``since`` the day it gives.
    """

    report: int
    published: Day
    start: int
    end: int
    sentence: str
    status: str
    since: Day


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What does not go together with the rest.

    ``kind`` is ``two-holders`` where an office of one holder is held by another person within the same days, and
    ``held-after-end`` where a later report has the office still held and none says that it began again.
    """

    kind: str
    person: str
    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class Tenure:
    """Someone's hold of one office, with everything that the reports say of it.

    ``person`` is the fullest name, ``namesake`` tells people of one name apart (1, 2, …); ``body`` is the official
    name of the organisation or place. ``first`` and ``last`` are the days on which reports have the office held;
    ``begun`` and ``ended`` the days that sentences give, else the publication of the first that says so.
    """

    person: str
    namesake: int
    title: str
    body: str | None
    status: str
    first: Day
    last: Day
    begun: Day
    ended: Day
    sightings: tuple[Sighting, ...]
    contradictions: tuple[Contradiction, ...] = ()

    def to_json(self) -> str:
        """This tenure as one line of JSON; :meth:`from_json` makes an equal one of it."""
        return record.dumps(record.write(self))

    @classmethod
    def from_json(cls, line: str) -> "Tenure":
        """The tenure that :meth:`to_json` wrote. Raises FormatError saying what is wrong with any other string."""
        return record.read(cls, record.loads(line, "tenure"))


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everyone's offices, in the order in which people were first seen and their offices first told."""

    tenures: tuple[Tenure, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """The names, each once."""
        return tuple(dict.fromkeys(tenure.person for tenure in self.tenures))

    def of(self, person: str) -> tuple[Tenure, ...]:
        """The offices of everyone of that name."""
        return tuple(tenure for tenure in self.tenures if tenure.person == person)

    def lines(self) -> Iterator[str]:
        """JSON Lines: one tenure a line."""
        return (tenure.to_json() + "\n" for tenure in self.tenures)

    @classmethod
    def from_lines(cls, lines: Iterable[str]) -> "Dossier":
        """The dossier that :meth:`lines` wrote; empty lines are passed over. Raises FormatError naming the line."""
        tenures = []
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    tenures.append(Tenure.from_json(line))
                except FormatError as error:
                    raise FormatError(f"line {number}: {error}") from error
        return cls(tuple(tenures))

    def rows(self) -> list[tuple[str, ...]]:
        """A table: its header, then one row a tenure, days in ISO 8601, each contradiction by its kind and person."""
        return [HEADER, *map(_row, self.tenures)]


HEADER = ("person", "title", "body", "status", "first", "last", "begun", "ended", "reports", "contradictions")


def _row(tenure: Tenure) -> tuple[str, ...]:
    name = f"{tenure.person} ({tenure.namesake})" if tenure.namesake > 1 else tenure.person
    days = (str(day or "") for day in (tenure.first, tenure.last, tenure.begun, tenure.ended))
    reports = len({sighting.report for sighting in tenure.sightings})
    marks = "; ".join(f"{c.kind} {c.person}" for c in tenure.contradictions)
    return name, tenure.title, tenure.body or "", tenure.status, *days, str(reports), marks
