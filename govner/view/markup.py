"""Markup that is escaped by its making: a plain string can enter an element only as text."""

import re

VOID = frozenset({"meta", "link", "input", "br"})
_ENTITIES = {ord(c): f"&{name};" for c, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#39"))}

# What HTML forbids, what no encoding takes, and the marks that turn the direction of all that follows: each becomes
# one visible sign, so that nothing is hidden and every character keeps its place.
_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)


class Markup(str):
    """A string that is HTML already."""

    __slots__ = ()


def text(said: str) -> Markup:
    r"""Any string as HTML that shows it, in an element as in a quoted attribute.

    >>> text('<img src="x">')
    '&lt;img src=&quot;x&quot;&gt;'
    >>> text("a\0b\ud800")
    'a␀b�'
    """
    return said if isinstance(said, Markup) else Markup(_UNSEEN.sub(_sign, said).translate(_ENTITIES))


def join(parts: "list[Markup]", between: str = "") -> Markup:
    """The parts one after another; what stands between them is text."""
    return Markup(text(between).join(parts))


def element(tag: str, *content: str, **attributes: str | float | bool | None) -> Markup:
    """An element with its content and attributes; ``class_`` is class, ``data_rule`` is data-rule.

    True stands for an attribute without a value; one that is None or False is left out.

    >>> element("a", "<b>", Markup("<i>c</i>"), class_="x'y", id=None)
    '<a class="x&#39;y">&lt;b&gt;<i>c</i></a>'
    """
    given = "".join(
        f" {_name(name)}" if value is True else f' {_name(name)}="{text(str(value))}"'
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    return Markup(f"<{tag}{given}>" + ("" if tag in VOID else f"{''.join(map(text, content))}</{tag}>"))


def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _sign(found: re.Match[str]) -> str:
    """The picture of a control character where Unicode has one, else the replacement character."""
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
