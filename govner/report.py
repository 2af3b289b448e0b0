"""What ``extract`` returns: a report with its mentions, its people and bodies, and its JSON there and back."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from govner import record
from govner.errors import FormatError
from govner.mentions import Appointment, Date, Figure, Mention, Organisation, Person, Place, Title
from govner.resolve.people import groups

M = TypeVar("M", bound=Mention)
T = TypeVar("T")
K = TypeVar("K")

KINDS: Mapping[str, type[Mention]] = {k.label: k for k in (Person, Title, Organisation, Date, Figure, Place)}


@dataclass(frozen=True, slots=True)
class Profile:
    """A person of the report: the fullest name it gives, every mention of it, every office held."""

    name: str
    mentions: tuple[Person, ...]
    appointments: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation of the report: its official name and every mention of it, short forms included."""

    name: str
    kind: str | None
    level: str | None
    region: str | None
    mentions: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A text with everything found in it.

    ``mentions`` are in text order and never overlap; ``text[m.start:m.end] == m.text`` for each.
    ``published`` is the day that relative dates were resolved against, as given or as found in the text.
    """

    text: str
    published: datetime.date | None = None
    mentions: tuple[Mention, ...] = ()
    appointments: tuple[Appointment, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """The mentions of persons, in text order."""
        return self._of(Person)

    @property
    def titles(self) -> tuple[Title, ...]:
        """The mentions of offices, ranks and professions, in text order."""
        return self._of(Title)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The mentions of named bodies, in text order."""
        return self._of(Organisation)

    @property
    def dates(self) -> tuple[Date, ...]:
        """The time expressions, in text order."""
        return self._of(Date)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers with their units, in text order."""
        return self._of(Figure)

    @property
    def places(self) -> tuple[Place, ...]:
        """The mentions of places, in text order."""
        return self._of(Place)

    @property
    def roster(self) -> tuple[Profile, ...]:
        """One profile a person, in the order of first mention; people of one name with unlike offices are several."""
        held = _grouped([a for a in self.appointments if a.person], lambda a: a.person.start if a.person else 0)
        return tuple(
            Profile(name, tuple(mentions), tuple(a for m in mentions for a in held.get(m.start, ())))
            for name, mentions in groups(self.people, self.appointments)
        )

    @property
    def bodies(self) -> tuple[Body, ...]:
        """One record an organisation, in the order of first mention."""
        bodies = _grouped(self.organisations, lambda body: body.name or body.text)
        return tuple(
            Body(
                name,
                _first(m.kind for m in mentions),
                _first(m.level for m in mentions),
                _first(m.region for m in mentions),
                mentions,
            )
            for name, mentions in bodies.items()
        )

    def to_json(self) -> str:
        """This report as one line of JSON, from which :meth:`from_json` makes an equal one.

        Days are ISO 8601, decimals are strings, and an appointment names its mentions by their index. Chinese
        stays readable; line separators and lone surrogates are escaped, so that every encoding takes the line.

        >>> Report("北京", mentions=(Place(text="北京", start=0, end=2, rule="division"),)).to_json()[:65]
        '{"text": "北京", "published": null, "mentions": [{"label": "place",'
        """
        index = {mention: i for i, mention in enumerate(self.mentions)}
        sheet = _Sheet(
            self.text,
            self.published,
            [{"label": m.label, **record.write(m)} for m in self.mentions],
            [record.write(_Referral.to(a, index)) for a in self.appointments],
        )
        return record.dumps(record.write(sheet))

    @classmethod
    def from_json(cls, line: str) -> "Report":
        """The report that :meth:`to_json` wrote. Raises FormatError saying what is wrong with any other string.

        The key ``id`` of a line of JSON Lines (:mod:`govner.formats.jsonl`) is passed over.
        """
        found = record.loads(line, "report")
        if isinstance(found, dict):
            found.pop("id", None)
        return cls.from_record(found)

    @classmethod
    def from_record(cls, found: object) -> "Report":
        """The report that a line's JSON holds. Raises FormatError as :meth:`from_json` does."""
        with _within("report"):
            sheet = record.read(_Sheet, found)
        mentions: list[Mention] = []
        for i, item in enumerate(sheet.mentions):
            with _within(f"mention {i}"):
                mentions.append(_mention(item))
                _check(mentions[-1], sheet.text, mentions[-2].end if i else 0)
        appointments = []
        for i, item in enumerate(sheet.appointments):
            with _within(f"appointment {i}"):
                appointments.append(record.read(_Referral, item).back(mentions))
        return cls(sheet.text, sheet.published, tuple(mentions), tuple(appointments))

    def _repr_html_(self) -> str:
        """What a notebook shows of this report: its head with the mentions marked."""
        # Notebooks ask the object itself, so the method stands here; the view is loaded when one asks, never before.
        from govner.view.notebook import fragment  # noqa: PLC0415

        return fragment(self)

    def _of(self, kind: type[M]) -> tuple[M, ...]:
        return tuple(m for m in self.mentions if isinstance(m, kind))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A report as JSON has it."""

    text: str
    published: datetime.date | None
    mentions: list[record.Json]
    appointments: list[record.Json]


@dataclass(frozen=True, slots=True)
class _Referral:
    """An appointment as JSON has it: the parts are indexes into the mentions."""

    person: int | None
    title: int | None
    organisation: int | None
    place: int | None
    former: bool
    status: str
    since: int | None

    @classmethod
    def to(cls, appointment: Appointment, index: Mapping[Mention, int]) -> "_Referral":
        def at(part: Mention | None) -> int | None:
            if part is not None and part not in index:
                raise FormatError(f"an appointment's {part.label} {part.text!r} is not among the report's mentions")
            return None if part is None else index[part]

        a = appointment
        return cls(at(a.person), at(a.title), at(a.organisation), at(a.place), a.former, a.status, at(a.since))

    def back(self, mentions: Sequence[Mention]) -> Appointment:
        def part(kind: type[M], i: int | None) -> M | None:
            if i is None:
                return None
            if not 0 <= i < len(mentions) or not isinstance(mention := mentions[i], kind):
                raise FormatError(f"{kind.label} refers to mention {i}, which is no {kind.label}")
            return mention

        return Appointment(
            person=part(Person, self.person),
            title=part(Title, self.title),
            organisation=part(Organisation, self.organisation),
            place=part(Place, self.place),
            former=self.former,
            status=self.status,
            since=part(Date, self.since),
        )


def _mention(item: record.Json) -> Mention:
    label = item.pop("label", None) if isinstance(item, dict) else None
    if not isinstance(label, str) or label not in KINDS:
        raise FormatError(f"label is {label!r}; one of {', '.join(KINDS)} is expected")
    return record.read(KINDS[label], item)


def _check(mention: Mention, text: str, after: int) -> None:
    if not after <= mention.start < mention.end <= len(text):
        raise FormatError(f"{mention.start}–{mention.end} overlaps the mention before, or lies outside the text")
    if (said := text[mention.start : mention.end]) != mention.text:
        raise FormatError(f"the text has {said!r} at {mention.start}–{mention.end}, not {mention.text!r}")


@contextmanager
def _within(where: str) -> Iterator[None]:
    try:
        yield
    except FormatError as error:
        raise FormatError(f"{where}: {error}") from error


def _grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    found: dict[K, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return {name: tuple(group) for name, group in found.items()}


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v is not None), None)
