"""People: the parts of a name, the full name behind a surname or a last name, and who is one person in a report."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import Appointment, Person

DOTS = re.compile(r"[·•‧・]")
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
# A surname alone, standing for a person before a title (王主任); the same behind 老 or 小, or after the whole name.
SURNAME_ALONE = ("surname-title", "nicknamed-surname", "surname-again")
# A given name alone, with what it was found by: the surname, where the page has it, and the given name.
GIVEN_ALONE = ("given-again", "given-honoured")
NICKNAME = "nickname"
NUMBERED = "numbered-name"
BY_SOUND = ("transliterated", "dotted", "minority", "numbered")

# As many namesakes and offices of one person are compared at most, so that all work is linear.
MOST_COMPARED = 40

Places = Sequence[tuple[int, str]]


def resolve(page: Page, chosen: Sequence[Candidate]) -> list[Person]:
    """The people of a report with the parts of their names, in text order.

    ``full_name`` is what the report tells: 王社长 is 王利民, 古特雷斯 is 安东尼奥·古特雷斯. The name nearest before
    counts, else the first after; a surname that several people bear stays open, unless one of them has that title.
    """
    if not chosen:
        return []
    found = [_read(page, candidate) for candidate in sorted(chosen, key=lambda candidate: candidate.start)]
    named = [p for p in found if p.kind == "han" and p.family and p.given and not p.rule.startswith("masked")]
    bearers = _sets((key, _whole(p)) for p in named for key in _beside(page, p))
    parts = _lists((part, p.start, p.text) for p in found for part in _dotted(p.text))
    return [replace(person, full_name=_full_name(page, person, bearers, parts)) for person in found]


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(table("people/surnames").column("surname"))


def _read(page: Page, candidate: Candidate) -> Person:
    name = "".join(page.view[candidate.start : candidate.end].split())
    kind, family, given = _parts(name, candidate)
    return Person(
        text=page.text[candidate.start : candidate.end],
        start=candidate.start,
        end=candidate.end,
        rule=candidate.rule,
        kind=kind,
        family=family,
        given=given,
    )


def _parts(name: str, candidate: Candidate) -> tuple[str, str | None, str | None]:
    """Kind, family name and given name."""
    rule = candidate.rule
    if rule in SURNAME_ALONE or rule == NICKNAME:
        return "partial", name[1:] if rule == NICKNAME else name, None
    if rule in GIVEN_ALONE and isinstance(candidate.detail, tuple):
        surname, given = candidate.detail
        return "partial", surname or None, given
    if _dotted(name) or rule.startswith(BY_SOUND) or not HAN.match(name):
        parts = _dotted(name) if rule != NUMBERED else []
        return "transliterated", parts[-1] if parts else None, parts[0] if parts else None
    if rule.startswith("japanese") and isinstance(candidate.detail, tuple):
        length = len(candidate.detail[0])
        return "han", name[:length], name[length:] or None
    for length in (2, 1):
        if len(name) > length and (name[:length] in _surnames() or rule == "double-surname"):
            return "han", name[:length], name[length:]
    return "han", None, None


def _dotted(name: str) -> list[str]:
    """The parts of a name with dots, none of any other."""
    parts = [part for part in DOTS.split(name) if part]
    return parts if len(parts) > 1 else []


def _whole(person: Person) -> str:
    return "".join(person.text.split())


def _beside(page: Page, person: Person) -> Iterable[tuple[str, str]]:
    """The surname alone, and with the two characters on either side, where a title ends or begins."""
    family = person.family or ""
    start, end = person.start, person.end
    return (family, ""), (family, page.view[max(0, start - 2) : start]), (family, page.view[end : end + 2])


def _sets(pairs: Iterable[tuple[tuple[str, str], str]]) -> dict[tuple[str, str], set[str]]:
    sets: dict[tuple[str, str], set[str]] = {}
    for key, name in pairs:
        sets.setdefault(key, set()).add(name)
    return sets


def _lists(items: Iterable[tuple[str, int, str]]) -> dict[str, list[tuple[int, str]]]:
    lists: dict[str, list[tuple[int, str]]] = {}
    for key, start, name in items:
        lists.setdefault(key, []).append((start, name))
    return lists


def _full_name(
    page: Page, person: Person, bearers: Mapping[tuple[str, str], set[str]], parts: Mapping[str, Places]
) -> str | None:
    if person.kind == "partial" and person.given:
        return person.family + person.given if person.family else None
    if person.kind == "partial":
        # 王社长 or 王副社长 beside 社长王利民
        titles = (page.view[at : at + 2] for at in (person.end, person.end + 1))
        for key in ("", *titles):
            names = bearers.get((person.family or "", key), set())
            if len(names) == 1:
                return next(iter(names))
        return None
    if person.kind == "transliterated" and person.family is None:
        return _nearest(person.start, parts.get(person.text, ())) or person.text
    return _whole(person) if person.kind == "han" else person.text


def _nearest(start: int, places: Places) -> str | None:
    """The name nearest before a place, else the first after it."""
    if not places:
        return None
    at = bisect_left(places, (start, ""))
    return places[at - 1][1] if at else places[0][1]


def groups(people: Sequence[Person], appointments: Sequence[Appointment]) -> list[tuple[str, list[Person]]]:
    """Who is one person: each with the fullest name and all mentions, in the order of first mention.

    People of one name are one person unless a title before the name introduces him anew with an office that has
    nothing to do with those known (甲市市长王伟 … 乙大学教授王伟): no body, place or title in common, none central.
    """
    introductions: dict[int, list[Appointment]] = {}
    for office in appointments:
        if office.person is not None and _introduces(office, office.person):
            introductions.setdefault(office.person.start, []).append(office)
    everyone: list[_Known] = []
    by_name: dict[str, list[_Known]] = {}
    for person in people:
        offices = introductions.get(person.start, [])
        # The last one spoken of stands last; a report with endless namesakes is compared with the last few.
        alike = by_name.setdefault(_key(person, offices), [])
        first = max(0, len(alike) - MOST_COMPARED)
        at = next((i for i in range(len(alike) - 1, first - 1, -1) if alike[i].joins(offices)), None)
        if at is None:
            known = _Known(person.full_name or person.text, [], {})
            everyone.append(known)
        else:
            known = alike.pop(at)
        known.add(person, offices)
        alike.append(known)
    return [(known.name, known.mentions) for known in everyone]


@dataclass(slots=True, eq=False)
class _Known:
    """A person as far as the report has been read; ``offices`` are the latest by title and body."""

    name: str
    mentions: list[Person]
    offices: dict[tuple[str | None, frozenset[str]], Appointment]

    def joins(self, offices: Sequence[Appointment]) -> bool:
        """Whether one of these offices has to do with one known; a name without any goes with the last one."""
        return not offices or not self.offices or any(akin(a, b) for a in offices for b in self.offices.values())

    def add(self, person: Person, offices: Sequence[Appointment]) -> None:
        """Takes in a mention and the offices that introduce it."""
        self.mentions.append(person)
        for office in offices:
            key = (_title(office), frozenset(_bodies(office)))
            self.offices.pop(key, None)
            self.offices[key] = office
        for key in [*self.offices][:-MOST_COMPARED]:
            del self.offices[key]


def _key(person: Person, offices: Sequence[Appointment]) -> str:
    """A name; a surname that stays open is told from others by its title."""
    if person.full_name is not None:
        return person.full_name
    return " ".join([person.text, *(office.title.text for office in offices if office.title)])


def _introduces(office: Appointment, person: Person) -> bool:
    """东海省省长王明, held now: a new person, or one known by it."""
    title = office.title
    placed = office.organisation is not None or office.place is not None
    return placed and office.status == "held" and title is not None and 0 <= person.start - title.end <= 1


def akin(one: Appointment, other: Appointment) -> bool:
    """Whether two offices can well be one person's.

    So it is where one names no body or a central one, where a body or place is in common or within the other, or where
    the titles are the same and nothing shows that the places differ.
    """
    if any((o.organisation or o.place) is None or _central(o) for o in (one, other)):
        return True
    a, b = _region(one), _region(other)
    if a and b and (a.startswith(b) or b.startswith(a)):
        return True
    if any(x in y or y in x for x in _bodies(one) for y in _bodies(other)):
        return True
    return _title(one) == _title(other) and not (a and b)


def _central(office: Appointment) -> bool:
    return office.organisation is not None and office.organisation.level == "central"


def _title(office: Appointment) -> str | None:
    return office.title.text if office.title else None


def _bodies(office: Appointment) -> set[str]:
    parts = (office.organisation, office.place)
    return {name for part in parts if part is not None for name in (part.text, part.name or part.text)}


def _region(office: Appointment) -> str:
    """The division code, without the zeros that say nothing (440000 is 44)."""
    code = office.organisation.region if office.organisation else office.place.code if office.place else None
    while code and code.endswith("00"):
        code = code[:-2]
    return code or ""
