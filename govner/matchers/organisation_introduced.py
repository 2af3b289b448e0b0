"""Short forms that the report itself introduces: 云岭科技股份有限公司（以下简称“云岭科技”）."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

MOST_NAMES = 50
"""How many introduced names are looked for: a search each, so that the time stays linear in the text."""


@lru_cache(maxsize=1)
def _introduction() -> "regex.Pattern[str]":
    """简称, then the short form in quotes or as the rest of a bracket."""
    return regex.compile(
        r"""
        (?<lead> [,(] ) (?: 以下 | 下 )?+ (?: 统 | 合 )?+ 简称 [为作:]?+
        (?: [“"] (?<name> [^“”"(),。\n]{2,12} ) [”"] | (?<name> [^“”"(),。\n]{2,12} ) \) )
        """,
        regex.VERBOSE,
    )


def introduced(page: Page) -> Iterator[Candidate]:
    """Every place where a form stands that the report introduces as somebody's short name."""
    view = page.view
    names = {match["name"] for match in _introduction().finditer(view) if match["name"].isalnum()}  # no 《条例》
    for name in sorted(names)[:MOST_NAMES]:
        start = view.find(name)
        while start >= 0:
            evidence = (f"introduced-length={len(name)}",)
            yield Candidate(start, start + len(name), "organisation", "introduced", evidence)
            start = view.find(name, start + len(name))
