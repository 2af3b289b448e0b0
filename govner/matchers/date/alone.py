"""Whether a moment of one step may stand by itself: 三点 and 十号 are times in some places only."""

import re
from collections.abc import Callable
from functools import lru_cache

from govner.matchers.date.lengths import lasts
from govner.matchers.date.moments import Seen
from govner.matchers.date.steps import step
from govner.matchers.date.words import entries

AROUND = 12
HOUR_BEHIND = frozenset("于在到至从自约近快是个天日晨午晚每前后过早")
HOUR_BEFORE = frozenset("的前后到至起就出才开回从左准在")
NUMBERED_BEFORE = frozenset("从到在至上下晚凌早中召举开起前后")
NUMBERED_BEHIND = frozenset("团于在至到自从将定们我他她")
NO_DAY_BEHIND = frozenset("有今昔他往终每同那某复")
NO_DAY_BEFORE = frozenset("千之三游不无又")
# The others are names as well (金秋, 早春), figures of speech (春天) or words before events (春季, 夏季).
SEASONS = frozenset(
    f"{season}{when}"
    for season in ("夏天", "秋天", "冬天", "秋季", "暑假", "暑期", "盛夏", "深秋", "初冬")
    for when in ("", "时节")
)
HOLIDAY = ("假期", "期间", "节前", "节后", "黄金", "小长", "前后", "当天", "当日")


def stands(view: str, start: int, seen: Seen) -> bool:
    """Whether what was found is a time there; more than one step always is."""
    if len(seen.rules) != 1:
        return True
    rule = seen.rules[0]
    check = _CHECKS.get(rule.name)
    return rule.alone and (check is None or check(view, start, seen.end))


def _hour(view: str, start: int, end: int) -> bool:
    """三点 where no noun follows it; neither 一点, nor 四时 of the seasons, nor a point of a list (把握好3点)."""
    text, before, behind = view[start:end], view[start - 1 : start], view[end : end + 1]
    if text in ("一点", "一点多") or text.startswith("一时") or (text == "四时" and before.isalnum()):
        return False
    if not text.endswith("点"):
        return before != "小" or not text.endswith("时")
    return (not before.isalnum() or before in HOUR_BEHIND) and (not behind.isalnum() or behind in HOUR_BEFORE)


def _digits(view: str, start: int, end: int) -> bool:
    """9:30 where nobody wins or loses by it."""
    around = f"{view[max(0, start - AROUND) : start]}_{view[end : end + AROUND]}"
    return _score().search(around) is None


def _numbered(view: str, start: int, end: int) -> bool:
    """十号 at a clause's start or end, no name (天舟六号); 三日 if it does not last; 一日 unless it is any day."""
    text, before, behind = view[start:end], view[start - 1 : start], view[end : end + 1]
    if text.endswith("号"):
        named = before.isalnum() and before not in NUMBERED_BEHIND
        listed = view[start - 2 : start] == "号、"
        return not named and not listed and (not behind.isalnum() or behind in NUMBERED_BEFORE)
    if lasts(view, start, end):
        return False
    return text != "一日" or (before not in NO_DAY_BEHIND and behind not in NO_DAY_BEFORE)


def _festival(view: str, start: int, end: int) -> bool:
    """五一 and 清明, which are other words as well, in a clause of their own or before 假期 and the like."""
    festival = entries("festivals").get(view[start:end])
    if festival is None or festival[1] == "yes" or view.startswith(HOLIDAY, end):
        return True
    before, behind = view[start - 1 : start], view[end : end + 1]
    opens = view[start:end] == "十一" and behind in ("通", "放")
    return not before.isalnum() and behind != "、" and (opens or not behind.isalnum())


def _part(view: str, start: int, _: int) -> bool:
    """早, 晚, 夜 only behind a day or before an hour."""
    found = step(view, start)
    return found is not None and found.end - start > 1


_CHECKS: dict[str, Callable[[str, int, int], bool]] = {
    "clock": _hour,
    "clock_digits": _digits,
    "day": _numbered,
    "festival": _festival,
    "part": _part,
    # 初三 is a class of a school, too; 首日 counts from what was said before; 初 and 底 cut what stands before them.
    "lunar_day": lambda view, start, end: view[start] != "初" or view[end : end + 1] in ("", ",", "。", "至", "到"),
    "nth": lambda view, start, _: view[start] == "第",
    "season": lambda view, start, end: (
        view[start] == "这" or (view[start:end] in SEASONS and view[start - 1] not in "寒值春夏")
    ),
    "edge": lambda view, start, _: view[start] in "年月岁",
}


@lru_cache(maxsize=1)
def _score() -> re.Pattern[str]:
    won, lost = "比分|以|击败|战胜", "[负胜败]|力克|痛失|领先|落后|拿下|险"
    return re.compile(f"比分|(?:{won})_|[比胜负败][^,。]{{0,6}}_|_[^,。]{{0,6}}(?:{lost})")
