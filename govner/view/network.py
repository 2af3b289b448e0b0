"""Who holds which office where, as a network laid out in three columns: people, titles, organisations and places.

Every title has a line of its own, and people and bodies stand at the middle of theirs; so nothing overlaps, no name
is turned or shortened to a dot, and the same report always gives the same drawing. Lengths are in the drawing's own
units, of which a Chinese character takes FONT.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from unicodedata import east_asian_width

from govner.mentions import Place
from govner.report import Report

FONT = 14
LINE = 19
GAP = 12
PERSON, TITLE, BODY = 7, 8, 11
"""The longest line in each column, in characters."""
SWEEPS = 4
_PIECES = re.compile("[^·、 ]*[·、 ]|[^·、 ]+")  # names and titles are best broken after these


@dataclass(slots=True)
class Node:
    """A person, organisation or place, or the titles on a line; ``y`` is its middle."""

    kind: str
    lines: Sequence[str]
    y: float = 0.0
    links: "list[Link]" = field(default_factory=list, repr=False)

    @property
    def height(self) -> float:
        """What it takes from its column."""
        return len(self.lines) * LINE + GAP


@dataclass(slots=True)
class Link:
    """The titles that one person holds at one body."""

    person: Node
    body: Node
    title: Node
    status: str


@dataclass(frozen=True, slots=True)
class Component:
    """People and bodies that hang together, laid out; ``said`` tells the same in words."""

    people: Sequence[Node]
    bodies: Sequence[Node]
    links: Sequence[Link]
    height: float
    said: str


def components(report: Report) -> tuple[Component, ...]:
    """The parts of the network, those with the most links first; an appointment without a body is not in it."""
    return tuple(sorted(map(_laid_out, _parts(_links(report))), key=lambda part: -len(part.links)))


def _links(report: Report) -> list[Link]:
    nodes: dict[Hashable, Node] = {}
    titles: dict[tuple[Hashable, Hashable, str], dict[str, None]] = {}
    for i, profile in enumerate(report.roster):
        for a in profile.appointments:
            where = a.organisation or a.place
            if where is None or a.title is None:
                continue
            body = "place" if isinstance(where, Place) else "organisation"
            name = where.name or where.text
            nodes.setdefault(i, Node("person", wrapped(profile.name, PERSON)))
            nodes.setdefault((body, name), Node(body, wrapped(name, BODY)))
            titles.setdefault((i, (body, name), "ended" if a.former else a.status), {})[a.title.text] = None
    links = []
    for (person, body_key, status), said in titles.items():
        title = Node("title", wrapped("、".join(said), TITLE))
        link = Link(nodes[person], nodes[body_key], title, status)
        link.person.links.append(link)
        link.body.links.append(link)
        links.append(link)
    return links


def _parts(links: Iterable[Link]) -> Iterator[list[Link]]:
    """The links of each connected part."""
    seen: set[int] = set()
    for link in links:
        part, waiting = [], [link]
        while waiting:
            one = waiting.pop()
            if id(one) not in seen:
                seen.add(id(one))
                part.append(one)
                waiting += one.person.links + one.body.links
        if part:
            yield part


def _laid_out(links: list[Link]) -> Component:
    people = list({id(link.person): link.person for link in links}.values())
    bodies = list({id(link.body): link.body for link in links}.values())
    _rank(people)
    for _ in range(SWEEPS):  # each side by the middle of its links to the other, so that few lines cross
        _by_middle(bodies, people)
        _by_middle(people, bodies)
    links.sort(key=lambda link: (link.body.y, link.person.y))
    top = 0.0
    for link in links:
        link.title.y = top + link.title.height / 2
        top += link.title.height
    for column in (people, bodies):
        for node in column:
            node.y = sum(link.title.y for link in node.links) / len(node.links)
        _spread(column)
    every = [*people, *bodies, *(link.title for link in links)]
    over = min(0.0, *(node.y - node.height / 2 for node in every))
    for node in every:
        node.y -= over
    height = max(node.y + node.height / 2 for node in every)
    return Component(people, bodies, links, height, "；".join(map(_said, links)))


def _rank(nodes: Iterable[Node]) -> None:
    for rank, node in enumerate(nodes):
        node.y = rank


def _by_middle(nodes: list[Node], others: Sequence[Node]) -> None:
    places = {id(other): other.y for other in others}
    ends = {id(n): [places.get(id(link.person), places.get(id(link.body), 0.0)) for link in n.links] for n in nodes}
    nodes.sort(key=lambda n: sum(ends[id(n)]) / len(ends[id(n)]))
    _rank(nodes)


def _spread(column: list[Node]) -> None:
    """Moves nodes down until none overlaps the one before, then the column back by half of what it moved."""
    column.sort(key=lambda node: node.y)
    bottom = float("-inf")
    moved = 0.0
    for node in column:
        y = max(node.y, bottom + node.height / 2)
        moved = max(moved, y - node.y)
        node.y = y
        bottom = y + node.height / 2
    for node in column:
        node.y -= moved / 2


def _said(link: Link) -> str:
    return f"{''.join(link.person.lines)}：{''.join(link.body.lines)}{''.join(link.title.lines)}"


def wrapped(name: str, most: int, lines: int = 3) -> list[str]:
    """The name in lines of at most ``most`` Chinese characters; an ellipsis ends what takes more than ``lines``.

    >>> wrapped("中华人民共和国国家发展和改革委员会", 12), wrapped("戴维·布莱克伍德", 7)
    (['中华人民共和国国家', '发展和改革委员会'], ['戴维·', '布莱克伍德'])
    """
    name = " ".join(name.split())
    long = breadth(name)
    # What must be broken is broken in equal parts.
    share = most if long > lines * most else ceil(long / ceil(long / most)) if name else most
    found = [""]
    for piece in _PIECES.findall(name):
        whole = breadth(piece) <= most
        for part in [piece] if whole else piece:
            if found[-1] and breadth(found[-1] + part) > (most if whole else share):
                found.append("")
            found[-1] += part
        if len(found) > lines:
            found = [*found[: lines - 1], found[lines - 1][:-1] + "…"]
            break
    return [line.strip() for line in found]


def breadth(said: str) -> float:
    """About how many Chinese characters would take the same room.

    >>> breadth("数据局"), breadth("CTO")
    (3.0, 1.9)
    """
    return round(sum(1.0 if east_asian_width(c) in "WF" else 0.62 for c in said), 1)
