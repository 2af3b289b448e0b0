"""Makes words/clusters.tsv: words of like use, each cluster called by its most frequent word.

    python lexicons/build/words_clusters.py --vectors FILE [--clusters N]

FILE is ``synonyms/data/words.vector`` of the source distribution of synonyms 3.10.2 (MIT): vectors of words, learnt
from Chinese Wikipedia (word2vec's binary form). k-means puts like ones together. Needs numpy and scipy.
"""

import argparse
from pathlib import Path

import numpy as np
from scipy.cluster.vq import kmeans2
from tsv import write

from govner.lexicon.tables import table

SEED = 1
ROUNDS = 40


def vectors(path: Path) -> tuple[list[str], np.ndarray]:
    """The words, the most frequent first, and a row of length one for each."""
    words: list[str] = []
    rows: list[np.ndarray] = []
    with path.open("rb") as file:
        count, size = map(int, file.readline().split())
        for _ in range(count):
            word = b"".join(iter(lambda: file.read(1), b" "))
            words.append(word.strip(b"\n").decode("utf-8", "replace"))
            rows.append(np.frombuffer(file.read(4 * size), "<f4"))
    found = np.array(rows)
    return words, found / np.linalg.norm(found, axis=1, keepdims=True)


def main() -> None:
    """Clusters and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--clusters", type=int, default=500)
    args = parser.parse_args()
    words, rows = vectors(args.vectors)
    known = set(table("words/classes").column("word"))
    kept = [i for i, word in enumerate(words) if word in known]
    _, of_word = kmeans2(rows[kept], args.clusters, iter=ROUNDS, minit="++", seed=SEED)
    head: dict[int, str] = {}
    for i, cluster in zip(kept, of_word, strict=True):
        head.setdefault(int(cluster), words[i])
    print(f"{len(kept)} words, {len(head)} clusters")
    write(
        "words/clusters",
        "Words of like use, each with the most frequent word of its cluster.",
        source="synonyms 3.10.2 data/words.vector (learnt from Chinese Wikipedia); clustered by this project",
        licence="MIT",
        date="2017-10",
        columns=("word", "cluster"),
        body=sorted((words[i], head[int(cluster)]) for i, cluster in zip(kept, of_word, strict=True)),
    )


if __name__ == "__main__":
    main()
