"""Durations as TIMEX3: the number that a count means, and the designators of the units of time."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govner.values.calendar import number

UNKNOWN = "X"
HALF = frozenset({"半", "大半"})
VAGUE = frozenset("几数多上若许好")
SCALE = "百千万亿"


class Designator(NamedTuple):
    """A unit of time: whether it belongs behind the T of a TIMEX3 duration, its letter, and how many of that it is."""

    timed: bool
    letter: str
    factor: int = 1


UNITS = {
    "世纪": Designator(timed=False, letter="Y", factor=100),
    **dict.fromkeys(("年", "周年", "年头", "载"), Designator(timed=False, letter="Y")),
    "季度": Designator(timed=False, letter="M", factor=3),
    "月": Designator(timed=False, letter="M"),
    **dict.fromkeys(("周", "星期", "礼拜"), Designator(timed=False, letter="W")),
    **dict.fromkeys(("天", "日", "昼夜", "工作日"), Designator(timed=False, letter="D")),
    **dict.fromkeys(("小时", "钟头", "时"), Designator(timed=True, letter="H")),
    "刻钟": Designator(timed=True, letter="M", factor=15),
    **dict.fromkeys(("分钟", "分半钟", "分"), Designator(timed=True, letter="M")),
    **dict.fromkeys(("秒钟", "秒"), Designator(timed=True, letter="S")),
}


class Amount(NamedTuple):
    """So many of a unit: ``low`` as a plain number or X where it is not said, ``high`` the second one of 三五年."""

    low: str
    high: str
    unit: str


def timex(amounts: Sequence[Amount]) -> tuple[str, str | None]:
    """A duration as TIMEX3, and the longer one where its first amount has two.

    >>> timex([Amount("5", "", "小时"), Amount("36", "", "天"), Amount("30", "", "分")])
    ('P36DT5H30M', None)
    >>> timex([Amount("3", "5", "年")])
    ('P3Y', 'P5Y')
    """
    high = [amounts[0]._replace(low=amounts[0].high)] if amounts[0].high else None
    return _timex(amounts), _timex(high) if high else None


def _timex(amounts: Sequence[Amount]) -> str:
    parts = sorted((UNITS[a.unit], a.low) for a in amounts)
    parts.sort(key=lambda part: (part[0].timed, ("HMS" if part[0].timed else "YMWD").index(part[0].letter)))
    text = "P"
    for designator, low in parts:
        value = low if low == UNKNOWN else plain(Decimal(low) * designator.factor)
        text += ("T" if designator.timed and "T" not in text else "") + value + designator.letter
    return text


def count(text: str) -> tuple[str, str]:
    """The number that a count means, and the higher one of 两三 and 十五六; X where it is not said (几, 数十).

    >>> count("两三"), count("十五六"), count("七百三四十"), count("2.5"), count("几十")
    (('2', '3'), ('15', '16'), ('730', '740'), ('2.5', ''), ('X', ''))
    """
    if text in HALF:
        return "0.5", ""
    if text.endswith("十几"):
        return str(number(text[:-1])), ""
    if text[0] in VAGUE:
        return UNKNOWN, ""
    if text[0].isdecimal():
        digits = text.replace(",", "").rstrip(SCALE)
        scale = text.replace(",", "")[len(digits) :]
        return plain(Decimal(digits) * (number("一" + scale) if scale else 1)), ""
    whole, _, tenth = text.partition("点")
    if pair := _going_on().search(whole):
        before, behind = whole[: pair.start()], whole[pair.end() :]
        low, high = (str(number(before + digit + behind)) for digit in pair.group())
        return low, high
    return str(number(whole)) + (f".{number(tenth)}" if tenth else ""), ""


def half_more(amount: str) -> str:
    """An amount and a half: 三年半 is 3.5; nothing to what is not known."""
    return amount if amount in ("", UNKNOWN) else plain(Decimal(amount) + Decimal("0.5"))


def plain(value: Decimal) -> str:
    """A decimal without exponent and idle zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=1)
def _going_on() -> re.Pattern[str]:
    """Two digits of which one goes on counting: 两三, 五六; three and five as well."""
    digit = "零〇○一二三四五六七八九"
    return re.compile(f"(?<![{digit}])(?:一[二两]|[二两]三|三四|三五|四五|五六|六七|七八|八九)(?![{digit}])")
