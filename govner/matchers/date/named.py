"""Times with a name of their own: five-year plans, periods, dynasties and vague words."""

import re
from functools import lru_cache

from govner.matchers.date.words import ONE, entries, guarded, unless, words
from govner.values.moments import Named

# The congresses of another party (越共十三大) are not those of the table.
OTHERS = frozenset("共党越老朝古")
AROUND = 10


def plan(view: str, start: int) -> tuple[int, Named] | None:
    """A five-year plan as the years it is for: “十四五”时期, “九五”, 十三五; “十四五”末 is its last year."""
    found = _plan().match(view, start)
    if found is None:
        return None
    first, last = entries("plans")[found["quoted"] or found["bare"]]
    if found["since"]:
        return found.end(), Named(f"{first}/..")
    edge = entries("edges")[found["edge"]][0] if found["edge"] else ""
    year = {"start": first, "mid": str(int(first) + 2), "end": last}.get(edge)
    return found.end(), Named(year or f"{first}/{last}")


def period(view: str, start: int) -> tuple[int, Named] | None:
    """A named period of the Republic, the Party or the world: 改革开放以来, 抗日战争时期."""
    found = _period().match(view, start)
    if found is None or (found["name"][0] in ONE + "十" and view[start - 1 : start] in OTHERS):
        return None
    first, last, forms = entries("periods")[found["name"]]
    if found["since"]:
        return found.end(), Named(f"{first}/..")
    return (found.end(), Named(f"{first}/{last}")) if forms == "during" else None


def dynasty(view: str, start: int) -> tuple[int, Named] | None:
    """A dynasty or an age (唐代, 明清时期), or an era without its year (康熙年间)."""
    found = _dynasty().match(view, start)
    if found is None:
        return None
    first, last = entries("dynasties")[found["name"]] if found["name"] else entries("eras")[found["era"]]
    common_era = not first.startswith("-") and last != "-"
    return found.end(), Named(f"{int(first):04}/{int(last):04}" if common_era else None)


def vague(view: str, start: int) -> tuple[int, Named] | None:
    """A word that is a vague time by itself: 目前, 日前, 近年来."""
    found = _vague().match(view, start)
    if found is None:
        return None
    value, never = entries("vague")[found["word"]]
    end = found.end("word")
    if never != "-" and re.search(never, f"{view[max(0, start - AROUND) : start]}_{view[end : end + AROUND]}"):
        return None
    return found.end(), Named(None if value == "-" else value, vague=True)


@lru_cache(maxsize=1)
def _plan() -> re.Pattern[str]:
    return re.compile(
        rf"""(?: [“"‘'] (?P<quoted>{words("plans")}) [”"’']
        | (?P<bare>十[一二三四五六]五) (?! [个万千百余多年月日天号楼亿名人届] ) )
        (?: (?:规划|计划)? 时期 | (?P<since>以来) | (?P<edge>{guarded(entries("edges"))}) )?""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def _period() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{words('periods')})(?:(?P<since>(?:(?:胜利)?召开|胜利|实施)?以来)|时期|年代|岁月)")


@lru_cache(maxsize=1)
def _dynasty() -> re.Pattern[str]:
    edges = "初年|末年|中期|初期|末期|早期|晚期|年间|时期"
    return re.compile(f"(?P<name>{words('dynasties')})(?:{edges})?|(?P<era>{words('eras')})年间")


@lru_cache(maxsize=1)
def _vague() -> re.Pattern[str]:
    return re.compile(f"(?P<word>{words('vague')})(?:以来|起{unless('起')})?")
