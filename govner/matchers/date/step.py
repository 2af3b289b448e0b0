"""One step of a moment: the rules that know what it looks like and what it says, tried in turn at a place."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from govner.values.moments import How, Step, Unit

UNITS: dict[str, Unit] = {
    "年": "year", "年度": "year", "年代": "decade", "世纪": "century", "季度": "quarter", "月": "month", "月份": "month",
    "周": "week", "星期": "week", "礼拜": "week", "天": "day", "日": "day", "号": "day", "点": "clock", "时": "clock",
}  # fmt: skip
POINTERS: dict[str, tuple[How, int]] = {
    "本": ("shift", 0), "这": ("shift", 0), "当": ("spoken", 0), "该": ("spoken", 0), "同": ("spoken", 0),
}  # fmt: skip


class Rule(NamedTuple):
    """How a step is written (a verbose pattern) and read; ``alone`` where it may be a moment without other steps."""

    name: str
    unit: Unit
    pattern: str
    read: Callable[[re.Match[str]], tuple[Step, ...]]
    alone: bool = True


class Found(NamedTuple):
    """A step found in the text: where it ends, the rule that found it, and what it says."""

    end: int
    rule: Rule
    steps: tuple[Step, ...]


def step(view: str, start: int) -> Found | None:
    """The step that begins at ``start``, or None."""
    joined, rules = _compiled()
    seen = joined.match(view, start)
    if seen is None or seen.lastgroup is None:
        return None
    rule, pattern = rules[seen.lastgroup]
    match = pattern.match(view, start)
    return Found(match.end(), rule, rule.read(match)) if match else None


def pointed(pointer: str) -> tuple[How, int]:
    """What a pointer says: 上上 is two back from now, 本 is now, 同 is the one spoken of."""
    if pointer[0] in "上下":
        return "shift", len(pointer) * (-1 if pointer[0] == "上" else 1)
    return POINTERS[pointer]


@lru_cache(maxsize=1)
def _compiled() -> tuple[re.Pattern[str], dict[str, tuple[Rule, re.Pattern[str]]]]:
    """All rules as one pattern that says which rule matches, and each rule with its own pattern."""
    from govner.matchers.date import days, hours, years

    rules = [*years.rules(), *days.rules(), *hours.rules()]
    branches = [f"(?P<{rule.name}>{re.sub('[?]P<[a-z]+>', '?:', rule.pattern)})" for rule in rules]
    return re.compile("|".join(branches), re.VERBOSE), {r.name: (r, re.compile(r.pattern, re.VERBOSE)) for r in rules}
