"""Names that are not Han: Latin letters, Japanese, of other peoples of China, transliterated with dots or without."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from sys import intern

from govner.lexicon.names import HAN, is_han, transliterations
from govner.lexicon.words import word_classes
from govner.matchers.candidate import CANDIDATE, Candidate, Kept
from govner.matchers.latin import runs
from govner.matchers.page import Page
from govner.remembered import Remembered

LEAST_LIKELY = -3.0
"""Characters below this log-likelihood ratio in every place of a foreign name end a run."""
COMMON = 20_000
"""Households of a Japanese surname that may stand alone."""
SURNAMES = frozenset({"-", "japanese-name", "noun", "person"})
"""Classes of the words that another one may be."""
SHORTEST, LONGEST = 2, 9
"""Code points of a name; with dots it may be longer."""
LEAST_RATIO = -0.5
"""The log-likelihood ratio that the characters of a name have at least on average."""
RUNS = ("inner", "left", "right", "whole", "wider")
"""How a stretch lies in its run: at neither end, at the left one, at the right one, at both, beyond it."""
WIDER = 4
SHORT = 2
"""How many characters beyond a run are tried that no list of foreign ones has, where a part is as short as that."""
DOTS = r"·\-—－."
"""What stands between the parts of a foreign name."""


def latin(page: Page) -> Iterator[Candidate]:
    """Names in Latin letters (Sarah Whitman)."""
    for start, end, evidence in runs(page.view):
        if end - start > 2:
            yield Candidate(start, end, "person", "latin-name", evidence)


def japanese(page: Page) -> Iterator[Candidate]:
    """A Japanese surname, where it is common or stands there again, and one with one to three characters."""
    pattern, classes = _after(), word_classes()
    hits = page.hits.get("person-japanese", ())
    seen = Counter(entry[0] for _, _, entry in hits)
    for start, end, entry in hits:
        again = seen[entry[0]] > 1
        if int(entry[1]) >= COMMON or (again and len(entry[0]) > 1 and classes.get(entry[0], "-") in SURNAMES):
            told = (f"surname={entry[0]}", "again" if again else "once")
            yield Candidate(start, end, "person", "japanese-surname", told, entry)
        match = pattern.match(page.view, end, end + 3)
        for length in range(1, len(match[0]) + 1 if match else 1):
            given = page.view[end : end + length]
            evidence = (
                f"last={given[-1]}",
                f"given-word={length}:{classes.get(given, '-')}",
                f"word={classes.get(page.view[start : end + length], '-')}",
            )
            yield Candidate(start, end + length, "person", f"japanese-name-{length}", evidence, entry)


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    return re.compile(HAN + r"{1,3}+")


def minority(page: Page) -> Iterator[Candidate]:
    """Words of minority names joined without a break (洛桑江村)."""
    ends: dict[int, list[int]] = {}
    for start, end, entry in page.hits.get("person-minority", ()):
        ends.setdefault(start, []).append(end)
        yield Candidate(start, end, "person", "minority-word", (f"people={entry[1]}",), entry)
    for start in sorted(ends):
        for middle in ends[start]:
            for end in ends.get(middle, ()):
                yield Candidate(start, end, "person", "minority-name", ())


def transliterated(page: Page) -> Iterator[Candidate]:
    """Foreign names, with dots or without: the whole run, and what remains when words at either end are left out."""
    view, at, known = page.view, page.bounds.at, _stretches()
    runs = list(_run().finditer(view))
    parts = {part for run in runs if not run[0].isalpha() for part in _part().findall(run[0])}
    for run in runs:
        start, end = run.span()
        if end - start <= SHORTEST:
            if end - start == SHORTEST and (read := known[run[0], RUNS.index("whole")]):
                yield CANDIDATE((start, end, "person", *read, None, 0.0))
            continue
        dots = [] if run[0].isalpha() else [i for i in range(start, end) if view[i] in DOTS]
        longest, first_dot, last_dot = (end - start, dots[0], dots[-1]) if dots else (LONGEST, end, start)
        starts = [i for i in range(start, min(first_dot, start + 8)) if i == start or i in at][:5]
        ends = [i for i in range(end, max(last_dot + 1, end - 8), -1) if i == end or i in at][:5]
        for i in starts:
            for j in ends:
                if SHORTEST <= j - i <= longest and (read := known[view[i:j], (i == start) + 2 * (j == end)]):
                    rule, evidence = read
                    told = (evidence, "part-of-dotted-name") if parts and view[i:j] in parts else evidence
                    yield CANDIDATE((i, j, "person", rule, told, None, 0.0))
        if dots and (first_dot - start <= SHORT or end - last_dot <= SHORT + 1):
            yield from _wider(view, (start, end), dots)


def _wider(view: str, run: tuple[int, int], dots: list[int]) -> Iterator[Candidate]:
    """Names with a dot whose first or last part goes on beyond the run (乌里且|姆·斯拉木)."""
    (start, end), (first, last) = run, run
    known, wider = _stretches(), RUNS.index("wider")
    if dots[0] - start <= SHORT:
        first -= next((k for k in range(WIDER) if not is_han(view[start - k - 1 : start - k])), WIDER)
    if end - dots[-1] <= SHORT + 1:
        last += next((k for k in range(WIDER) if not is_han(view[end + k : end + k + 1])), WIDER)
    for i in range(first, start + 1):
        for j in range(end, last + 1):
            if (i, j) != run and (read := known[view[i:j], wider]):
                yield CANDIDATE((i, j, "person", *read, None, 0.0))


@lru_cache(maxsize=1)
def _stretches() -> Remembered[tuple[str, int], tuple[str, Kept] | None]:
    """Stretches of runs: the rule and the evidence of those that are like a foreign name."""
    return Remembered(_stretch)


def _stretch(seen: tuple[str, int]) -> tuple[str, Kept] | None:
    text, sides = seen
    parts = _part().findall(text)
    ratio = transliterations().average(parts)
    if ratio < LEAST_RATIO:
        return None
    dotted, classes = len(parts) > 1 or len(parts[0]) < len(text), word_classes()
    evidence = (
        f"ratio={min(len(text), 6)}:{ratio * 2:.0f}",
        f"run={RUNS[sides]}",
        f"word={classes.get(text, '-')}",
        f"begins-with={classes.get(text[:2], '-') if len(text) > 3 else '-'}",  # 希望|蓬达利
        f"ends-with={classes.get(text[-2:], '-') if len(text) > 3 else '-'}",
        "first=" + text[0],
        "last=" + text[-1],
    )
    return "dotted-name" if dotted else intern(f"transliterated-{min(len(text), 6)}"), Kept(evidence)


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    """A run of characters that write foreign names, dots between them."""
    characters = re.escape("".join(transliterations().likely(LEAST_LIKELY)))
    part = f"[{characters}]{{1,12}}+"
    return re.compile(rf"[{characters}](?=[{characters}{DOTS}])(?:{part})?(?:[{DOTS}](?:{part}|[A-Z]{{1,2}}))*+")


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    return re.compile(rf"[^{DOTS}]+")
