"""Where figures may be: every numeral with the quantity that begins there, and what stands before it and belongs to it.

Fixed words with a numeral (统一, 一带一路, 四川) and times are passed over.
"""

import re
from collections.abc import Container, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from govner.lexicon.tables import table
from govner.matchers.page import Page
from govner.text.tokens import Bounds
from govner.values.fractions import fraction_at
from govner.values.numerals import CAPITALS
from govner.values.quantities import NUMERAL, Quantity, numerals, quantity_at, shared
from govner.values.units import currency_before


class Spot(NamedTuple):
    """A numeral with its quantity: ``[start, end)`` is all of it, ``numeral`` its characters, which begin at ``first``.

    ``bounds`` are the words of the tokenizer.
    """

    view: str
    bounds: Bounds
    start: int
    end: int
    first: int
    numeral: str
    quantity: Quantity

    @property
    def before(self) -> str:
        """The character before, or the empty string."""
        return self.view[self.start - 1 : self.start] if self.start else ""

    @property
    def after(self) -> str:
        """The character after, or the empty string."""
        return self.view[self.end : self.end + 1]

    @property
    def word_before(self) -> str:
        """The word that ends where the figure begins, or the empty string."""
        i = self.bounds.at.get(self.start)
        return self.bounds.words[i - 1] if i else ""

    @property
    def digits(self) -> bool:
        """Whether the number is written in digits."""
        return self.numeral[0].isdecimal()


def spots(page: Page) -> list[Spot]:
    """Every place that may be a figure, in order and disjoint."""
    found = list(_spots(page))
    for i in range(len(found) - 2, -1, -1):
        found[i] = _sharing(found[i], found[i + 1])
    return found


_AND = re.compile(r"[、和与及]")


def _sharing(spot: Spot, following: Spot) -> Spot:
    """0.6、0.1和2.1个百分点: numbers that leave their unit, and their 万 or 亿, to the next one."""
    quantity, unit = spot.quantity, following.quantity
    if quantity.unit or quantity.kind != "number" or not unit.unit or not (spot.digits and following.digits):
        return spot
    if "." not in spot.numeral or quantity.value is None or not _AND.fullmatch(spot.view, spot.end, following.start):
        return spot
    value = shared(quantity.value, spot.numeral, following.numeral)
    return spot._replace(quantity=unit._replace(value=value, high=None, approximate=quantity.approximate))


def _spots(page: Page) -> Iterator[Spot]:
    view, stops = page.view, page.bounds.at
    covered: Mapping[int, tuple[int, int]] | None = None
    done = clock = 0
    for match in numerals(view):
        first, last = match.span()
        if first < done:
            continue
        if covered is None:  # only now, because most lines of a list hold no numeral
            covered = _covered(view)
        if spoken := _SPOKEN.match(view, first):
            done = clock = spoken.end()
            continue
        begin, word = _covering(covered, view, match, stops)
        if begin < first:  # 统一|三个
            if word >= last:
                continue
            first = word
        found = fraction_at(view, first, last) or quantity_at(view, first, last, stops)
        if found is None or found[1] <= word:
            continue
        quantity, done = found
        if quantity.dimension == "time" or _clock(view, first, last, done, clock):
            clock = done
            continue
        spot = _great(_prefixed(Spot(view, page.bounds, first, done, first, view[first:last], quantity)))
        done = spot.end
        yield spot


_DIGIT, _PLACE = frozenset("一二两三四五六七八九"), frozenset("十百千万亿")


def _covering(
    covered: Mapping[int, tuple[int, int]], view: str, numeral: re.Match[str], stops: Container[int]
) -> tuple[int, int]:
    """Where the fixed word that holds a numeral's first character begins and ends; nowhere if it only seems to."""
    first, last = numeral.span()
    begin, word = covered.get(first, (first, first))
    if begin == first and first and view[first - 1] == "第":  # 第|一批
        return first, first
    if begin < first < word < last and _goes_on(view, first, word, stops):
        return first, first
    return begin, word


def _goes_on(view: str, first: int, word: int, stops: Container[int]) -> bool:
    """Whether a numeral goes on behind a fixed word that ends inside it: 年三十|二岁, 系统一|百二十个."""
    if view[word - 1] in _PLACE:
        return view[word] in _DIGIT
    return view[word] in _PLACE and first in stops


_SPOKEN = re.compile(
    r"(?:\d{1,2}|[零一二两三四五六七八九十]{1,3})点"
    r"(?:(?:\d{1,2}|[零〇一二三四五六七八九十]{1,3})分|[零〇]?[一二三四五]?十[一二三四五六七八九]?(?![百千万亿])|半|[一三]刻)"
)
"""A time of day as it is spoken: 八点零五分, 七点五十; 二十点六 is a number."""
_TIME = re.compile(r"[01]?\d:[0-5]\d(?::[0-5]\d)?|2[0-4]:[0-5]\d(?::[0-5]\d)?")
_SCORE = re.compile(r"比分|战胜|击败|负于|不敌|战平|逆转|胜|败|比|以\d|[以平]\Z")


def _clock(view: str, first: int, last: int, end: int, clock: int) -> bool:
    """Whether what looks like a quantity goes on a time (2小时|47分), or is one (9:30, but not a score of 21:19)."""
    if view.startswith("分", last):
        if first == clock and clock:
            return True
        seconds = NUMERAL.match(view, last + 1)
        return seconds is not None and view.startswith("秒", seconds.end())
    if view.startswith(":", last):
        return bool(_TIME.fullmatch(view, first, end)) and not _SCORE.search(view, max(0, first - 8), end + 3)
    return False


_NEGATED = re.compile(r"(?:零下|(?<![减担背抱胜欺肩自辜身平])负|(?<![\w.)])-)\Z")
_TIMES = re.compile(r"(?<![A-Za-z0-9.])\d{1,3}(?:\.\d)?[×xX*]\Z")
_BEFORE = frozenset("下负-氏×xX*")
"""How what stands before a numeral and belongs to it ends, but for 第 and money."""
_DEGREES = {"摄氏": "摄氏度", "华氏": "华氏度"}


def _prefixed(spot: Spot) -> Spot:
    """What stands before a numeral and belongs to it: 第, 负, 零下, 摄氏, 4×, $."""
    view, first, quantity = spot.view, spot.first, spot.quantity
    near = view[max(0, first - 2) : first]
    if near.endswith("第"):
        kind = quantity.kind if quantity.kind in ("fraction", "ratio") else "ordinal"
        return spot._replace(start=first - 1, quantity=quantity._replace(kind=kind))
    if not near or near[-1] not in _BEFORE:
        return _money(spot)
    sign = _NEGATED.search(view, max(0, first - 2), first)
    if sign or (near.endswith("-") and quantity.unit in ("摄氏度", "%") and not near[0].isascii()):
        start = sign.start() if sign else first - 1
        return spot._replace(start=start, quantity=_negative(quantity))
    if quantity.unit == "度" and near in _DEGREES:
        return spot._replace(start=first - 2, quantity=quantity._replace(unit=_DEGREES[near], dimension="temperature"))
    if quantity.unit and (factor := _TIMES.search(view, max(0, first - 6), first)):
        return spot._replace(start=factor.start(), quantity=quantity._replace(value=None))
    return _money(spot)


def _money(spot: Spot) -> Spot:
    """A number after the sign or the name of money: $20, 港币3.14; 港币300元 keeps the name outside. So is 壹分."""
    quantity = spot.quantity
    if quantity.unit == "分" and spot.numeral[0] in CAPITALS:
        cents = quantity.value and quantity.value * Decimal("0.01")
        return spot._replace(quantity=Quantity("money", cents, unit="CNY", currency="CNY", dimension="money"))
    if quantity.kind not in ("number", "money", "range") or not (money := currency_before(spot.view, spot.first)):
        return spot
    code, start = money
    if quantity.unit is None:
        kind = "range" if quantity.kind == "range" else "money"
        quantity = quantity._replace(kind=kind, unit=code, currency=code, dimension="money")
        return spot._replace(start=start, quantity=quantity)
    if quantity.unit == "CNY":
        return spot._replace(quantity=quantity._replace(unit=code, currency=code))
    return spot


def _negative(quantity: Quantity) -> Quantity:
    low, high = (value and value.copy_negate() for value in (quantity.value, quantity.high))
    return quantity._replace(value=low, high=high)


_GREAT = re.compile(
    r"大(?=[一-鿿])(?!学|会|的|和|精神|报告|以[来后]|召开|上|之后|代表|[闭开]幕|提出|作出|确[立定]|重大|胜利|圆满|顺利|选举|通过)"
)


def _great(spot: Spot) -> Spot:
    """七大领域 is 七大, 第二大经济体 第二大; a congress of the party is none (党的七大, 二十大)."""
    quantity, view, end = spot.quantity, spot.view, spot.end
    if quantity.kind not in ("number", "ordinal") or quantity.unit or quantity.value is None:
        return spot
    if not _GREAT.match(view, end) or end + 1 not in spot.bounds.at:
        return spot
    if quantity.value > (100 if spot.digits else 10) or view.endswith(("党的", "中共"), 0, spot.start):
        return spot
    kind = "ordinal" if quantity.kind == "ordinal" else "quantity"
    return spot._replace(end=end + 1, quantity=quantity._replace(kind=kind, unit="大", dimension="count", least=2))


def _covered(view: str) -> Mapping[int, tuple[int, int]]:
    """For each place inside a fixed word, where the word that reaches farthest begins and ends."""
    covered: dict[int, tuple[int, int]] = {}
    for _, start, end in _fixed().find_matches_as_indexes(view, overlapping=True):
        for place in range(start, end):
            if place not in covered or end > covered[place][1]:
                covered[place] = (start, end)
    return covered


@lru_cache(maxsize=1)
def _fixed() -> AhoCorasick:
    """The fixed words and idioms; they are many and short, and no other matcher wants them in the scan."""
    words = {*table("figures/fixed").column("word"), *table("figures/idioms").column("word")}
    return AhoCorasick(sorted(words), implementation=Implementation.ContiguousNFA)
