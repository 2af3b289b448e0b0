"""The constructions by which Chinese says who holds which office: named patterns over a clause's symbols.

The symbols are those of ``clauses.py``: p person, t title, o organisation, l place, d date, ``,`` an enumeration comma
(、), ``&`` and, ``;`` a comma, capitals the verbs and particles. In every pattern ``who`` are the people, ``what`` the
offices, ``was`` offices given up, ``old`` the people before.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

# 东海省财政厅厅长; 原东海省省长; 东海大学分管科研的副校长; 联合国中东问题特使; 甲国总统特使
OFFICE = r"[FN~]*(?:[olB][olB~]*+(?:x?\^)?(?:C[^,;/:tpol]{0,8})?D?)?[FN~]*t{1,2}"
OFFICES = rf"{OFFICE}(?:[,&J]{{1,2}}{OFFICE}){{0,60}}"
PEOPLE = r"p(?:[,&]{0,2}p){0,400}e?"
# 任, 将出任, 被任命为, 分别任; 王明新任局长
VERB = r"[aig]*(?:[HJG=]|b[ol]?A|AW|(?<=p)N)[aWig]*"
# What may not follow a list of offices: the person whom they name, or what they are a modifier of (党领导的事业).
NOT_OF_NEXT = r"(?!D(?!Q)|[:(]?p)"
ITEM_END = r"(?=[;/,:)Qe]|\Z)"


@dataclass(frozen=True, slots=True)
class Construction:
    """A way to say it. ``status`` is what it says of the offices; ``since`` tells whether a date may be theirs.

    A construction without ``who`` takes the subject of the sentence. ``after`` is a symbol that must stand before it
    in the sentence: 任命王明为主任，李华为副主任. With ``again`` it may speak of an office that another has claimed.
    """

    name: str
    pattern: str
    status: str = "held"
    after: str = ""
    again: bool = False

    @property
    def compiled(self) -> re.Pattern[str]:
        return _compiled(self.pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


CONSTRUCTIONS = (
    # 免去王明兼任的外交部部长职务
    Construction("removed", rf"R[x~]?(?P<who>(?:{PEOPLE}|h))D?(?:[HJ]D)?(?P<what>{OFFICES})Q?", "ended"),
    # 免去王明的甲厅厅长职务、李华的乙厅厅长职务
    Construction("removed-too", rf"(?P<who>{PEOPLE})D(?P<what>{OFFICES})Q", "ended", after="R"),
    # 任命东海省副省长王明为财政厅厅长
    Construction(
        "appointed",
        rf"(?P<verb>A)[W:]?(?:(?P<was>{OFFICES})D?)?(?P<who>{PEOPLE})[ai]*[WHJG][aWHJGi]*(?P<what>{OFFICES})",
        "begun",
    ),
    # 核准王明东海银行行长任职资格
    Construction("approved", rf"A(?P<who>{PEOPLE})D?(?P<what>{OFFICES})Q", "begun"),
    Construction("appointed-too", rf"(?<=[,;/&:])(?P<who>{PEOPLE})W(?P<what>{OFFICES})", "begun", after="A"),
    # 王明接替李华担任省长; 王明接替李华的省长职务
    Construction(
        "succeeded",
        rf"(?P<who>{PEOPLE})[adx]*S(?:{OFFICES})?(?P<old>{PEOPLE})(?:[aHJGW;]+|D)(?P<what>{OFFICES})Q?",
        "begun",
    ),
    # 王明由副省长改任省长
    Construction("moved", rf"(?P<who>{PEOPLE})[ad]*Y(?P<was>{OFFICES}){VERB}(?P<what>{OFFICES})", "begun"),
    # 现任校长是王明; 会长为东海大学校长李华
    Construction("is-whom", rf"(?P<verb>H?)(?P<what>{OFFICES})a*[W=](?:{OFFICES})?(?P<who>{PEOPLE})"),
    # 曾任副省长的王明; 时任省长的李华
    Construction("who-held", rf"(?P<verb>{VERB}|F)(?P<what>{OFFICES})Q?D[x~]?(?:{OFFICES})?(?P<who>{PEOPLE})"),
    # 作为省长，王明
    Construction("in-the-role", rf"K(?P<what>{OFFICES})D?;?(?P<who>{PEOPLE})"),
    # 王明被免去省长职务
    Construction("was-removed", rf"bR(?P<what>{OFFICES})Q?{NOT_OF_NEXT}", "ended"),
    # 王明辞去省长职务
    Construction("left", rf"a*E[x~]?(?P<what>{OFFICES})Q?{NOT_OF_NEXT}", "ended"),
    # 王明历任甲局局长，乙厅厅长; but not what serves as something (作为当选总统后的首访国)
    Construction(
        "holds",
        rf"(?<!K)(?P<verb>{VERB})(?:[~dx]{{1,3}}D|[~d]+)?(?:x(?=[ol]))?"
        rf"(?P<what>{OFFICES}(?:;d?[olFB]{OFFICES}{ITEM_END}(?!Q?Y)){{0,60}})Q?{NOT_OF_NEXT}",
    ),
    # 省长一职由王明接任
    Construction(
        "by-whom",
        rf"(?P<what>{OFFICES})Q?[xad;]{{0,4}}Y(?:{OFFICES})?(?P<who>{PEOPLE})(?P<verb>{VERB})(?!{OFFICE})",
        again=True,
    ),
    # 总经理王明将退休，副总经理李华接任
    Construction(
        "took-over",
        rf"(?P<what>{OFFICES}){PEOPLE}[^pt/]{{0,8}}[ZE][^pt/]{{0,4}};[^p/]{{0,12}}(?P<who>{PEOPLE})a*(?P<verb>G)(?!{OFFICE})",
        again=True,
    ),
    # 拟聘任五名副总裁，分别是甲公司总监王明、乙公司经理李华
    Construction("namely", rf"(?P<verb>A)[x~]*(?P<what>{OFFICES});?i=(?P<who>(?:[^p/x]*p){{1,40}})"),
    # 东海省省长王明、副省长李华; 校长：王明
    Construction(
        "before-the-name",
        r"(?:(?P<body>[ol])?(?P<verb>[HJ]))?"
        rf"(?P<what>{OFFICES})(?:[,&][^;/:p]{{0,6}}v)?[:(]?(?P<who>{PEOPLE})",
    ),
    # 王明、李华等院士; 东海大学王明教授
    Construction("after-the-name", rf"(?P<body>[ol]D?)?(?P<who>{PEOPLE})~*(?P<what>t)"),
    # 王明 东海大学校长 (a caption)
    Construction("caption", rf"\A(?P<who>{PEOPLE})(?=o)(?P<what>{OFFICES})(?![;/,:(]?p)"),
    # 王明，东海大学校长; 王明（东海大学校长）; 王明：东海大学校长
    Construction(
        "apposition",
        rf"\A(?P<who>{PEOPLE})(?:(?:;[^p;/]*){{0,8}}?;|[:(])(?:o[,&])*"
        rf"(?P<what>{OFFICES}(?:(?:;[^p;/t]*){{0,3}};(?:o[,&])*{OFFICES}{ITEM_END}){{0,20}}){ITEM_END}(?![;/,]?p)",
    ),
)


@lru_cache(maxsize=1 << 10)
def constructions(shape: str) -> tuple[tuple[Construction, re.Match[str]], ...]:
    """Every place where a construction stands in a clause, in the order they are tried; many clauses read alike."""
    return tuple(
        (construction, match)
        for construction in CONSTRUCTIONS
        if (first := shape.find(construction.after)) >= 0
        for match in construction.compiled.finditer(shape)
        if first <= match.start()
    )


# The subject of a verb: the people nearest before it, with no 由, no 你 and no other holder (古巴当选主席国) between.
SUBJECT = re.compile(rf"(?P<who>{PEOPLE})(?:[^puYol!]|!(?=h)|[ol](?![adi~]*\Z)|(?<=[@D])[ol]|Y[^xp])*\Z")
# A verb that opens its clause speaks of whom the clause before opened with: 大使王明向总统递交国书，兼任驻乙国大使
OPENS = re.compile(r";[adig~]*\Z")
OPENER = re.compile(rf"(?P<who>{PEOPLE})(?!D)")
# 在甲校任教授; 加入甲公司，担任总经理
AT_WORK = re.compile(r"@(?P<body>[ol]);?\Z")
# No subject: the sentence goes on about the one before. 2018年1月加入甲公司，担任总经理
NO_SUBJECT = re.compile(r"\A(?:[^puYH]*;)?[adghi~]*\Z")
# 总理王明宣布辞职
GONE = re.compile(r"[adx~H]{0,4}[ZE](?![olBt])")
# 新快报讯 记者王明
BYLINE = re.compile(r"o[ldx~]*w[(]?\Z")
# A body with an office of its own: it is not the one that an office elsewhere belongs to.
OF_ANOTHER = re.compile(r"o[~FN]*t")
