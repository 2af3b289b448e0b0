"""The steps of months, weeks and days: by number, by name, by pointing, and by the moon."""

import re

from govner.matchers.date.rule import UNITS, Rule, pointed
from govner.matchers.date.words import DAY, LUNAR, MONTH, ONE, POINTER, SMALL, WEEK, entries, guarded, unless, words
from govner.values.calendar import number
from govner.values.moments import RANKS, Step

NAMED_MONTHS = {"元": 1, "正": 1, "冬": 11, "腊": 12}
LUNAR_MONTHS = frozenset("正冬腊")
LAST = ("后", "最后")
WEEKDAY = "一二三四五六日天"
WEEKDAYS = {c: n for n, form in enumerate(("一", "二", "三", "四", "五", "六", "日天"), 1) for c in form}
THIRDS = {"上": 1, "中": 2, "下": 3, "上中": 12, "中上": 12, "中下": 23}


def rules() -> list[Rule]:
    """The rules in the order in which they are tried."""
    return [
        # 今（19）日
        Rule(
            "glossed_day",
            "day",
            rf"[今昨明前] [ ]? \( [ ]? (?P<day>{DAY}) [ ]? [日号]? [ ]? \) [ ]? [日天晚晨]",
            lambda m: (Step("day", "is", number(m["day"])),),
        ),
        # 上周五, 星期一, 下下周一, 上一个周三; and in brackets behind a date
        Rule(
            "weekday",
            "weekday",
            rf"""\( {WEEK} (?P<inner>[{WEEKDAY}]) \)
            | (?: (?P<pointer>{POINTER}) 一? 个? )? {WEEK} (?P<day>[{WEEKDAY}])
              (?! [个名次种项家批位届场班节]|周年 )""",
            _weekday,
        ),
        # 上周末, 周末
        Rule(
            "weekend",
            "weekend",
            rf"(?: (?P<pointer>{POINTER}) 一? 个? )? {WEEK} 末",
            lambda m: (Step("weekend", *pointed(m["pointer"] or "本")),),
        ),
        # 上半周, 下半周
        Rule(
            "half_week",
            "week",
            rf"(?P<half>[上下]) 半 {WEEK}",
            lambda m: (Step("week", "is", "上下".index(m["half"]) + 1),),
        ),
        # 第三个月, 第52周, 第一个星期一, 最后一天
        Rule(
            "nth",
            "month",
            rf"""(?: 第 [ ]? (?P<n>{SMALL}) | (?P<last>最后) 一 | 首 ) [ ]? 个?
            (?: {WEEK} (?P<weekday>[{WEEKDAY}]) (?!年)
              | (?P<unit> 月|季度|天|日|周{unless("周")}|星期|礼拜|年(?![级度代轻头]) ) )""",
            _nth,
        ),
        # 前五个月, 头三天, 最后3周, 后三月
        Rule(
            "count",
            "month",
            rf"""(?P<side>前|头|后(?!{SMALL}[日天]内)|最[后初]) [ ]? (?P<n>{SMALL}) [ ]? 个?
            (?P<unit>月|季度|天|日|周|星期) (?! [期岁] )""",
            lambda m: (Step(UNITS[m["unit"]], "last" if m["side"] in LAST else "first", number(m["n"])),),
        ),
        # 上个月, 下下周, 本季度, 同年, 上一年; 这个年 is a feast
        Rule(
            "pointed",
            "year",
            rf"""(?P<pointer>{POINTER}) 一? 个?
            (?P<unit> 周 | 星期 | 礼拜 | 月(?![球亮台刊])份? | 季度
                    | (?<!这)(?<!这个) 年(?![级轮货会])度? | (?<=这一)年 | (?<=这个)年度 )
            (?! [期岁报刊] )""",
            lambda m: (Step(UNITS[m["unit"]], *pointed(m["pointer"])),),
        ),
        # 11月, 三月份, 农历六月, 正月, 闰四月
        Rule(
            "month",
            "month",
            rf"(?P<lunar>{LUNAR})? (?P<leap>闰)? (?P<month>{MONTH}|[元正腊冬]) [ ]? 月 份? (?! [球亮薪票嫂光饼刊] )",
            _month,
        ),
        # 26日, 二十六号
        Rule(
            "day",
            "day",
            rf"(?P<lunar>{LUNAR})? (?P<day>{DAY}) [ ]? (?: 日{unless('日')} | 号{unless('号')} )",
            lambda m: (Step("lunar-day" if m["lunar"] else "day", "is", number(m["day"])),),
        ),
        # 初八, 廿二, 大年初三
        Rule(
            "lunar_day",
            "lunar-day",
            rf"""(?: (?P<new>大年|年|农历)? 初 (?P<early>[{ONE}十]|10|[1-9](?!\d))
            | (?P<late>廿[{ONE}]?|卅) (?! [日号年] ) ) (?! [级中小步期] | 年级 )""",
            _lunar_day,
        ),
        # 春节, 国庆, 五一劳动节, 立春; neither 元旦节日 nor 十一点
        Rule(
            "festival",
            "festival",
            rf"""(?P<name>{words("festivals")}) (?<! 节(?=日) )
            (?: (?<![一四]) | (?! [点时分年月日号个万千百岁名届路] ) )""",
            lambda m: (Step("festival", "is", 0, entries("festivals")[m["name"]][0]),),
        ),
        # 上旬, 中下旬
        Rule(
            "third",
            "third",
            r"(?P<third> 上、?中 | 中、?[上下] | [上中下] ) 旬",
            lambda m: (Step("third", "is", THIRDS[m["third"].replace("、", "")]),),
            alone=False,
        ),
        # 年底, 月初, 岁末, 末期, 初, 底
        Rule(
            "edge",
            "edge",
            rf"""(?P<unit>[年岁月]) (?P<side> 初 (?! 一(?!天) | [二三四五六七八九步] ) | 底{unless("底")} | 末
            | 中 (?! [国央共期心东小学级秋] ) ) | (?P<edge>{guarded(entries("edges"))})""",
            _edge,
        ),
        # 春天, 盛夏, 冬, 这个冬天
        Rule(
            "season",
            "season",
            rf"(?P<this>这个?)? (?P<season>{guarded(entries('seasons'))}) (?:时节)?",
            lambda m: (Step("season", "is", 0, entries("seasons")[m["season"]][0]),),
        ),
        # 的一天, 左右的一天, 某日
        Rule(
            "some",
            "some",
            r"""(?: 的一[天日] | (?<=[的右])一[天日] | 一天 (?= [\d早晚凌上下中傍深夜清白] ) | 某一?[天日] )
            (?: 的 (?= [早晚凌上下中傍深夜] ) )?""",
            lambda _: (Step("some", "is"),),
            alone=False,
        ),
    ]


def _weekday(m: re.Match[str]) -> tuple[Step, ...]:
    if m["inner"]:
        return (Step("weekday", "is", WEEKDAYS[m["inner"]], "gloss"),)
    day = Step("weekday", "is", WEEKDAYS[m["day"]])
    return (Step("week", *pointed(m["pointer"])), day) if m["pointer"] else (day,)


def _nth(m: re.Match[str]) -> tuple[Step, ...]:
    """The nth of a unit in what the steps before it left; -1 is the last one; of a weekday its number is the word."""
    nth = number(m["n"]) if m["n"] else -1 if m["last"] else 1
    if m["weekday"]:
        return (Step("weekday", "nth", nth, str(WEEKDAYS[m["weekday"]])),)
    return (Step(UNITS[m["unit"]], "nth", nth),)


def _month(m: re.Match[str]) -> tuple[Step, ...]:
    month = NAMED_MONTHS.get(m["month"]) or number(m["month"])
    if m["lunar"] or m["leap"] or m["month"] in LUNAR_MONTHS:
        return (Step("lunar-month", "leap" if m["leap"] else "is", month),)
    return (Step("month", "is", month),)


def _lunar_day(m: re.Match[str]) -> tuple[Step, ...]:
    day = Step("lunar-day", "is", number(m["early"] or m["late"]))
    return (Step("lunar-month", "is", 1), day) if m["new"] in ("大年", "年") else (day,)


def _edge(m: re.Match[str]) -> tuple[Step, ...]:
    """A start, middle or end; ``n`` is the rank of the unit that it names itself (年底, 月初), else 0."""
    if m["unit"]:
        side = {"初": "start", "中": "mid"}.get(m["side"], "end")
        return (Step("edge", "is", RANKS["month" if m["unit"] == "月" else "year"], side),)
    return (Step("edge", "is", 0, entries("edges")[m["edge"]][0]),)
