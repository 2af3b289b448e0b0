"""Which place names are ordinary words too: 合作, 公安, 和平; by HanLP's and jieba's tags."""

from pathlib import Path

import tsv

NAME_TAGS = ("ns", "nr", "nt", "nz")
# jieba tags many names as nouns (二连浩特); its other tags can be trusted.
JIEBA_TAGS = ("v", "a", "d", "m", "r", "p", "c", "i", "l", "t", "f", "s", "q", "b")
JIEBA_FLOOR = 5
HANLP_FLOOR = 4


def ordinary_words(sources: Path, jieba: Path) -> frozenset[str]:
    """Words that are more often (HanLP) or usually (jieba) something else than a name."""
    found = set[str]()
    named = set[str]()
    for word, *tags in tsv.rows(sources / "hanlp/core.tsv"):
        counts = dict(zip(tags[::2], map(int, tags[1::2]), strict=True))
        names = sum(count for tag, count in counts.items() if tag.startswith(NAME_TAGS))
        total = sum(counts.values())
        (found if total - names > names and total >= HANLP_FLOOR else named).add(word)
    with jieba.open(encoding="utf-8") as lines:
        for line in lines:
            word, count, tag = line.split()
            if word not in named and tag.startswith(JIEBA_TAGS) and int(count) >= JIEBA_FLOOR:
                found.add(word)
    return frozenset(found)
