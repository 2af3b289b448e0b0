"""Hostile texts, each of any length that is asked for: what is said about every text is tried on them."""

import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle, islice, product

Make = Callable[[int], str]
"""Makes a text of so many code points."""

# One character, or a few, over and over; the words are triggers of some rule each, alone or side by side.
REPEATED = (
    *'一张（(、年第·万%。，《“"王市长省委.,-—~/\n\r\t　0９零几某月日时元$X',
    *":：；新社区学中华余阿尔负其说两半多廿½°①", *"\x00\x1b\x85\xad\u200b\u200d\u202e\u2066\u2028\ufeff",
    *"\u0301\u3099\ufe0f\ue000\uffff\ud800\udc00\U0001f600\U0002a6d6\U000f0000", "e\u0301",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\udc00\ud800", "\u202e王伟\u202c", "王\u200b伟", "王 伟 ", "\r\n",
    "一、", "年月", "年月年月；", "（；张王张王", "）（", "（）", "“”", "《》", "(1)", "1.", "1,", "1,000", "1-",
    "1—", "1至", "1/2", "%至", "2021年", "２０２１年", "二〇二一年", "1月1日", "1月1日至", "1日、", "上午", "10:10",
    "10时", "每周", "上周一", "下", "今天", "昨日", "正月初一", "“十四五”", "第一", "第十二届", "三分之一", "百分之",
    "亿万", "万亿", "自2021年起", "以来", "期间", "以前", "同比增长1%,", "1亿元", "人民币", "美元", "人次", "公里",
    "平方米", "多", "左右", "近", "张·", "·张", "约翰·", "A·B", "阿卜杜", "斯基", "欧阳", "欧阳·", "王某", "张王李",
    "王伟", "王伟、", "王伟，", "王伟说", "李 毅 ", "老王", "(王伟)", "(王伟 李强)", "王伟(男)", "记者王伟 ", "记者",
    "省市", "北京市", "京津", "京津冀", "中美", "中俄", "中国", "新疆维吾尔自治区", "甲市乙市", "张省", "王县",
    "省、", "市、", "市委", "省委书记", "书记、", "市长王伟，", "部长王伟会见", "任命王伟为市长。", "免去", "原市长",
    "前", "副校(院)长", "总统", "美国总统", "国家主席", "局长、", "该市", "银行", "大学", "有限公司", "委员会",
    "人民政府", "社", "中共", "（以下简称“甲乙”）", "（简称", "新华社", "电", "电(", "日电", "讯", "a", "a ", "A1",
)  # fmt: skip

GIVEN = "伟强芳敏静丽磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰飞红新文云建国志成林海波宁浩宇轩"
FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏"
LAND = "东西南北中海江河山川云林岭临安宁平和昌顺"


def people() -> Iterator[str]:
    """Thousands of names, no two alike, over and over."""
    return cycle(family + one + two for one, two, family in product(GIVEN, GIVEN, FAMILY))


def towns() -> Iterator[str]:
    """Thousands of names for places, no two alike, over and over."""
    return cycle("".join(three) for three in product(LAND, repeat=3))


def _repeated(unit: str) -> Make:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _written(pieces: Callable[[], Iterator[str]]) -> Make:
    """Pieces that differ from each other, as many as are needed."""

    def make(size: int) -> str:
        shortest = min(map(len, islice(pieces(), 4)))
        return "".join(islice(pieces(), size // shortest + 1))[:size]

    return make


def _halves(one: Make, other: Make) -> Make:
    return lambda size: one(size // 2) + other(size - size // 2)


def assigned() -> str:
    """Every assigned code point but those of private use, surrogates included."""
    every = map(chr, range(sys.maxunicode + 1))
    return "".join(c for c in every if unicodedata.category(c) not in ("Cn", "Co"))


# What a whole report has to remember: people, bodies, places, offices, short forms, each new or each asked for again.
REPORTED: Mapping[str, Make] = {
    "officers": _written(lambda: (f"岭东省省长{name}出席会议。" for name in people())),
    "surnames after officers": _halves(
        _written(lambda: (f"省长{name}出席会议。" for name in people())),
        _written(lambda: (f"{family}省长说。" for family in cycle(FAMILY))),
    ),
    "one officer of many towns": _written(lambda: (f"{town}市市长王伟明出席会议。" for town in towns())),
    "bodies": _written(lambda: (f"{town}市财政局发布公告。" for town in towns())),
    "short forms after bodies": _halves(
        _written(lambda: (f"{town}市财政局发布公告。" for town in towns())), _repeated("市财政局表示。")
    ),
    "aliases": _written(lambda: (f"{t}科技有限公司（以下简称“{t}”）公告，{t}表示。" for t in towns())),
    "one alias of many": _written(lambda: (f"{t}科技有限公司（以下简称“公司”）公告。" for t in towns())),
    "one sentence of people": _written(lambda: (f"{name}、" for name in people())),
    "people run together": _written(people),
    "one sentence of offices": _written(lambda: (f"任{town}市市长、" for town in towns())),
    "clauses of offices": _written(lambda: (f"任{town}市市长，" for town in towns())),
    "one sentence of appointments": _written(
        lambda: (f"任命{name}为{town}市副市长；" for name, town in zip(people(), towns(), strict=False))
    ),
    "managers of a company not named": _written(lambda: (f"{name}任总经理，" for name in people())),
    "reporters": _written(lambda: (f"新华社记者{name}、" for name in people())),
    "who holds what, apart": _halves(
        _written(lambda: (f"{name}、" for name in people())), _written(lambda: (f"分别任{t}市市长、" for t in towns()))
    ),
    "last names of whole names": _written(lambda: (f"阿{n[0]}卡·巴{n[1:]}夫总统说。巴{n[1:]}夫说。" for n in people())),
    "dates": _written(lambda: (f"{1900 + i % 200}年{i % 12 + 1}月{i % 28 + 1}日，" for i in cycle(range(4200)))),
    "dates after each other": _repeated("同日，次日，3天后，"),
    "figures": _written(lambda: (f"{i}.{i}亿元，" for i in cycle(range(10_000)))),
    "he": lambda size: "省长王伟明出席会议，" + _repeated("他说，他任市长，")(size),
    "towns": _written(lambda: (f"{town}市、" for town in towns())),
    "brackets within brackets": _halves(_repeated("（"), _repeated("）")),
    "quotation marks within brackets": _halves(_repeated("（“《"), _repeated("》”）")),
    "names, then titles": _halves(_repeated("王伟明"), _repeated("市长")),
    "places, then suffixes": _halves(_repeated("北京"), _repeated("委员会")),
    "digits, then a unit": lambda size: "9" * (size - 2) + "万元",
    "a decimal without end": lambda size: "0." + "3" * (size - 4) + "亿元",
    "numerals without end": lambda size: _repeated("九百九十九万")(size - 1) + "元",
}
HOSTILE: Mapping[str, Make] = {**{ascii(unit)[1:-1]: _repeated(unit) for unit in REPEATED}, **REPORTED}
"""Each by its name."""
