"""Places: listed names, names built up to a suffix (河沿村), and places called by one character (中|俄, 来|华)."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from govner.lexicon.gazetteer import Reading, abbreviations, readings
from govner.lexicon.scan import Hit
from govner.lexicon.tables import table
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.place_abbreviated import abbreviated
from govner.matchers.place_built import built, foreign
from govner.matchers.place_listed import Listed
from govner.matchers.place_stations import stations

LEAST_BODY = 4
"""Shorter bodies of the lists say nothing of a place inside them."""
TAILED = frozenset({"name", "natural", "region"})
"""Lists of names of every kind, which tell what theirs end in."""


def entries() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The words that places are found by, for the scan."""
    alike: dict[tuple[str, ...], tuple[str, ...]] = {}  # most names have one reading, and little to tell of it
    rows = table("places/suffixes").rows
    ends = {row[0] for row in (*rows, *table("places/facilities").rows)}
    for word, found in readings().items():
        source, kind, _, _, form, ordinary, last = found[0]
        more = (*_use(word), *(_tail(word, ends) if source in TAILED else ()))
        if len(found) > 1 or ordinary or last or source == "region":
            yield word, "place-name", (*_about(word, found), *more)
            continue
        about = (source, kind, form, *more)
        if about not in alike:
            alike[about] = (*_about(word, found), *more)
        yield word, "place-name", alike[about]
    for character, found in abbreviations().items():
        yield character, "place-abbreviation", (found[0].form,)
    for suffix, kind, builds in rows:
        if builds == "1":
            yield suffix, "place-suffix", ("suffix", suffix, kind)
    for (suffix,) in table("places/facilities").rows:
        yield suffix, "place-suffix", ("facility", suffix, "facility")
    for word, never in table("places/non_places").rows:
        yield word, "place-none", (word, never)


def _tail(word: str, ends: Container[str]) -> tuple[str, ...]:
    """What a name of the lists ends in: 平原 and 地区 differ in whether they belong to the name."""
    return tuple(f"tail={word[i:]}" for i in range(1, len(word)) if word[i:] in ends)[:1]


def _use(word: str) -> tuple[str, ...]:
    """The class of a name that is a common word of another one: 山口 and 长滩 are towns and more."""
    kind = word_classes().get(word, "place")
    return () if kind == "place" else ("class=" + kind,)


def _about(word: str, found: Sequence[Reading]) -> tuple[str, ...]:
    """The rule of a listed name and what is known of it: its first reading counts, the others are told."""
    first = found[0]
    evidence = [f"kind={first.kind}", f"form={first.form}"]
    evidence += sorted({f"also={other.source}" for other in found if other.source != first.source})
    if any(reading.ordinary for reading in found):
        evidence.append("ordinary-word")
    if first.last:
        evidence.append("no-longer-valid")
    # What differs from word to word: 大陆 and 西部 are places at times, 合作 hardly ever.
    if first.source == "region" or "ordinary-word" in evidence:
        evidence.append(f"word={word}")
    return (first.source, *evidence)


def candidates(page: Page) -> list[Candidate]:
    """All stretches that may be a place; one candidate a stretch, a listed name before a built one."""
    listed = Listed(page)
    found = {(candidate.start, candidate.end): candidate for candidate in listed.candidates()}
    for rule in (built, abbreviated, foreign, stations):
        for candidate in rule(page, listed):
            found.setdefault((candidate.start, candidate.end), candidate)
    if none := page.hits.get("place-none"):
        _mark(found, none)
    if bodies := page.hits.get("body"):
        _tell(found, bodies)
    return list(found.values())


def _tell(found: dict[tuple[int, int], Candidate], bodies: Sequence[Hit]) -> None:
    """Tells each place whether it stands inside a longer body of the lists: 太平洋 of 太平洋岛国论坛."""
    long = sorted((start, end) for start, end, _ in bodies if end - start >= LEAST_BODY)
    starts = [start for start, _ in long]
    reach = list(accumulate((end for _, end in long), max))
    for (start, end), candidate in found.items():
        i = bisect_right(starts, start)
        if i and reach[i - 1] >= end and (start, end) not in long[i - 1 : i]:
            found[start, end] = candidate._replace(evidence=(*candidate.evidence, "in-body"))


def _mark(found: dict[tuple[int, int], Candidate], none: Sequence[Hit]) -> None:
    """Takes away what is inside a word that is no place (中国式, 中方), and marks it where usage differs (京剧)."""
    inside: dict[int, list[Hit]] = {}
    for hit in none:
        for spot in range(*hit[:2]):
            inside.setdefault(spot, []).append(hit)
    for span, candidate in list(found.items()):
        within = next((entry for start, end, entry in inside.get(span[0], ()) if end >= span[1]), None)
        if within is None:
            continue
        word, never = within
        if never == "1":
            del found[span]
        else:
            found[span] = candidate._replace(evidence=(*candidate.evidence, "within-word", "within=" + word))
