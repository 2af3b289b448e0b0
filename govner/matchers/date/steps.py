"""The steps that a moment is made of: what 2021年, 上个月, 26日, 周五, 上午, 9时30分 look like and say."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from govner.matchers.date.words import CONNECT, DAY, HOUR, MINUTE, MONTH, ONE, POINTER, SHORT_YEAR, SMALL, WEEK, YEAR, ZERO
from govner.matchers.date.words import entries, words
from govner.values.calendar import number
from govner.values.moments import RANKS, How, Step, Unit

LUNAR = "(?:农历|阴历|旧历|夏历)"
NAMED_MONTHS = {"元": 1, "正": 1, "冬": 11, "腊": 12}
LUNAR_MONTHS = frozenset("正冬腊")
WEEKDAYS = {c: n for n, form in enumerate(("一", "二", "三", "四", "五", "六", "日天"), 1) for c in form}
UNITS: dict[str, Unit] = {
    "年": "year", "年代": "decade", "世纪": "century", "季度": "quarter", "季": "quarter", "月": "month", "周": "week",
    "星期": "week", "礼拜": "week", "天": "day", "日": "day", "号": "day", "点": "clock", "时": "clock",
}  # fmt: skip
POINTERS: dict[str, tuple[How, int]] = {
    "本": ("shift", 0), "这": ("shift", 0), "当": ("spoken", 0), "该": ("spoken", 0), "同": ("spoken", 0),
}  # fmt: skip
THIRDS = {"上": 1, "中": 2, "下": 3, "上中": 12, "中上": 12, "中下": 23}

Read = Callable[[re.Match[str]], tuple[Step, ...]]


class Rule(NamedTuple):
    """How a step is written and read. ``alone`` says whether it may be a moment without any other step."""

    name: str
    unit: Unit
    pattern: str
    read: Read
    alone: bool = True


class Found(NamedTuple):
    """A step found in the text: where it ends, the rule that found it, and what it says."""

    end: int
    rule: Rule
    steps: tuple[Step, ...]


def step(view: str, start: int) -> Found | None:
    """The step that begins at ``start``, or None."""
    joined, rules = _compiled()
    seen = joined.match(view, start)
    if seen is None or seen.lastgroup is None:
        return None
    rule, pattern = rules[seen.lastgroup]
    match = pattern.match(view, start)
    return Found(match.end(), rule, rule.read(match)) if match else None


@lru_cache(maxsize=1)
def _compiled() -> tuple[re.Pattern[str], dict[str, tuple[Rule, re.Pattern[str]]]]:
    """All rules as one pattern that says which rule matches, and each rule's own pattern."""
    rules = _rules()
    unnamed = "|".join(f"(?P<{rule.name}>{re.sub('[?]P<[a-z]+>', '?:', rule.pattern)})" for rule in rules)
    return re.compile(unnamed, re.VERBOSE), {r.name: (r, re.compile(r.pattern, re.VERBOSE)) for r in rules}


def _rules() -> list[Rule]:
    """The steps in the order in which they are tried."""
    return [
        # 2021-11-26, 2021/11/26, 2021.11.26, 2019·2·10
        Rule(
            "numeric_day",
            "year",
            r"""(?P<year>(?:1\d|20|21)\d\d) (?: -(?P<a>\d\d?)-(?P<b>\d\d?) | /(?P<c>\d\d?)/(?P<d>\d\d?)
            | \.(?P<e>\d\d?)\.(?P<f>\d\d?) | ·(?P<g>\d\d?)·(?P<h>\d\d?) ) (?! \d | [-./·]\d )""",
            _numeric_day,
        ),
        # 20211126
        Rule(
            "compact_day",
            "year",
            r"(?P<year>(?:19|20)\d\d)(?P<a>0[1-9]|1[0-2])(?P<b>0[1-9]|[12]\d|3[01])(?![\d.%A-Za-z])",
            _numeric_day,
        ),
        # 2008/08, 2021-06
        Rule(
            "numeric_month",
            "year",
            r"(?P<year>(?:19|20)\d\d)[-/](?P<month>0[1-9]|1[0-2])(?![\d%]|[-./]\d|赛季|学年|财年|年)",
            lambda m: (Step("year", "is", int(m["year"])), Step("month", "is", int(m["month"]))),
        ),
        # 20世纪, 十九世纪, 上世纪, 本世纪
        Rule(
            "century",
            "century",
            rf"(?: (?P<n>{SMALL}) [ ]? | (?P<pointer>上|本|下|这) 个? ) 世纪 (?!大道|公园|金源|之交)",
            _century,
        ),
        # 90年代, 八十年代, 六七十年代, 1980年代
        Rule(
            "decade",
            "decade",
            rf"(?: (?P<full>1\d\d0|20\d0|[一二][{ZERO}{ONE}]{{2}}[{ZERO}]) | (?P<two>[{ONE}][{ONE}])十"
            rf" | (?P<tens>[1-9]0|[{ONE}]十) ) [ ]? 年代",
            _decade,
        ),
        # 2021年, 二○二一年, 两千零五年度
        Rule(
            "year",
            "year",
            rf"(?:公元|纪元|西元|(?P<lunar>{LUNAR}))? (?P<year>{YEAR}) [ ]? 年 (?:度(?!假|过))? (?!级)",
            lambda m: (Step("year", "is", number(m["year"]), "lunar" if m["lunar"] else ""),),
        ),
        # 公元163年, 公元前202年
        Rule(
            "ancient_year",
            "year",
            rf"(?: (?:公元|纪元|西元) (?P<before>前)? (?P<year>\d{{1,4}}|[{ZERO}{ONE}十百]{{1,5}}) | (?<=[在于]) (?P<sure>[1-9]\d\d) ) [ ]? 年"
            r" (?! [来间里内多] | [以之]?[前后] | 的?(?:历史|时间) )",
            lambda m: (Step("year", "is", number(m["year"] or m["sure"]) * (-1 if m["before"] else 1)),),
        ),
        # 21年3月, 八五年, 零六年: a year where a part of it follows, or where the numeral is written as a year is
        Rule(
            "short_year",
            "year",
            rf"""(?: (?P<year>{SHORT_YEAR}) [ ]? 年 (?= [ ]? (?:{MONTH}[ ]?月(?!薪) | [初底末](?!期) | [上下]半年 | 年[初底末]
            | 第[{ONE}\d]{{1,3}}(?:周|个?季度) | 农历 | 春节 | 国庆 | 元旦 | 每 | 奥运 ) )
            | (?P<sure>0\d|[{ZERO}][{ZERO}{ONE}]|(?!六七|七八|八九)[六七八九][{ZERO}{ONE}]) [ ]? 年 (?!代|[以]?来|[以之]?[前后]|[间内多级]) )""",
            _short_year,
        ),
        # 民国三年, 雍正十六年
        Rule(
            "era_year",
            "year",
            rf"(?P<era>{words('eras')}) (?P<year>元|{SMALL}|[{ONE}]十[{ONE}]?) 年 (?!级|代)",
            _era_year,
        ),
        # 虎年, 农历乙巳蛇年
        Rule(
            "zodiac_year",
            "zodiac",
            rf"{LUNAR}?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?(?P<animal>[鼠牛虎兔龙蛇马羊猴鸡狗猪])年(?![糕画货龄])",
            lambda m: (Step("zodiac", "is", "鼠牛虎兔龙蛇马羊猴鸡狗猪".index(m["animal"])),),
        ),
        # 今年, 昨天, 当晚, 次日
        Rule("relative", "year", rf"(?P<word>{words('relative')})", _relative),
        # 今（19）日
        Rule(
            "glossed_day",
            "day",
            rf"(?:今|昨|明|前) [ ]? \( [ ]? (?P<day>{DAY}) [ ]? (?:日|号)? [ ]? \) [ ]? [日天晚晨]",
            lambda m: (Step("day", "is", number(m["day"])),),
        ),
        # 上周五, 星期一, (周五), 下下周一, 本周六
        Rule(
            "weekday",
            "weekday",
            rf"\( {WEEK} (?P<inner>[一二三四五六日天]) \) | "
            rf"(?: (?P<pointer>{POINTER}) 一? 个? )? {WEEK} (?P<day>[一二三四五六日天]) (?! [个名次种项家批位届场]|周年)",
            _weekday,
        ),
        # 上周末, 周末
        Rule(
            "weekend",
            "weekend",
            rf"(?: (?P<pointer>{POINTER}) 一? 个? )? (?:{WEEK}末)",
            lambda m: (Step("weekend", *_pointed(m["pointer"] or "本")),),
        ),
        # 上半周, 下半周
        Rule(
            "half_week",
            "week",
            rf"(?P<half>[上下])半{WEEK}",
            lambda m: (Step("week", "is", "上下".index(m["half"]) + 1),),
        ),
        # 上半年, 前半年
        Rule(
            "half",
            "half",
            r"(?P<half>[上下前后])半年(?!度报)度?",
            lambda m: (Step("half", "is", 1 if m["half"] in "上前" else 2),),
        ),
        # 一季度, 第三季度, 首季
        Rule(
            "quarter",
            "quarter",
            r"(?: 第 (?P<nth>[一二三四1-4]) 个? | (?P<quarter>[一二三四1-4]) | [首头]个? ) 季度 | 首季(?!度)",
            lambda m: (Step("quarter", "is", number(m["nth"] or m["quarter"] or "一")),),
        ),
        # 第三个月, 第52周, 第一个星期一, 最后一天
        Rule(
            "nth",
            "month",
            rf"(?: 第 [ ]? (?P<n>{SMALL}) | (?P<last>最后) 一 | (?P<first>首) ) [ ]? 个?"
            rf" (?: {WEEK} (?P<weekday>[{ONE}日天]) (?!年) | (?P<unit>月|季度|天|日|周(?![年期岁])|星期|礼拜|年(?![级度代轻])) )",
            _nth,
        ),
        # 前五个月, 头三天, 最后3周, 后三月
        Rule(
            "count",
            "month",
            rf"(?P<side>前|头|后|最[后初]) [ ]? (?P<n>{SMALL}) [ ]? (?:个)? (?P<unit>月|季度|天|日|周|星期) (?![期岁])",
            _count,
        ),
        # 上个月, 下下周, 本季度, 同年, 上一年
        Rule(
            "pointed",
            "year",
            rf"(?P<pointer>{POINTER}) 一? 个? (?P<unit>周|星期|礼拜|月(?![球亮台刊])份?|季度|(?<!这个)(?<!这)年度?(?![级轮货会])|(?<=这一)年|(?<=这个)年度)"
            r" (?! [期岁报刊] )",
            lambda m: (Step(UNITS[m["unit"].rstrip("份度") if m["unit"] != "季度" else "季度"], *_pointed(m["pointer"])),),
        ),
        # 11月, 三月份, 农历六月, 正月, 闰四月
        Rule(
            "month",
            "month",
            rf"(?P<lunar>{LUNAR})? (?P<leap>闰)? (?P<month>{MONTH}|[元正腊冬]) [ ]? 月 份? (?![球亮薪票嫂光饼刊])",
            _month,
        ),
        # 26日, 二十六号
        Rule(
            "day",
            "day",
            rf"(?P<lunar>{LUNAR})? (?P<day>{DAY}) [ ]? (?: 日 (?![元圆]) | 号 (?!楼|线|院|门|厅|室|台|文|令|馆|店|机|车|井|桥|矿|船|仓|库|坑|墓|路|站) )",
            lambda m: (Step("lunar-day" if m["lunar"] else "day", "is", number(m["day"])),),
        ),
        # 初八, 廿二, 大年初三
        Rule(
            "lunar_day",
            "lunar-day",
            rf"(?: (?P<new>大年|年|农历)? 初 (?P<early>[{ONE}十]|10|[1-9](?!\d)) | (?P<late>廿[{ONE}]?|卅) (?![日号年]) ) (?!级|中|小|年级|步|期)",
            _lunar_day,
        ),
        # 春节, 国庆, 五一劳动节, 立春
        Rule(
            "festival",
            "festival",
            rf"(?P<name>{words('festivals')}) (?<! 节(?=日) ) (?: (?<![一四]) | (?![点时分年月日号个万千百岁名届路]) )",
            lambda m: (Step("festival", "is", 0, entries("festivals")[m["name"]][0]),),
        ),
        # 上旬, 中下旬
        Rule(
            "third",
            "third",
            r"(?P<third>上[、]?中|中[、]?[上下]|[上中下])旬",
            lambda m: (Step("third", "is", THIRDS[m["third"].replace("、", "")]),),
            alone=False,
        ),
        # 年底, 月初, 岁末, 末期, 初, 底
        Rule(
            "edge",
            "edge",
            rf"(?P<unit>年|岁|月) (?P<side>初(?!一(?!天)|[二三四五六七八九步])|底(?!部|层|线)|末|中(?![国央共期心东小学级秋])) "
            rf"| (?P<edge>{words('edges')}) (?<! 初(?=[步级中次心衷选审赛期版]) ) (?<! 底(?=[部层线盘气蕴色下子片细牌]) ) (?<! 末(?=[端梢]) )",
            _edge,
        ),
        # 春天, 盛夏, 冬
        Rule(
            "season",
            "season",
            rf"(?P<season>(?>{words('seasons')})) (?! [节运晚耕游奥残茶秋冬种招播粮收训令闱装风达汛档青] )",
            lambda m: (Step("season", "is", 0, entries("seasons")[m["season"]][0]),),
            alone=False,
        ),
        # 的一天, 某日
        Rule("some", "some", r"(?:的一[天日]|(?<=[的右])一[天日]|一天(?=[\d早晚凌上下中傍深夜清白])|某一?[天日])(?:的(?=[早晚凌上下中傍深夜]))?", lambda _: (Step("some", "is"),), alone=False),
        # 9:30, 11:30:10 p.m., 3:15PM
        Rule(
            "clock_digits",
            "clock",
            r"(?P<hour>[01]?\d|2[0-4]) : (?P<minute>[0-5]\d) (?: : (?P<second>[0-5]\d) )? (?! \d | :\d | \.\d)"
            r" (?: [ ]? (?P<half>[AaPp]\.?[Mm]\.?) )? [时点分]? 许?",
            _clock,
        ),
        # 9时30分, 十点半, 三点一刻, 下午5点多钟
        Rule(
            "clock",
            "clock",
            rf"(?P<hour>{HOUR}) [{ONE}]? [ ]? (?: 点(?!名|击|评|赞|心|燃) | 时(?!间|代|期|节|段|刻|速|光|尚|装|局|常|任|而|势|机|候|空|差|效|隔) ) [整钟]?"
            rf" (?: (?P<point>半) | (?P<quarter>[一三13]) [ ]? 刻 | [过零又]? (?P<minute>{MINUTE}) [ ]? 分 (?![之钟])"
            rf" (?: (?P<second>{MINUTE}) [ ]? 秒 )? | (?! [{ZERO}{ONE}十\d] | :\d ) ) (?: 许(?![多可]) | 多钟? | 钟 | 整(?![个理体合]) )?",
            _clock,
        ),
        # 昨天9点20, 晚上九点零九
        Rule(
            "clock_short",
            "clock",
            rf"(?P<hour>{HOUR}) 点 (?P<minute>[0-5]\d(?!\d)|[{ZERO}][{ONE}]|[一二三四五]?十[{ONE}]?) (?! [分%个多万亿千百倍元] )",
            _clock,
            alone=False,
        ),
        # 上午, 傍晚, 晚
        Rule(
            "part",
            "part",
            rf"""(?P<part>{words('parts')}) (?:时分)?
            (?<! 早(?=[稻已期日就在盘餐市些产熟教恋泳晚高安班操年春秋报有]) ) (?<! 晚(?=会[^见谈晤商同合]|[报宴年期熟婚餐稻辈清景自高安来到点舟霞]) )
            (?<! 夜(?=[市景校晚以总幕色大行空莺]) ) (?<! 晨(?=[报练光曦跑检]) ) (?<! 下午(?=茶) )""",
            lambda m: (Step("part", "is", 0, entries("parts")[m["part"]][0]),),
        ),
    ]  # fmt: skip


def range_head(view: str, start: int) -> tuple[int, Step] | None:
    """The first end of a range that leaves its unit to the second (8月[27-]28日, [2018—]2019年), with its connector."""
    head = _head().match(view, start)
    if head is None:
        return None
    unit = UNITS[head["unit"] or "年"]
    first = number(head["year"] or head["n"])
    if head["list"] and number(head["next"] or "0") != first + 1:
        return None
    return head.end(), Step(unit, "is", first * 3600 if unit == "clock" else first)


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    """1— before 5月, 27至 before 28日, 7、 before 8月; a year has four digits on the left."""
    return re.compile(
        rf"""
        (?: (?P<year>{YEAR}) {CONNECT} (?= (?:{YEAR}|{SHORT_YEAR}) [ ]? 年 (?!代) )
          | 第? (?P<n>{DAY}|0|零) (?: {CONNECT} | (?P<list>[、]) )
            (?= (?P<next>{DAY}) [ ]? (?P<unit>年代|季度|世纪|月|日(?![元圆内])|号|点|时(?!间)|周) ) )
        """,
        re.VERBOSE,
    )


def _pointed(pointer: str) -> tuple[How, int]:
    if pointer[0] in "上下":
        return "shift", len(pointer) * (-1 if pointer[0] == "上" else 1)
    return POINTERS[pointer]


def _numeric_day(m: re.Match[str]) -> tuple[Step, ...]:
    year, month, day = (int(n) for n in m.groups() if n)
    return Step("year", "is", year), Step("month", "is", month), Step("day", "is", day)


def _century(m: re.Match[str]) -> tuple[Step, ...]:
    if m["n"]:
        return (Step("century", "is", number(m["n"])),)
    return (Step("century", *_pointed(m["pointer"])),)


def _decade(m: re.Match[str]) -> tuple[Step, ...]:
    if m["full"]:
        return Step("century", "is", number(m["full"]) // 100 + 1), Step("decade", "is", number(m["full"]) % 100)
    if m["two"]:
        return (Step("decade", "is", number(m["two"][0]) * 10, "two"),)
    return (Step("decade", "is", number(m["tens"])),)


def _short_year(m: re.Match[str]) -> tuple[Step, ...]:
    return (Step("year", "short", number(m["year"] or m["sure"])),)


def _era_year(m: re.Match[str]) -> tuple[Step, ...]:
    first, last = entries("eras")[m["era"]]
    year = int(first) + (1 if m["year"] == "元" else number(m["year"])) - 1
    return (Step("year", "is", year if last == "-" or year <= int(last) else 0, "era"),)


def _relative(m: re.Match[str]) -> tuple[Step, ...]:
    unit, base, shift, part = entries("relative")[m["word"]]
    how: How = "shift" if base == "now" else "told" if base == "told" else "spoken"
    if unit == "season":
        return Step("year", how, int(shift)), Step("season", "is", 0, part)
    if part != "-":
        return Step("day", how, int(shift)), Step("part", "is", 0, part)
    return (Step("day" if unit == "day" else "month" if unit == "month" else "year", how, int(shift)),)


def _weekday(m: re.Match[str]) -> tuple[Step, ...]:
    if m["inner"]:
        return (Step("weekday", "is", WEEKDAYS[m["inner"]], "gloss"),)
    day = Step("weekday", "is", WEEKDAYS[m["day"]])
    return (Step("week", *_pointed(m["pointer"])), day) if m["pointer"] else (day,)


def _count(m: re.Match[str]) -> tuple[Step, ...]:
    return (Step(UNITS[m["unit"]], "first" if m["side"] in ("前", "头", "最初") else "last", number(m["n"])),)


def _nth(m: re.Match[str]) -> tuple[Step, ...]:
    nth = number(m["n"]) if m["n"] else -1 if m["last"] else 1
    if m["weekday"]:
        return (Step("weekday", "nth", nth, m["weekday"]),)
    return (Step(UNITS[m["unit"]], "nth", nth),)


def _month(m: re.Match[str]) -> tuple[Step, ...]:
    month = NAMED_MONTHS.get(m["month"]) or number(m["month"])
    if m["lunar"] or m["leap"] or m["month"] in LUNAR_MONTHS:
        return (Step("lunar-month", "leap" if m["leap"] else "is", month),)
    return (Step("month", "is", month),)


def _lunar_day(m: re.Match[str]) -> tuple[Step, ...]:
    day = Step("lunar-day", "is", number(m["early"] or m["late"]))
    return (Step("lunar-month", "is", 1), day) if m["new"] and m["new"] != "农历" else (day,)


def _edge(m: re.Match[str]) -> tuple[Step, ...]:
    if m["unit"]:
        side = {"初": "start", "中": "mid"}.get(m["side"], "end")
        return (Step("edge", "is", RANKS["month" if m["unit"] == "月" else "year"], side),)
    return (Step("edge", "is", 0, entries("edges")[m["edge"]][0]),)


def _clock(m: re.Match[str]) -> tuple[Step, ...]:
    """A time of day in seconds; ``word`` is PM or AM where it says so."""
    found = m.groupdict()
    hour = number(found["hour"])
    minute = 30 if found.get("point") else 15 * number(found["quarter"]) if found.get("quarter") else 0
    minute = number(found["minute"]) if found.get("minute") else minute
    second = number(found["second"]) if found.get("second") else 0
    word = (found.get("half") or "").replace(".", "").upper()
    if found.get("second"):
        word += ":"
    return (Step("clock", "is", hour * 3600 + minute * 60 + second, word),)
