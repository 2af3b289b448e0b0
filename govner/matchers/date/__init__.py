"""Finds time expressions: dates, times, ranges, durations, recurring and vague times, the longest at each place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govner.matchers.candidate import Candidate
from govner.matchers.date.bare import bare_year
from govner.matchers.date.lengths import length
from govner.matchers.date.moments import Read, moment
from govner.matchers.date.named import dynasty, period, plan, recurring, vague
from govner.matchers.date.steps import step
from govner.matchers.date.triggers import idioms, triggers
from govner.matchers.date.words import ONE, ZERO, entries
from govner.matchers.page import Page
from govner.text.tokens import Bounds
from govner.values.moments import Between, Moment, Reading

__all__ = ["candidates"]
# Words that are times wherever they stand, whatever the tokenizer makes of them.
SURE = ("今", "昨", "去年", "明年", "明天", "往年", "当天", "当日", "当晚", "当年")
_NUMBERED_YEAR = re.compile("[12]\\d\\d\\d ?年")
NUMERALS = f"0123456789{ZERO}{ONE}十两廿卅"


class Expression(NamedTuple):
    """A time expression: its bounds, the rule that found it, and what it says."""

    start: int
    end: int
    rule: str
    detail: Reading


def candidates(page: Page) -> list[Candidate]:
    """Every time expression of a page, none within another."""
    return [Candidate(e.start, e.end, "date", e.rule, detail=e.detail) for e in expressions(page.view, page.bounds)]


def expressions(view: str, bounds: Bounds) -> Iterator[Expression]:
    """The longest time expressions, in text order."""
    done = 0
    for trigger in triggers().finditer(view):
        start = trigger.start()
        if start < done:
            continue
        idiom = idioms().match(view, start)
        if idiom:
            done = idiom.end()
            continue
        found = longest(view, start)
        if found and fits(view, bounds, found):
            yield found
            done = found.end


def longest(view: str, start: int) -> Expression | None:
    """The longest expression that begins at a place; of two equally long ones the one tried first."""
    best: Expression | None = None
    seen = moment(view, start)
    if seen and stands(view, start, seen):
        best = Expression(start, seen.end, rule_of(seen), seen.detail)
    for rule, read in _SHAPES:
        found = read(view, start)
        if found and (best is None or found[0] > best.end):
            best = Expression(start, found[0], rule, found[1])
    return best


_SHAPES = (
    ("duration", length),
    ("five-year-plan", plan),
    ("period", period),
    ("recurring", recurring),
    ("vague", vague),
    ("bare-year", bare_year),
    ("dynasty", dynasty),
)


def rule_of(seen: Read) -> str:
    """The name of the rule that a moment or range was found by: that of its shape and its coarsest step."""
    if seen.rule == "range":
        return "range"
    names = [rule.name for rule in seen.rules]
    if len(names) > 1:
        return f"{names[0]}-{names[-1]}".replace("_", "-")
    return names[0].replace("_", "-") if names else "range"


def stands(view: str, start: int, seen: Read) -> bool:
    """Whether a moment that is one step only may stand by itself where it stands."""
    if len(seen.rules) != 1:
        return True
    rule = seen.rules[0]
    if not rule.alone:
        return False
    check = _ALONE.get(rule.name)
    return check is None or check(view, start, seen)


def _hour(view: str, start: int, seen: Read) -> bool:
    """三点 is a time where no noun follows it; 一点 never is, and a number before a counted thing neither."""
    text = view[start : seen.end]
    if text == "一点多" or (text == "四时" and view[start - 1 : start].isalnum()):
        return False
    if not text.endswith("点"):
        return not text.startswith("一时") and (text[-1:] != "时" or view[start - 1 : start] not in {"小", "一"})
    before, behind = view[max(0, start - 1) : start], view[seen.end : seen.end + 1]
    return text != "一点" and (not before.isalnum() or before in "于在到至从自约近快是个天日晨午晚每前后过早") and (
        not behind.isalnum() or behind in "的前后到至起就出才开回从左准在"
    )


def _numbered(view: str, start: int, seen: Read) -> bool:
    """十号 by itself is a day where it is no number of a thing: at a clause's start or before a word of motion."""
    text = view[start : seen.end]
    if not text.endswith("号"):
        return text != "一日" or (view[start - 1 : start] not in set("有今昔他往终每同那某复") and view[seen.end : seen.end + 1] not in set("千之三游不无又"))
    behind = view[seen.end : seen.end + 1]
    return not view[start - 1 : start].isalnum() and (not behind or not behind.isalnum()) or behind in set("从到在至上下晚凌早中召举开起前后")


def _clock_digits(view: str, start: int, seen: Read) -> bool:
    """25:23 in a report of a match is a score."""
    around = view[max(0, start - 12) : start] + "_" + view[seen.end : seen.end + 8]
    return not re.search("比分|[比胜负败][^,。]{0,6}_|击败|战胜|_[^,。]{0,6}(?:[负胜败]|领先|落后|拿下|险)", around)


def _edge(view: str, start: int, seen: Read) -> bool:
    return view[start] in "年月岁"


def _named_day(view: str, start: int, seen: Read) -> bool:
    name = view[start : seen.end]
    festival = entries("festivals").get(name)
    before, behind = view[start - 1 : start], view[seen.end : seen.end + 1]
    if not before.isalnum() and behind != "、" and (not behind.isalnum() or (name == "十一" and behind in "通期间放")):
        return True
    return festival is None or festival[1] == "yes" or view[seen.end : seen.end + 2] in {"假期", "期间", "节前", "节后", "黄金", "小长", "前后", "当天", "当日"}


def _nth(view: str, start: int, seen: Read) -> bool:
    return view[start] == "第"


def _part(view: str, start: int, seen: Read) -> bool:
    """早, 晚, 夜 say when only behind a day or before an hour."""
    found = step(view, start)
    return found is not None and found.end - start > 1


def _new_year(view: str, start: int, seen: Read) -> bool:
    """初三 is a class of a school, too."""
    return view[start] != "初" or view[seen.end : seen.end + 1] in set(",。至到")


_ALONE = {"clock": _hour, "day": _numbered, "clock_digits": _clock_digits, "edge": _edge, "festival": _named_day, "nth": _nth, "part": _part, "lunar_day": _new_year}


def fits(view: str, bounds: Bounds, found: Expression) -> bool:
    """Whether the words around leave the expression whole: no word of the tokenizer reaches across one of its ends."""
    start, end = found.start, found.end
    before = view[start - 1 : start]
    if view[start] in NUMERALS and before:
        if before in NUMERALS or before == "第" or (before.isascii() and before.isalpha()):
            return False
        if before in ".·" and view[start - 2 : start - 1].isdigit():
            return _NUMBERED_YEAR.match(view, start) is not None
    if view.startswith(SURE, start) or view[start].isdigit():
        return True
    return not (_straddled(bounds, start, found) or (view[start] not in NUMERALS and _straddled(bounds, end, found)))


def _straddled(bounds: Bounds, place: int, found: Expression) -> bool:
    """Whether a word holds what is on both sides of a place, and not the expression as a whole."""
    if place in bounds.at or place >= bounds.starts[-1]:
        return False
    word = bisect_right(bounds.starts, place) - 1
    begins, ends = bounds.starts[word], bounds.starts[word + 1]
    return not (begins <= found.start and found.end <= ends)
