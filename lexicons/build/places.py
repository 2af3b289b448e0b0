"""Makes places/divisions.tsv, towns.tsv and zones.tsv: the administrative divisions of China, now and since 1981.

python lexicons/build/places.py --sources DIR --jieba DICT
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import tsv
from places_ordinary import ordinary_words

LEVELS = {"prov": "province", "pref": "prefecture", "cnty": "county", "省级": "province", "地级": "prefecture"}
# A short name that says nothing of a place: what is left of 郊区, 矿区, 城区, 郊县.
EMPTY = {"郊", "矿", "城", "市", "市中", "市郊", "新", "东", "西", "南", "北", "中", "工农", "向阳", "东风", "红旗"}
# The source numbers Taiwan 83; the standard (GB/T 2260) says 710000 and has nothing below it.
TAIWAN = "71"
SUFFIX = re.compile("(?:特别行政区|自治[州县旗]|行政区|自治区|地区|林区|特区|矿区|办事处|[省市县区旗盟州])$")
PEOPLES = re.compile(
    "(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|京|独龙|鄂伦春|各)族.*$"
)


class Row(NamedTuple):
    """One name of one division; ``form`` is full, short or alias, ``first`` and ``last`` the years it was valid."""

    word: str
    code: str
    name: str
    level: str
    form: str
    ordinary: int
    first: str
    last: str


def short(name: str) -> str:
    """The name without suffix and peoples (积石山 of 积石山…族自治县); the name itself if too little is left."""
    plain = PEOPLES.sub("", SUFFIX.sub("", name))
    return plain if len(plain) > 1 and plain not in EMPTY else name


def forms(sources: Path) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """All forms of all names, without the flag: first today's, then those of the past."""
    current = list(tsv.rows(sources / "divisions/current.tsv"))[1:]
    today = {(code, name) for code, name, *_ in current}
    for source_code, name, brief, level, alias in current:
        code = TAIWAN + source_code[2:] if source_code.startswith("83") else source_code
        yield name, code, name, LEVELS[level], "full", "", ""
        if brief != name and brief not in EMPTY:
            yield brief, code, name, LEVELS[level], "short", "", ""
        if alias and alias != brief and alias not in EMPTY:
            yield alias, code, name, LEVELS[level], "alias", "", ""
    for code, _, _, name, level, _, first, last, _ in list(tsv.rows(sources / "divisions/history.tsv"))[1:]:
        if (code, name) in today or not last:
            continue
        yield name, code, name, LEVELS.get(level, "county"), "full", first, last
        if short(name) != name:
            yield short(name), code, name, LEVELS.get(level, "county"), "short", first, last


def divisions(sources: Path, ordinary: frozenset[str]) -> list[Row]:
    """Sorted rows; of an old name's short form only what today's divisions do not already have as theirs."""
    rows = [Row(w, c, n, lv, f, int(w in ordinary), a, b) for w, c, n, lv, f, a, b in forms(sources)]
    present = {row.word for row in rows if not row.last}
    kept = [row for row in rows if not row.last or row.word not in present]
    spans: dict[tuple[str, ...], Row] = {}
    for row in kept:
        key = row[:5]
        old = spans.get(key)
        spans[key] = row._replace(first=min(old.first, row.first), last=max(old.last, row.last)) if old else row
    return sorted(spans.values())


def towns(sources: Path, ordinary: frozenset[str]) -> list[tuple[str, str, int, int]]:
    """Township names with their code where only one township bears it, how many do, and the flag."""
    kinds = {row[0] for name in ("suffixes", "facilities") for row in tsv.rows(tsv.HOME / f"places/{name}.tsv")}
    nouns = {word for word, name, _ in tsv.rows(tsv.HOME / "words/classes.tsv") if name == "noun"}
    codes: dict[str, list[str]] = {}
    for code, name, _ in list(tsv.rows(sources / "divisions/towns.tsv"))[1:]:
        codes.setdefault(name, []).append(code)
    return [
        (name, found[0] if len(found) == 1 else "", len(found), int(len(name) < 3 or name in ordinary | kinds | nouns))
        for name, found in sorted(codes.items())
        if len(name) > 1
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the tables of China's administrative divisions.")
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--jieba", type=Path, required=True, help="jieba/dict.txt of jieba 0.42.1")
    options = parser.parse_args()
    ordinary = ordinary_words(options.sources, options.jieba)
    rows = divisions(options.sources, ordinary)
    tsv.write(
        "places/divisions",
        "Provinces, prefectures and counties, now and since 1981. form: full, short or alias; ordinary: an ordinary "
        "word too (1); first, last: years of a name no longer in use.",
        source="mumuy/data_location a40c560; aliases JioNLP 1.5.31; history yescallop/areacodes eed219a",
        licence="MIT; Apache-2.0; CC0-1.0",
        date="2026-04-18",
        columns=Row._fields,
        body=rows,
    )
    tsv.write(
        "places/towns",
        "Townships, streets and what is counted among them. code: where one alone bears the name; count: how many do; "
        "ordinary: an ordinary word or a kind of place too, or of two characters (1).",
        source="mumuy/data_location a40c560",
        licence="MIT",
        date="2026-04-18",
        columns=("word", "code", "count", "ordinary"),
        body=towns(options.sources, ordinary),
    )
    tsv.write(
        "places/zones",
        "Development zones with statistical codes.",
        source="mumuy/data_location a40c560",
        licence="MIT",
        date="2026-04-18",
        columns=("word", "code"),
        body=sorted((name, code) for code, name in list(tsv.rows(options.sources / "divisions/zones.tsv"))[1:]),
    )


if __name__ == "__main__":
    main()
