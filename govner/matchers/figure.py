"""Figures: numbers with their units, read from what stands around every numeral.

What a figure says is read in ``values``, where one may be in ``figure_spots``. Here stands what makes it one, rule by
rule: that it is no code, no name and no list number (C919, 歼20, 12345热线), and what bounds it (超过, 不低于, 以上).
"""

import re
from decimal import Decimal
from typing import NamedTuple

from govner.matchers.candidate import Candidate
from govner.matchers.figure_bare import YEAR, bare
from govner.matchers.figure_spots import Spot, spots
from govner.matchers.figure_tables import heads, in_table
from govner.matchers.figure_words import bound, counted, cued
from govner.matchers.page import Page
from govner.values.numerals import CAPITALS
from govner.values.quantities import COUNTED


class Reading(NamedTuple):
    """What was read in a figure; ``bound`` is what the words around it say of the true value.

    ``over``, ``under``, ``at-least``, ``at-most``, ``nearly`` and ``about`` are the bounds.
    """

    kind: str
    value: Decimal | None
    high: Decimal | None
    unit: str | None
    currency: str | None
    bound: str | None
    approximate: bool


def candidates(page: Page) -> list[Candidate]:
    """All figures of the page, disjoint and in order; ``detail`` is a Reading."""
    view = page.view
    seen = spots(page)
    if not seen:
        return []
    lone = len(view) - len(view.lstrip()), len(view.rstrip())
    tables = heads(view)
    found = []
    for spot in seen:
        rule = _rule(spot)
        weak = rule is None or (spot.quantity.unit is None and rule not in ("fraction", "ratio"))
        if (spot.start, spot.end) == lone and (rule or spot.quantity.unit != "点"):
            sure = 0.0 if _DAY.fullmatch(spot.numeral) else ALONE
            found.append(_candidate(spot, "whole-text" if weak or rule is None else rule)._replace(score=sure))
        elif weak and (quantity := in_table(tables, spot)) is not None:
            found.append(_candidate(spot._replace(quantity=quantity), "table"))
        elif rule is not None:
            found.append(_candidate(spot, rule))
    return found


ALONE = 10.0
"""Log-odds of a figure that is the whole text: no name stands there beside it or in its place."""
_DAY = re.compile(r"(?:19|20)\d\d(?:[01]\d[0-3]\d)?")
"""A year or a day in digits, which may as well be a date."""


def _candidate(spot: Spot, rule: str) -> Candidate:
    quantity = spot.quantity
    kind = "ordinal" if rule == "session" else quantity.kind
    reading = Reading(
        kind, quantity.value, quantity.high, quantity.unit, quantity.currency, bound(spot), quantity.approximate
    )
    return Candidate(spot.start, spot.end, "figure", rule, (), reading)


def _rule(spot: Spot) -> str | None:
    """The name of the rule by which a spot is a figure, or None if it is none."""
    kind, unit = spot.quantity.kind, spot.quantity.unit
    if kind == "ordinal":
        return _ordinal(spot)
    if _code(spot) or _list_number(spot):
        return None
    if kind in ("fraction", "ratio", "percent") or unit == "%" or (unit is None and spot.quantity.dimension == "ratio"):
        return "percent" if unit else "ratio" if kind == "ratio" else "fraction"
    if _SAYING.match(spot.view, max(0, spot.start - 1)):
        return None
    if unit is None:
        return bare(spot)
    return _with_unit(spot)


_SAYING = re.compile(r"[“‘][一二两三四五六七八九十][^“”‘’,。;:\n]{2,10}[”’]")
"""A saying that begins with its number is a name: “四个自信”."""


def _ordinal(spot: Spot) -> str | None:
    """第十六届, 第一名, 第二大; 位居第一 is a rank, 第二阶段 a bare number; 第一, opens an argument."""
    if spot.quantity.unit is not None:
        return None if len(spot.numeral) > 1 and _numbered(spot) else "ordinal"
    if spot.before in _RANKED or (spot.before.isalnum() and not spot.after.isalnum()):
        return "rank"
    return None if spot.after and spot.after in ",、:;" else "ordinal-bare"


_RANKED = frozenset("居列名排位获夺")
"""What stands before a rank: 位居第一."""


# Letters, digits and joints beside a number make it part of a code: C919, 020-12345678, 2021.11.26, 10+1, 伊尔-86.
_CODE_BEFORE = re.compile(r"[A-Za-zⅠ-Ⅻ0-9_#@№+×*=&〔—-]\Z|[A-Za-z0-9][./:·-]\Z")
_CODE_AFTER = re.compile(r"[A-Za-z0-9_/#@·+×*=&〔-]|[.:—]\d")
_MAY_MEASURE = re.compile(r"[A-Za-z×]\Z")


def _code(spot: Spot) -> bool:
    """Whether a number is part of a code; letters and × may stand before a unit of measurement (GDP3.5万亿元)."""
    before = spot.view[max(0, spot.start - 2) : spot.start] if spot.start == spot.first else ""
    measured = spot.quantity.unit is not None and spot.quantity.dimension not in COUNTED
    if _CODE_BEFORE.search(before) and not (measured and _MAY_MEASURE.search(before)):
        return True
    if spot.numeral[0] == "0" and spot.numeral[1:2].isdecimal():
        return True
    return spot.quantity.unit is None and bool(_CODE_AFTER.match(spot.view, spot.end))


_LIST_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}")
_OPENED = re.compile(r"(?:^|[\n。;!?元])\s*\Z")


def _list_number(spot: Spot) -> bool:
    """2.2本计划投资, 1.3建设期限: a section's number, which no measure word follows."""
    measured = spot.quantity.unit is not None and spot.quantity.dimension not in COUNTED
    if measured or not _LIST_NUMBER.fullmatch(spot.numeral):
        return False
    return bool(spot.after) and bool(_OPENED.search(spot.view, max(0, spot.start - 9), spot.start))


def _with_unit(spot: Spot) -> str | None:
    """31个, 1570平方公里, 3.67万亿元; 2021届 is a year, 五角 and 三块 are none."""
    digits = spot.digits or spot.start < spot.first
    if spot.quantity.dimension == "money":
        if spot.numeral == "万" and not cued(spot):  # 单位：万元
            return None
        return "money" if digits or spot.numeral[0] in CAPITALS or not _too_few(spot) else None
    return _digits_with_unit(spot) if digits else _characters_with_unit(spot)


def _digits_with_unit(spot: Spot) -> str | None:
    if spot.quantity.unit in ("届", "级") and YEAR.fullmatch(spot.numeral):
        return None
    if spot.quantity.unit == "点" and spot.numeral.isdecimal() and int(spot.numeral) <= 24:
        return "digits-unit" if _POINTS.match(spot.view, spot.end) else None
    return "digits-unit"


_SECOND = frozenset("组队轮度台代路团")
"""What 二 names and does not count: 二组, 二队; two of them are 两组."""
_SPELT = re.compile(r"[零〇○一二三四五六七八九]{3,}")
_NUMBERED = frozenset("所厂团队院场师旅")
"""What a number spelt out digit by digit names, and does not count: 七〇三所, 一四八团."""


def _numbered(spot: Spot) -> bool:
    """Whether a number names its unit and does not count it."""
    if spot.numeral == "二":
        return spot.quantity.unit in _SECOND
    return spot.quantity.unit in _NUMBERED and bool(_SPELT.fullmatch(spot.numeral))


def _too_few(spot: Spot) -> bool:
    """Whether a number in characters is too small for its unit to be a figure: 一批, 一路."""
    quantity = spot.quantity
    if quantity.unit == "番" and "翻" in spot.view[max(0, spot.start - 4) : spot.start]:
        return False
    return quantity.value is not None and quantity.value == int(quantity.value) and quantity.value < quantity.least


_HOUSEHOLD = re.compile(r"一家(?:[老大]小|[子亲]|之言|一地|[二三四五六七八九十几两]{1,2}[口代])")
"""一家 as those who live together: 一家三口, 一家人."""
_POWERS = re.compile(r"[百千万亿][多余]?")
_POINTS = re.compile(
    r":|意见|建议|要求|希望|主张|共识|体会|启示|原因|看法|内容|问题|措施|理由|经验|变化|特点|说明|认识|感受|期待"
)
"""What 三点 counts; without them it is a time."""
_DEICTIC = frozenset("这那新上下同某")
"""Before 一 they point, and nothing is counted: 这一项, 新一届."""


def _characters_with_unit(spot: Spot) -> str | None:
    """三项, 十几名, 上千本, 百余人: by the firmness of the number."""
    quantity, numeral = spot.quantity, spot.numeral
    if quantity.unit == "点" and _POINTS.match(spot.view, spot.end):
        return "characters-unit"
    if numeral == "一" and counted(spot):
        return "one-thing"
    if _too_few(spot) or numeral in CAPITALS or _numbered(spot):
        return None
    if quantity.value is None or numeral[0] in "几数好":
        return "vague-unit"
    if numeral == "一" and quantity.value == 1:
        return _one(spot)
    return "power-unit" if _POWERS.fullmatch(numeral) else "half" if numeral[-1] == "半" else _counting(spot)


def _deictic(spot: Spot) -> bool:
    """Whether what stands before 一 points: 这一项, 下一个; but 留下|一个, 递上|一份 count."""
    if spot.before not in _DEICTIC:
        return False
    return spot.before not in "上下" or len(spot.word_before) == 1 or spot.quantity.unit in ("级", "届")


def _one(spot: Spot) -> str | None:
    """一项, 一名; not 这一项, 一项项."""
    if (
        spot.after == spot.quantity.unit
        or _deictic(spot)
        or spot.quantity.unit == "级"
        or _HOUSEHOLD.match(spot.view, spot.start)
    ):
        return None
    return "session" if _session(spot) else "one-unit"


def _counting(spot: Spot) -> str:
    return "session" if _session(spot) else "characters-unit"


_SESSIONS = re.compile(r"[一二三四五六七八九十][中次]|全国|中央|人大|政协|委员|常委|理事|会议|国会|[省市县]委|董事会")
_MEETINGS = re.compile(r"(?:全体|常务|委员|主席|代表|扩大|部长)?会议|全会|党代会|代表大会|常委会")
_BODIES = re.compile(r"(?:届|人大|政协|委员会|大会|全会|省委|市委|县委|常委会)\Z")


def _session(spot: Spot) -> bool:
    """十四届全国人大, 全国人大四次会议: ordinals without 第."""
    view, start, end = spot.view, spot.start, spot.end
    if spot.quantity.unit == "届":
        return bool(_SESSIONS.match(view, end))
    return spot.quantity.unit == "次" and bool(
        _MEETINGS.match(view, end) and _BODIES.search(view, max(0, start - 8), start)
    )
