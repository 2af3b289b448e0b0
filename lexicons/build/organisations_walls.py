"""Counts the words over which no name of a body reaches: lexicons/organisations/walls.tsv.

    python lexicons/build/organisations_walls.py --shared DIR

``before``: how often the word stands right before an annotated body (in MSRA, PFR, CLUENER, CVs and our own reports,
without the texts that are measured on). Words that stand in the annotated or listed name of any body are left out.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import tsv
from annotation import POOLS, Text, measured, own, texts

from govner.extractor import Extractor
from govner.lexicon.words import word_classes
from govner.matchers import organisation
from govner.matchers.page import Page

LEAST = 6
"""A word that stands so often before a body, and in none, is a wall."""
KINDS = frozenset({"verb", "adverb", "conjunction", "phrase"})
"""Classes of words that are looked at: others may stand in a name that nobody has written yet."""


def pages(shared: Path, extractor: Extractor) -> Iterator[tuple[Text, Page]]:
    """The annotated texts whose bodies are gold, as the matchers see them."""
    held = measured(shared)
    for text in (
        *(text for pool in POOLS for text in texts(shared, pool, held)),
        *(text for file in sorted((tsv.HOME / "build/annotated").glob("*.txt")) for text in own(file)),
    ):
        if "organisation" in text.get("gold", ["organisation"]):
            yield text, extractor.page(text["text"])


def main() -> None:
    """Writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    extractor = Extractor()
    before = Counter[str]()
    inside = {
        word
        for name, kind, _ in organisation.entries()
        if kind == "body"
        for word in (token.text for token in extractor.tokenize(name))
    }
    for text, page in pages(parser.parse_args().shared, extractor):
        words, at = page.bounds.words, page.bounds.at
        for mention in text["entities"]:
            if mention["label"] == "organisation":
                first, last = at.get(mention["start"], 0), at.get(mention["end"], 0)
                before.update(words[first - 1 : first])
                inside.update(words[first:last])
    known = word_classes()
    found = [
        (word, count)
        for word, count in sorted(before.items())
        if count >= LEAST and len(word) > 1 and word not in inside and known.get(word) in KINDS
    ]
    tsv.write(
        "organisations/walls",
        "Words over which no name of a body reaches, and how often they stand before one in annotated text.",
        source="counted in MSRA, PFR, CLUENER, CVs and our own texts (organisations_walls.py)",
        licence="the project's own",
        date="2026-11",
        columns=("word", "before"),
        body=found,
    )


if __name__ == "__main__":
    main()
