"""How a step of a moment is written and read, and what its words of unit and its pointers mean."""

import re
from collections.abc import Callable
from typing import NamedTuple

from govner.values.moments import How, Step, Unit

UNITS: dict[str, Unit] = {
    "年": "year", "年度": "year", "年代": "decade", "世纪": "century", "季度": "quarter", "月": "month",
    "月份": "month", "周": "week", "星期": "week", "礼拜": "week", "天": "day", "日": "day", "号": "day",
    "点": "clock", "时": "clock",
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


def pointed(pointer: str) -> tuple[How, int]:
    """What a pointer says: 上上 is two back from now, 本 is now, 同 is the one spoken of."""
    if pointer[0] in "上下":
        return "shift", len(pointer) * (-1 if pointer[0] == "上" else 1)
    return POINTERS[pointer]
