"""Counts the suffixes of lexicons/organisations/suffixes.tsv in annotated text, and writes the counts into it.

python lexicons/build/organisations_counts.py --train DIR [--hold-out DIR]

The columns suffix, kind and generic are written by hand and kept. ``ends``: gold organisations that end with the
suffix and have more before it; ``other``: the string stands elsewhere. Texts that ``--hold-out`` has too (by id) are
left out.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import tsv
from ahocorasick_rs import AhoCorasick
from pools import records, spans_of

# The corpora whose organisations are annotated throughout, in newspaper text.
TRAIN = ("msra", "pfr_articles", "pfr_sentences", "cluener")


def half(text: str) -> str:
    """Full-width signs as half-width: the form of the suffixes."""
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)


def texts(train: Path, held: Path | None) -> Iterator[tuple[str, set[int], set[tuple[int, int]]]]:
    """Text, the ends of its organisations, and their spans (to leave out bare suffixes)."""
    for record in records(train, held, TRAIN):
        found = set(spans_of(record, "organisation"))
        yield half(record["text"]), {end for _, end in found}, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--hold-out", type=Path)
    options = parser.parse_args()
    path = tsv.HOME / "organisations/suffixes.tsv"
    _, *hand = tsv.rows(path)
    suffixes = [row[0] for row in hand]
    automaton = AhoCorasick(suffixes)
    ends, other = Counter[int](), Counter[int]()
    for text, bounds, spans in texts(options.train, options.hold_out):
        for suffix, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if (start, end) not in spans:
                (ends if end in bounds else other)[suffix] += 1
    tsv.write(
        "organisations/suffixes",
        "How names of bodies end. generic: the bare word names no particular body. "
        "ends: gold organisations that end so and are longer; other: where the string stands otherwise.",
        source="written for this project; counted in MSRA, PFR and CLUENER (organisations_counts.py)",
        licence="the project's own",
        date="2026-11",
        columns=("suffix", "kind", "generic", "ends", "other"),
        body=((*row[:3], ends[i], other[i]) for i, row in enumerate(hand)),
    )


if __name__ == "__main__":
    main()
