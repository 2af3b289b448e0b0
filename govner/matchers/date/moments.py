"""Moments and ranges: steps in a row, from the coarse to the fine, and what may follow them."""

import re
from functools import lru_cache
from typing import NamedTuple

from govner.matchers.date import tails
from govner.matchers.date.rule import UNITS, Rule
from govner.matchers.date.steps import Found, step
from govner.matchers.date.words import CONNECT, DAY, ONE, SHORT_YEAR, YEAR, unless
from govner.values.calendar import number
from govner.values.moments import RANKS, Between, Moment, Step, Unit

# Between steps 的 may stand (十月的第一周, 12日的晚上), and 左右 or 约 before a part of the day.
AFTER_DE = frozenset(
    {"part", "clock", "clock_digits", "count", "nth", "some", "month", "half", "quarter", "festival", "season"}
)
AFTER_ABOUT = frozenset({"part", "clock", "some"})
HOUR, NOON = 3600, 12 * 3600  # 凌晨12点 begins a day
GLUES = frozenset(" 的左大约")
DEIXIS = {"前": -2, "去": -1, "昨": -1, "今": 0, "明": 1, "后": 2}
BARE_DAY = Rule("bare_day", "day", "", lambda m: (Step("day", "is", number(m.group())),), alone=False)


class Chain(NamedTuple):
    """Steps in a row: where they end, what they say, and the rules that found them."""

    end: int
    steps: tuple[Step, ...]
    rules: tuple[Rule, ...]


class Seen(NamedTuple):
    """A moment or a range found in the text: its end, what it says, and the rules that found its steps."""

    end: int
    detail: Moment | Between
    rules: tuple[Rule, ...]


def moment(view: str, start: int) -> Seen | None:
    """The moment or the range that begins at ``start``, the longest there is."""
    first = chain(view, start)
    found = _pair(view, start) or _list(view, first) or _range(view, start, first)
    if found or not first.steps:
        return found
    end, tail = tails.of_moment(view, first.end)
    return Seen(end, Moment(first.steps, tail), first.rules)


def chain(view: str, start: int, rank: int = -1) -> Chain:
    """The longest row of steps from ``start``, each finer than the one before and all finer than ``rank``."""
    end = start
    steps: list[Step] = []
    rules: list[Rule] = []
    while found := _next(view, end, rules):
        finer = RANKS[found.steps[0].unit]
        # 初 and 底 cut whatever is before them: 去年底, 8月底, 90年代初, but not each other.
        if found.rule.name == "edge" and rules and rules[-1].name != "edge":
            finer = max(finer, rank + 1)
        if finer <= rank:
            break
        steps += found.steps
        rules.append(found.rule)
        rank = max(finer, RANKS[found.steps[-1].unit])
        end = found.end
    if steps and steps[-1].unit == "clock" and NOON <= steps[-1].n < NOON + HOUR and "凌晨" in view[start:end]:
        steps[-1] = steps[-1]._replace(n=steps[-1].n - NOON)
    if steps and steps[0].word == "lunar":
        steps = [s._replace(unit="lunar-month") if s.unit == "month" else s for s in steps]
    return Chain(end, tuple(steps), tuple(rules))


def _next(view: str, at: int, rules: list[Rule]) -> Found | None:
    """The step at a place, or behind a space, 的 or 左右 where such a step may stand there."""
    if not rules:
        found = step(view, at)
        return None if found and found.rule.name == "some" else found
    found = step(view, at) or _bare_day(view, at, rules)
    glue = None if found or view[at : at + 1] not in GLUES else _glue().match(view, at)
    if glue is None:
        return found
    found = step(view, glue.end())
    allowed = AFTER_ABOUT if glue["about"] else AFTER_DE if glue["de"] else None
    return found if found and (allowed is None or found.rule.name in allowed) else None


def _bare_day(view: str, at: int, rules: list[Rule]) -> Found | None:
    """A day without its unit behind a month: 6月3, 正月十五. Behind a month without its year 八月十五 is lunar."""
    if rules[-1].unit != "month" or view[at - 1] not in "月份":
        return None
    found = _day_number().match(view, at)
    if found is None:
        return None
    lunar = found["han"] and len(rules) == 1
    return Found(found.end(), BARE_DAY, (Step("day", "is", number(found.group()), "lunar" if lunar else ""),))


def _pair(view: str, start: int) -> Seen | None:
    """Two days or years said in one word: 今明两天, 去今两年."""
    found = _deixis().match(view, start) if view[start : start + 1] in DEIXIS else None
    if found is None:
        return None
    unit: Unit = "year" if found["unit"] == "年" else "day"
    first, last = (Moment((Step(unit, "shift", DEIXIS[word]),)) for word in found["pair"])
    return Seen(found.end(), Between(first, last), ())


def _list(view: str, first: Chain) -> Seen | None:
    """A range whose beginning leaves its unit to the end: 8月27-28日, 2018—2019年, 7、8月份."""
    head = _head().match(view, first.end)
    if head is None or (head["list"] and number(head["next"]) != number(head["n"]) + 1):
        return None
    unit = UNITS[head["unit"] or "年"]
    if first.steps and RANKS[first.steps[-1].unit] >= RANKS[unit]:
        return None
    n = number(head["year"] or head["n"]) * (3600 if unit == "clock" else 1)
    last = chain(view, head.end(), RANKS[unit] - 1)
    if not last.steps or last.steps[0].unit != unit:
        return None
    return _between(view, (*first.steps, Step(unit, "is", n)), last, first.rules)


def _range(view: str, start: int, first: Chain) -> Seen | None:
    """A range of two whole moments: 2018年至2020年, 9:30~11:30, 10月和5月间, 1978年至今."""
    connect = _connect().match(view, first.end) if first.steps else None
    if connect is None:
        return None
    if connect["now"]:
        return Seen(connect.end(), Between(Moment(first.steps), None), first.rules)
    last = _numeric(view, connect.end(), first) or chain(view, connect.end())
    if not (_stands(start, first) and last.steps and _stands(connect.end(), last)):
        return None
    # 和 makes a range only with 之间 behind, and only of like with like.
    closed = tails.of_range(view, last.end) > last.end
    if connect["both"] and not (closed and first.steps[-1].unit == last.steps[-1].unit):
        return None
    return _between(view, first.steps, last, first.rules)


def _numeric(view: str, at: int, first: Chain) -> Chain | None:
    """The last end of 2021.6.14-6.18 and of 2021.6.14-18."""
    found = _numeric_end().match(view, at) if first.rules[-1].name == "numeric_day" else None
    if found is None:
        return None
    day = Step("day", "is", int(found["day"]))
    steps = (Step("month", "is", int(found["month"])), day) if found["month"] else (day,)
    return Chain(found.end(), steps, (first.rules[-1],))


def _between(view: str, first: tuple[Step, ...], last: Chain, rules: tuple[Rule, ...]) -> Seen:
    end, tail = tails.of_moment(view, tails.of_range(view, last.end))
    return Seen(end, Between(Moment(first), Moment(last.steps), tail), (*rules, *last.rules))


def _stands(start: int, row: Chain) -> bool:
    """Whether a row may be an end of a range; 从早到晚 has none."""
    return len(row.rules) > 1 or (row.rules[0].alone and (row.rules[0].name != "part" or row.end - start > 1))


@lru_cache(maxsize=1)
def _glue() -> re.Pattern[str]:
    return re.compile("(?P<about>左右|大约|约)? ?(?P<de>的)? ?")


@lru_cache(maxsize=1)
def _deixis() -> re.Pattern[str]:
    return re.compile("(?P<pair>前去|去今|昨今|今明|明后)(?:两|2)?(?P<unit>年|[天日])")


@lru_cache(maxsize=1)
def _numeric_end() -> re.Pattern[str]:
    return re.compile(r"(?:(?P<month>\d\d?)[./])?(?P<day>\d\d?)(?![\d./:年月个%])")


@lru_cache(maxsize=1)
def _day_number() -> re.Pattern[str]:
    """A number that may be a day: neither counting what follows nor the beginning of 3-5日."""
    return re.compile(
        rf"""(?: 3[01] | [12]\d | 0?[1-9] | (?P<han> 三十一? | 二?十[{ONE}]? ) )
        (?! [\d.%:{ONE}十百千万亿余多几个年月周天时点分秒名人次条项家岁期届号日楼级后] | 元(?![宵旦])
          | (?:{CONNECT}|、) {DAY} [ ]? [日号] )""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    """1— before 5月, 27至 before 28日, 7、 before 8月; a year has four digits on the left."""
    return re.compile(
        rf"""(?P<year>{YEAR}) {CONNECT} (?= (?:{YEAR}|{SHORT_YEAR}) [ ]? 年 (?!代) )
        | 第? (?P<n>{DAY}|0|零) (?: {CONNECT} | (?P<list>、) )
          (?= (?P<next>{DAY}) [ ]?
              (?P<unit> 年代 | 季度 | 世纪 | 月 | 日(?![元圆内]) | 号 | 点 | 时{unless("时")} | 周 ) )""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _connect() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<now> (?:{CONNECT})? (?: 至今 (?! [年天日晚后] ) | [到至](?:现在|目前|如今) ) )
        | {CONNECT} | (?P<both>[和与])""",
        re.VERBOSE,
    )
