"""Durations: numbers of years, months, days, hours; one after another, as ranges, and counted from now."""

import re
from functools import lru_cache
from typing import NamedTuple

from govner.matchers.date import tails
from govner.matchers.date.words import CONNECT, ONE, ZERO, unless
from govner.values.durations import UNITS, UNKNOWN, Amount, count, half_more, timex
from govner.values.moments import Length

DIGITS = r"\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,3})?[百千万亿]?"
HAN = rf"[{ZERO}{ONE}十百千万亿两俩廿卅]{{1,12}}(?:点[{ONE}])?"
ABOUT = rf"(?:好几|[几数])[十百千万]{{0,2}}|[{ONE}]?十几|上[百千万]|大半|半|多|若干|许多"
COUNT = rf"(?:{DIGITS}|{ABOUT}|{HAN})"
LONGEST_MONTH = 31
# Units that take 个 before them (三个月, 两个季度), and those that never do.
NEEDS_EACH = frozenset({"季度", "月", "年头"})
WITHOUT_EACH = frozenset({"年", "天", "日", "载", "周年", "分钟", "秒", "时", "分"})
# Words behind which 三日 is no day of the month but three days.
LASTING = frozenset({"连续", "历时", "为期", "长达", "耗时"})
WITHOUT_NUMBER = frozenset({"半", "大半", "几", "数", "多"})


class Piece(NamedTuple):
    """One number with its unit: where it ends, how much it is, and the number as written."""

    end: int
    amount: Amount
    written: str


def length(view: str, start: int) -> tuple[int, Length] | None:
    """The duration that begins at ``start``, with what may stand before (过去, 未来, 前) and behind (来, 前, 后)."""
    lead = _lead().match(view, start)
    pieces = _pieces(view, lead.end() if lead else start)
    led = bool(lead) or (bool(pieces) and lasts(view, start, pieces[-1].end))
    if not pieces or (len(pieces) == 1 and not _whole(pieces[0], led=led)):
        return None
    end, tail = tails.of_length(view, pieces[-1].end)
    value, high = timex([piece.amount for piece in pieces])
    return end, Length(value, high, "" if lead else tail)


def lasts(view: str, start: int, end: int) -> bool:
    """Whether 三日 there is no day of the month but three days: 历时三日, 收到后三日内."""
    return view[start - 2 : start] in LASTING or (view[start - 1 : start] == "后" and view.startswith("内", end))


def _pieces(view: str, start: int) -> list[Piece]:
    """The numbers with units that stand one after another from ``start``, each unit once."""
    pieces: list[Piece] = []
    while piece := _piece(view, pieces[-1].end if pieces else start, first=not pieces):
        if UNITS[piece.amount.unit] in [UNITS[p.amount.unit] for p in pieces]:
            break
        pieces.append(piece)
    if len(pieces) > 1 and pieces[-1].amount.unit == "分" and not UNITS[pieces[-2].amount.unit].timed:
        pieces.pop()
    return pieces


def _piece(view: str, start: int, *, first: bool) -> Piece | None:
    found = _pattern().match(view, start)
    if found is None or (found["join"] and first):
        return None
    unit, written = found["unit"], found["count"]
    if not written.strip("百千万亿"):  # 百年 alone is a turn of phrase
        return None
    if unit in (WITHOUT_EACH if found["each"] else NEEDS_EACH - {"月"} if written in WITHOUT_NUMBER else NEEDS_EACH):
        return None
    low, high = count(written)
    if found["low"]:
        low, high = count(found["low"])[0], low
    if found["half"] or found["behind"] == "半" or unit == "分半钟":
        low, high = half_more(low), half_more(high)
    return Piece(found.end(), Amount(low, high, unit), written + (found["more"] or ""))


def _whole(piece: Piece, *, led: bool) -> bool:
    """Whether one number with its unit is a duration: 10日 is a day of a month, 2021年 a year, 5分 a score."""
    low, high, unit = piece.amount
    match unit:
        case "时" | "分":
            return False
        case "年":
            return not _CALENDAR_YEAR.fullmatch(piece.written)
        case "周":
            return led or piece.written != "四"
        case "日":
            return led or piece.written in ("两", "俩") or bool(high) or low == UNKNOWN or float(low) > LONGEST_MONTH
    return True


_CALENDAR_YEAR = re.compile(r"1\d\d\d|2[01]\d\d")


@lru_cache(maxsize=1)
def _lead() -> re.Pattern[str]:
    return re.compile(
        rf"""(?: (?:过去|未来|今后|最近|此后|之后|随后|接下来) [的这]? | 再过 | (?<![\u4e00-\u9fff])过 | 前 | 头
        | [上下] (?= [ ]? [两二三四五六七八九几\d] ) | 这 (?= [ ]? 一 [ ]? (?:小时|分钟|刻钟|秒) ) )
        (?= [ ]? {COUNT} ) [ ]?""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    weekdays = "[一二三四五六日天]"
    return re.compile(
        rf"""
        (?P<join> 又 | 零(?=[{ONE}十]) | 余(?=\d) )?
        (?: (?P<low>{COUNT}) (?: 个?(?:年|天|月|周|小时|分钟|秒) )? {CONNECT} )?
        (?P<count>{COUNT}) [ ]? (?P<more>[多余来整])? [ ]? (?P<each>个)? (?: 多 | (?P<half>半) )? [ ]?
        (?P<unit>
            世纪 (?! 大道 | 公园 | 之交 )
          | 周年 | 年头 | 年 (?! [级度制轮代糕货报轻龄] | 期(?!间) ) | 载{unless("载")}
          | 季度 | 月 (?! [球亮谈刊薪嫂光饼] )
          | 周{unless("周")} | (?:星期|礼拜) (?! {weekdays} )
          | 工作日 | 昼夜 | 天{unless("天")} | 日 (?!本) {unless("日")}
          | 小时 (?!候) | 钟头 | 时 (?! [间代期节段刻] )
          | 刻钟 | 分钟 | 分半钟 | 分{unless("分")} | 秒钟 | 秒{unless("秒")}
        )
        (?P<behind> 半 (?! [年月天数] ) | 多 (?! [种次人] ) | 余 (?! \d ) )?
        """,
        re.VERBOSE,
    )
