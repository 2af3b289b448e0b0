"""The dossier of many reports: who held which office where, first and last seen, with the sentences that say so."""

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from govner.mentions import Appointment, Person
from govner.report import Report
from govner.resolve.offices import LEVEL, one_holder
from govner.resolve.people import DOTS, MOST_COMPARED, akin, groups
from govner.resolve.tenures import Contradiction, Day, Dossier, Sighting, Tenure
from govner.text.normalise import view
from govner.text.sentences import sentences


def dossier(reports: Iterable[Report]) -> Dossier:
    """The offices of everyone in many reports, each report read once and not kept.

    An office told without its body (王明局长) is the one office of that title that its holder is known for.
    Contradictions are kept and marked.

    >>> dossier([]).rows()[0][:4]
    ('person', 'title', 'body', 'status')
    """
    files: dict[str, list[_File]] = {}
    for number, report in enumerate(reports):
        source = _Source(number, report, _bounds(report), _by_person(report.appointments))
        for name, mentions in groups(report.people, report.appointments):
            _add(files.setdefault(name, []), source, mentions)
    _join_last_names(files)
    tenures = [
        tenure
        for name, alike in files.items()
        for namesake, file in enumerate((file for file in alike if file.said), 1)
        for tenure in file.tenures(name, namesake)
    ]
    return Dossier(tuple(_marked(tenures)))


Office = tuple[str, str | None]


@dataclass(slots=True)
class _File:
    """What is known of one person while the reports are being read."""

    offices: list[Appointment] = field(default_factory=list)
    known: set[Office] = field(default_factory=set)
    said: dict[Office, list[Sighting]] = field(default_factory=dict)

    def goes_with(self, offices: Sequence[Appointment]) -> bool:
        """Whether one of these offices goes with one of the latest on file."""
        return any(_goes_with(a, b) for a in offices for b in self.offices[-MOST_COMPARED:])

    def tenures(self, name: str, namesake: int) -> Iterator[Tenure]:
        """The offices with all that was said of each, those without a body joined to those with one."""
        by_title: dict[str, list[Office]] = {}
        for office in self.said:
            by_title.setdefault(office[0], []).append(office)
        for title, held in by_title.items():
            if len(held) == 2 and (title, None) in self.said:
                placed = next(office for office in held if office[1] is not None)
                self.said[placed] += self.said.pop((title, None))
        for (title, body), sightings in self.said.items():
            in_time = sorted(sightings, key=lambda sighting: (sighting.published or _NEVER, sighting.report))
            yield _tenure(name, namesake, (title, body), in_time)


_NEVER = datetime.date.max
# A sighting tells at most so many code points on either side of its title: a text need not have sentences.
LONGEST_SIDE = 500
# A holder is compared with so many seen next before and after him in the same office, so that all work is linear.
MOST_RIVALS = 20


class _Source(NamedTuple):
    """A report with its number, its sentences, and where in its appointments each person is spoken of."""

    number: int
    report: Report
    bounds: Sequence[tuple[int, int]]
    by_person: Mapping[int, Sequence[int]]


def _by_person(appointments: Sequence[Appointment]) -> dict[int, list[int]]:
    """The numbers of the appointments of each mention of a person, by where it starts."""
    found: dict[int, list[int]] = {}
    for i, appointment in enumerate(appointments):
        if appointment.person is not None and appointment.title:
            found.setdefault(appointment.person.start, []).append(i)
    return found


def _add(alike: list[_File], source: _Source, mentions: list[Person]) -> None:
    """Files what one report says of one person, with him whose offices go with these."""
    spoken_of = sorted(i for mention in mentions for i in source.by_person.get(mention.start, ()))
    found = [source.report.appointments[i] for i in spoken_of]
    if not found:
        return
    latest = found[-MOST_COMPARED:]
    file = next((file for file in alike[-MOST_COMPARED:] if file.goes_with(latest)), None)
    if file is None:
        alike.append(file := _File())
    for appointment in found:
        body = _body(appointment)
        sighting = _sighting(source, appointment)
        for title in _titles(appointment):
            if (title, body) not in file.known:
                file.known.add((title, body))
                file.offices.append(appointment)
            file.said.setdefault((title, body), []).append(sighting)


def _join_last_names(files: dict[str, list[_File]]) -> None:
    """Files 安德罗夫 with 马里奥·安德罗夫 where both held one office in one body."""
    for name in [name for name in files if DOTS.search(name)]:
        for part in filter(None, DOTS.split(name)):
            for lone in list(files.get(part, ())):
                offices = {office for office in lone.said if office[1] is not None}
                whole = next((file for file in files[name] if offices & file.said.keys()), None)
                if whole is not None:
                    files[part].remove(lone)
                    for office, sightings in lone.said.items():
                        whole.said.setdefault(office, []).extend(sightings)


PUBLIC = ("party", "government", "congress", "cppcc", "judicial")


def _goes_with(one: Appointment, other: Appointment) -> bool:
    """Whether offices of two reports can be one person's: akin, or public ones of one level, in which people rotate."""
    if akin(one, other):
        return True
    public = all(office.title is not None and office.title.kind in PUBLIC for office in (one, other))
    return public and _level(one) is not None and _level(one) == _level(other)


def _level(office: Appointment) -> str | None:
    return office.organisation.level if office.organisation else office.place.kind if office.place else None


def _body(appointment: Appointment) -> str | None:
    """The official name of the body; a 省长 named behind a party committee (岭东省委书记、省长) is the province's."""
    part = appointment.organisation or appointment.place
    if part is None:
        return None
    name = part.name or part.text
    if part.kind == "party" and appointment.title is not None and LEVEL.match(appointment.title.text):
        return name.removeprefix("中国共产党").removesuffix("委员会") or name
    return name


def _titles(appointment: Appointment) -> tuple[str, ...]:
    """副校(院)长 is two offices."""
    title = appointment.title
    return () if title is None else title.offices or (title.text,)


def _bounds(report: Report) -> Sequence[tuple[int, int]]:
    return sentences(view(report.text))


def _sighting(source: _Source, appointment: Appointment) -> Sighting:
    number, report, bounds, _ = source
    at = appointment.title.start if appointment.title else 0
    start, end = bounds[bisect_right(bounds, (at, len(report.text))) - 1]
    start, end = max(start, at - LONGEST_SIDE), min(end, at + LONGEST_SIDE)
    sentence = report.text[start:end]
    start += len(sentence) - len(sentence.lstrip())
    sentence = sentence.strip()
    date, status = appointment.since, appointment.status
    since = None if date is None else date.last if status == "ended" else date.first
    return Sighting(number, report.published, start, start + len(sentence), sentence, status, since)


def _tenure(name: str, namesake: int, office: Office, sightings: Sequence[Sighting]) -> Tenure:
    def told(status: str) -> Iterator[Day]:
        return (s.since or s.published for s in sightings if s.status == status)

    held = [s.published for s in sightings if s.status in ("held", "begun") and s.published]
    begun = next((day for day in told("begun") if day), None)
    ended = next((day for day in told("ended") if day), None)
    contradictions = []
    if ended and held and held[-1] > ended and not any(day and day > ended for day in told("begun")):
        contradictions.append(Contradiction("held-after-end", name, ended, held[-1]))
    return Tenure(
        person=name,
        namesake=namesake,
        title=office[0],
        body=office[1],
        status=sightings[-1].status,
        first=min(held, default=None),
        last=max(held, default=None),
        begun=begun,
        ended=ended,
        sightings=tuple(sightings),
        contradictions=tuple(contradictions),
    )


def _marked(tenures: list[Tenure]) -> Iterator[Tenure]:
    """The tenures, each marked with the other holders of its office within the same days."""
    by_office: dict[Office, list[int]] = {}
    for i, tenure in enumerate(tenures):
        if tenure.body is not None and tenure.first and one_holder(tenure.title):
            by_office.setdefault((tenure.title, tenure.body), []).append(i)
    beside: dict[int, list[int]] = {}
    for holders in by_office.values():
        in_time = sorted(holders, key=lambda i: (tenures[i].first or _NEVER, i))
        for place, i in enumerate(in_time):
            beside[i] = sorted(in_time[max(0, place - MOST_RIVALS) : place + MOST_RIVALS + 1])
    for i, tenure in enumerate(tenures):
        marks = [
            Contradiction("two-holders", other.person, other.first, other.last)
            for other in map(tenures.__getitem__, beside.get(i, ()))
            if _overlap(tenure, other)
        ]
        yield replace(tenure, contradictions=(*tenure.contradictions, *marks)) if marks else tenure


def _overlap(one: Tenure, other: Tenure) -> bool:
    """Whether two people are seen in one office with the days of one reaching into those of the other."""
    if one.person == other.person or not (one.first and one.last and other.first and other.last):
        return False
    return one.first < other.last and other.first < one.last
