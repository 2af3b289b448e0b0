"""Makes places/natural.tsv and places/names.tsv: rivers, mountains, islands, and what else two dictionaries name.

python lexicons/build/places_names.py --sources DIR --jieba DICT

Run it after places.py and places_world.py, whose names are left out here.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import tsv
from places_ordinary import ordinary_words

# Last characters, by kind.
NATURAL = tuple(
    "海峡 群岛 列岛 半岛 山脉 高原 平原 盆地 沙漠 草原 湿地 水库 瀑布 冰川 峡谷 三角洲 戈壁 "
    "江 河 湖 海 山 岛 峡 峰 岭 洋 湾 洲 溪 泉 池 礁 角 泊 谷".split()
)
ROADS = tuple("路 街 大道 道 巷 胡同 弄 公路 铁路 高速 国道 环 条".split())
VILLAGES = tuple("村 庄 屯 寨 堡 店 营 铺 集 坪 沟 湾 坡 庙 家 坝".split())
DIVISIONS = tuple("省 市 县 区 州 旗 盟 镇 乡 街道 郡 府 邦 道 地区".split())
# Dynasties, peoples, bodies and languages, which the dictionaries tag as places.
NO_PLACES = tuple("朝 族 帝国 大哥 话 剧 人 语 文 学院 大学 公司 医院 法院 政府 委员会".split())
# Kinds alone, and what was cut wrongly.
WRONG = frozenset("街道 地区 社区 大街 马路 山区 市区 伊斯兰 林区 胡同 大陆 公路路 共和国 新民主".split())
JIEBA_FLOOR = 4
SUPPLEMENT_FLOOR = 3


def dictionaries(sources: Path, jieba: Path) -> Iterator[str]:
    """Words that HanLP or jieba tag as places, without the rarest."""
    for part, floor in (("core", 1), ("supplement", SUPPLEMENT_FLOOR)):
        for word, *tags in tsv.rows(sources / f"hanlp/{part}.tsv"):
            if tags and tags[0] in ("ns", "nsf") and int(tags[1]) >= floor:
                yield word
    with jieba.open(encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split()
            # Words of four characters are idioms there unless they end like a place.
            sound = len(word) < 4 or word.endswith((*NATURAL, *ROADS, *VILLAGES, *DIVISIONS))
            if tag == "ns" and int(count) >= JIEBA_FLOOR and sound:
                yield word


def kind(word: str) -> str:
    """What a name is by its end."""
    for name, ends in (("road", ROADS), ("village", VILLAGES), ("division", DIVISIONS)):
        if len(word) > 2 and word.endswith(ends):
            return name
    return "place"


def chains(words: set[str]) -> set[str]:
    """Those words that begin with a whole division's name and are two names (云南省德宏傣族景颇族自治州)."""
    full = {row[0] for row in tsv.rows(tsv.HOME / "places/divisions.tsv") if row[-4:-3] == ["full"] and len(row[0]) > 2}
    return {word for word in words if any(word[:i] in full for i in range(3, len(word) - 1))}


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
    found = {
        word
        for word in dictionaries(options.sources, options.jieba)
        if len(word) > 1
        and all("一" <= c <= "鿿" for c in word)
        and word not in others | WRONG
        and not word.endswith(NO_PLACES)
    }
    found -= chains(found)
    natural = {word for word in found if word.endswith(NATURAL) and not word.endswith(("中山", "上海"))}
    plain = {word for word in found - natural if word not in ordinary}
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
        body=((word, kind(word)) for word in sorted(plain)),
        **about,
    )


if __name__ == "__main__":
    main()
