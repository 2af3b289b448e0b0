"""People: names of every make, each by the rule that reads it."""

from collections.abc import Iterator

from govner.lexicon.names import han_names
from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.matchers.person_again import again, honoured
from govner.matchers.person_beside import Beside
from govner.matchers.person_cued import after_titles, bylines, masked, nicknames
from govner.matchers.person_dotted import dotted
from govner.matchers.person_foreign import japanese, latin, minority, transliterated
from govner.matchers.person_han import before_titles, han
from govner.matchers.person_known import called_after, known, longer
from govner.matchers.person_numbered import numbered

LEAST_SURNAME = -4.5
"""Surnames below this log-likelihood ratio (有, 是, 上) would stand everywhere."""


MASKS = frozenset({"given", "lost"})
"""What hides the rest of a name, and what stands for one character of it that print has lost (张?志)."""


def entries() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The words that people are found by, for the scan."""
    ratios = han_names().surnames
    for row in table("people/surnames").rows:
        if ratios[row[0]] >= LEAST_SURNAME:
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
        if row[1] in MASKS:
            yield row[0], "person-mask", row


def candidates(page: Page) -> list[Candidate]:
    """All stretches that may name a person."""
    beside = Beside(page)
    whole = list(han(page, beside))
    whole.extend(longer(page, whole))
    foreign = list(transliterated(page))
    return [
        *called_after(page, [*known(page, whole), *whole]),
        *before_titles(page, beside, whole),
        *again(page, beside, whole),
        *masked(page),
        *bylines(page),
        *after_titles(page, beside),
        *nicknames(page),
        *honoured(page),
        *japanese(page),
        *minority(page),
        *numbered(page, beside),
        *latin(page),
        *foreign,
        *dotted(page, beside, {candidate[:2] for candidate in foreign}),
    ]
