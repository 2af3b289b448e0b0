"""Years without 年: 2021(第十六届)论坛, 2018-2020, 从2016到2018."""

import re
from functools import lru_cache

from govner.values.moments import Between, Moment, Step


def bare_year(view: str, start: int) -> tuple[int, Moment | Between] | None:
    """A year without 年 that names an event, stands in brackets or alone on its line; or two that make a range."""
    found = _bare().match(view, start)
    if found is None:
        return None
    first = Moment((Step("year", "is", int(found["first"])),))
    if found["last"] is None:
        return found.end(), first
    last = int(found["last"]) if len(found["last"]) == 4 else int(found["first"][:2] + found["last"])
    if last <= first.steps[0].n:
        return None
    return found.end(), Between(first, Moment((Step("year", "is", last),)))


@lru_cache(maxsize=1)
def _bare() -> re.Pattern[str]:
    event = (
        "论坛|大会|峰会|年会|博览会|交易会|展览|展会|博会|贸会|洽谈会|研讨会|推介会|锦标赛|联赛|公开赛|大赛|巡回赛|邀请赛|挑战赛|世界杯|亚洲杯"
        "|奥运会|冬奥会|亚运会|运动会|马拉松|电影节|艺术节|文化节|音乐节|旅游节|购物节|消费季|活动|行动|演习|军演|报告|蓝皮书|白皮书|榜|晚会|音乐会|大展|双年展"
        "|消博会|世界|中国|亚洲|全球|全国|国际|财富|赛季|年度|雪季|学年"
    )
    return re.compile(
        rf"""
        (?P<first>(?:19|20)\d\d)
        (?:
            [ ]?(?:[-—–~]{{1,2}}|至|到)[ ]?(?P<last>(?:19|20)\d\d)(?![\d年.,%:/\-—~]|[ ]?[万亿个元米吨])
          | [-/](?P<season>\d\d)(?=赛季|雪季|学年|财年|年度)
          | (?=[ ]?\(?第[一二三四五六七八九十\d]{{1,4}}届)
          | (?<=\(....)(?=\))
          | (?<=\n....)(?=\n|\Z) | (?<=\A....)(?=\n|\Z)
          | (?=[ ]?[“《]?[\u4e00-\u9fff“”·]{{0,14}}?(?:{event}))(?![ ]?[年月日万亿千百个人元米吨名公里号只条家户次件头辆台套座亩度分秒位间项余多股点平立例场次款批份部辆卷本支颗枚株头只幅篇双对名届集种粒])
        )
        """,
        re.VERBOSE,
    )
