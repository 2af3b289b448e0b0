"""Whether the words around an expression leave it whole: 现在 is none in 实现在."""

import re
from bisect import bisect_right

from govner.matchers.date.words import ONE, ZERO
from govner.text.tokens import Bounds

NUMERALS = f"0123456789{ZERO}{ONE}十两廿卅"
# Words that are times wherever they stand, whatever the tokenizer makes of them.
SURE = ("今", "昨", "去年", "明年", "明天", "往年", "当天", "当日", "当晚", "当年")
_LISTED_YEAR = re.compile(r"[12]\d\d\d ?年")


def whole(view: str, bounds: Bounds, start: int, end: int) -> bool:
    """Whether no number and no word of the tokenizer reaches across an end of the expression.

    A word that holds all of it (贺新年) does no harm, nor does one that holds its first number and unit (近十年|来),
    nor one that begins with the unit of its last number (未来5|年内).
    """
    before = view[start - 1 : start]
    numeral = view[start] in NUMERALS
    if numeral and before:
        if before in NUMERALS or before == "第" or (before.isascii() and before.isalpha()):
            return False
        if before in ".·" and view[start - 2 : start - 1].isdigit():
            return _LISTED_YEAR.match(view, start) is not None
    if view[start].isdigit() or view.startswith(SURE, start):
        return True
    if numeral:
        unit = next((place for place in range(start, end) if view[place] not in NUMERALS), end - 1)
        return not _cut(bounds, start, start, unit + 1)
    numbered = any(character in NUMERALS for character in view[start:end])
    return not _cut(bounds, start, start, end) and (numbered or not _cut(bounds, end, start, end))


def _cut(bounds: Bounds, place: int, start: int, end: int) -> bool:
    """Whether a word holds what is on both sides of a place, and not the expression as a whole."""
    if place in bounds.at or place >= bounds.starts[-1]:
        return False
    word = bisect_right(bounds.starts, place) - 1
    return not (bounds.starts[word] <= start and end <= bounds.starts[word + 1])
