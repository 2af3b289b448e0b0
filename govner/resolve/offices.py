"""Offices in a list of titles, and which body each belongs to: its own, its neighbour's, or one named before."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from govner.lexicon.tables import table
from govner.mentions import Mention, Organisation, Person, Place, Title
from govner.resolve.clauses import Clause, Word

Body = Organisation | Place

# Deputies, acting and honorary holders stand in the same body as the head: 省长 … 副省长.
RANK = re.compile(r"\A(?:第一|常务|执行|名誉|轮值|代理?|副)+")
# 省长 after 岭东省委, but not after 全国人大: the level must be in the neighbour's name.
LEVEL = re.compile(r"\A(?:副|代理?|常务副)?([省市县区州镇乡村旗盟])")
# The endings of names in the lexicon have no more characters.
LONGEST_ENDING = 4


class Office(NamedTuple):
    """One office of a construction: where its title stands in the clause, and what was said beside it."""

    at: int
    title: Title
    body: Body | None
    former: bool
    status: str


@dataclass(slots=True)
class Memory:
    """What the sentences before leave behind.

    ``bodies`` are the latest organisations by the ending of their name and by their kind, ``topic`` is whom the text
    is about, ``posts`` are those of the clause before, if it ended in a semicolon.
    """

    bodies: dict[str, Organisation] = field(default_factory=dict)
    topic: Person | None = None
    posts: list[tuple[Title, Body | None]] = field(default_factory=list)

    def learn(self, mentions: Sequence[Mention]) -> None:
        """Takes in one sentence."""
        people: dict[str, Person] = {}
        for mention in mentions:
            if isinstance(mention, Organisation) and not mention.text.startswith(_companies()):
                for key in _asked_for(mention.text[-LONGEST_ENDING:], mention.kind or ""):
                    self.bodies[key] = mention
            elif isinstance(mention, Person):
                people.setdefault(mention.text, mention)
        if people:
            self.topic = next(iter(people.values())) if len(people) == 1 else None

    def pointed_at(self, noun: str, before: Sequence[object]) -> Organisation | None:
        """The body that a common noun points back at: the nearest with such a name, else the nearest of its kind."""
        endings, kind = _nouns()[noun]
        nearest = [part for part in reversed(before) if isinstance(part, Organisation)]
        for body in (
            next((body for body in nearest if body.text.endswith(endings)), None),
            next((body for body in nearest if body.kind == kind), None),
            max((self.bodies[key] for key in endings if key in self.bodies), key=lambda body: body.start, default=None),
            self.bodies.get(kind),
            # A notice of unknown kind speaks of itself: 万华发布公告，公司董事长…
            before[0] if kind == "enterprise" and before else None,
        ):
            if isinstance(body, Organisation):
                return body
        return None


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[tuple[str, ...], str]]:
    return {noun: (tuple(endings.split()), kind) for noun, endings, kind in table("appointments/bodies").rows}


@lru_cache(maxsize=1)
def _companies() -> tuple[str, ...]:
    """公司董事会 names no company: it points back at one itself."""
    return tuple(noun for noun, (_, kind) in _nouns().items() if kind == "enterprise")


@lru_cache(maxsize=1)
def _keys() -> frozenset[str]:
    """The endings and kinds that a noun can ask for."""
    return frozenset(key for endings, kind in _nouns().values() for key in (*endings, kind))


@lru_cache(maxsize=1 << 12)
def _asked_for(ending: str, kind: str) -> tuple[str, ...]:
    """By which nouns' endings and kinds a body can be pointed at."""
    keys = (kind, *(ending[-length:] for length in range(1, LONGEST_ENDING + 1)))
    return tuple(key for key in keys if key in _keys())


@lru_cache(maxsize=1)
def _traits() -> dict[str, str]:
    return {row[0]: row[1] for row in table("appointments/titles").rows}


def offices(
    clause: Clause, span: tuple[int, int], memory: Memory, context: Callable[[Title], Body | None]
) -> list[Office]:
    """The offices within ``span`` of a clause; ``context`` tells the first one's body where it names none."""
    found: list[Office] = []
    start, stop = span
    for at in range(start, stop):
        title = clause.parts[at]
        if not isinstance(title, Title) or (at + 1 < stop and clause.shape[at + 1] == "t"):
            continue
        # What belongs to a title stands between it and the one before, in its own item of the list.
        start = max(start, clause.shape.rfind(";", start, at) + 1)
        body, before = _body(clause, range(start, at), memory), found[-1] if found else None
        former = "F" in clause.shape[start:at]
        if body is None and before is None:
            body = context(title)
        elif body is None and before is not None and inherits(title, before.body):
            body, former = before.body, former or before.former
        status = next((p.status for p in clause.parts[start:at] if isinstance(p, Word) and p.role == "newly"), "")
        found.append(Office(at, title, body, former, status))
        start = at + 1
    return found


def _body(clause: Clause, span: range, memory: Memory) -> Body | None:
    """The body that an office names: the last of a chain, but no place that is its topic (联合国|中东|问题特使)."""
    chain: list[Body] = []
    for at in span:
        part = clause.parts[at]
        if isinstance(part, Organisation | Place):
            chain.append(part)
        elif clause.shape[at] == "^" and chain and clause.parts[at - 1] is chain[-1]:
            chain.pop()
        elif clause.shape[at] == "B" and not chain and (body := memory.pointed_at(part.text, clause.parts[:at])):
            chain.append(body)
    return chain[-1] if chain else None


def inherits(title: Title, body: Body | None) -> bool:
    """Whether a title without a body of its own can belong to its neighbour's."""
    traits = _traits().get(title.text, "")
    if body is None or "own" in traits or ("land" in traits and not isinstance(body, Place)):
        return False
    level = LEVEL.match(title.text)
    return level is None or level[1] in body.text or isinstance(body, Place)


def one_holder(title: str) -> bool:
    """Whether an office has one holder at a time, so that a list of names does not share it."""
    return "one" in _traits().get(title, "")


def same_post(one: Title, other: Title) -> bool:
    """Whether one is the other's deputy: 校长 and 副校长."""
    return one.text != other.text and RANK.sub("", one.text) == RANK.sub("", other.text)
