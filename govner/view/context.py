"""The words around a mention: the clause it stands in, cut where it is long."""

import re

from govner.view.markup import Markup, element, text

MOST = 24
"""Characters on either side at most, so that the work is linear in the mentions."""
CLOSING = "。！？!?；;\r\n\x0b\x0c\x85\u2028\u2029"
_CLOSING = re.compile(f"[{re.escape(CLOSING)}]")


def context(said: str, start: int, end: int) -> Markup:
    """The clause around ``said[start:end]``, which is marked in it.

    >>> context("会议闭幕。进出口增长6.4%，好于预期。", 10, 14)
    '进出口增长<b>6.4%</b>，好于预期'
    """
    before, after = said[max(0, start - MOST) : start], said[end : end + MOST]
    open_before, open_after = start > MOST, end + MOST < len(said)
    parts = _CLOSING.split(before)
    if len(parts) > 1:
        before, open_before = parts[-1], False
    parts = _CLOSING.split(after, maxsplit=1)
    if len(parts) > 1:
        after, open_after = parts[0], False
    left = ("…" if open_before else "") + before.lstrip()
    right = after.rstrip() + ("…" if open_after else "")
    return Markup(text(left) + element("b", said[start:end]) + text(right))
