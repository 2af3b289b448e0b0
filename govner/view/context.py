"""The words around a mention: the clause it stands in, cut where it is long."""

import re

from govner.view.markup import Markup, element, text

MOST = 24
"""Characters on either side at most, so that the work is linear in the mentions."""
_CLOSING = re.compile("[。！？!?；;\r\n\x0b\x0c\x85\u2028\u2029]")


def context(said: str, start: int, end: int) -> Markup:
    """The clause around ``said[start:end]``, which is marked in it.

    >>> context("会议闭幕。进出口增长6.4%，好于预期。", 10, 14)
    '进出口增长<b>6.4%</b>，好于预期'
    """
    *earlier, before = _CLOSING.split(said[max(0, start - MOST) : start])
    after, *later = _CLOSING.split(said[end : end + MOST])
    left = "" if earlier or start <= MOST else "…"
    right = "" if later or end + MOST >= len(said) else "…"
    return Markup(text(left + before.lstrip()) + element("b", said[start:end]) + text(after.rstrip() + right))
