"""Years without 年: 2021(第十六届)论坛, 2018-2020, 从2016到2018."""

import re
from functools import lru_cache

from govner.matchers.date.words import entries, words
from govner.values.moments import Between, Moment, Step


def bare_year(view: str, start: int) -> tuple[int, Moment | Between] | None:
    """A year without 年 that names an event, stands in brackets or alone on its line; or two that make a range."""
    found = _bare().match(view, start)
    if found is None:
        return None
    first = Moment((Step("year", "is", int(found["first"])),))
    later = found["last"] or (found["first"][:2] + found["season"] if found["season"] else None)
    if later is None:
        return found.end(), first
    if int(later) <= int(found["first"]):
        return None
    return found.end(), Between(first, Moment((Step("year", "is", int(later)),)))


@lru_cache(maxsize=1)
def _bare() -> re.Pattern[str]:
    counted = "".join(entries("counted"))
    return re.compile(
        rf"""
        (?P<first>(?:19|20)\d\d)
        (?:
            [ ]? (?:[-—–~]{{1,2}}|至|到) [ ]? (?P<last>(?:19|20)\d\d) (?! [\d.,:/—~-] | [ ]?[{counted}] )
          | [-/] (?P<season>\d\d) (?= 赛季|雪季|学年|财年|年度 )
          | (?= [ ]? \(? 第 [一二三四五六七八九十\d]{{1,4}} 届 )
          | (?<= \(.... ) (?= \) )
          | (?: (?<= \n.... ) | (?<= \A.... ) ) (?= \n | \Z )
          | (?! [ ]?[{counted}] ) (?= [ ]? [“《]? [\u4e00-\u9fff“”·]{{0,14}}? {words("events")} )
        )
        """,
        re.VERBOSE,
    )
