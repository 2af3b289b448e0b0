"""Organisations: listed bodies, and names built from words up to a suffix (广东省财政厅, 东莞市城市管理和综合执法局)."""

from bisect import bisect_right
from collections.abc import Iterator

from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

LISTS = (
    "central_bodies",
    "central_short",
    "parties",
    "military",
    "courts",
    "organs",
    "international",
    "media",
    "associations",
    "universities",
    "academies",
    "central_enterprises",
    "companies",
    "named",
)
"""The tables of named bodies, with columns form, full, kind, level, short; a form counts where it stands first."""

MOST_WORDS = 14
MOST_CHARACTERS = 36
BRACKET = 16
"""How far a built name reaches to the left of its suffix, and a bracketed second name to the right."""

WALLS = frozenset({"particle", "pronoun", "preposition", "interjection"})
"""Classes of words over which no name reaches."""
INSIDE = frozenset("()·“”-—&《》")
"""Marks that may stand inside a name."""
NOT_FIRST = frozenset({"conjunction", "mark", "punctuation", "space", "adverb"})


def entries() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The words that organisations are found by, for the scan."""
    bodies: dict[str, tuple[str, ...]] = {}
    for name in LISTS:
        for row in table(f"organisations/{name}").rows:
            bodies.setdefault(row[0], (name, *row[:5]))
    for form, _, ordinary in table("organisations/listed_companies").rows:
        name = "listed_companies_ordinary" if ordinary == "yes" else "listed_companies"
        bodies.setdefault(form, (name, form, "", "enterprise", "", form))
    for form, entry in bodies.items():
        yield form, "body", entry
    for row in table("organisations/suffixes").rows:
        yield row[0], "body-suffix", row
    for row in table("organisations/stems").rows:
        yield row[0], "body-stem", row


def candidates(page: Page) -> list[Candidate]:
    """All stretches that may name an organisation."""
    found = list(_listed(page))
    found.extend(_built(page))
    return found


def _listed(page: Page) -> Iterator[Candidate]:
    """Names of the lists, a bracketed second name included, and the bare stems of local organs (公安局)."""
    for start, end, entry in page.hits.get("body", ()):
        evidence = (f"list={entry[0]}", f"kind={entry[3]}", f"form={entry[1]}")
        yield Candidate(start, end, "organisation", "listed-body", evidence, entry[1:])
        if (closing := _bracket(page.view, end)) is not None:
            yield Candidate(start, closing, "organisation", "listed-body-bracket", evidence, entry[1:])
    for start, end, entry in page.hits.get("body-stem", ()):
        yield Candidate(start, end, "organisation", "bare-stem", (f"stem={entry[0]}",))


def _bracket(view: str, end: int) -> int | None:
    """Where a bracketed second name ends that opens at ``end``: 中央党校|(国家行政学院)."""
    if not view.startswith("(", end):
        return None
    closing = view.find(")", end + 2, end + BRACKET)
    inner = view[end + 1 : closing]
    return closing + 1 if closing > 0 and inner.isalpha() else None


def _built(page: Page) -> Iterator[Candidate]:
    """Names from any word to the left up to a suffix: the longest suffix at each place."""
    longest: dict[int, tuple[int, tuple[str, ...]]] = {}
    for start, end, entry in page.hits.get("body-suffix", ()):
        if end not in longest or start < longest[end][0]:
            longest[end] = (start, entry)
    places = {hit.start for kind in page.hits if kind.startswith("place-") for hit in page.hits[kind]}
    bodies = {hit.start: hit.end for hit in page.hits.get("body", ())}
    for end, (suffix, entry) in longest.items():
        closing = _bracket(page.view, end)
        for start, evidence in _starts(page, suffix, entry, places, bodies):
            yield Candidate(start, end, "organisation", "built", evidence)
            if closing is not None:
                yield Candidate(start, closing, "organisation", "built-bracket", evidence)


def _starts(
    page: Page, suffix: int, entry: tuple[str, ...], places: set[int], bodies: dict[int, int]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where a name may start that ends with this suffix, with the evidence of the words it would hold."""
    words, starts, classes, view = page.bounds.words, page.bounds.starts, page.classes, page.view
    i = bisect_right(starts, suffix) - 1
    own = (f"suffix={entry[0]}", f"kind={entry[1]}")
    inner: tuple[str, ...] = ()
    low = suffix - MOST_CHARACTERS
    opened = 0
    if starts[i] == suffix:
        i -= 1
    for j in range(i, max(-1, i - MOST_WORDS), -1):
        word, kind, start = words[j], classes[j], starts[j]
        if start < low or kind in WALLS:
            return
        if kind in ("mark", "punctuation", "space", "symbol"):
            if word not in INSIDE:
                return
            opened += (word in ")”") - (word in "(“")
            if opened < 0:
                return
        first = word if start + len(word) <= suffix else view[start:suffix]
        if kind not in NOT_FIRST and not opened or word == "“":
            place = ("place-first",) if start in places else ()
            body = ("body-first",) if bodies.get(start, suffix) < suffix else ()
            yield start, (*own, f"first={first}", f"first-class={kind}", *place, *body, *inner)
        inner = (f"in={first}", f"in-class={kind}", *inner)
