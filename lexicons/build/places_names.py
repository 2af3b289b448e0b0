"""Makes places/natural.tsv and places/names.tsv: rivers, mountains, islands, and what else two dictionaries name.

python lexicons/build/places_names.py --sources DIR --jieba DICT

Run it after places.py and places_world.py, whose names are left out here.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import tsv
from places_ordinary import ordinary_words

# Dynasties, peoples, bodies and languages, which the dictionaries tag as places.
NO_PLACES = ("朝", "族", "帝国", "大哥", "话", "剧", "人", "语", "文", "学院", "大学", "公司", "医院", "政府", "会")
# Kinds alone, and what was cut wrongly.
WRONG = {"街道", "地区", "社区", "马路", "山区", "伊斯兰", "林区", "胡同", "大陆", "公路路", "共和国", "新民主"}
# Classes of words that are no names of places, but for a few.
NO_NAMES = {
    "noun",
    "verb",
    "adjective",
    "measure",
    "attributive",
    "adverb",
    "phrase",
    "conjunction",
    "pronoun",
    "time",
    "organisation",
    "organisation-suffix",
}
NAMES_STILL = {"五岳", "大黑汀", "晋侯墓", "洛林", "湄州", "西南非", "香港特区"}
# Classes of the words that phrases are joined from, and how often such a word stands in news at least.
LEFT = {
    "verb",
    "verbal-noun",
    "adjective",
    "adverb",
    "preposition",
    "pronoun",
    "numeral",
    "attributive",
    "noun",
    "measure",
}
RIGHT = {"verb", "verbal-noun", "adjective", "noun"}
COMMON = 30
JIEBA_FLOOR = 4
SUPPLEMENT_FLOOR = 3


def dictionaries(sources: Path, jieba: Path, ends: dict[str, str]) -> Iterator[str]:
    """Words that HanLP or jieba tag as places, without the rarest."""
    for part, floor in (("core", 1), ("supplement", SUPPLEMENT_FLOOR)):
        for word, *tags in tsv.rows(sources / f"hanlp/{part}.tsv"):
            if tags and tags[0] in ("ns", "nsf") and int(tags[1]) >= floor:
                yield word
    with jieba.open(encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split()
            # Words of four characters are idioms there unless they end like a place.
            sound = len(word) < 4 or word.endswith(tuple(ends))
            if tag == "ns" and int(count) >= JIEBA_FLOOR and sound:
                yield word


def kind(word: str, ends: dict[str, str]) -> str:
    """What a name is by the longest of its ends; of two characters, it may only be a natural feature."""
    found = next((ends[word[i:]] for i in range(1, len(word)) if word[i:] in ends), "place")
    return found if len(word) > 2 or found == "natural" else "place"


def phrases(words: set[str]) -> set[str]:
    """Those words that are two common words side by side and no name: 加大力度, 各乡镇, 五壮士."""
    common = {w: name for w, name, n in list(tsv.rows(tsv.HOME / "words/classes.tsv"))[1:] if int(n) >= COMMON}
    return {
        word
        for word in words
        for i in range(1, len(word) - 1)
        if common.get(word[:i]) in LEFT and common.get(word[i:]) in RIGHT
    }


def chains(words: set[str]) -> set[str]:
    """Those words that are two names side by side: 云南省德宏傣族景颇族自治州, 福建厦门, 韩国首尔."""
    divisions = [row for row in tsv.rows(tsv.HOME / "places/divisions.tsv") if len(row) > 4]
    full = {row[0] for row in divisions if row[4] == "full" and len(row[0]) > 2}
    outer = {row[0] for row in divisions if row[3] == "province"} | first_column("countries")
    inner = {row[0] for row in divisions} | first_column("cities")
    return {
        word
        for word in words
        if any(word[:i] in full or (word[:i] in outer and word[i:] in inner) for i in range(2, len(word) - 1))
    }


def first_column(name: str) -> set[str]:
    return {row[0] for row in tsv.rows(tsv.HOME / f"places/{name}.tsv")}


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the tables of natural features and of other named places.")
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--jieba", type=Path, required=True, help="jieba/dict.txt of jieba 0.42.1")
    options = parser.parse_args()
    ordinary = ordinary_words(options.sources, options.jieba)
    others = {
        row[0]
        for name in ("divisions", "towns", "zones", "countries", "cities", "regions", "non_places")
        for row in tsv.rows(tsv.HOME / f"places/{name}.tsv")
    }
    ends = {row[0]: row[1] for row in list(tsv.rows(tsv.HOME / "places/suffixes.tsv"))[1:]}
    found = {
        word
        for word in dictionaries(options.sources, options.jieba, ends)
        if len(word) > 1
        and all("一" <= c <= "鿿" for c in word)
        and word not in others | WRONG
        and not word.endswith(NO_PLACES)
    }
    found -= chains(found) | phrases(found)
    natural = {word for word in found if kind(word, ends) == "natural"}
    classes = {word: name for word, name, *_ in tsv.rows(tsv.HOME / "words/classes.tsv")}
    other = {word for word, name in classes.items() if name in NO_NAMES} - NAMES_STILL
    plain = {word for word in found - natural if word not in ordinary | other}
    about = {
        "source": "HanLP 1.x data/dictionary (tags ns, nsf); jieba 0.42.1 dict.txt (tag ns)",
        "licence": "Apache-2.0; MIT",
        "date": "2024-12",
    }
    tsv.write(
        "places/natural",
        "Rivers, lakes, seas, mountains, islands and the like, by their last characters; ordinary: a word too (1).",
        columns=("word", "ordinary"),
        body=((word, int(word in ordinary)) for word in sorted(natural)),
        **about,
    )
    tsv.write(
        "places/names",
        "Other named places that two dictionaries know, with the kind their end tells.",
        columns=("word", "kind"),
        body=((word, kind(word, ends)) for word in sorted(plain)),
        **about,
    )


if __name__ == "__main__":
    main()
