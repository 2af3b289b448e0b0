"""What a time expression says, before anyone knows when it was said: steps from the coarse to the fine."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Unit = Literal[
    "century",
    "decade",
    "year",
    "zodiac",
    "half",
    "quarter",
    "season",
    "edge",
    "month",
    "lunar-month",
    "third",
    "week",
    "weekend",
    "day",
    "lunar-day",
    "festival",
    "weekday",
    "some",
    "part",
    "clock",
]
How = Literal["is", "short", "shift", "spoken", "told", "nth", "first", "last", "leap"]
Tail = Literal["", "since", "before", "after"]

# Coarse to fine: each step of a moment is finer than the one before.
RANKS: dict[Unit, int] = {
    "century": 0,
    "decade": 1,
    "year": 2,
    "zodiac": 2,
    "half": 3,
    "quarter": 3,
    "season": 3,
    "month": 4,
    "lunar-month": 4,
    "edge": 5,
    "third": 5,
    "week": 6,
    "weekend": 7,
    "day": 8,
    "lunar-day": 8,
    "festival": 9,
    "weekday": 10,
    "some": 11,
    "part": 12,
    "clock": 13,
}


class Step(NamedTuple):
    """One narrowing of time.

    ``is`` names it (11月: month is 11), ``shift`` counts from now (去年: year shift -1), ``spoken`` from the last
    date spoken of (次日: day spoken 1), ``told`` points at a year told in the same sentence (当年). ``nth``, ``first``
    and ``last`` count inside the stretch before (第三个月, 前五个月, 最后三周). ``short`` is a year of two digits,
    ``leap`` a leap month. ``word`` is a TIMEX3 code (MO, SP), a side (start) or a festival's rule.
    """

    unit: Unit
    how: How
    n: int = 0
    word: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or a part of the calendar: 2021年11月26日, 去年底, 上周五, 3时许. ``tail`` opens it: 4月以来, 1月底前."""

    steps: tuple[Step, ...]
    tail: Tail = ""


@dataclass(frozen=True, slots=True)
class Between:
    """A range of two moments, both ends included; ``last`` is None where it ends now (1978年至今)."""

    first: Moment
    last: Moment | None
    tail: Tail = ""


@dataclass(frozen=True, slots=True)
class Length:
    """A duration as TIMEX3, ``high`` the longer one of 三至五年. ``tail`` makes it a time counted from now: 三天后.

    ``value`` is None where TIMEX3 has no unit for it: 一夜.
    """

    value: str | None
    high: str | None = None
    tail: Tail = ""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A time that comes again: 每年3月, 每周五, 每隔200秒; ``value`` is TIMEX3, None where it has no name there."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A word that is a time by itself: 目前 (PRESENT_REF), “十四五”时期 (2021/2025), 改革开放以来 (1978/..)."""

    value: str | None
    vague: bool = False


Reading = Moment | Between | Length | Recurring | Named
