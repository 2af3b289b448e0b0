"""Makes words/classes.tsv: the frequent words of Chinese, each with its usual class and how often it stands in news.

python lexicons/build/words.py --sources DIR --jieba DICT
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import tsv

# From the tags of HanLP (finer) and jieba to the classes that a rule or a score has use for.
CLASSES = {
    "noun": "n ng nf nba nbc nhd nhm nmc g gb gc gg gi gm gp nl nb",
    "thing": "nz",
    "verb": "v vi vf vg vx vshi vyou vq",
    "verbal-noun": "vn",
    "adjective": "a ag z zg al an",
    "attributive": "b bl",
    "adverb": "d dg dl ad vd df",
    "phrase": "vl l i",
    "preposition": "p pba pbei",
    "conjunction": "c cc",
    "particle": "u ude1 ude2 ude3 udeng udh uguo ule ulian uls usuo uyy uzhe uzhi y ul uv ud uj uz ug",
    "affix": "k h",
    "pronoun": "r Rg rg rr ry rys ryt ryv rz rzs rzt rzv",
    "numeral": "m mq mg Mg",
    "measure": "q qv qt",
    "time": "t tg",
    "locality": "f s",
    "place": "ns nsf",
    "person": "nr nr1 nr2",
    "foreign-name": "nrf",
    "japanese-name": "nrj",
    "organisation": "nt ntc ntcb ntcf ntch nto ntu nth nts",
    "organisation-suffix": "nis",
    "unit-suffix": "nit",
    "title": "nnt",
    "occupation": "nnd",
    "abbreviation": "j",
    "interjection": "e o",
    "punctuation": "w",
    "symbol": "x xx",
}
OF_TAG = {tag: name for name, tags in CLASSES.items() for tag in tags.split()}

# jieba's own tags for names are too noisy to be evidence, and its rare words too many.
JIEBA_LEFT_OUT = {"nr", "nrt", "nrfg", "x", "eng", "ns", "nt"}
JIEBA_FLOOR = 20
# The rarest words of these classes are compounds cut by machine (补丁包, 纸盘).
CORE_FLOOR = {"thing": 4, "foreign-name": 2}


def core(path: Path) -> Iterator[tuple[str, str, int]]:
    """Word, class and count of HanLP's core dictionary, by each word's most frequent tag."""
    for word, *tags in tsv.rows(path):
        if "##" in word or not tags or not tags[0] or " " in word:
            continue
        name = OF_TAG.get(tags[0])
        count = sum(map(int, tags[1::2]))
        if name and count >= CORE_FLOOR.get(name, 1):
            yield word.lstrip("\ufeff"), name, count


def jieba(path: Path) -> Iterator[tuple[str, str, int]]:
    """Word, class and count of jieba's dictionary, where the word is not rare and the tag can be trusted."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split()
            if tag not in JIEBA_LEFT_OUT and tag in OF_TAG and int(count) >= JIEBA_FLOOR:
                yield word, OF_TAG[tag], int(count)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--jieba", type=Path, required=True, help="jieba/dict.txt of jieba 0.42.1")
    options = parser.parse_args()
    words = {word: (name, count) for word, name, count in core(options.sources / "hanlp/core.tsv")}
    more = {word: (name, count) for word, name, count in jieba(options.jieba)}
    shared = words.keys() & more.keys()
    scale = sum(words[word][1] for word in shared) / sum(more[word][1] for word in shared)
    for word, (name, count) in more.items():
        words.setdefault(word, (name, max(1, round(count * scale))))
    tsv.write(
        "words/classes",
        "Frequent words, each with its usual class and its count in news (jieba's words: scaled to HanLP's).",
        source="HanLP 1.x data/dictionary (CoreNatureDictionary); jieba 0.42.1 dict.txt; classes by this project",
        licence="Apache-2.0; MIT",
        date="2024-12",
        columns=("word", "class", "count"),
        body=((word, *words[word]) for word in sorted(words)),
    )


if __name__ == "__main__":
    main()
