"""Runs of Latin words (Nimbus Labs, IBM, Sarah Whitman), which may name a person or a body like any others."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govner.matchers.candidate import Evidence

MOST_WORDS = 4


def runs(view: str) -> Iterator[tuple[int, int, Evidence]]:
    """Each run of up to four Latin words in full, but for prose, with what it looks like."""
    for run in _run().finditer(view):
        words = run[0].split(" ")
        first, last = _form(words[0]), _form(words[-1])
        if len(words) > 1 and "lower" in (first, last):
            continue  # prose
        form = f"{len(words)}:{first}-{last}"
        yield (
            run.start(),
            run.end(),
            (f"latin={form}", f"latin-length={min(len(run[0]), 12)}", "spelt=" + run[0].lower()),
        )


def _form(word: str) -> str:
    letters = word.strip(".&'-")
    if letters.isupper():
        return "letters" if len(letters) > 1 else "letter"
    if letters.islower():
        return "lower"
    return "capital" if letters[:1].isupper() and letters[1:].islower() else "mixed"


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    word = r"[A-Za-z][A-Za-z.&'-]{0,19}+"
    run = rf"{word}(?:[ ](?:&[ ])?{word}){{0,{MOST_WORDS - 1}}}+"
    return re.compile(rf"(?<![A-Za-z0-9@/._-]){run}(?![A-Za-z0-9@/_]|:/|[ ][A-Za-z])")
