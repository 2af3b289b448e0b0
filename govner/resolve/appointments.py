"""Appointments: who holds which title where, from the mentions of a report and the words between them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from govner.lexicon.tables import table
from govner.matchers.page import Page
from govner.mentions import Appointment, Date, Mention, Organisation, Person, Place, Title
from govner.resolve.clauses import Clause, Word, read, sentences
from govner.resolve.constructions import (
    AT_WORK,
    BYLINE,
    GONE,
    NO_SUBJECT,
    OF_ANOTHER,
    OPENER,
    OPENS,
    SUBJECT,
    Construction,
    constructions,
)
from govner.resolve.offices import Body, Memory, Office, inherits, offices, one_holder, same_post

# A subject stands at most so many symbols before its verb.
REACH = 40
# Titles that are held in a body named before, even if not beside them: 总经理, 校长; and the kinds of such bodies.
KINDS_OF_BODY = {"enterprise": ("enterprise", "other"), "academic": ("school", "research", "hospital", "other")}
# Where a company's notice names it once and then speaks of its offices alone.
BY_VERB = ("appointed", "appointed-too", "removed", "removed-too", "was-removed", "left", "holds")


def appointments(page: Page, mentions: Sequence[Mention]) -> list[Appointment]:
    """Every appointment that the report tells, in the order of its sentences; linear in the text.

    ``mentions`` are the report's mentions in text order, disjoint. An office without a body of its own takes that of
    its neighbour (岭东省委副书记、省长), or the body that a common noun points back at (论坛理事长).
    """
    found: list[Appointment] = []
    if not any(isinstance(mention, Title) for mention in mentions):
        return found
    memory = Memory()
    for bounds, within in sentences(page, mentions):
        posts: list[tuple[Title, Body | None]] = []
        people = memory.topic is not None or any(isinstance(mention, Person) for mention in within)
        if people and any(isinstance(mention, Title) for mention in within):
            reading = Reading(read(page, bounds, within), memory)
            found += reading.appointments()
            posts = reading.posts()
        memory.learn(within)
        memory.posts = posts if ";" in page.view[within[-1].end : bounds[1]] else []
    return found


@lru_cache(maxsize=1)
def _life() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands before and after a date of a life."""
    rows = table("appointments/life").rows
    before, after = (tuple(word for word, side in rows if side == where) for where in ("before", "after"))
    return before, after


class Reading:
    """One clause being read: every title goes to the first construction that claims it."""

    def __init__(self, clause: Clause, memory: Memory) -> None:
        self.clause, self.memory = clause, memory
        self.claimed: dict[int, Office] = {}
        self.ends: dict[int, Office] = {}
        self.after_names: set[int] = set()

    def appointments(self) -> list[Appointment]:
        """The clause's appointments in text order."""
        found: list[tuple[int, int, Appointment]] = []
        for construction, match in constructions(self.clause.shape):
            found += self._join(construction, match)
        return [appointment for *_, appointment in sorted(found, key=lambda item: item[:2])]

    def posts(self) -> list[tuple[Title, Body | None]]:
        """The titles claimed, with their bodies, in text order."""
        return [(office.title, office.body) for _, office in sorted(self.claimed.items())]

    def _join(self, construction: Construction, match: re.Match[str]) -> Iterator[tuple[int, int, Appointment]]:
        given_up = self._offices(construction, match, "was", [])
        held = self._offices(construction, match, "what", given_up)
        held = [office for office in held if construction.again or office.at not in self.claimed]
        who = self._who(match) if held else []
        if not who or not self._stands(construction, match, who, held):
            return
        status = self._status(construction, match)
        for holder, office in self._pairs(construction, match, who, held):
            yield office.at, holder.start, self._appointment(holder, office, office.status or status, match)
        for office in held:
            for holder in self._people(match, "old"):
                yield office.at, holder.start, self._appointment(holder, office, "ended", match)
        for office in given_up:
            for holder in who:
                said = "ended" if construction.name == "moved" else office.status or "held"
                yield office.at, holder.start, self._appointment(holder, office, said, match)
        if not construction.again:
            self.claimed |= {office.at: office for office in (*held, *given_up)}
        self.ends[match.end()] = held[-1]
        if construction.name == "after-the-name":
            self.after_names.add(held[-1].at)

    def _stands(self, construction: Construction, match: re.Match[str], who: list[Person], held: list[Office]) -> bool:
        """王明教授, but not a byline's 王明 通讯员李华, nor 总统王明特使; 普京总统战略 is no 总统 called 战略."""
        at = match.start("what")
        before = self.clause.parts[at - 1] if at else None
        if construction.name == "after-the-name":
            prior = match.start() - 1
            touches = who[-1].end == held[0].title.start or len(match[0]) > 2
            return touches and (prior not in self.claimed or prior in self.after_names)
        if construction.name == "before-the-name" and isinstance(before, Person) and held[0].at == at:
            return before.end < held[0].title.start or self.clause.shape[max(0, at - 2) : at - 1] == "t"
        return True

    def _pairs(
        self, construction: Construction, match: re.Match[str], who: list[Person], held: list[Office]
    ) -> Iterator[tuple[Person, Office]]:
        """Everyone holds every office, but for 分别, for offices with one holder, and for 甲、乙教授."""
        if len(who) == len(held) and "i" in self.clause.shape[: match.start("what")]:
            yield from zip(who, held, strict=True)
            return
        if construction.name == "after-the-name" and "e" not in match[0] and "~" not in match[0]:
            who = who[-1:]
        elif construction.name == "before-the-name" and one_holder(held[-1].title.text):
            who = who[:1]
        yield from ((holder, office) for holder in who for office in held)

    def _appointment(self, holder: Person, office: Office, status: str, match: re.Match[str]) -> Appointment:
        said_former = office.former or office.title.former
        if said_former or (status == "held" and GONE.match(self.clause.shape, match.end())):
            status = "ended"
        return Appointment(
            person=holder,
            title=office.title,
            organisation=office.body if isinstance(office.body, Organisation) else None,
            place=office.body if isinstance(office.body, Place) else None,
            former=status == "ended",
            status=status,
            since=self._since(match) if status in ("begun", "ended") and not said_former else None,
        )

    def _status(self, construction: Construction, match: re.Match[str]) -> str:
        """What the adverbs say (曾, 拟), else the verb, else the construction."""
        words = [part for part in self._parts(match, "verb") if isinstance(part, Word) and part.status]
        adverbs = [word.status for word in words if word.role == "adverb"]
        return [*adverbs, *(word.status for word in words), construction.status][0]

    def _since(self, match: re.Match[str]) -> Date | None:
        """The date nearest before the construction, else the first after it (自2021年3月1日起生效)."""
        for at in (*range(match.end() - 1, -1, -1), *range(match.end(), len(self.clause.parts))):
            date = self.clause.parts[at]
            dateline = self.clause.shape[at + 1 : at + 2] == "w"
            if isinstance(date, Date) and date.kind in ("point", "range") and not dateline and not self._of_life(at):
                return date
        return None

    def _of_life(self, at: int) -> bool:
        """Whether a date is that of a birth or the like: 1970年9月出生."""
        before, after = _life()
        prior, following = self.clause.parts[max(0, at - 1) : at], self.clause.parts[at + 1 : at + 2]
        return any(isinstance(part, Word) and part.text.endswith(before) for part in prior) or any(
            isinstance(part, Word) and part.text.startswith(after) for part in following
        )

    def _who(self, match: re.Match[str]) -> list[Person]:
        who = self._people(match, "who")
        if who:
            return who
        if "g" in (match.groupdict().get("verb") or ""):
            return [part for part in self.clause.parts[: match.start()] if isinstance(part, Person)]
        return self._subject(match.start())

    def _subject(self, at: int) -> list[Person]:
        """The people nearest before ``at`` whom the verb there can speak of; else the one the text is about."""
        first = max(0, at - REACH)
        before = self.clause.shape[first:at]
        match = SUBJECT.search(before)
        if match and OPENS.search(before):
            match = OPENER.search(before, before.rfind(";", 0, match.start()) + 1, match.end("who")) or match
        if match and "!" in before[match.end("who") :] and "p" not in before[: match.start()]:
            return []  # 王明致电祝贺他就任: he is not who congratulates
        if match:
            start, end = match.span("who")
            return [part for part in self.clause.parts[first + start : first + end] if isinstance(part, Person)]
        return [self.memory.topic] if self.memory.topic and not first and NO_SUBJECT.match(before) else []

    def _offices(
        self, construction: Construction, match: re.Match[str], group: str, given_up: list[Office]
    ) -> list[Office]:
        if not match.groupdict().get(group):
            return []

        def context(title: Title) -> Body | None:
            if given_up and inherits(title, given_up[-1].body):
                return given_up[-1].body
            return self._beside(construction, match) or self._before(construction, title, match.start(group))

        return offices(self.clause, match.span(group), self.memory, context)

    def _beside(self, construction: Construction, match: re.Match[str]) -> Body | None:
        """A body that the construction itself holds: 东海大学王明教授, 甲国当选总统, 在甲校任教授, 被甲校聘为教授."""
        verb = self._parts(match, "verb") if construction.name == "holds" else ()
        parts = (*self._parts(match, "body"), *verb, *self._at_work(match))
        return next((part for part in parts if isinstance(part, Organisation | Place)), None)

    def _at_work(self, match: re.Match[str]) -> Sequence[Mention | Word]:
        """Where the holder works or came to work right before the verb: 在甲校任教授; 加入甲公司，担任总经理."""
        place = AT_WORK.search(self.clause.shape, max(0, match.start() - 3), match.start())
        return self._parts(place, "body") if place else ()

    def _before(self, construction: Construction, title: Title, at: int) -> Body | None:
        """The body of the office before in an enumeration, of a byline, of the post whose deputy this is."""
        if construction.name == "after-the-name":
            return None
        shape, parts = self.clause.shape, self.clause.parts
        neighbour = self.ends.get(at - 1)
        if neighbour and shape[at - 1] in ",&" and inherits(title, neighbour.body):
            return neighbour.body
        byline = BYLINE.search(shape[:at]) if title.text.endswith("记者") else None
        paper = parts[byline.start()] if byline else None
        if isinstance(paper, Organisation):
            return paper
        for other, body in reversed([*self.memory.posts, *self._posts_before(at)]):
            if same_post(other, title) or (other.text == title.text and construction.name in BY_VERB):
                return body
        return self._named_before(construction, title, at) if title.kind in KINDS_OF_BODY else None

    def _posts_before(self, at: int) -> Iterator[tuple[Title, Body | None]]:
        for index, part in enumerate(self.clause.parts[:at]):
            if isinstance(part, Title):
                beside = self.clause.parts[index - 1] if index else None
                named = beside if isinstance(beside, Organisation | Place) else None
                yield part, self.claimed[index].body if index in self.claimed else named

    def _named_before(self, construction: Construction, title: Title, at: int) -> Organisation | None:
        """The nearest body before, best one without an office of its own; else the company that the report is about."""
        kinds = KINDS_OF_BODY[title.kind]
        named = [
            (index, part)
            for index, part in enumerate(self.clause.parts[:at])
            if isinstance(part, Organisation) and (part.kind or "other") in kinds
        ]
        free = [body for index, body in named if not OF_ANOTHER.match(self.clause.shape, index)]
        if named:
            return free[-1] if free else named[-1][1]
        for part in reversed(self.clause.parts[:at]):
            if isinstance(part, Word) and part.role == "body" and title.kind == "enterprise":
                return self.memory.pointed_at(part.text, self.clause.parts[:at])
        return self.memory.bodies.get(kinds[0]) if construction.name in BY_VERB else None

    def _parts(self, match: re.Match[str], group: str) -> Sequence[Mention | Word]:
        return self.clause.parts[slice(*match.span(group))] if match.groupdict().get(group) else ()

    def _people(self, match: re.Match[str], group: str) -> list[Person]:
        return [part for part in self._parts(match, group) if isinstance(part, Person)]
