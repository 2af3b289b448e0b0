"""Makes lexicons/titles/professions.tsv: occupations and offices in HanLP that no hand-written head ends.

python lexicons/build/titles.py --sources DIR
"""

import argparse
import re
from pathlib import Path

import tsv

# Occurrences in HanLP's corpus below which a word is left out; the supplement's counts are of older and larger text.
FLOOR = 5
SUPPLEMENT_FLOOR = 100
# Offices of the emperors' time by their last characters, which no government report has.
IMPERIAL = re.compile(
    r"(丞|仆射|尚书|侍郎|太[一-鿿]|御史|刺史|将军|郎中|学士|令|尉|尹|判|辖|使|都督|都监|都护|司马|参军|舍人|祭酒|[一-鿿]卿|[州郡府]?[守牧]|兵|军|王|后|妃)$"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True)
    options = parser.parse_args()
    unwanted = {row[0] for row in tsv.rows(tsv.HOME / "titles/not_professions.tsv")}
    heads = {row[0] for row in tsv.rows(tsv.HOME / "titles/heads.tsv")}
    found = dict[str, int]()
    for word, *tags in tsv.rows(options.sources / "hanlp/core.tsv"):
        for tag, count in zip(tags[::2], tags[1::2], strict=False):
            if tag in {"nnt", "nnd"} and int(count) >= FLOOR:
                found[word] = int(count)
    for word, tag, count, *_ in tsv.rows(options.sources / "hanlp/supplement.tsv"):
        if tag in {"nnt", "nnd"} and int(count) >= SUPPLEMENT_FLOOR:
            found.setdefault(word, int(count))
    kept = {
        word: count
        for word, count in found.items()
        if len(word) > 1 and word not in unwanted and not IMPERIAL.search(word)
        if not any(word[i:] in heads for i in range(len(word)))
    }
    tsv.write(
        "titles/professions",
        "Occupations and offices beside the heads, with their counts in news of about 2014",
        source="HanLP 1.x data/dictionary (tags nnt and nnd)",
        licence="Apache-2.0",
        date="2024-12",
        columns=("profession", "count"),
        body=((word, kept[word]) for word in sorted(kept)),
    )


if __name__ == "__main__":
    main()
