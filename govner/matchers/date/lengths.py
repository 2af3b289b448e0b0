"""Durations: numbers of years, months, days, hours; one after another, as ranges, and counted from now."""

import re
from functools import lru_cache
from typing import NamedTuple

from govner.matchers.date.words import CONNECT, ONE, ZERO
from govner.values.calendar import number
from govner.values.moments import Length, Tail

# Unit: its TIMEX3 designator, how many of those it is, and whether a number stands right before it.
UNITS = {
    "世纪": ("Y", 100, True), "周年": ("Y", 1, True), "年": ("Y", 1, True), "年头": ("Y", 1, False), "载": ("Y", 1, True),
    "季度": ("M", 3, False), "月": ("M", 1, False), "周": ("W", 1, True), "星期": ("W", 1, True), "礼拜": ("W", 1, True),
    "工作日": ("D", 1, True), "昼夜": ("D", 1, True), "天": ("D", 1, True), "日": ("D", 1, True),
    "小时": ("H", 1, True), "钟头": ("H", 1, True), "时": ("H", 1, True), "刻钟": ("M", 15, True),
    "分钟": ("M", 1, True), "分半钟": ("M", 1, True), "分": ("M", 1, True), "秒钟": ("S", 1, True), "秒": ("S", 1, True),
}  # fmt: skip
CLOCKED = frozenset({"小时", "钟头", "时", "刻钟", "分钟", "分半钟", "分", "秒钟", "秒"})
# Units that are a duration only beside another one: 8天20时, 四分五秒.
PARTIAL = frozenset({"时", "分"})
TAILS: dict[str, Tail] = {"前": "before", "以前": "before", "之前": "before", "后": "after", "以后": "after", "之后": "after"}

DIGITS = r"\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,3})?[百千万亿]?"
HAN = rf"[{ZERO}{ONE}十百千万亿两俩廿卅]{{1,12}}(?:点[{ONE}])?"
ABOUT = rf"(?:好几|[几数])[十百千万]{{0,2}}|[{ONE}]?十几|上[百千万]|大半|半|多|若干|许多|整"
COUNT = rf"(?:{DIGITS}|{ABOUT}|{HAN})"
MIDNIGHTS = 31
_CALENDAR_YEAR = re.compile("1\\d\\d\\d|2[01]\\d\\d")


class Piece(NamedTuple):
    """One number with its unit: the amounts as text, the second one empty where there is one only."""

    end: int
    low: str
    high: str
    unit: str
    count: str


def length(view: str, start: int) -> tuple[int, Length] | None:
    """The duration that begins at ``start``, with what may stand before (过去, 未来, 前) and behind (来, 前, 后)."""
    lead = _lead().match(view, start)
    pieces, end = _pieces(view, lead.end() if lead else start)
    if not pieces or (len(pieces) == 1 and not _whole(pieces[0], lead=bool(lead))):
        return None
    value, high = timex(pieces), None
    if pieces[0].high:
        high = timex([pieces[0]._replace(low=pieces[0].high)])
    tail = _tail().match(view, end)
    if tail is None:
        return end, Length(value, high)
    return tail.end(), Length(value, high, "" if lead else TAILS.get(tail["tail"], ""))


def timex(pieces: list[Piece]) -> str:
    """A duration as TIMEX3: P36DT5H30M; the number is X where it is unknown."""
    days = times = ""
    for piece in sorted(pieces, key=_coarse_first):
        designator, factor, _ = UNITS[piece.unit]
        amount = piece.low
        if factor > 1 and amount != "X":
            amount = _plain(float(amount) * factor)
        if piece.unit in CLOCKED:
            times += amount + designator
        else:
            days += amount + designator
    return f"P{days}" + (f"T{times}" if times else "")


def _pieces(view: str, start: int) -> tuple[list[Piece], int]:
    """The numbers with units that stand one after another from ``start``, each unit once."""
    pieces: list[Piece] = []
    end = start
    while piece := _piece(view, end, first=not pieces):
        if any(UNITS[p.unit][0] == UNITS[piece.unit][0] and (p.unit in CLOCKED) == (piece.unit in CLOCKED) for p in pieces):
            break
        pieces.append(piece)
        end = piece.end
    if len(pieces) > 1 and pieces[-1].unit == "分" and pieces[-2].unit not in CLOCKED:
        end = pieces[-2].end
        pieces.pop()
    return pieces, end


def _piece(view: str, start: int, *, first: bool) -> Piece | None:
    found = _pattern().match(view, start)
    if found is None or (found["join"] and first):
        return None
    unit, count = found["unit"], found["count"]
    if not count.strip("百千万亿"):
        return None
    if not UNITS[unit][2] and not found["each"] and count not in {"半", "大半", "几", "数", "多"}:
        return None
    if found["each"] and unit in {"年", "天", "日", "载", "周年", "分钟", "秒", "时", "分"}:
        return None
    low, high = amounts(count)
    if found["low"]:
        low, high = amounts(found["low"])[0], low
    if (found["half"] or found["half_after"] or unit == "分半钟") and low != "X":
        low, high = _plain(float(low) + 0.5), high and _plain(float(high) + 0.5)
    return Piece(found.end(), low, high, unit, count if found["more"] is None else count + found["more"])


def _whole(piece: Piece, *, lead: bool) -> bool:
    """Whether a single number with unit is a duration: 10日 is a day of the month, 2021年 a year, 5分 a score."""
    if piece.unit in PARTIAL:
        return False
    if piece.unit == "年" and _CALENDAR_YEAR.fullmatch(piece.count):
        return False
    if piece.unit == "周" and piece.count == "四":
        return lead
    if piece.unit == "日":
        return lead or piece.count in "两俩" or bool(piece.high) or piece.low == "X" or float(piece.low) > MIDNIGHTS
    return True


def amounts(count: str) -> tuple[str, str]:
    """The number that a count means, and the higher one of 两三 and 十五六; X where it is not said (几, 数十).

    >>> amounts("两三"), amounts("十五六"), amounts("七百三四十"), amounts("50"), amounts("几十")
    (('2', '3'), ('15', '16'), ('730', '740'), ('50', ''), ('X', ''))
    """
    if count in {"半", "大半"}:
        return "0.5", ""
    if count[0].isdecimal():
        digits = count.replace(",", "").rstrip("百千万亿")
        scale = count.replace(",", "")[len(digits) :]
        return _plain(float(digits) * (number("一" + scale) if scale else 1)), ""
    if count.endswith("十几"):
        return str(number(count[:-1])), ""
    if count[0] in "几数多上若许好整":
        return ("1" if count == "整" else "X"), ""
    whole, _, tenth = count.partition("点")
    pair = _pair().search(whole)
    if pair:
        before, behind = whole[: pair.start()], whole[pair.end() :]
        return tuple(str(number(before + digit + behind)) for digit in pair.group())  # type: ignore[return-value]
    return str(number(whole)) + (f".{number(tenth)}" if tenth else ""), ""


def _coarse_first(piece: Piece) -> tuple[bool, int]:
    clocked = piece.unit in CLOCKED
    return clocked, ("HMS" if clocked else "YMWD").index(UNITS[piece.unit][0])


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


@lru_cache(maxsize=1)
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:过去|未来|今后|最近|此后|之后|随后|接下来)(?:的|这)?|再过|(?<![\u4e00-\u9fff])过|前|头)(?=[ ]?{COUNT})[ ]?")


@lru_cache(maxsize=1)
def _pair() -> re.Pattern[str]:
    """Two digits of which one goes on counting: 两三, 五六; three and five as well."""
    return re.compile(r"(?<![零〇○一二三四五六七八九])(?:一[二两]|[二两]三|三四|三五|四五|五六|六七|七八|八九)(?![一二三四五六七八九零〇○])")


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<join> 又 | 零(?=[{ONE}十]) | 余(?=\d) )?
        (?: (?P<low>{COUNT}) (?: 个?(?:年|天|月|周|小时|分钟|秒) )? {CONNECT} )?
        (?P<count>{COUNT}) [ ]? (?P<more>[多余来])? [ ]? (?P<each>个)? (?: 多 | (?P<half>半) )? [ ]?
        (?P<unit>
            世纪(?!大道|公园|之交) | 周年 | 年头
          | 年 (?! 级 | 度 | 制 | 期(?!间) | 轮 | 代 | 糕 | 货 | 报 | 轻 | 龄 )
          | 载 (?! [重人货体荷入歌客] ) | 季度 | 月 (?! [球亮谈刊薪嫂光饼] )
          | 周 (?! [岁期末年] ) | 星期(?![一二三四五六日天]) | 礼拜(?![一二三四五六日天])
          | 工作日 | 昼夜 | 天 (?! 才(?!能|会|可) | [然津堂文窗际使空气线台体] ) | 日 (?! [元圆本] )
          | 小时 (?! 候 ) | 钟头 | 时 (?! [间代期节段刻] ) | 刻钟 | 分钟 | 分半钟 | 分 (?! [之钟] ) | 秒钟 | 秒 (?! [杀表] )
        )
        (?: (?P<half_after>半) (?!年|月|天|数) | 多 (?! [种次人] ) | 余 (?! \d ) )?
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    return re.compile(
        r"""(?P<tail>
          以来 | 以[前后] | 之[前后]
        | 来 (?! [自到华访京临说看源电信宾往了回这此不] )
        | 前 (?! [往来夕途进线景列方后提期去沿卫述言段瞻身任总副哨门苏排台] )
        | 后 (?! [续勤方者来卫备台世代期人排果悔盾盖腾辈视援] )
        | 左右 (?! [手逢脑两岸侧翼摇邻] ) | 上下
        )""",
        re.VERBOSE,
    )
