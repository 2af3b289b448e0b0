"""Han names by their surname: with a given name, with a space, with a second surname, before a title."""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from sys import intern

from govner.lexicon.names import RARE, han_names, is_han
from govner.lexicon.scan import Hit
from govner.lexicon.words import word_classes
from govner.matchers.candidate import CANDIDATE, Candidate, Evidence, Kept
from govner.matchers.page import Page
from govner.matchers.person_beside import AND, SIDES, Beside
from govner.remembered import Remembered

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
NEVER = -99.0
CLAN = "姓"
"""What a surname stands behind that is told by itself: 他姓钱."""
LEAST_APART = -5.0
"""The same before a title or an honorific, or where marks part the name from the text (高其品：男)."""
OPENING, CLOSING = frozenset(("", *"、,;\n (")), frozenset(("", *"、,;:\n )("))
"""What stands before and behind a name that marks part from the text."""


def han(page: Page, beside: Beside) -> Iterator[Candidate]:
    """A surname and one or two characters, with a space between or none (王毅, 王 毅); two surnames (陈方安生)."""
    view, names, known = page.view, han_names(), _known()
    masks = {start for start, _, _ in page.hits.get("person-mask", ())}
    ratios, rare = names.surnames, names.rare
    titles, taken, telling = beside.ends, beside.taken, beside.telling
    roles, padded, modified = names.roles, view + "\n\n", beside.modified
    for hit in page.hits.get("person-surname", ()):
        start, end, entry = hit
        one = roles[padded[end]]
        if one is None or end in masks:  # 李某甲 is read by the rule of masks
            if end not in masks and view.startswith(" ", end):
                yield from _spaced(page, hit)
            continue
        surname = entry[0]
        own = ratios.get(surname, rare)
        least = LEAST_BEHIND_TITLE if start in titles else LEAST_LIKELY
        two = roles[padded[end + 1]]
        single, first, _ = one
        short, long = own + single, own + first + two[2] if two else NEVER
        for stop, ratio in (
            ((end + 1, short), (end + 2, long)) if short >= least or long >= LEAST_APART or end + 1 in modified else ()
        ):
            if (ratio < least and (ratio < LEAST_APART or not _is_apart(view, start, stop, beside))) or stop in taken:
                continue
            rule, evidence = known[surname, view[end:stop]]
            if start in titles or stop in telling or view[end] in SIDES or view[stop - 1] in AND:
                evidence = (evidence, *beside.evidence(start, end, stop))
            yield CANDIDATE((start, stop, "person", rule, evidence, entry, 0.0))
        if own > COMMON and two is not None and len(surname) == 1:
            yield from _married(page, start, end)


def _is_apart(view: str, start: int, end: int, beside: Beside) -> bool:
    """Whether a title stands behind three characters and more, or marks part from the text what is no common word.

    Two characters have the title of a deputy behind them: 何代|副市长.
    """
    if end - start < 3:  # 有的, 开会 stand anywhere
        return end in beside.modified
    if end in beside.starts:
        return True
    mark = view[end : end + 1]
    return (
        mark in CLOSING
        and (mark == "、" or view[start - 1 : start] in OPENING)
        and view[start:end] not in word_classes()
    )


def before_titles(page: Page, beside: Beside, whole: Sequence[Candidate]) -> Iterator[Candidate]:
    """A surname alone before a title or an honorific or behind 姓; ``whole`` are names with a given name."""
    surnames, starts, names = page.hits.get("person-surname", ()), beside.starts | beside.clans, han_names()
    view = page.view
    alone = [hit for hit in surnames if hit[1] in starts or view.startswith(CLAN, hit[0] - 1 if hit[0] else 0)]
    if not alone:
        return
    ends = {end for _, end, _ in surnames}
    named = _named(view, whole, {entry[0] for _, _, entry in alone})
    for start, end, entry in alone:
        own = names.surnames.get(entry[0], names.rare)
        if own < LEAST_SURNAME or (end in beside.clans and start not in page.bounds.at):  # 移植|家中
            continue
        near = "surname-before" if start in ends or start - 1 in ends else "no-surname-before"
        fuller = "fuller-name" if entry[0] in named else "no-fuller-name"
        clan = ["clan-before"] if end not in starts else ["clan-behind=" + view[end]] if end in beside.clans else []
        evidence = ("surname=" + entry[0], f"surname-ratio={own:.0f}", near, fuller, *clan)
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


@lru_cache(maxsize=1)
def _known() -> Remembered[tuple[str, str], tuple[str, Evidence]]:
    """The rule that reads a surname with a given name, and what these say of themselves."""
    return Remembered(_whole)


def _whole(name: tuple[str, str]) -> tuple[str, Evidence]:
    surname, given = name
    names, length, classes = han_names(), len(given), word_classes()
    own = names.surnames.get(surname, names.rare)
    if length == 1:
        whole = own + names.single.get(given, RARE)
    else:
        whole = own + names.first.get(given[0], RARE) + names.second.get(given[1], RARE)
    evidence = (
        f"likely={len(surname)}-{length}:{min(int(whole) // 3, 4)}",
        "surname=" + surname,
        f"name={min(whole, 14):.0f}",
        f"given={length}:{min(whole - own, 10):.0f}",
        "last=" + given[-1],
        "word=" + classes.get(surname + given, "-"),
        f"given-word={length}:{classes.get(given, '-')}",
        "begin-word=" + classes.get(surname + given[0], "-"),
        f"last-class={length}:{classes.get(given[-1], '-')}",  # 李晨|曝光 ends like a name, 曝 is a verb
    )
    return intern(f"han-name-{len(surname)}-{length}"), Kept(evidence)


def _spaced(page: Page, hit: Hit) -> Iterator[Candidate]:
    """A surname, one or two spaces, and one or two characters."""
    view, names, (start, end, entry) = page.view, han_names(), hit
    own = names.surnames.get(entry[0], names.rare)
    given = end + 2 if view[end + 1 : end + 2] == " " else end + 1
    for length in (1, 2):
        if not is_han(view[given + length - 1 : given + length]):
            return
        ratio = own + names.given(view[given : given + length])
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
