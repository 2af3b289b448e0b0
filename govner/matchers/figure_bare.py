"""Numbers without a unit: directly before the thing counted (16省市), or as a value (总数是10000)."""

import re

from govner.matchers.figure_spots import Spot
from govner.matchers.figure_words import cued, named
from govner.values.numerals import CAPITALS

YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_COUNTED = frozenset(
    "年月日时分秒号后的是在和与及或等为至了到上下中内外前来过开而且也都就则不又已将被把从对向以于由使让"
    ",、。;:!?“”‘’()《》<>… \n\t"
)
"""What follows a bare number that counts nothing."""


def bare(spot: Spot) -> str | None:
    """The rule by which a number without a unit is a figure, or None."""
    return _in_digits(spot) if spot.digits else _in_characters(spot)


def _counts(spot: Spot) -> bool:
    """Whether the thing counted follows at once: 16省市."""
    return bool(spot.after) and spot.after not in _NOT_COUNTED and not spot.after.isascii()


def _in_digits(spot: Spot) -> str | None:
    """16省市, and the value in 总数是10000; not years, plate and telephone numbers."""
    numeral = spot.numeral
    if spot.quantity.kind == "range" or numeral.rstrip("多余")[-1] in "万亿":
        return "digits-scale"
    long = 4 if _counts(spot) else 6
    if YEAR.fullmatch(numeral) or (numeral.isdecimal() and len(numeral) > 6) or named(spot):
        return None
    if cued(spot):
        return "digits-value"
    counts = _counts(spot) and not (numeral.isdecimal() and len(numeral) > long)
    return "digits-bare" if counts and "." not in numeral else None


_THINGS = re.compile(r"部门|省(?=[份市区])|自治区|方面|部分|地市|区县")
_PLACED = re.compile(
    r"[一二两三四五六七八九几壹贰叁肆伍陆柒捌玖\d数上成][十百千万亿拾佰仟]|[十拾][一二三四五六七八九几多余]|[廿卅卌]"
)
_POWERS_ALONE = re.compile(r"[十百千]+[万亿]|[百千万亿]余")
_CERTAIN = re.compile(r".{4}|.*点", re.DOTALL)


def _in_characters(spot: Spot) -> str | None:
    """一百二十四, 十几万, 十三省市, 百万农民; one digit only before what is often counted so (五部门)."""
    numeral, value = spot.numeral, spot.quantity.value
    if len(numeral) == 1:
        counted = value is not None and value > 2 and numeral not in CAPITALS
        return "character-bare" if counted and _THINGS.match(spot.view, spot.end) else None
    if value is None:
        return "vague-bare" if numeral[-1] in "十百千万亿" else None
    if spot.after == "大" and value >= 10:  # 二十大
        return None
    return None if named(spot) else _by_shape(spot)


def _by_shape(spot: Spot) -> str | None:
    """How sure a number in characters is by itself: 一百四十四 is none other, 十三 needs what it counts."""
    numeral, counts = spot.numeral, _counts(spot)
    if _POWERS_ALONE.fullmatch(numeral):
        return "power-bare" if counts or cued(spot) else None
    if not _PLACED.search(numeral) and "点" not in numeral:
        return None
    if _CERTAIN.match(numeral):
        return "characters-value"
    if numeral.rstrip("多余")[-1] in "万亿" or numeral[0] in "上成":
        return "characters-scale"
    return "characters-bare" if counts or cued(spot) else None
