"""Quantities: a numeral with its unit and what belongs to both, read to a value.

No context is needed but where words end: 3.67万亿元, 3—5亿元, 十五块六, 两米半, 三成半, 1.8万多平方米, 百分之六十二.
"""

import re
from collections.abc import Container, Iterator
from decimal import Decimal
from typing import NamedTuple

from govner.values.numerals import MYRIADS, PLACES, Numeral, read
from govner.values.units import Unit, unit_at

_ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:[.·]\d++)?+"
_PLACE = "十百千万亿兆拾佰仟"
_DIGIT = "零〇○一二两三四五六七八九廿卅卌壹贰叁肆伍陆柒捌玖弍参"
NUMERAL = re.compile(
    rf"""(?:
        # 3.67万亿, 5万4千6百, 1千零20, 500余万
        {_ARABIC} (?: [多余几]?[{_PLACE}]++ (?:零?[{_DIGIT}\d]++[{_PLACE}]++)*+ (?:零[{_DIGIT}\d]++)?+ )?+
      | (?:千千)?万万 | 成[百千]上[千万]
        # 三千二百零五, 一百点123, 十多万; 上百, 成千, 数十, 几十
      | (?: 上(?=[百千万亿]) | 成(?=[百千万](?!上|立)) | 数(?=[十百千万亿]) | 好(?=几) )?+
            [{_DIGIT}{_PLACE}几]++ (?: [多余](?=[{_PLACE}]) [{_PLACE}]++ )?+
            (?: 点[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖\d]++ [{_PLACE}]*+ )?+
      | 大?半(?=[个斤公亩里米吨箱碗杯张升])
      | (?<![一上下前后左右大小])半(?=[瓶部条版盘目句桶层块页袋筐车](?!天))
    )
    (?: 个[多余]?亿 )?+
    (?: [多余](?![一二三四五六七八九十]) [万亿]?+
      | (?<=[十百千万0])来(?=[个名位人家户岁种项斤米里公平座台件次亩块万]) )?+
    """,
    re.VERBOSE,
)
"""A numeral in any script, taken long: what is none after all, ``read`` refuses."""
_FIRST = re.compile(rf"[\d{_DIGIT}{_PLACE}几上成数半好大]")
"""How a numeral begins, so that it is looked for nowhere else."""


def numerals(view: str) -> Iterator[re.Match[str]]:
    """Every numeral, as ``NUMERAL`` finds them one after the other."""
    first = _FIRST.search(view)
    while first:
        match = NUMERAL.match(view, first.start())
        if match:
            yield match
        first = _FIRST.search(view, (match or first).end())


JOINT = re.compile(r"(?:\(含\))?(?:-{1,2}|—{1,2}|–|~{1,2}|至|到)")
"""What joins the ends of a range."""

COUNTED = frozenset({"count", "people"})
"""Dimensions of measure words."""

_HALF = re.compile(r"半(?![个年月天日小导径成数夜分])")
_MEGA = re.compile(r"\d++兆")
_ABOUT = re.compile(r"左右|上下(?!游|级|班|文|车)|有余")
_MUCH = re.compile(r"[多余](?![年月次种个用元])")
_SHARED = re.compile(r"[百千]?[万亿]*+\Z")
_ELIDED = re.compile(r"[一二三四五六七八九]{1,2}(?![一二三四五六七八九十百千万亿点个])|\d(?![\w.%:-]|,\d)")
_LAST = re.compile(r"[一二三四五六七八九](?!\w)")
_TENTH = re.compile(r"[一二三四五六七八九](?![一二三四五六七八九十百千万亿点成])")
_HUNDREDTHS = re.compile(r"\d\d")
_SMALLER = {
    "money": {"角": Decimal("0.1"), "毛": Decimal("0.1"), "分": Decimal("0.01")},
    "mass": {"两": Decimal("0.1"), "钱": Decimal("0.01")},
    "length": {"厘米": Decimal("0.01")},
}
_POWERS = {"成": 1, "‰": -1}
"""Units that are reported in per cent, by the power of ten that one of them has."""
_SPOKEN = frozenset({"块", "块钱", "米", "毛"})
"""Units after which the last one is left out: 五块六, 一米八三."""
_SPOKEN_LAST = frozenset({"元", "角"})
"""Units after which the last one is left out where nothing follows: 每斤四元五, but not 三元一本."""


class Quantity(NamedTuple):
    """What a figure says, in its canonical unit.

    ``kind`` is quantity, money, percent, fraction, ratio, range or number; ``high`` is the upper end of a range and the
    second side of a ratio. ``dimension`` and ``least`` are the unit's.
    """

    kind: str
    value: Decimal | None
    high: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    approximate: bool = False
    dimension: str | None = None
    least: int = 1


class Measured(NamedTuple):
    """A numeral and its unit, as far as they go."""

    numeral: Numeral
    unit: Unit | None
    end: int


def quantity_at(view: str, start: int, end: int, stops: Container[int] | None = None) -> tuple[Quantity, int] | None:
    """The quantity whose numeral stands at ``[start, end)``, and where all of it ends; None where it is none.

    ``stops`` are the places where words may end.
    """
    first = _measured(view, start, end, stops)
    if first is None:
        return None
    found = _range(view, start, end, first, stops) or (quantity_of(first.numeral, first.unit), first.end)
    return about(view, *found)


def about(view: str, quantity: Quantity, end: int) -> tuple[Quantity, int]:
    """The quantity with 左右 after it, if it stands there."""
    match = _ABOUT.match(view, end)
    return (quantity._replace(approximate=True), match.end()) if match else (quantity, end)


def quantity_of(numeral: Numeral, unit: Unit | None, kind: str | None = None) -> Quantity:
    """A numeral of a unit as a quantity; 成 and ‰ become per cent, 角 and 分 parts of the main unit."""
    low, high, approximate = numeral
    if unit is None:
        return Quantity(kind or "number", low, high, approximate=approximate)
    power = _POWERS.get(unit.name, 0)
    if high is not None:
        kind = "range"
    elif kind is None and unit.name in ("%", "‰", "成", "个百分点"):
        kind = "percent"
    kind = kind or ("money" if unit.dimension == "money" else "quantity")
    name = "%" if power else unit.name
    first, last = _in_unit(low, unit, power), _in_unit(high, unit, power)
    return Quantity(kind, first, last, name, unit.currency, approximate, unit.dimension, unit.least)


def _in_unit(value: Decimal | None, unit: Unit, power: int) -> Decimal | None:
    if value is None:
        return None
    return shifted(value if unit.part == 1 else value * unit.part, power)


def shifted(value: Decimal, power: int) -> Decimal:
    """``value`` × 10 ** ``power``, exact, without an exponent above zero."""
    if power == 0:
        return value
    sign, digits, exponent = value.as_tuple()
    moved = Decimal((sign, digits, int(exponent) + power))
    return Decimal(int(moved)) if int(exponent) + power > 0 else moved


def _measured(view: str, start: int, end: int, stops: Container[int] | None) -> Measured | None:
    """A numeral, its unit, and what follows it: 两米半, 五块六, 三米多."""
    if end - start > 1 and view[end - 1] in "千百兆两":  # 二十五|千克, 三千两百|两
        found = unit_at(view, end - 1, stops)
        shorter = read(view[start : end - 1])
        if found and shorter and (_parted(view, found, end, stops) or _MEGA.fullmatch(view, start, end)):
            return _tail(view, shorter, *found, stops)
    if end - start == 1 and view[start] in "千百" and (found := unit_at(view, start)) and found[1] > end:
        return None  # 每千瓦时
    half = view[end - 1] == "半"
    numeral = Numeral(Decimal("0.5"), approximate=end - start > 1) if half else read(view[start:end])
    if numeral is None:
        return None
    found = unit_at(view, end + (view[end : end + 1] == " "), stops)
    return _tail(view, numeral, *found, stops) if found else Measured(numeral, None, end)


def _parted(view: str, found: tuple[Unit, int], end: int, stops: Container[int] | None) -> bool:
    """Whether a numeral's last character is the unit's first instead."""
    unit, last = found
    if unit.word == "两":
        return unit_at(view, end, stops) is None
    return len(unit.word) > 1 and (stops is None or last in stops)


def _tail(view: str, numeral: Numeral, unit: Unit, end: int, stops: Container[int] | None) -> Measured:
    """What a unit's tail adds: smaller units, digits without theirs, another name of the money, 半, 多."""
    value = numeral.value
    if unit.dimension == "time":
        return Measured(numeral, unit, end)
    if unit.currency and (name := unit_at(view, end)) and name[0].currency and name[0].part == 1:  # 元欧元, 元人民币
        unit, end = name[0], name[1]
    if value is None or numeral.high is not None:
        return Measured(numeral, unit, end)
    if (unit.dimension == "money" and unit.part >= Decimal("0.1")) or unit.word in ("斤", "米"):
        more, end = _smaller(view, unit, end)
        numeral = numeral._replace(value=value + more)
    if unit.name == "成":
        numeral, end = _tenths(view, numeral, end)
    if half := _HALF.match(view, end):
        numeral, end = numeral._replace(value=value + Decimal("0.5")), half.end()
    elif unit.dimension not in COUNTED and _much(view, end, stops):
        numeral, end = numeral._replace(approximate=True), end + 1
    return Measured(numeral, unit, end)


def _much(view: str, end: int, stops: Container[int] | None) -> bool:
    """Whether 多 after a unit belongs to it: 三米多, but not 5.2万吨|多用途船."""
    if not _MUCH.match(view, end):
        return False
    return stops is None or end + 1 in stops or not view[end + 1 : end + 2].isalnum()


def _smaller(view: str, unit: Unit, end: int) -> tuple[Decimal, int]:
    """What smaller units add to one, and where they end: 元|三角五分, 块|二角, 块|七毛八, 斤|5两, 米|八三, 米|01."""
    sizes = _SMALLER.get(unit.dimension, {})
    sum_, size = Decimal(0), Decimal(1)
    while match := NUMERAL.match(view, end):
        written = match[0].rstrip("两") if unit.dimension == "mass" else match[0]
        numeral, stop = read(written), end + len(written)
        if numeral is None or numeral.value is None or numeral.high or not 0 <= numeral.value < 100:
            break
        if unit.word == "米" and size == 1 and _HUNDREDTHS.fullmatch(written):
            return numeral.value / 100, stop
        name = next((name for name in sizes if view.startswith(name, stop)), None)
        if name is None:
            elided = _elided(view, end, spoken=size < 1 or unit.word in _SPOKEN, last=unit.word in _SPOKEN_LAST)
            if elided and unit_at(view, elided.end()) is None:
                digits = read(("0." if elided[0].isdecimal() else "零点") + elided[0])
                return sum_ + (digits.value if digits and digits.value else 0) * size, elided.end()
            break
        size = sizes[name] / unit.part
        sum_, end = sum_ + numeral.value * size, stop + len(name)
    if sum_ and unit.dimension == "money" and view.startswith("钱", end):
        end += 1
    return sum_, end


def _elided(view: str, start: int, *, spoken: bool, last: bool) -> re.Match[str] | None:
    """The digit or two that stand for a smaller unit (五块|六, 3块|2); ``last`` where nothing may follow them."""
    return _ELIDED.match(view, start) if spoken else _LAST.match(view, start) if last else None


def _tenths(view: str, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """六成|五 is 65 %, 三成|五百亩 is not."""
    tenth = _TENTH.match(view, end)
    if tenth is None or numeral.value is None or numeral.value != int(numeral.value) or unit_at(view, tenth.end()):
        return numeral, end
    digit = read(f"零点{tenth[0]}")
    more = digit.value if digit and digit.value else Decimal(0)
    return numeral._replace(value=numeral.value + more), tenth.end()


def _range(
    view: str, start: int, end: int, first: Measured, stops: Container[int] | None
) -> tuple[Quantity, int] | None:
    """3—5亿元, 8500到3万港元, 1.6m-3.9m, 第二至第七名: the first with the end of the range."""
    joint = JOINT.match(view, first.end)
    if joint is None or first.numeral.value is None:
        return None
    again = joint.end() + (view[start - 1 : start] == "第" == view[joint.end() : joint.end() + 1])
    match = NUMERAL.match(view, again)
    second = _measured(view, *match.span(), stops) if match else None
    if match is None or second is None or second.numeral.value is None:
        return None
    if not _joined(first.unit, second.unit, match[0]):
        return None
    low, high = first.numeral.value, second.numeral.high or second.numeral.value
    if first.unit is None:
        low = shared(low, view[start:end], match[0])
    if low >= high:
        return None
    vague = first.numeral.approximate or second.numeral.approximate
    return quantity_of(Numeral(low, high, vague), second.unit, "range"), second.end


def _joined(first: Unit | None, second: Unit | None, written: str) -> bool:
    """Whether two units make one range: the same, only the second's, or none but 万 or 亿."""
    if second is None:
        return first is None and written[-1] in "百千万亿"
    return first is None or first.name == second.name


def shared(low: Decimal, written: str, above: str) -> Decimal:
    """The first of two numbers with the second's 万 and 亿, where it shares them: 3—5亿, but not 8500到3万."""
    match, high = _SHARED.search(above.rstrip("多余")), read(above)
    places = match[0] if match else ""
    if not places or written[-1] in "万亿" or high is None or high.value is None:
        return low
    if places[0] in "百千" and (len(written) > 1 or written in "一1"):
        places = places[1:]
    power = sum((PLACES | MYRIADS)[place] for place in places)
    return shifted(low, power) if low < shifted(high.value, -power) else low
