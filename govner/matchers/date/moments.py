"""Moments and ranges: steps in a row, from the coarse to the fine, and what may follow them."""

import re
from functools import lru_cache
from typing import NamedTuple

from govner.matchers.date.steps import Found, Rule, range_head, step
from govner.matchers.date.words import CONNECT, DAY
from govner.values.calendar import number
from govner.values.moments import RANKS, Between, Moment, Step, Tail, Unit

# Between steps 的 may stand (十月的第一周, 12日的晚上), and 左右 before a part of the day.
JOINS_AFTER_DE = frozenset({"part", "clock", "clock_digits", "count", "nth", "some", "month", "half", "quarter", "festival", "season"})
JOINS_AFTER_ABOUT = frozenset({"part", "clock", "some"})
DEIXIS = {"前": -2, "去": -1, "昨": -1, "今": 0, "明": 1, "后": 2}
TAILS: dict[str, Tail] = {
    "以来": "since", "起": "since", "来": "since", "以前": "before", "之前": "before", "前": "before",
    "以后": "after", "之后": "after", "后": "after", "过后": "after",
}  # fmt: skip


class Chain(NamedTuple):
    """Steps in a row: where they end, what they say, and the rules that found them."""

    end: int
    steps: tuple[Step, ...]
    rules: tuple[Rule, ...]


class Read(NamedTuple):
    """What was found to begin at a place: its end, the name of its shape, and what it says."""

    end: int
    rule: str
    detail: Moment | Between
    rules: tuple[Rule, ...]


def chain(view: str, start: int, rank: int = -1) -> Chain:
    """The longest row of steps from ``start``, each finer than the one before and all finer than ``rank``."""
    end, at = start, start
    steps: list[Step] = []
    rules: list[Rule] = []
    while found := _next(view, at, rules):
        finer = RANKS[found.steps[0].unit]
        if found.rule.name == "edge" and steps and rules[-1].name != "edge":
            finer = max(finer, rank + 1)
        if finer <= rank:
            break
        steps += found.steps
        rules.append(found.rule)
        rank = max(rank + 1, RANKS[found.steps[-1].unit]) if found.rule.name == "edge" else RANKS[found.steps[-1].unit]
        end = at = found.end
    if steps and steps[0].word == "lunar":
        steps = [s._replace(unit="lunar-month") if s.unit == "month" else s for s in steps]
    return Chain(end, tuple(steps), tuple(rules))


def _next(view: str, at: int, rules: list[Rule]) -> Found | None:
    """The step at a place, or behind a space, 的 or 左右 where such a step may stand there."""
    if not rules:
        found = step(view, at)
        return None if found and found.rule.unit == "some" else found
    found = step(view, at) or bare_day(view, at, rules)
    if found:
        return found
    glue = _glue().match(view, at)
    if glue is None:
        return None
    found = step(view, glue.end())
    allowed = JOINS_AFTER_ABOUT if glue["about"] else JOINS_AFTER_DE if glue["de"] else None
    return found if found and (allowed is None or found.rule.name in allowed) else None


def bare_day(view: str, at: int, rules: list[Rule]) -> Found | None:
    """A day without its unit behind a month: 6月3; behind a month without its year 八月十五 is lunar."""
    if rules[-1].unit != "month" or view[at - 1] not in "月份":
        return None
    found = _bare_day().match(view, at)
    if found is None:
        return None
    lunar = found["han"] and len(rules) == 1
    return Found(found.end(), _BARE_DAY, (Step("day", "is", number(found.group()), "lunar" if lunar else ""),))


def moment(view: str, start: int) -> Read | None:
    """A moment or a range that begins at ``start``, the longest there is."""
    pair = _pair().match(view, start)
    if pair:
        unit: Unit = "year" if pair["unit"] == "年" else "day"
        first, last = (Moment((Step(unit, "shift", DEIXIS[word]),)) for word in pair["words"])
        return Read(pair.end(), "range", Between(first, last), ())
    first = chain(view, start)
    head = range_head(view, first.end if first.steps else start)
    if head and (not first.rules or first.rules[-1].name != "edge") and _coarser(first, head[1]):
        last = chain(view, head[0], RANKS[head[1].unit] - 1)
        if last.steps and last.steps[0].unit == head[1].unit:
            return _range(view, (*first.steps, head[1]), last, first.rules)
    if not first.steps:
        return None
    connect = _connect().match(view, first.end)
    if connect:
        if connect["now"]:
            return Read(connect.end(), "range", Between(Moment(first.steps), None), (*first.rules, *first.rules))
        last = chain(view, connect.end("link"))
        if last.steps and _stands(view, start, first) and _stands(view, connect.end("link"), last) and _comparable(first, last, connect["both"]):
            closing = _closing().match(view, last.end)
            if not connect["both"] or closing:
                return _range(view, first.steps, last, first.rules)
    end, tail = tailed(view, first.end)
    return Read(end, "moment", Moment(first.steps, tail), first.rules)


def tailed(view: str, end: int) -> tuple[int, Tail]:
    """Where a moment ends with the word behind it that opens it: 以来, 起, 前, 后; or makes it rough: 左右, 许."""
    found = _tail().match(view, end)
    return (found.end(), TAILS.get(found["tail"], "")) if found else (end, "")


def _range(view: str, first: tuple[Step, ...], last: Chain, rules: tuple[Rule, ...]) -> Read:
    closing = _closing().match(view, last.end)
    end, tail = tailed(view, closing.end() if closing else last.end)
    return Read(end, "range", Between(Moment(first), Moment(last.steps), tail), (*rules, *last.rules))


def _stands(view: str, start: int, row: Chain) -> bool:
    """Whether a row may be an end of a range; 从早到晚 is none."""
    return len(row.rules) > 1 or (row.rules[0].alone and (row.rules[0].name != "part" or row.end - start > 1))


def _coarser(first: Chain, head: Step) -> bool:
    return not first.steps or RANKS[first.steps[-1].unit] < RANKS[head.unit]


def _comparable(first: Chain, last: Chain, both: str | None) -> bool:
    """Whether two moments can be the ends of one range; 和 joins only like with like."""
    return not both or first.steps[-1].unit == last.steps[-1].unit


_BARE_DAY = Rule("bare_day", "day", "", lambda _: ())


@lru_cache(maxsize=1)
def _pair() -> re.Pattern[str]:
    """今明两天, 去今两年."""
    return re.compile("(?P<words>前去|去今|昨今|今明|明后)(?:两|2)?(?P<unit>年|[天日])")


@lru_cache(maxsize=1)
def _glue() -> re.Pattern[str]:
    return re.compile("(?=[ 的左大约])(?P<about>左右|大约|约)? ?(?P<de>的)? ?")


@lru_cache(maxsize=1)
def _bare_day() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<digits>3[01]|[12]\d|0?[1-9])|(?P<han>三十一?|二?十[一二三四五六七八九]?))"
        r"(?![\d.%:一二三四五六七八九十百千万亿余多几个年月周天时点分秒名人次条项家岁期届号日楼级后]|元(?![宵旦])"
        rf"|(?:{CONNECT}|、){DAY} ?[日号])"
    )


@lru_cache(maxsize=1)
def _connect() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<now>(?:{CONNECT})?(?:至今(?!年|天|日|晚|后)|(?:到|至)(?:现在|目前|如今)))"
        rf"|(?P<link>{CONNECT}|(?P<both>[和与]))"
    )


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    return re.compile("之间|间(?!谍|隔|接|断|歇|或)")


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    return re.compile(
        r"""(?P<tail>
          以来 | 以[前后] | 之[前后] | 过后
        | 起 (?! [到草诉飞步点义床价初源因码着用重跑降伏算立火来了运航身舞家息哄底亮止落] )
        | 来 (?= [,。、] )
        | 前 (?! 提(?![出交供醒]) | [往来夕途进线景列方后期去两几所沿卫述言段瞻身任总副半头哨门苏些天年排台一二三四五六七八九十\d] )
        | 后 (?! [续勤方者来卫备台天年世代期半人排果悔起盾盖几两三腾辈视援市\d] )
        | 间 (?! [谍隔接断歇或] ) (?<= 月间 )
        | 左右 (?! [手逢脑两岸侧翼摇邻] ) | 前后 (?! [两左脚] ) | 许 (?! [多可诺昌愿久下以配慎仙] )
        )""",
        re.VERBOSE,
    )
