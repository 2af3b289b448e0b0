"""Times with a name: five-year plans, periods, dynasties, vague words; and times that come again."""

import re
from functools import lru_cache

from govner.matchers.date.lengths import length
from govner.matchers.date.moments import moment
from govner.matchers.date.words import ONE, entries, words
from govner.values.moments import RANKS, Between, Moment, Named, Recurring, Step

# The congresses of another party (越共十三大) are not those of the table.
_OTHERS = frozenset("共党越老朝古")


def plan(view: str, start: int) -> tuple[int, Named] | None:
    """A five-year plan as the years it is for: “十四五”时期, “九五”计划, 十三五."""
    found = _plan().match(view, start)
    if found is None:
        return None
    name = found["quoted"] or found["bare"]
    first, last = entries("plans")[name]
    return found.end(), Named(f"{first}/{last}")


def period(view: str, start: int) -> tuple[int, Named] | None:
    """A named period of the Republic, the Party or the world: 改革开放以来, 抗日战争时期."""
    found = _period().match(view, start)
    if found is None or (found["name"][0] in ONE + "十" and view[start - 1 : start] in _OTHERS):
        return None
    first, last, forms = entries("periods")[found["name"]]
    if found["since"]:
        return found.end(), Named(f"{first}/..")
    if forms != "during":
        return None
    return found.end(), Named(f"{first}/{last}")


def dynasty(view: str, start: int) -> tuple[int, Named] | None:
    """A dynasty or an age: 唐代, 明清时期; and an era without its year: 康熙年间."""
    found = _dynasty().match(view, start)
    if found is None:
        return None
    first, last = entries("dynasties")[found["name"]] if found["name"] else entries("eras")[found["era"]]
    known = int(first) > 0 and last != "-"
    return found.end(), Named(f"{int(first):04}/{int(last):04}" if known else None)


def vague(view: str, start: int) -> tuple[int, Named] | None:
    """A word that is a vague time by itself: 目前, 日前, 近年来."""
    found = _vague().match(view, start)
    if found is None:
        return None
    value, unless = entries("vague")[found["word"]]
    end = found.end("word")
    if unless != "-" and re.search(unless, f"{view[max(0, start - 10) : start]}_{view[end : end + 10]}"):
        return None
    return found.end(), Named(None if value == "-" else value, vague=True)


def recurring(view: str, start: int) -> tuple[int, Recurring] | None:
    """A time that comes again: 每年3月, 每周五, 每天晚上8点, 每隔200秒."""
    found = _each().match(view, start)
    if found is None:
        return None
    unit = found["unit"]
    if unit is None:
        lasting = length(view, found.end())
        if lasting and not lasting[1].tail:
            return lasting[0], Recurring(lasting[1].value)
        again = moment(view, found.end())
        if again is None or again.detail.tail or again.rules[0].name not in {"weekday", "weekend", "festival", "part", "month", "season"}:
            return None
        return again.end, Recurring(pattern(again.detail, "week" if again.rules[0].name.startswith("week") else "year"))
    base = {"年": "year", "月": "month", "周": "week", "星期": "week", "礼拜": "week", "工作日": "weekday", "周末": "weekend"}.get(unit, "day")
    glue = 1 if view.startswith("的", found.end()) else 0
    again = moment(view, found.end() + glue)
    if again and RANKS[_first(again.detail).unit] > RANKS.get(base, RANKS["day"]) and again.rules[0].name not in {"relative", "count", "pointed"}:
        return again.end, Recurring(pattern(again.detail, base))
    alone = {"晚": "XXXX-XX-XXTEV", "早": "XXXX-XX-XXTMO", "年": "XXXX", "月": "XXXX-XX", "季度": None, "weekend": "XXXX-WXX-WE"}
    default = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "weekday": None}.get(base, "XXXX-XX-XX")
    return found.end(), Recurring(alone.get(unit, default))


def _first(detail: Moment | Between) -> Step:
    return detail.steps[0] if isinstance(detail, Moment) else detail.first.steps[0]


def pattern(detail: Moment | Between, base: str) -> str | None:
    """The TIMEX3 value of a time that comes again, X where it changes: XXXX-03, XXXX-WXX-5T09:00."""
    if isinstance(detail, Between):
        first = pattern(detail.first, base)
        last = pattern(detail.last, base) if detail.last else None
        return f"{first}/{last}" if first and last else None
    value = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "day": "XXXX-XX-XX"}.get(base)
    if value is None:
        return None
    for step in detail.steps:
        match step:
            case ("month", "is", n, _):
                value = f"XXXX-{n:02}"
            case ("day", "is", n, _):
                value = (value if len(value) == 7 else "XXXX-XX") + f"-{n:02}"
            case ("quarter", "is", n, _):
                value = f"XXXX-Q{n}"
            case ("half", "is", n, _):
                value = f"XXXX-H{n}"
            case ("season", "is", _, word):
                value = f"XXXX-{word}"
            case ("weekday", "is", n, _):
                value = f"XXXX-WXX-{n}"
            case ("weekend", *_):
                value = "XXXX-WXX-WE"
            case ("festival", "is", _, rule) if len(rule) == 5:
                value = f"XXXX-{rule}"
            case ("part", "is", _, word):
                value = (value if len(value) >= 10 or "W" in value else "XXXX-XX-XX") + "T" + word
            case ("clock", "is", n, _):
                value = clocked(value, n)
            case _:
                return None
    return value


def clocked(value: str, seconds: int) -> str:
    """A day's value with a time of day, the part of the day made use of: afternoon three is 15:00."""
    day, _, part = value.partition("T")
    if part in ("AF", "EV") and seconds < 12 * 3600:
        seconds += 12 * 3600
    day = day if len(day) >= 10 or "W" in day else "XXXX-XX-XX"
    return f"{day}T{seconds // 3600:02}:{seconds // 60 % 60:02}"


@lru_cache(maxsize=1)
def _plan() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?: [“"‘'] (?P<quoted>{words('plans')}) [”"’'] | (?P<bare>十[一二三四五六]五) (?![个万千百余多年月日天号楼亿名人届]) )
        (?: (?:规划|计划)?(?:时期|年间) )?
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _period() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<name>{words('periods')})
        (?: (?P<since> (?:(?:胜利)?召开|胜利|实施)? 以来 ) | 时期 | 年代 | 岁月 )
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _dynasty() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{words('dynasties')})(?:初年|末年|中期|初期|末期|早期|晚期|年间|时期)?|(?P<era>{words('eras')})年间")


@lru_cache(maxsize=1)
def _vague() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{words('vague')})(?:以来|起(?![到草诉飞步点义来了]))?")


@lru_cache(maxsize=1)
def _each() -> re.Pattern[str]:
    return re.compile(
        r"每逢?隔?一?个?(?P<unit>年(?!级)|月|周(?![一二三四五六日天末])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|工作日|周末"
        r"|天|日|晚|早|季度|夜)|每逢?隔?"
    )
