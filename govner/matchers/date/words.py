"""The words that dates are made of, as pieces of patterns: YEAR, MONTH, DAY, HOUR once, and the lexicons' words."""

from collections.abc import Iterable
from functools import cache

from govner.lexicon.tables import table

ONE = "一二三四五六七八九"
ZERO = "零〇○"

SMALL = rf"(?:\d{{1,2}}(?!\d)|[{ONE}]?十[{ONE}]?|[{ONE}两])"
YEAR = rf"(?:(?:1\d|2[01])\d\d(?!\d)|[一二][{ZERO}{ONE}]{{3}}|[一二两]千(?:[{ZERO}][{ONE}]?十?[{ONE}]?)?)"
SHORT_YEAR = rf"(?:\d\d(?!\d)|[{ZERO}{ONE}]{{2}})"
MONTH = rf"(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|[{ONE}])"
DAY = rf"(?:3[01]|[12]\d|0?[1-9](?!\d)|三十一?|二?十[{ONE}]?|廿[{ONE}]?|卅一?|[{ONE}])"
HOUR = rf"(?:2[0-4]|[01]?\d(?!\d)|二十[一二三四]?|十[{ONE}]?|[{ZERO}两{ONE}])"
MINUTE = rf"(?:[0-5]?\d(?!\d)|[{ZERO}][{ONE}]|[二三四五]?十[{ONE}]?|[{ONE}])"
WEEK = "(?:周|星期|礼拜)"
LUNAR = "(?:农历|阴历|旧历|夏历)"
# A word that stands for the one before or after (上周, 下下个月, 本季度) or for the one spoken of (同月).
POINTER = "(?:上{1,3}|下{1,3}|本|这|当|该|同)"
# Between the ends of a range. Patterns with it are verbose: a space stands in brackets.
CONNECT = r"[ ]?(?:[-—–~]{1,3}|至|(?:开|直|直至)?到)[ ]?"


def words(*names: str) -> str:
    """A pattern for the words (first columns) of tables of ``lexicons/dates``; the longest word wins."""
    return alternation(word for name in names for word in entries(name))


@cache
def entries(name: str) -> dict[str, tuple[str, ...]]:
    """The rows of a table of ``lexicons/dates`` by their first column."""
    return {row[0]: row[1:] for row in table(f"dates/{name}").rows}


def unless(word: str) -> str:
    """A pattern that refuses what must not follow a word of time: 市 and 校 behind 夜."""
    followers = entries("followers").get(word)
    return f"(?!{'|'.join(followers[0].split())})" if followers else ""


def guarded(choices: Iterable[str]) -> str:
    """A pattern for any of the words, each unless what follows makes it into something else; longer words first."""
    free: list[str] = []
    bound: list[str] = []
    for word in choices:
        (bound if unless(word) else free).append(word)
    bound.sort(key=len, reverse=True)
    long = [word + unless(word) for word in bound if len(word) > 1]
    short = [word + unless(word) for word in bound if len(word) == 1]
    return f"(?:{'|'.join([*long, alternation(free), *short])})"


def alternation(choices: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first, sharing their beginnings.

    >>> alternation(["国庆", "国庆节", "中秋"])
    '(?:中秋|国庆(?:节)?)'
    """
    by_first: dict[str, set[str]] = {}
    empty = False
    for word in choices:
        if word:
            by_first.setdefault(word[0], set()).add(word[1:])
        else:
            empty = True
    if not by_first:
        return ""
    branches = [_escape(first) + alternation(sorted(rest)) for first, rest in sorted(by_first.items())]
    if len(branches) == 1 and not empty:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if empty else ''}"


def _escape(character: str) -> str:
    return "\\" + character if character in r"\.^$*+?{}[]|()# " else character
