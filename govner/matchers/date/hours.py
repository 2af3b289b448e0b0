"""The steps of a day: its parts, and times on the clock."""

import re

from govner.matchers.date.rule import Rule
from govner.matchers.date.words import HOUR, MINUTE, ONE, ZERO, entries, guarded, unless
from govner.values.calendar import number
from govner.values.moments import Step


def rules() -> list[Rule]:
    """The rules in the order in which they are tried."""
    return [
        # 9:30, 11:30:10 p.m., 3:15PM, 11:00时
        Rule(
            "clock_digits",
            "clock",
            r"""(?P<hour>[01]?\d|2[0-4]) : (?P<minute>[0-5]\d) (?: : (?P<second>[0-5]\d) )? (?! \d | :\d | \.\d )
            (?: [ ]? (?P<noon>[AaPp]\.?[Mm]\.?) )? [时点分]? 许?""",
            _clock,
        ),
        # 9时30分, 十点半, 三点一刻, 下午5点多钟; not the decimal 二十点六
        Rule(
            "clock",
            "clock",
            rf"""(?P<hour>{HOUR}) [{ONE}]? [ ]? (?: 点{unless("点")} | 时{unless("时")} ) [整钟]?
            (?: (?P<half>半) | (?P<quarter>[一三13]) [ ]? 刻
              | [过零又]? (?P<minute>{MINUTE}) [ ]? 分{unless("分")} (?: (?P<second>{MINUTE}) [ ]? 秒 )?
              | (?! [{ZERO}{ONE}十\d] | :\d ) )
            (?: 许{unless("许")} | 多钟? | 钟 | 整 (?! [个理体合] ) )?""",
            _clock,
        ),
        # 差五分十点
        Rule(
            "clock_before",
            "clock",
            rf"差 (?: (?P<minute>{MINUTE}) 分 | (?P<quarter>[一1]) 刻 ) 钟? (?P<hour>{HOUR}) 点 钟?",
            _clock_before,
        ),
        # 昨天9点20, 晚上九点零九
        Rule(
            "clock_short",
            "clock",
            rf"""(?P<hour>{HOUR}) 点 (?P<minute> [0-5]\d(?!\d) | [{ZERO}][{ONE}] | [一二三四五]?十[{ONE}]? )
            (?! [分%个多万亿千百倍元] )""",
            _clock,
            alone=False,
        ),
        # 上午, 傍晚时分, 晚
        Rule(
            "part",
            "part",
            rf"(?P<part>{guarded(entries('parts'))}) (?:时分)?",
            lambda m: (Step("part", "is", 0, entries("parts")[m["part"]][0]),),
        ),
    ]


def _clock_before(m: re.Match[str]) -> tuple[Step, ...]:
    minutes = 15 if m["quarter"] else number(m["minute"])
    return (Step("clock", "is", (number(m["hour"]) or 24) * 3600 - minutes * 60),)


def _clock(m: re.Match[str]) -> tuple[Step, ...]:
    """A time of day in seconds; ``word`` is AM or PM where it says so, and ends with a colon where it tells seconds."""
    found = m.groupdict()
    minutes = 30 if found.get("half") else 15 * number(found.get("quarter") or "0") + number(found.get("minute") or "0")
    noon = (found.get("noon") or "").replace(".", "").upper()
    second = found.get("second")
    seconds = number(found["hour"]) * 3600 + minutes * 60 + number(second or "0")
    return (Step("clock", "is", seconds, noon + ":" if second else noon),)
