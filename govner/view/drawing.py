"""The network as a drawing: static SVG, styled by the page, with its content in words for who cannot see it."""

from govner.report import Report
from govner.view.markup import Markup, element
from govner.view.network import FONT, LINE, Component, Link, Node, components
from govner.view.table import width

WIDTH = 412
PERSON_END, TITLE_MIDDLE, BODY_START = 110, 178, 246
TITLE_HALF = 54
TITLE_FONT = FONT - 1
MARGIN = 4
RADIUS = {"person": 12, "organisation": 2, "place": 2}


def drawing(report: Report) -> Markup:
    """One drawing for each part of the network; empty where the report tells no office at any body."""
    return Markup("\n".join(_component(part, i) for i, part in enumerate(components(report))))


def _component(part: Component, number: int) -> Markup:
    name = f"network-{number}"
    return element(
        "svg",
        element("title", part.said, id=name),
        *map(_line, part.links),
        *(_box(node, 0, PERSON_END) for node in part.people),
        *(_box(node, BODY_START, WIDTH) for node in part.bodies),
        *map(_title, part.links),
        viewBox=f"{-MARGIN} {-MARGIN} {WIDTH + 2 * MARGIN} {part.height + 2 * MARGIN:.0f}",
        role="img",
        aria_labelledby=name,
        lang="zh",
    )


def _line(link: Link) -> Markup:
    """From the person to the titles and on to the body, straight beside the titles and bent before the boxes."""
    y = link.title.y
    half = max(map(width, link.title.lines)) / 2 * TITLE_FONT / 2 + 5
    left, right = TITLE_MIDDLE - TITLE_HALF, TITLE_MIDDLE + TITLE_HALF
    curve = (
        f"M{PERSON_END} {link.person.y:.1f}C{PERSON_END + 14} {link.person.y:.1f} {left - 14} {y:.1f} {left} {y:.1f}"
        f"H{max(left, TITLE_MIDDLE - half):.1f}M{min(right, TITLE_MIDDLE + half):.1f} {y:.1f}H{right}"
        f"C{right + 12} {y:.1f} {BODY_START - 12} {link.body.y:.1f} {BODY_START} {link.body.y:.1f}"
    )
    return element("path", d=curve, class_=f"line {link.status}")


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
