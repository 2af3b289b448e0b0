"""People: Han names, surnames before a title, spaced names, transliterations, Japanese, minority and masked names."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from govner.lexicon.names import RARE, han_names, transliterations
from govner.lexicon.scan import Hit
from govner.lexicon.tables import table
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

LEAST_LIKELY = -3.0
LEAST_BEHIND_TITLE = -7.0
"""Han names below this log-likelihood ratio are no candidates; behind a title any name may stand."""

DOTS = r"·\-—－."
"""What stands between the parts of a foreign name."""

HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"


def entries() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The words that people are found by, for the scan."""
    for row in table("people/surnames").rows:
        yield row[0], "person-surname", row
    for row in table("people/japanese_surnames").rows:
        yield row[0], "person-japanese", row
    for row in table("people/minority").rows:
        yield row[0], "person-minority", row
    for row in table("people/historical").rows:
        yield row[0], "person-known", row
    for row in table("people/honorifics").rows:
        yield row[0], "person-honorific", row
    for row in table("people/masks").rows:
        if row[1] == "given":
            yield row[0], "person-mask", row


def candidates(page: Page) -> list[Candidate]:
    """All stretches that may name a person."""
    found = list(_han(page))
    found.extend(_masked(page))
    found.extend(_known(page))
    found.extend(_japanese(page))
    found.extend(_bracketed(page))
    found.extend(_after_title(page))
    found.extend(_nicknames(page))
    found.extend(_minority(page))
    found.extend(_transliterated(page))
    return found


def _han(page: Page) -> Iterator[Candidate]:
    """A surname and one or two characters; a surname before a title; a surname, a space and a character (王 毅)."""
    view, names = page.view, han_names()
    heads = page.hits.get("title-head", ())
    behind = {hit.end for hit in heads}
    titles = {hit.start for hit in heads} | {
        hit.start for hit in page.hits.get("person-honorific", ()) if hit.entry[1] == "after"
    }
    ratio_of, single, first, second = names.surnames.get, names.single.get, names.first.get, names.second.get
    for hit in page.hits.get("person-surname", ()):
        start, end, entry = hit
        own = ratio_of(entry[0], names.rare)
        if end in titles:
            evidence = ("surname=" + entry[0], f"surname-ratio={own:.0f}")
            yield Candidate(start, end, "person", "surname-title", evidence, entry)
        one, two = view[end : end + 1], view[end + 1 : end + 2]
        if not is_han(one):
            if one == " ":
                yield from _spaced(page, hit, own)
            continue
        least = LEAST_BEHIND_TITLE if start in behind else LEAST_LIKELY
        ratio = own + single(one, RARE)
        if ratio >= least:
            yield _whole(hit, one, own, ratio)
        if is_han(two):
            ratio = own + first(one, RARE) + second(two, RARE)
            if ratio >= least:
                yield _whole(hit, one + two, own, ratio)
            if len(entry[0]) == 1:
                yield from _married(page, start, end)


def is_han(character: str) -> bool:
    """Whether a character is one of the Han script, the rare planes included."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def _whole(hit: Hit, given: str, own: float, whole: float) -> Candidate:
    """A surname with a given name; ``own`` and ``whole`` are the ratios of the surname and of the name."""
    start, end, entry = hit
    length, surname, classes = len(given), entry[0], word_classes()
    evidence = (
        "surname=" + surname,
        f"name={min(whole, 14):.0f}",
        f"given={length}:{min(whole - own, 10):.0f}",
        "last=" + given[-1],
        "word=" + classes.get(surname + given, "-"),
        f"given-word={length}:{classes.get(given, '-')}",
    )
    return Candidate(start, end + length, "person", f"han-name-{len(surname)}-{length}", evidence, entry)


def _spaced(page: Page, hit: Hit, own: float) -> Iterator[Candidate]:
    """A surname, one or two spaces, and one or two characters."""
    view, (start, end, entry) = page.view, hit
    given = end + 2 if view[end + 1 : end + 2] == " " else end + 1
    for length in (1, 2):
        if not is_han(view[given + length - 1 : given + length]):
            return
        ratio = own + han_names().given(view[given : given + length])
        evidence = ("surname=" + entry[0], f"name={length}:{ratio:.0f}")
        yield Candidate(start, given + length, "person", "spaced-name", evidence, entry)


def _married(page: Page, start: int, end: int) -> Iterator[Candidate]:
    """Two surnames and a given name of two characters (陈方安生)."""
    names, view = han_names(), page.view
    second, given = view[end], view[end + 1 : end + 3]
    if len(given) == 2 and is_han(given[1]) and names.surnames.get(second, -9.0) > -1.0:
        ratio = names.given(given)
        if ratio > 0:
            yield Candidate(start, end + 3, "person", "double-surname", (f"given={ratio:.0f}",))


def _masked(page: Page) -> Iterator[Candidate]:
    """Up to three characters and what hides the rest of the name (李某某, 尼尼某某, 王某甲)."""
    pattern, ordinals = _stem(), _ordinals()
    for start, end, entry in page.hits.get("person-mask", ()):
        stem = pattern.search(page.view, max(0, start - 3), start)
        if stem is None:
            continue
        for first in range(stem.start(), start):
            evidence = ("mask=" + entry[0], f"stem={start - first}")
            yield Candidate(first, end, "person", "masked-name", evidence)
            if page.view[end : end + 1] in ordinals:
                yield Candidate(first, end + 1, "person", "masked-name-ordinal", evidence)


@lru_cache(maxsize=1)
def _stem() -> "regex.Pattern[str]":
    return regex.compile(HAN + r"{1,3}\Z")


@lru_cache(maxsize=1)
def _ordinals() -> frozenset[str]:
    return frozenset(row[0] for row in table("people/masks").rows if row[1] == "ordinal")


def _known(page: Page) -> Iterator[Candidate]:
    for start, end, entry in page.hits.get("person-known", ()):
        yield Candidate(start, end, "person", "known-name", (), entry)


def _japanese(page: Page) -> Iterator[Candidate]:
    """A Japanese surname alone or with one to three characters."""
    pattern = _after()
    for start, end, entry in page.hits.get("person-japanese", ()):
        yield Candidate(start, end, "person", "japanese-surname", (f"surname={entry[0]}",), entry)
        match = pattern.match(page.view, end, end + 3)
        for length in range(1, len(match[0]) + 1 if match else 1):
            evidence = (f"last={page.view[end + length - 1]}",)
            yield Candidate(start, end + length, "person", f"japanese-name-{length}", evidence, entry)


@lru_cache(maxsize=1)
def _after() -> "regex.Pattern[str]":
    return regex.compile(HAN + r"{1,3}+")


@lru_cache(maxsize=1)
def _bylines() -> "regex.Pattern[str]":
    """Short words in brackets, as names stand at a report's end: (吴哲 李凤祥)."""
    return regex.compile(rf"(?<=\()(?:{HAN}{{2,4}}[ 、]{{0,2}}){{1,6}}+(?=\))")


def _bracketed(page: Page) -> Iterator[Candidate]:
    """Each word of a byline in brackets, whatever its characters."""
    for byline in _bylines().finditer(page.view):
        for name in byline[0].replace("、", " ").split():
            evidence = (f"length={len(name)}", f"class={word_classes().get(name, '-')}")
            start = page.view.index(name, byline.start())
            yield Candidate(start, start + len(name), "person", "bracketed-name", evidence)


def _after_title(page: Page) -> Iterator[Candidate]:
    """Two or three characters behind a title whatever they are, where no word of a list begins."""
    words, starts, at = page.bounds.words, page.bounds.starts, page.bounds.at
    surnames = {hit.start for hit in page.hits.get("person-surname", ())}
    classes = word_classes()
    for end in {hit.end for hit in page.hits.get("title-head", ())} - surnames:
        i = at.get(end)
        if i is None or i >= len(words) or (len(words[i]) > 1 and words[i] in classes):
            continue
        for length in (2, 3):
            j = at.get(end + length)
            if j is not None and page.view[end : end + length].isalpha() and not page.view[end].isascii():
                yield Candidate(end, starts[j], "person", "after-title", (f"length={length}:{j - i}",))


def _nicknames(page: Page) -> Iterator[Candidate]:
    """老 or 小 with a surname or a single character (老许)."""
    surnames = {hit.start: hit for hit in page.hits.get("person-surname", ())}
    for start, end, entry in page.hits.get("person-honorific", ()):
        if entry[1] == "before" and end in surnames and len(entry[0]) == 1:
            hit = surnames[end]
            evidence = ("prefix=" + entry[0], "surname=" + hit.entry[0])
            yield Candidate(start, hit.end, "person", "nickname", evidence, hit.entry)
            yield Candidate(end, hit.end, "person", "nicknamed-surname", evidence, hit.entry)


def _minority(page: Page) -> Iterator[Candidate]:
    """Words of minority names joined without a break (洛桑江村)."""
    ends: dict[int, list[int]] = {}
    for start, end, entry in page.hits.get("person-minority", ()):
        ends.setdefault(start, []).append(end)
        yield Candidate(start, end, "person", "minority-word", (f"people={entry[1]}",), entry)
    for start in sorted(ends):
        for middle in ends[start]:
            for end in ends.get(middle, ()):
                yield Candidate(start, end, "person", "minority-name", ())


@lru_cache(maxsize=1)
def _run() -> "regex.Pattern[str]":
    """A run of characters that write foreign names, dots between them."""
    characters = "".join(row[0] for row in table("people/transliteration").rows if len(row[0]) == 1)
    part = f"[{regex.escape(characters)}]{{1,12}}+"
    return regex.compile(rf"{part}(?:[{DOTS}](?:{part}|[A-Z]{{1,2}}))*+")


@lru_cache(maxsize=1)
def _part() -> "regex.Pattern[str]":
    return regex.compile(rf"[^{DOTS}]+")


def _transliterated(page: Page) -> Iterator[Candidate]:
    """Foreign names, with dots or without: the whole run, and what remains when words at either end are left out."""
    view, at = page.view, page.bounds.at
    model = transliterations()
    for run in _run().finditer(view):
        start, end = run.span()
        if end - start < 2:
            continue
        dots = [i for i in range(start, end) if view[i] in DOTS]
        first_dot, last_dot = (dots[0], dots[-1]) if dots else (end, start)
        starts = [i for i in range(start, min(first_dot, start + 8)) if i == start or i in at][:5]
        ends = [i for i in range(end, max(last_dot + 1, end - 8), -1) if i == end or i in at][:5]
        for i in starts:
            for j in ends:
                if j - i < 2 or (not dots and j - i > 9):
                    continue
                parts = _part().findall(view, i, j) if dots else (view[i:j],)
                ratio = sum(map(model.ratio, parts)) / (j - i - len(dots))
                if ratio < -0.5:
                    continue
                rule = "dotted-name" if dots else f"transliterated-{min(j - i, 6)}"
                whole = (
                    "whole" if (i, j) == (start, end) else "left" if i == start else "right" if j == end else "inner"
                )
                evidence = (
                    f"ratio={min(len(view[i:j]), 6)}:{ratio * 2:.0f}",
                    f"run={whole}",
                    f"word={word_classes().get(view[i:j], '-')}",
                    "first=" + view[i],
                    "last=" + view[j - 1],
                )
                yield Candidate(i, j, "person", rule, evidence)
