"""Where a time expression may begin: the first characters of its words, and of numerals with a unit of time behind."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govner.lexicon.tables import table
from govner.matchers.date.words import ONE, ZERO, alternation, words

LEXICONS = ("dynasties", "eras", "festivals", "idioms", "parts", "periods", "relative", "seasons", "vague")
NUMERAL = f"0-9{ZERO}{ONE}十百千万亿两几多余来半"
UNIT = "[年月日号点时天周星礼小钟刻分秒季世载工昼:]"
# A numeral, perhaps the second one of a range, and its unit, within thirty characters.
NUMBERED = f"[{NUMERAL}.,:/·]{{0,12}}[-—–~至到、个 ]{{0,3}}[{NUMERAL}]{{0,9}}[ 个多几半闰]{{0,3}}{UNIT}"
SPELL = f"[{ONE}十0-9]{{0,2}}(?:[夜宿晚]|[上下]午|辈子|个(?:学[期年]|赛季|[春夏秋冬]天))"
# What must follow a first character.
AFTER = {
    **dict.fromkeys("上下本这当该同", "[上下]{0,2}一?个?(?:年|月|周|星期|礼拜|季|世纪|半)"),
    **dict.fromkeys("今昨明前去", r"\(|[今明后去](?:两|2)?[年天日]"),
    **dict.fromkeys("“‘\"'", f"(?:十[一二三四五六]?|[{ONE}])五"),
    **dict.fromkeys("鼠牛虎兔龙蛇马羊猴鸡狗猪", "年"),
    **dict.fromkeys("甲乙丙丁戊己庚辛壬癸", "[子丑寅卯辰巳午未申酉戌亥]"),
    **dict.fromkeys("周", f"[{ONE}日天末]"),
    **dict.fromkeys("每", ""),
    **dict.fromkeys("第", f" ?[{ONE}十0-9]"),
    **dict.fromkeys("首", "[个季月日周]"),
    **dict.fromkeys("公纪西", "元"),
    **dict.fromkeys("农阴旧夏", "历"),
    **dict.fromkeys("正腊元", "月"),
    **dict.fromkeys("岁", "末"),
}
MORE = {
    "前": f"半年|[{ONE}两十几数0-9]", "后": f"半年|[{ONE}两0-9]", "头": f"[{ONE}两十几数0-9]", "最": "[后初]",
    "星": "期", "礼": "拜", "闰": ".月", "初": f"[{ONE}十0-9]", "大": "年初|半", "年": "[初底末中]", "月": "[初底末]",
    "多": "[年日天月]", "好": "几", "许": "多[年天]", "若": "干", "再": "过", "过": f"[{ONE}十两几0-9]",
    "上": f"[百千万]年|[两{ONE}几0-9]", "下": f"[两{ONE}几0-9]", "这": " ?一|个?[春夏秋冬暑寒汛]", "差": f"[{ONE}0-9]",
    "整": "[夜晚]|[上下]午", "冬": "月", "十": "[一二三四五六]五", "之": "后", "此": "后", "随": "后", "接": "下来",
}  # fmt: skip


def triggers(view: str) -> Iterator[int]:
    """Wherever a time expression may begin."""
    firsts, following = _triggers()
    for first in firsts.finditer(view):
        if following[first[0]].match(view, first.end()):
            yield first.start()


@lru_cache(maxsize=1)
def _triggers() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """The first characters of time expressions, and what must follow each; one pattern for all would try each."""
    rests: dict[str, set[str]] = {}
    for name in LEXICONS:
        for row in table(f"dates/{name}").rows:
            rests.setdefault(row[0][0], set()).add(row[0][1:])
    seconds = {rest[0] for of_first in rests.values() for rest in of_first if rest}
    following = {first: [alternation(sorted(of_first))] for first, of_first in rests.items()}
    for more in (AFTER, MORE):
        for first, pattern in more.items():
            following.setdefault(first, []).append(pattern)
    for first in f"0123456789{ZERO}{ONE}十百两俩几数半廿卅":
        following.setdefault(first, []).extend((NUMBERED, SPELL))
    for first in "12":  # a year without 年
        following[first].append("[0-9]{3}")
    alone = "(?<![0-9A-Za-z].)"
    compiled = {c: re.compile(f"{alone if c.isdecimal() else ''}(?:{'|'.join(p)})") for c, p in following.items()}
    # Behind the others only words may follow, each with one of the seconds in front.
    free = {first for first, patterns in following.items() if len(patterns) > 1 or "" in rests.get(first, {""})}
    every, second, open_ = (re.escape("".join(sorted(some))) for some in (following, seconds, free))
    return re.compile(f"[{every}](?:(?=[{second}])|(?<=[{open_}]))"), compiled


@lru_cache(maxsize=1)
def idioms() -> re.Pattern[str]:
    """Phrases that look like a time and are none."""
    return re.compile(words("idioms"))
