"""Spells that no unit of TIMEX3 measures: nights, terms, seasons, lives; points of a match, quarters of a firm."""

import re
from functools import lru_cache

from govner.matchers.date.words import ONE, ZERO, unless
from govner.values.moments import Length, Named

FEW = rf"(?:\d{{1,3}}(?!\d)|[{ONE}]?十[{ONE}]?|[{ONE}两]|[几数整])"


def spell(view: str, start: int) -> tuple[int, Length] | None:
    """一夜, 三个晚上, 一个学期, 半辈子, 三天三夜: durations without a value, but for days and nights."""
    found = _spell().match(view, start)
    if found is None:
        return None
    return found.end(), Length(f"P{_DAYS[found['days']]}D" if found["days"] in _DAYS else None)


def turn(view: str, start: int) -> tuple[int, Named | Length] | None:
    """第70分钟, 第三财季: a point of a match, a part of a firm's own year; their days are not known."""
    found = _turn().match(view, start)
    if found is None:
        return None
    return found.end(), Named(None) if found["quarter"] else Length(None, tail="after")


_DAYS = {"两": 2} | {digit: number for number, digit in enumerate(ONE, 1)}


@lru_cache(maxsize=1)
def _spell() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<days>{FEW}) 天 {FEW} 夜{unless("夜")}
        | (?:{FEW}) (?: 个 (?:学期|学年|赛季|[春夏秋冬]天) | 夜(?!间){unless("夜")} | 宿(?!舍) )
        | (?:{FEW}) (?: 上午 | 下午 | 晚上 | 晚{unless("晚")} )
        | (?: 一 | 大?半 ) 辈子""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _turn() -> re.Pattern[str]:
    return re.compile(
        rf"第 [ ]? (?: (?:\d{{1,3}}|[{ZERO}{ONE}十百]{{1,5}}) [ ]? 分钟 | (?P<quarter>[一二三四1-4]) 个? 财季 )",
        re.VERBOSE,
    )
