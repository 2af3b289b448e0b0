"""The steps of a year and what is coarser: numeric dates, centuries, decades, years, eras, halves, quarters."""

import re

from govner.matchers.date.rule import Rule, pointed
from govner.matchers.date.words import LUNAR, MONTH, ONE, SHORT_YEAR, SMALL, YEAR, ZERO, entries, words
from govner.values.calendar import number
from govner.values.moments import How, Step

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
COMMON_ERA = "(?:公元|纪元|西元)"


def rules() -> list[Rule]:
    """The rules in the order in which they are tried."""
    return [
        # 2021-11-26, 2021/11/26, 2021.11.26, 2019·2·10
        Rule(
            "numeric_day",
            "year",
            r"""(?P<year>(?:1\d|20|21)\d\d) (?: -(?P<a>\d\d?)-(?P<b>\d\d?)(?!-\d) | /(?P<c>\d\d?)/(?P<d>\d\d?)
            | \.(?P<e>\d\d?)\.(?P<f>\d\d?) | ·(?P<g>\d\d?)·(?P<h>\d\d?) ) (?! \d | [./·]\d )""",
            _numeric_day,
        ),
        # 20211126
        Rule(
            "compact_day",
            "year",
            r"(?P<year>(?:19|20)\d\d) (?P<a>0[1-9]|1[0-2]) (?P<b>0[1-9]|[12]\d|3[01]) (?! [\d.%A-Za-z] )",
            _numeric_day,
        ),
        # 2008/08, 2021-06
        Rule(
            "numeric_month",
            "year",
            r"(?P<year>(?:19|20)\d\d) [-/] (?P<month>0[1-9]|1[0-2]) (?! [\d%] | [-./]\d | 赛季|学年|财年|年 )",
            lambda m: (Step("year", "is", int(m["year"])), Step("month", "is", int(m["month"]))),
        ),
        # 20世纪, 十九世纪, 上世纪, 本世纪
        Rule(
            "century",
            "century",
            rf"(?: (?P<n>{SMALL}) [ ]? | (?P<pointer>上|本|下|这) 个? ) 世纪 (?! 大道|公园|金源|之交 )",
            lambda m: (Step("century", *(pointed(m["pointer"]) if m["pointer"] else ("is", number(m["n"])))),),
        ),
        # 90年代, 八十年代, 六七十年代, 1980年代
        Rule(
            "decade",
            "decade",
            rf"""(?: (?P<full>1\d\d0|20\d0|[一二][{ZERO}{ONE}]{{2}}[{ZERO}])
            | (?P<two>[{ONE}][{ONE}]) 十 | (?P<tens>[1-9]0|[{ONE}][十{ZERO}]) ) [ ]? 年代""",
            _decade,
        ),
        # 2021年, 二○二一年, 两千零五年度, 阴历二〇二一年
        Rule(
            "year",
            "year",
            rf"(?: {COMMON_ERA} | (?P<lunar>{LUNAR}) )? (?P<year>{YEAR}) [ ]? 年 (?:度(?!假|过))? (?! 级 )",
            lambda m: (Step("year", "is", number(m["year"]), "lunar" if m["lunar"] else ""),),
        ),
        # 公元163年, 公元前202年, 在789年
        Rule(
            "ancient_year",
            "year",
            rf"""(?: {COMMON_ERA} (?P<before>前)? (?P<year>\d{{1,4}}|[{ZERO}{ONE}十百]{{1,5}})
            | (?<=[在于]) (?P<sure>[1-9]\d\d) ) [ ]? 年 (?! [来间里内多] | [以之]?[前后] | 的?(?:历史|时间) )""",
            lambda m: (Step("year", "is", number(m["year"] or m["sure"]) * (-1 if m["before"] else 1)),),
        ),
        # 21年3月, 19年底: two digits are a year where a part of it follows
        Rule(
            "short_year",
            "year",
            rf"""(?P<year>{SHORT_YEAR}) [ ]? 年 (?= [ ]?
            (?: {MONTH}[ ]?月(?!薪) | [初底末](?!期) | [上下]半年 | 年[初底末] | 第[{ONE}\d]{{1,3}}(?:周|个?季度)
              | 农历 | 春节 | 国庆 | 元旦 | 每 | 奥运 ) )""",
            _short_year,
        ),
        # 零六年, 08年, 八五年, 于95年: and where the numeral is written as that of a year is
        Rule(
            "two_digit_year",
            "year",
            rf"""(?P<year> 0\d | [{ZERO}][{ZERO}{ONE}] | (?!六七|七八|八九)[六七八九][{ZERO}{ONE}]
            | (?: (?<![\u4e00-\u9fff]) | (?<=[于在自从至到]) ) [89][1-9] ) [ ]? 年
            (?! 代 | 以?来 | [以之]?[前后] | [间内多级] )""",
            _short_year,
        ),
        # 民国三年, 雍正十六年
        Rule(
            "era_year",
            "year",
            rf"(?P<era>{words('eras')}) (?P<year>元|{SMALL}|[{ONE}]十[{ONE}]?) 年 (?! 级|代 )",
            _era_year,
        ),
        # 虎年, 农历乙巳蛇年
        Rule(
            "zodiac_year",
            "zodiac",
            rf"{LUNAR}? (?:[{STEMS}][{BRANCHES}])? (?P<animal>[{ANIMALS}]) 年 (?! [糕画货龄] )",
            lambda m: (Step("zodiac", "is", ANIMALS.index(m["animal"])),),
        ),
        # 今年, 昨天, 当晚, 次日
        Rule("relative", "year", rf"(?: (?<![周月旬]) | (?!第) ) (?P<word>{words('relative')})", _relative),
        # 上半年, 前半年
        Rule(
            "half",
            "half",
            r"(?P<half>[上下前后]) 半年 (?!度报) 度?",
            lambda m: (Step("half", "is", 1 if m["half"] in "上前" else 2),),
        ),
        # 一季度, 第三季度, 首季
        Rule(
            "quarter",
            "quarter",
            r"(?: 第 (?P<nth>[一二三四1-4]) 个? | (?P<quarter>[一二三四1-4]) | [首头]个? ) 季度 | 首季(?!度)",
            lambda m: (Step("quarter", "is", number(m["nth"] or m["quarter"] or "一")),),
        ),
    ]


def _numeric_day(m: re.Match[str]) -> tuple[Step, ...]:
    year, month, day = (int(n) for n in m.groups() if n)
    return Step("year", "is", year), Step("month", "is", month), Step("day", "is", day)


def _decade(m: re.Match[str]) -> tuple[Step, ...]:
    if m["full"]:
        return Step("century", "is", number(m["full"]) // 100 + 1), Step("decade", "is", number(m["full"]) % 100)
    if m["two"]:
        return (Step("decade", "is", number(m["two"][0]) * 10, "two"),)
    return (Step("decade", "is", number(m["tens"][0]) * 10),)


def _short_year(m: re.Match[str]) -> tuple[Step, ...]:
    return (Step("year", "short", number(m["year"])),)


def _era_year(m: re.Match[str]) -> tuple[Step, ...]:
    """A year of an era as that of the common era; 0, which is none, where the era did not last as long."""
    first, last = entries("eras")[m["era"]]
    year = int(first) + (1 if m["year"] == "元" else number(m["year"])) - 1
    return (Step("year", "is", year if last == "-" or year <= int(last) else 0),)


def _relative(m: re.Match[str]) -> tuple[Step, ...]:
    unit, base, shift, part = entries("relative")[m["word"]]
    hows: dict[str, How] = {"now": "shift", "spoken": "spoken", "told": "told"}
    how, n = hows[base], int(shift)
    if unit == "season":
        return Step("year", how, n), Step("season", "is", 0, part)
    if part != "-":
        return Step("day", how, n), Step("part", "is", 0, part)
    return (Step("day" if unit == "day" else "month" if unit == "month" else "year", how, n),)
