"""Times that come again: 每年3月, 每周五, 每天晚上8点, 每隔200秒."""

import re
from functools import lru_cache

from govner.matchers.date.lengths import length
from govner.matchers.date.moments import moment
from govner.values.moments import RANKS, Between, Moment, Recurring, Step, Unit

# What comes again: the unit whose parts may follow, and the value where none does.
EACH: dict[str, tuple[Unit, str | None]] = {
    "年": ("year", "XXXX"), "季度": ("quarter", None), "月": ("month", "XXXX-XX"),
    "周": ("week", "XXXX-WXX"), "星期": ("week", "XXXX-WXX"), "礼拜": ("week", "XXXX-WXX"),
    "周末": ("weekend", "XXXX-WXX-WE"), "工作日": ("weekday", None),
    "天": ("day", "XXXX-XX-XX"), "日": ("day", "XXXX-XX-XX"),
    "晚": ("part", "XXXX-XX-XXTEV"), "夜": ("part", "XXXX-XX-XXTNI"), "早": ("part", "XXXX-XX-XXTMO"),
}  # fmt: skip
# Steps that may come again without a unit before them: 每周五, 每逢春节.
REPEATED = frozenset({"weekday", "weekend", "festival", "part", "month", "season"})
NEVER = frozenset({"relative", "count", "pointed"})
HALF_DAY = 12 * 3600


def recurring(view: str, start: int) -> tuple[int, Recurring] | None:
    """The recurring time that begins with 每 at ``start``."""
    found = _each().match(view, start)
    if found is None:
        return None
    if found["unit"] is None:
        return _without_unit(view, found.end())
    unit, value = EACH[found["unit"]]
    again = moment(view, found.end() + view.startswith("的", found.end()))
    if again and again.rules and RANKS[_coarsest(again.detail)] > RANKS[unit] and again.rules[0].name not in NEVER:
        return again.end, Recurring(pattern(again.detail, value))
    return found.end(), Recurring(value)


def _without_unit(view: str, start: int) -> tuple[int, Recurring] | None:
    lasting = length(view, start)
    if lasting and not lasting[1].tail:
        return lasting[0], Recurring(lasting[1].value)
    again = moment(view, start)
    if again is None or again.detail.tail or not again.rules or again.rules[0].name not in REPEATED:
        return None
    weekly = again.rules[0].name.startswith("week")
    return again.end, Recurring(pattern(again.detail, "XXXX-WXX" if weekly else "XXXX"))


def _coarsest(detail: Moment | Between) -> Unit:
    return (detail if isinstance(detail, Moment) else detail.first).steps[0].unit


def pattern(detail: Moment | Between, value: str | None) -> str | None:
    """The TIMEX3 value of a time that comes again, X where it changes: XXXX-03, XXXX-WXX-5T09:00.

    ``value`` is that of the unit before it; None where TIMEX3 has no name for it.
    """
    if isinstance(detail, Between):
        first = pattern(detail.first, value)
        last = pattern(detail.last, value) if detail.last else None
        return f"{first}/{last}" if first and last else None
    for step in detail.steps:
        value = _narrowed(value, step) if value else None
    return value


def _narrowed(value: str, step: Step) -> str | None:
    n, word = step.n, step.word
    if step.unit == "festival":
        return f"XXXX-{word}" if len(word) == len("03-08") else None
    if step.unit == "clock":
        return _clocked(value, n)
    named = {
        "month": f"XXXX-{n:02}",
        "quarter": f"XXXX-Q{n}",
        "half": f"XXXX-H{n}",
        "season": f"XXXX-{word}",
        "day": (value if len(value) == len("XXXX-XX") else "XXXX-XX") + f"-{n:02}",
        "weekday": f"XXXX-WXX-{n}",
        "weekend": "XXXX-WXX-WE",
        "part": f"{_day(value)}T{word}",
    }
    return named.get(step.unit) if step.how == "is" or step.unit == "weekend" else None


def _day(value: str) -> str:
    return value if "W" in value or len(value) == len("XXXX-XX-XX") else "XXXX-XX-XX"


def _clocked(value: str, seconds: int) -> str:
    date, _, part = value.partition("T")
    seconds += HALF_DAY if part in ("AF", "EV") and seconds < HALF_DAY else 0
    return f"{_day(date)}T{seconds // 3600:02}:{seconds // 60 % 60:02}"


@lru_cache(maxsize=1)
def _each() -> re.Pattern[str]:
    weekdays = "[一二三四五六日天]"
    return re.compile(
        rf"""每逢? 隔? 一? 个? (?P<unit> 年(?!级) | 月 | 周末 | 周 (?! {weekdays} ) | (?:星期|礼拜) (?! {weekdays} )
        | 工作日 | 天 | 日 | 晚 | 早 | 季度 | 夜 ) | 每逢? 隔?""",
        re.VERBOSE,
    )
