"""Titles as they are reported: their offices, kind and term, and whether the holder has left or only acts."""

import re
from collections.abc import Sequence
from functools import lru_cache

from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.title import Reading
from govner.mentions import Title
from govner.resolve.endings import Endings
from govner.values import numerals

REACH = 30
"""How far left of a title its body is read, in code points."""
LONGEST_ENDING = 12
CENTRAL = ("central_short", "central_bodies")

BREAK = re.compile(r"[^一-鿿()·“”A-Za-z]")
KIND_OF_BODY = {
    "party": "party",
    "government": "government",
    "congress": "congress",
    "cppcc": "cppcc",
    "judicial": "judicial",
    "military": "military",
    "enterprise": "enterprise",
    "media": "media",
    "school": "academic",
    "research": "academic",
    "hospital": "academic",
}
OPEN_KINDS = frozenset({"government", "other", "enterprise"})
"""Kinds that a head has for want of a better: 主任, 院长 and 主席 are whatever the body before them is."""


def resolve(page: Page, chosen: Sequence[Candidate]) -> list[Title]:
    """The titles of a report in text order.

    ``kind`` is that of the body before the title, where one is read there; 原, 前 and 时任 before the title, its body
    or the title it follows in a list make it ``former``; ``acting`` and ``ordinal`` are said by its own words.
    """
    titles: list[Title] = []
    for candidate in sorted(chosen, key=lambda candidate: candidate.start):
        before = titles[-1] if titles else None
        listed = before is not None and before.end + 1 == candidate.start and page.view[before.end] in "、,兼"
        after = before.end if before is not None else 0
        titles.append(_read(page, candidate, _body_before(page, after, candidate.start), before if listed else None))
    return titles


def _read(page: Page, candidate: Candidate, body: str, listed: Title | None) -> Title:
    """One title; ``body`` stands before it, ``listed`` is the title right before it in a list (党组书记、厅长)."""
    start, end = candidate.start, candidate.end
    said = page.view[start:end]
    own = candidate.detail
    if not isinstance(own, Reading):
        own = Reading(said, (said,), _heads().longest(said) or "other")
    given = _given(candidate)
    kind = own.kind
    if kind in OPEN_KINDS:
        kind = KIND_OF_BODY.get(_endings().longest(body), kind)
        if listed is not None and not body and kind == "other":
            kind = listed.kind
    number = numerals.read(own.ordinal) if own.ordinal else None
    return Title(
        text=page.text[start:end],
        start=start,
        end=end,
        rule=candidate.rule,
        offices=own.offices,
        kind=given.get("kind", kind),
        former=_is_former(page, start, body) or bool(listed and listed.former and not body),
        acting=own.acting,
        ordinal=int(number.value) if number and number.value is not None else None,
    )


def _given(candidate: Candidate) -> dict[str, str]:
    """The fields that a user's own word brings along."""
    if candidate.rule != "user-word" or not isinstance(candidate.detail, tuple):
        return {}
    cells = candidate.detail[2:]
    return dict(zip(cells[::2], cells[1::2], strict=False))


def _body_before(page: Page, after: int, start: int) -> str:
    """The text up to the title from the last break or title before it: the body it belongs to, where it has one."""
    before = page.view[max(after, start - REACH) : start]
    return BREAK.split(before)[-1]


def _is_former(page: Page, start: int, body: str) -> bool:
    """Whether 原, 前 or 时任 stands right before the title, or before its body as a word of its own."""
    former = _former()
    if page.view.endswith(former, max(0, start - 2), start):
        return True
    if not body.startswith(former):
        return False
    first = next((word for word in former if body.startswith(word) and len(body) > len(word)), None)
    at = start - len(body)
    return first is not None and at in page.bounds.at and at + len(first) in page.bounds.at


@lru_cache(maxsize=1)
def _former() -> tuple[str, ...]:
    return tuple(word for word, use in table("titles/outside").rows if use == "former")


@lru_cache(maxsize=1)
def _endings() -> Endings:
    """The kind of body that ends so: suffixes, and the names of central bodies (人民银行 is no 银行)."""
    kinds = {row[0]: row[1] for row in table("organisations/suffixes").rows}
    central = (row for name in CENTRAL for row in table(f"organisations/{name}").rows)
    kinds |= {row[0]: row[2] for row in central}
    return Endings({word: kind for word, kind in kinds.items() if len(word) <= LONGEST_ENDING})


@lru_cache(maxsize=1)
def _heads() -> Endings:
    return Endings({row[0]: row[1] for row in table("titles/heads").rows})
