"""What may stand behind a moment or a duration and belongs to it: 以来, 起, 前, 后, 左右, 许, 之间."""

import re
from functools import lru_cache

from govner.matchers.date.words import unless
from govner.values.moments import Tail

TAILS: dict[str, Tail] = {
    "以来": "since", "起": "since", "来": "since", "以前": "before", "之前": "before", "前": "before",
    "以后": "after", "之后": "after", "后": "after", "过后": "after",
}  # fmt: skip


def of_moment(view: str, end: int) -> tuple[int, Tail]:
    """Where a moment ends with its tail, and what that makes of it: nothing where it is only rough (左右, 许)."""
    found = _of_moment().match(view, end)
    return (found.end(), TAILS.get(found["tail"], "")) if found else (end, "")


def of_range(view: str, end: int) -> int:
    """Where a range ends with 之间 or 间; ``end`` where neither stands there."""
    found = _of_range().match(view, end)
    return found.end() if found else end


def of_length(view: str, end: int) -> tuple[int, Tail]:
    """Where a duration ends with its tail; 前 and 后 make it a time counted from now, 来 leaves it what it is."""
    found = _of_length().match(view, end)
    if found is None:
        return end, ""
    tail = TAILS.get(found["tail"], "")
    return found.end(), "" if tail == "since" else tail


@lru_cache(maxsize=1)
def _of_moment() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<tail> 以来 | 以[前后] | 之[前后] | 过后 | 起{unless("起")} | 来 (?= [,。、] )
        | [前后] (?! [一二两三四五六七八九十几些天年半头\d] ) (?: (?<=前){unless("前")} | (?<=后){unless("后")} )
        | 间{unless("间")} (?<= 月间 ) | 左右{unless("左右")} | 前后{unless("前后")} | 许{unless("许")} )""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _of_range() -> re.Pattern[str]:
    return re.compile(f"之间|间{unless('间')}")


@lru_cache(maxsize=1)
def _of_length() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<tail> 以来 | 以[前后] | 之[前后] | 来{unless("来")}
        | 前(?: (?=来[^,。]) | {unless("前")} ) | 后{unless("后")} | 左右{unless("左右")} | 上下 )""",
        re.VERBOSE,
    )
