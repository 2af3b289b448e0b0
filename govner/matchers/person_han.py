"""Han names by their surname: with a given name, with a space, with a second surname, before a title."""

from collections.abc import Container, Iterator, Sequence

from govner.lexicon.names import RARE, han_names, is_han
from govner.lexicon.scan import Hit
from govner.lexicon.words import word_classes
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.person_beside import Beside

LEAST_LIKELY = -1.0
"""Han names below this log-likelihood ratio are no candidates."""
LIKELY = 3.0
"""Names above this ratio may be the fuller form of a surname before a title."""
COMMON, LEAST_MARRIED = 4.0, 1.5
"""Of two surnames the first is a common one, and the given name a likely one."""
LEAST_SURNAME = -2.0
"""Surnames below this ratio do not stand alone before a title (和总经理)."""
LEAST_BEHIND_TITLE = -7.0
"""The same behind a title, where any name may stand."""


def han(page: Page, beside: Beside) -> Iterator[Candidate]:
    """A surname and one or two characters, with a space between or none (王毅, 王 毅); two surnames (陈方安生)."""
    view, names = page.view, han_names()
    masks = {hit.start for hit in page.hits.get("person-mask", ())}
    ratio_of, single, first, second = names.surnames.get, names.single.get, names.first.get, names.second.get
    for hit in page.hits.get("person-surname", ()):
        start, end, entry = hit
        if end in masks:  # 李某甲 is read by the rule of masks
            continue
        own = ratio_of(entry[0], names.rare)
        one, two = view[end : end + 1], view[end + 1 : end + 2]
        if not is_han(one):
            if one == " ":
                yield from _spaced(page, hit, own)
            continue
        least = LEAST_BEHIND_TITLE if start in beside.ends else LEAST_LIKELY
        ratio = own + single(one, RARE)
        if ratio >= least and end + 1 not in beside.taken:
            yield _whole(hit, one, own, ratio, beside)
        if is_han(two):
            ratio = own + first(one, RARE) + second(two, RARE)
            if ratio >= least and end + 2 not in beside.taken:
                yield _whole(hit, one + two, own, ratio, beside)
            if own > COMMON and len(entry[0]) == 1:
                yield from _married(page, start, end)


def before_titles(page: Page, beside: Beside, whole: Sequence[Candidate]) -> Iterator[Candidate]:
    """A surname alone before a title or an honorific; ``whole`` are the page's names with a given name."""
    surnames, names = page.hits.get("person-surname", ()), han_names()
    ends = {hit.end for hit in surnames}
    alone = [hit for hit in surnames if hit.end in beside.starts]
    named = _named(page.view, whole, {hit.entry[0] for hit in alone})
    for start, end, entry in alone:
        own = names.surnames.get(entry[0], names.rare)
        if own < LEAST_SURNAME:
            continue
        near = "surname-before" if start in ends or start - 1 in ends else "no-surname-before"
        fuller = "fuller-name" if entry[0] in named else "no-fuller-name"
        evidence = ("surname=" + entry[0], f"surname-ratio={own:.0f}", near, fuller)
        yield Candidate(start, end, "person", "surname-title", evidence, entry)


def _named(view: str, whole: Sequence[Candidate], surnames: Container[str]) -> set[str]:
    """Those of the surnames that stand with a likely given name as well."""
    names = han_names()
    found: set[str] = set()
    for start, end, *_, entry, _ in whole:
        if isinstance(entry, tuple) and entry[0] in surnames:
            ratio = names.surnames.get(entry[0], names.rare) + names.given(view[start + len(entry[0]) : end].strip())
            if ratio >= LIKELY:
                found.add(entry[0])
    return found


def _whole(hit: Hit, given: str, own: float, whole: float, beside: Beside) -> Candidate:
    """A surname with a given name; ``own`` and ``whole`` are the ratios of the surname and of the name."""
    start, end, entry = hit
    length, surname, classes = len(given), entry[0], word_classes()
    evidence = (
        f"likely={len(surname)}-{length}:{min(int(whole) // 3, 4)}",
        "surname=" + surname,
        f"name={min(whole, 14):.0f}",
        f"given={length}:{min(whole - own, 10):.0f}",
        "last=" + given[-1],
        "word=" + classes.get(surname + given, "-"),
        f"given-word={length}:{classes.get(given, '-')}",
        "begin-word=" + classes.get(surname + given[0], "-"),
        *beside.evidence(start, end, end + length),
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
    if names.surnames.get(second, -9.0) < -1.0 or len(given) < 2 or not is_han(given[1]):
        return
    ratio = names.given(given)
    if ratio > LEAST_MARRIED:
        yield Candidate(start, end + 3, "person", "double-surname", (f"given={ratio:.0f}",))
