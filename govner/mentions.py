"""The typed mentions that a report holds, and the appointments that join them.

Offsets are Unicode code points into the text as given, half-open: ``text[start:end]``.
"""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal, get_args

Label = Literal["person", "title", "organisation", "date", "figure", "place"]
LABELS: tuple[Label, ...] = get_args(Label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of a report that names something, and the name of the rule that found it."""

    label: ClassVar[Label]

    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Mention):
    """A person's name without title or honorific.

    ``kind`` is ``han``, ``transliterated`` or ``partial`` (the surname of 王主任). ``full_name`` is the
    whole name where the report tells it, else the text itself; for a partial name that the report never
    completes it is None.
    """

    label: ClassVar[Label] = "person"

    family: str | None = None
    given: str | None = None
    kind: str = "han"
    full_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Mention):
    """An office, rank or profession. ``offices`` are the offices it means: 副校(院)长 is 副校长 and 副院长."""

    label: ClassVar[Label] = "title"

    offices: tuple[str, ...] = ()
    kind: str = "other"
    former: bool = False
    acting: bool = False
    ordinal: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Mention):
    """A named body. ``name`` is its full official name, ``region`` an administrative division code."""

    label: ClassVar[Label] = "organisation"

    name: str | None = None
    kind: str | None = None
    level: str | None = None
    region: str | None = None
    short: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Mention):
    """A time expression. ``value`` is TIMEX3 (ISO-TimeML); ``first`` and ``last`` are the days it spans."""

    label: ClassVar[Label] = "date"

    kind: str = "point"
    value: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Mention):
    """A number with its unit. ``value`` and ``high`` are exact; ``currency`` is an ISO 4217 code.

    ``high`` is the upper end of a range, never below ``value``; of a ratio (78:96) it is the second side.
    """

    label: ClassVar[Label] = "figure"

    kind: str = "number"
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    bound: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Mention):
    """A geographic or political name. ``code`` is an administrative division code (GB/T 2260) or None."""

    label: ClassVar[Label] = "place"

    name: str | None = None
    code: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Who holds which title where. The parts are the mentions themselves; any but one may be absent.

    ``status`` is ``held``, ``begun``, ``ended`` or ``proposed``; ``former`` is true where it is ``ended``. ``since`` is
    the date mention of the same sentence, where one says it.
    """

    person: Person | None = None
    title: Title | None = None
    organisation: Organisation | None = None
    place: Place | None = None
    former: bool = False
    status: str = field(default="held")
    since: Date | None = None
