"""The network as a drawing: static SVG, styled by the page, with its content in words for who cannot see it."""

from govner.report import Report
from govner.view.markup import Markup, element
from govner.view.network import FONT, LINE, Component, Link, Node, breadth, components

WIDTH = 412
PERSON_END, TITLE_MIDDLE, BODY_START = 110, 178, 246
TITLE_FONT = FONT - 1
MARGIN = 4
RADIUS = {"person": 12, "organisation": 2, "place": 2}


def drawing(report: Report) -> Markup:
    """One drawing for each part of the network; empty where the report tells no office at any body."""
    return Markup("\n".join(_component(part, i) for i, part in enumerate(components(report))))


def _component(part: Component, number: int) -> Markup:
    name = f"network-{number}"
    margin = max(map(_half, part.links))
    return element(
        "svg",
        element("title", part.said, id=name),
        *(_line(link, margin) for link in part.links),
        *(_box(node, 0, PERSON_END) for node in part.people),
        *(_box(node, BODY_START, WIDTH) for node in part.bodies),
        *map(_title, part.links),
        viewBox=f"{-MARGIN} {-MARGIN} {WIDTH + 2 * MARGIN} {part.height + 2 * MARGIN:.0f}",
        role="img",
        aria_labelledby=name,
        lang="zh",
    )


def _line(link: Link, margin: float) -> Markup:
    """From the person to the titles and on to the body; it bends beside the titles, where no title of the part stands.

    ``margin`` is half of the widest title.
    """
    y, half = link.title.y, _half(link)
    left, right = TITLE_MIDDLE - margin, TITLE_MIDDLE + margin
    curve = (
        f"M{PERSON_END} {link.person.y:.1f}{_bend(PERSON_END, link.person.y, left, y)}H{TITLE_MIDDLE - half:.1f}"
        f"M{TITLE_MIDDLE + half:.1f} {y:.1f}H{right:.1f}{_bend(right, y, BODY_START, link.body.y)}"
    )
    return element("path", d=curve, class_=f"line {link.status}")


def _bend(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (x + to_x) / 2
    return f"C{middle:.1f} {y:.1f} {middle:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"


def _half(link: Link) -> float:
    return max(map(breadth, link.title.lines)) * TITLE_FONT / 2 + 4


def _box(node: Node, start: float, end: float) -> Markup:
    height = node.height - 8
    box = element(
        "rect",
        x=start,
        y=f"{node.y - height / 2:.1f}",
        width=end - start,
        height=f"{height:.1f}",
        rx=RADIUS[node.kind],
    )
    return element("g", box, _text(node, (start + end) / 2), class_=f"node {node.kind}")


def _title(link: Link) -> Markup:
    return element("g", _text(link.title, TITLE_MIDDLE), class_=f"office {link.status}")


def _text(node: Node, x: float) -> Markup:
    """The lines under each other, about the node's middle."""
    top = node.y - (len(node.lines) - 1) * LINE / 2 + FONT * 0.36
    lines = (element("tspan", line, x=x, y=f"{top + i * LINE:.1f}") for i, line in enumerate(node.lines))
    return element("text", *lines)
