"""Numerals in every script of written Chinese, read to exact decimals and written back.

Digits (1,100.9), characters (三千二百零五), capitals (壹佰贰拾), both together (5万4千, 3.67万亿), the elided
(一万三 is 13,000), the paired (十五六 is 15 to 16) and the vague (十几, 数百万, 百余). No context is needed.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

DIGITS: dict[str, int] = {
    character: value
    for value, characters in enumerate(
        ("零〇○", "一壹", "二贰弍两", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
TENS = {"廿": 2, "卅": 3, "卌": 4}
PLACES = {**dict.fromkeys("十拾", 1), **dict.fromkeys("百佰", 2), **dict.fromkeys("千仟", 3)}
MYRIADS = {"万": 4, "亿": 8, "兆": 12}
CAPITALS = "壹贰弍叁参肆伍陆柒捌玖拾佰仟"
SIGNS = ("负", "-", "−")
LONGEST = 64
"""Nothing longer is read: it would be a serial number, and reading must stay linear."""
MOST = 10**24
"""Values stay below this many significant digits, so that arithmetic with 28 of them is exact."""

_VAGUE = re.compile(r"(?<=[十百千万亿兆拾佰仟廿卅卌\d])(?:[多余来把]|几[十百千]?)|个[多余]?(?=亿)")
_VAGUE_SIGNS = frozenset("多余来把几")
_UNKNOWN = re.compile(r"(?:好?几|数)个?[十百千万亿]{0,4}|(?:千千)?万万|成[百千]上[千万]|百十|千百")
_PAIR = re.compile(r"(?<![一二两三四五六七八九])([一二三两四五六七八九])([二两三四五六七八九])(?![一二三四五六七八九])")
_TOKEN = re.compile(r"\d[\d,]*+(?:[.·]\d++)?+|.", re.DOTALL)
_ARABIC = re.compile(r"(?:\d{1,3}(?:,\d{3})++|\d++)(?:[.·](\d++))?+")
_SPELT = re.compile(r"[零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖\d]++")
_SCALE = re.compile(r"[十百千万亿兆]*+")


class Numeral(NamedTuple):
    """What a numeral says: its value, the upper end if it is a pair (十五六), and whether it is vague.

    ``value`` is None where no number is known (几十万); 十几 and 十余 have their floor, 10.
    """

    value: Decimal | None
    high: Decimal | None = None
    approximate: bool = False


@lru_cache(maxsize=1 << 14)
def read(text: str) -> Numeral | None:
    """The value of a whole numeral in half-width simplified characters, or None if it is none.

    >>> read("3.67万亿").value
    Decimal('3670000000000')
    >>> read("一万六七")
    Numeral(value=Decimal('16000'), high=Decimal('17000'), approximate=True)
    """
    if not 0 < len(text) <= LONGEST:
        return None
    if text[0] in SIGNS:
        return _negative(read(text[1:])) if text[1:2] not in SIGNS else None
    if _UNKNOWN.fullmatch(text):
        return Numeral(None, approximate=True)
    if text[0] in "上成" and text[1:2] in ("百", "千", "万", "亿"):
        floor = read(text[1:])
        return floor and floor._replace(approximate=True)
    plain = _VAGUE.sub("", text)
    if (pair := _paired(plain)) is not None:
        return pair
    value = _exact(plain)
    return None if value is None else Numeral(value, approximate=not _VAGUE_SIGNS.isdisjoint(text))


def _negative(positive: Numeral | None) -> Numeral | None:
    if positive is None or positive.value is None or positive.high is not None:
        return None
    return positive._replace(value=positive.value and positive.value.copy_negate())


def _paired(text: str) -> Numeral | None:
    """Two digits side by side that mean one or the other: 十五六, 三五百, 三两."""
    pairs: list[tuple[str, str]] = [] if "点" in text else _PAIR.findall(text)
    if len(pairs) != 1:
        return None
    low, high = sorted(pairs[0], key=DIGITS.__getitem__)
    if DIGITS[high] - DIGITS[low] != 1 and (low, high) != ("三", "五"):
        return None
    first, last = (_exact(_PAIR.sub(digit, text)) for digit in (low, high))
    return None if first is None or last is None else Numeral(first, last, approximate=True)


def _exact(text: str) -> Decimal | None:
    """The value of a numeral without pairs and vague words."""
    whole, point, rest = text.partition("点")
    if not point:
        return _plain(text)
    spelt = _SPELT.match(rest)
    start = _plain(whole) if whole else None
    if spelt is None or start is None or start != int(start) or not _SCALE.fullmatch(rest, spelt.end()):
        return None
    decimals = "".join(str(DIGITS.get(digit, digit)) for digit in spelt[0])
    power = sum((PLACES | MYRIADS)[place] for place in rest[spelt.end() :])
    return _decimal(int(f"{int(start)}{decimals}"), power - len(decimals))


def _plain(text: str) -> Decimal | None:
    """The value of a numeral without 点: digits spelt out one by one, or digits with places."""
    if len(text) > 1 and _SPELT.fullmatch(text) and not text.isascii():
        return _decimal(int("".join(str(DIGITS.get(digit, digit)) for digit in text)), 0)
    tokens = _TOKEN.findall(text)
    numbers = [_ARABIC.fullmatch(token) for token in tokens if token[0].isdecimal()]
    if None in numbers:
        return None
    decimals = max((len(number[1] or "") for number in numbers if number), default=0)
    places = _Sum(decimals)
    value = places.total() if all(map(places.take, tokens)) else None
    return None if value is None or (places.last == "zero" and len(tokens) > 1) else _decimal(value, -decimals)


class _Sum:
    """The places of a numeral as they are read, in units of ten to the minus ``decimals``."""

    def __init__(self, decimals: int) -> None:
        self.decimals = decimals
        self.parts: list[tuple[int, int]] = []  # what 万, 亿 and 兆 have closed: (value, power), the powers falling
        self.section, self.place = 0, 4  # the places below 万 so far, and the power of the last
        self.pending: int | None = None  # a digit that waits for its place
        self.before = self.last = ""  # the kinds of the two tokens before

    def take(self, token: str) -> bool:
        """Whether the token may stand here; the sum knows it then."""
        kind = _KINDS.get(token, "number" if token[0].isdecimal() else "")
        fits = bool(kind) and bool(getattr(self, f"_{kind}")(token))
        self.before, self.last = self.last, kind
        return fits

    def total(self) -> int | None:
        """The value of all; None where the last token cannot be the last: 1千20 lacks a 零."""
        if self.last == "number" and self.before in ("place", "myriad"):
            return None
        myriad = self.parts[-1][1] if self.parts else 0
        return sum(value for value, _ in self.parts) + self.section + self._elided(myriad)

    def _number(self, token: str) -> bool:
        places = len(_ARABIC.sub(r"\1", token))
        self.pending = int(re.sub(r"[,.·]", "", token)) * 10 ** (self.decimals - places)
        return self.last in ("", "zero", "place", "myriad")

    def _zero(self, _: str) -> bool:
        return self.last in ("place", "myriad") or not self.last

    def _digit(self, token: str) -> bool:
        self.pending = int(DIGITS[token]) * 10**self.decimals
        return self.last not in ("digit", "number")

    def _ten(self, token: str) -> bool:
        fits = self.pending is None and self.place > 1
        self.section, self.place, self.last = self.section + TENS[token] * 10 ** (self.decimals + 1), 1, "place"
        return fits

    def _place(self, token: str) -> bool:
        power = PLACES[token]
        fits = power < self.place and (self.pending is not None or power == 1 or not self.last)
        one = 10**self.decimals if self.pending is None else self.pending
        self.section, self.place, self.pending = self.section + one * 10**power, power, None
        return fits

    def _myriad(self, token: str) -> bool:
        power = MYRIADS[token]
        amount = self.section + self._elided(0)
        alone = not self.section and self.pending is None
        if alone and self.last == "myriad":  # 万亿, 万万
            value, above = self.parts.pop()
            self.parts.append((value * 10**power, above + power))
            return True
        if alone and self.last:
            return False
        amount += 10**self.decimals if alone else 0
        while self.parts and self.parts[-1][1] < power:
            amount += self.parts.pop()[0]
        fits = not self.parts or self.parts[-1][1] > power
        self.parts.append((amount * 10**power, power))
        self.section, self.place, self.pending = 0, 4, None
        return fits

    def _elided(self, myriad: int) -> int:
        """What a last digit means: one place less than the place before it (四百五, 一万三), or itself."""
        power = {"place": self.place, "myriad": myriad}.get(self.before if self.last == "digit" else "", 0)
        value: int = (self.pending or 0) * 10 ** max(power - 1, 0)
        return value


_KINDS = {
    **dict.fromkeys(DIGITS, "digit"), **dict.fromkeys("零〇○", "zero"), **dict.fromkeys(TENS, "ten"),
    **dict.fromkeys(PLACES, "place"), **dict.fromkeys(MYRIADS, "myriad"),
}  # fmt: skip


def _decimal(coefficient: int, power: int) -> Decimal | None:
    """``coefficient`` × 10 ** ``power``, exact, with no more decimals than it needs; None of absurd precision."""
    if coefficient >= MOST:
        return None
    while power < 0 and coefficient % 10 == 0:
        coefficient, power = coefficient // 10, power + 1
    return Decimal(f"{coefficient}e{power}") if power < 0 else Decimal(coefficient * 10**power)


def write(value: int | Decimal) -> str:
    """A number in Chinese characters, as it is spoken: 100,203.5 is 十万零二百零三点五.

    Raises ValueError from 10¹⁶ on, where usage differs.
    """
    if not Decimal(value).is_finite() or Decimal(value).copy_abs() >= 10**16:
        raise ValueError(f"{value} has no one way to be written; numbers below 10 ** 16 have")
    sign, digits, exponent = Decimal(value).as_tuple()
    places = -min(int(exponent), 0)
    written = "".join(map(str, digits)) + "0" * max(int(exponent), 0)
    whole, decimals = (written[:-places], written[-places:].zfill(places)) if places else (written, "")
    spoken = _write_whole(int(whole or "0"))
    if spoken.startswith("一十"):
        spoken = spoken[1:]
    point = "点" + "".join("零一二三四五六七八九"[int(digit)] for digit in decimals) if decimals else ""
    return ("负" if sign else "") + spoken + point


def _write_whole(number: int) -> str:
    for power, name in ((8, "亿"), (4, "万"), (3, "千"), (2, "百"), (1, "十")):
        above, below = divmod(number, 10**power)
        if above:
            gap = "零" if 0 < below < 10 ** (power - 1) else ""
            return _write_whole(above) + name + gap + (_write_whole(below) if below else "")
    return "零一二三四五六七八九"[number]
