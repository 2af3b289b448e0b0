"""Where sentences end, as bounds that tile the view."""

import re
from functools import lru_cache


def sentences(view: str) -> tuple[tuple[int, int], ...]:
    """The half-open bounds of the sentences of a view, which together are the whole of it.

    A sentence ends with 。 ``!`` ``?`` ``;`` or its line. Quotes and brackets that close behind the mark stay with it,
    as do spaces and line ends. Nothing ends inside 《》, an address (``/a?b=1``) or an HTML entity (``&lt;``).

    >>> sentences("会议开幕。他说:“好!”散会")
    ((0, 5), (5, 12), (12, 14))
    """
    bounds = []
    start = 0
    for end in _end().finditer(view):
        if end["mark"] is None:
            continue
        stop = end.end()
        # A straight quote right behind the mark opens the next sentence where none is open in this one.
        if end["quote"] and view.count(end["quote"], start, end.start("quote")) % 2 == 0:
            stop = end.start("quote")
        bounds.append((start, stop))
        start = stop
    if start < len(view):
        bounds.append((start, len(view)))
    return tuple(bounds)


@lru_cache(maxsize=1)
def _end() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<mark>
            。
          | [!?] (?: (?<! [0-9A-Za-z/] . ) | (?! [0-9A-Za-z] ) )
          | ; (?<! &[a-z]{2}; ) (?<! &[a-z]{3}; ) (?<! &[a-z]{4}; )
          | \n
        )
        [。!?;…]*+
        [”’』」)\]】》〉〕]*+
        (?: (?P<quote> ["'] ) (?= \S ) | ["'] )?+
        \s*+
        |
        《 [^《》\n]{0,80}+ 》
        """,
        re.VERBOSE,
    )
