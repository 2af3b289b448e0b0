"""Makes the generated tables of lexicons/organisations: central bodies, universities, enterprises, named bodies.

python lexicons/build/organisations.py --sources DIR --adata FILE

FILE is ``stock/cache/code.csv`` of the package adata 2.9.5. All tables but the last share their first columns: a form
as the news writes it, the full official name, kind, level, and the usual short form. Forms are those of the
normalised view: half-width brackets. ``organs`` is built from the hand-written ``stems``.
"""

import argparse
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import tsv

HOME = tsv.HOME / "organisations"
COLUMNS = ("form", "full", "kind", "level", "short")
Row = tuple[str, ...]

# Classes of the list of central bodies: kind and level.
CENTRAL = {
    "party": ("party", "central"),
    "npc": ("congress", "central"),
    "cppcc": ("cppcc", "central"),
    "judicial": ("judicial", "central"),
    "military": ("military", "central"),
    "mass": ("association", "central"),
    "democratic": ("party", "central"),
    "coordination": ("government", "central"),
    "hkmo": ("government", "province"),
    "national-industry": ("association", "central"),
    "former": ("government", "central"),
}
# What the name says before the class does.
BY_NAME = (
    (re.compile(r"军事委员会$"), "military"),
    (re.compile(r"(报|社|总台)$"), "media"),
    (re.compile(r"(集团|公司|银行)$"), "enterprise"),
    (re.compile(r"(科学院|工程院|研究中心)$"), "research"),
    (re.compile(r"(大学|学院)$"), "school"),
    (re.compile(r"(协会|联合会|学会)$"), "association"),
)
LEVEL_WORDS = {
    "province": ("省", "自治区"),
    "prefecture": ("市", "州", "盟"),
    "county": ("县", "区", "旗"),
    "township": ("镇", "乡", "街道"),
}
TAGS = {"nto": "government", "ntc": "enterprise", "ntcb": "enterprise", "ntcf": "enterprise", "ntch": "enterprise",
        "ntu": "school", "nts": "school", "nth": "hospital"}  # fmt: skip
# A named body is kept when news had it this often.
NAMED_FLOOR = 2
SUPPLEMENT_FLOOR = 200
HEADS_OF_NAMES = ("中国", "中华", "全国", "国家", "中央", "世界", "国际", "亚洲", "欧洲", "非洲", "联合国", "国务院")
FRAGMENT = re.compile(
    r"^新华社电|.原(?=[省市区县党政体])|^(省|市|县|区|州|镇|乡|村|自治区|该|本|各|某|两|第[一二三四五六七八九十]+|原|前)"
)
# What the exchanges put before and after a short name.
STOCK_MARKS = re.compile(r"^(\*?ST|S\*?ST|PT|N|XD|XR|DR)(?=[一-鿿])|(\(退\)|退市?|[AB]|-[UW]+)$")


def half(text: str) -> str:
    """Full-width letters, digits and signs as half-width, as the view has them; spaces go."""
    return re.sub(r"\s+", "", "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text))


def forms(full: str, others: list[str], kind: str, level: str) -> Iterator[Row]:
    """One row a form; the first of the other forms that is shorter is the usual short one."""
    short = next((f for f in others if len(f) < len(full)), "")
    for form in (full, *others):
        yield form, full, kind, level, short


def central(path: Path) -> Iterator[Row]:
    for full, others, group, _ in list(tsv.rows(path))[1:]:
        kind, level = CENTRAL.get(group, ("government", "central"))
        if group in {"party", "national-industry", "state-institution"}:
            kind = next((named for pattern, named in BY_NAME if pattern.search(full)), kind)
        yield from forms(half(full), [half(f) for f in others.split("/") if f], kind, level)


def universities(path: Path, divisions: Path) -> Iterator[Row]:
    codes = {name: code for code, name, _, level, _ in list(tsv.rows(divisions))[1:] if level != "cnty"}
    for name, _, _, location, _, _ in list(tsv.rows(path))[1:]:
        yield half(name), half(name), "school", "", "", codes.get(location, "")


def enterprises(path: Path) -> Iterator[Row]:
    for name, group, _ in list(tsv.rows(path))[1:]:
        full, _, second = half(name).partition("[")
        kind = "media" if re.search(r"出版|报社|报刊|传媒|书局", full) else "enterprise"
        level = "" if group == "mof-culture" else "central"
        yield from forms(full, [second.rstrip("]")] if second else [], kind, level)


def listed(path: Path, common: set[str]) -> Iterator[Row]:
    """Short name, stock code, and whether the name is an ordinary word as well."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name = STOCK_MARKS.sub("", half(row["short_name"]))
            if len(name) >= 2:
                yield name, row["stock_code"], "yes" if name in common else "no"


def organs() -> Iterator[Row]:
    """省委, 市教育局, 县人大常委会 and the like: level word and stem; 自治区党委 is the one irregular form."""
    for form, full, kind, levels in list(tsv.rows(HOME / "stems.tsv"))[1:]:
        for level in levels.split():
            for word in LEVEL_WORDS[level]:
                party = form.startswith("委") and (word in {"自治区", "街道", "镇", "乡"})
                yield word + ("党" if party else "") + form, full, kind, level, ""
    for row in list(tsv.rows(HOME / "local.tsv"))[1:]:
        yield tuple(row)


def named(sources: Path, taken: set[str], common: set[str]) -> Iterator[Row]:
    """Bodies that HanLP's lists name, without fragments, ordinary words, and what a rule derives better."""
    suffixes = {row[0]: row[1] for row in list(tsv.rows(HOME / "suffixes.tsv"))[1:]}
    stems = {row[0] for row in list(tsv.rows(HOME / "stems.tsv"))[1:]}
    rules = suffixes.keys() | stems
    places = {w for w, *tags in tsv.rows(sources / "hanlp/core.tsv") if tags and tags[0] in {"ns", "nsf"}}
    for _, name, short, _, _ in list(tsv.rows(sources / "divisions/current.tsv"))[1:]:
        places |= {name, short}
    candidates = [
        (half(row[0]), row[1], int(row[2]), NAMED_FLOOR) for row in tsv.rows(sources / "hanlp/organisations.tsv")
    ]
    candidates += [
        (half(row[0]), row[1], int(row[2]), SUPPLEMENT_FLOOR)
        for row in tsv.rows(sources / "hanlp/supplement.tsv")
        if row[1].startswith("nt")
    ]
    for word, tag, count, floor in candidates:
        if count < floor or len(word) < 3 or word in taken or FRAGMENT.search(word) or not re.search("[一-鿿]", word):
            continue
        tail = next((word[i:] for i in range(1, len(word)) if word[i:] in suffixes), "")
        head = word[: len(word) - len(tail)]
        ordinary = len(head) < 2 or head in common or word in common or word in suffixes
        if ordinary and not head.startswith(HEADS_OF_NAMES) and head not in places:
            continue
        if any(word[:i] in places and word[i:] in rules for i in range(2, len(word))):
            continue
        if not tail and (tag not in {"ntc", "ntcb"} or count < 5):
            continue
        taken.add(word)
        yield word, word, TAGS.get(tag) or suffixes.get(tail, "other"), "", ""


def ordinary_words(path: Path) -> set[str]:
    """Words of HanLP's core dictionary that are no names."""
    names = ("nr", "ns", "nt", "nz", "nx")
    return {word for word, *tags in tsv.rows(path) if tags and any(not t.startswith(names) for t in tags[::2])}


def save(name: str, about: str, rows: Iterator[Row], *, source: str, licence: str, date: str, columns: Row) -> set[str]:
    """Writes a table sorted by its first column, the first row of each form, and gives the forms."""
    first = dict[str, Row]()
    for row in rows:
        first.setdefault(row[0], row)
    body = [first[form] for form in sorted(first)]
    tsv.write(f"organisations/{name}", about, source=source, licence=licence, date=date, columns=columns, body=body)
    return set(first)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--adata", type=Path, required=True)
    options = parser.parse_args()
    orgs = options.sources / "orgs"
    own = "the project's own"
    common = ordinary_words(options.sources / "hanlp/core.tsv")
    taken = save("central_bodies", "Central bodies since the reforms of 2018 and 2023, and abolished ones, by form",
                 central(orgs / "central-bodies.tsv"),
                 source="written for this project", licence=own, date="2026-11", columns=COLUMNS)  # fmt: skip
    taken |= save("universities", "Universities and colleges; region: the division code of their seat",
                  universities(orgs / "universities.tsv", options.sources / "divisions/current.tsv"),
                  source="lzy201314/Universities: list of the Ministry of Education of 2025-06-20", licence="MIT",
                  date="2025-06", columns=(*COLUMNS, "region"))  # fmt: skip
    taken |= save("central_enterprises", "Central enterprises, by the state's own lists",
                  enterprises(orgs / "central-enterprises.tsv"),
                  source="lists of SASAC (2025-07-29) and of the Ministry of Finance (2022-10-24)",
                  licence="official lists", date="2025-07", columns=COLUMNS)  # fmt: skip
    save("organs", "Bare organs of a province, city, county or township: level word and stem. full: {} for the place",
         organs(), source="written for this project (stems.tsv, local.tsv)", licence=own, date="2026-11",
         columns=COLUMNS)  # fmt: skip
    save("listed_companies", "Short names of companies listed in China; ordinary: the name is a common word as well",
         listed(options.adata, common), source="adata 2.9.5 stock/cache/code.csv", licence="Apache-2.0",
         date="2023-10", columns=("form", "code", "ordinary"))  # fmt: skip
    for table in ("academies", "associations", "central_short", "clubs", "companies", "courts", "international",
                  "media", "military", "parties", "organs"):  # fmt: skip
        taken |= {row[0] for row in tsv.rows(HOME / f"{table}.tsv")}
    save("named", "Bodies named in news of about 2000 and 2014, without fragments and what a rule derives from a place",
         named(options.sources, taken, common), source="HanLP 1.x data/dictionary (organisations, supplement)",
         licence="Apache-2.0", date="2024-12", columns=COLUMNS)  # fmt: skip


if __name__ == "__main__":
    main()
