"""What the titles and honorifics beside a name say of it."""

from functools import cached_property, lru_cache

from govner.lexicon.tables import table
from govner.lexicon.words import word_classes
from govner.matchers.page import Page

SIDES = "方军媒"
"""What a country's one character has behind it where its government, army or press is meant (孟方)."""


class Beside:
    """The titles and honorifics of a page, by where they begin and end.

    ``starts`` are those of titles and honorifics, also with one more character in front (罗|副科长), ``ends`` the ends
    of titles; ``taken`` are the ends of names that would take a title's first character (何远副|省长).
    """

    def __init__(self, page: Page) -> None:
        heads = page.hits.get("title-head", ())
        honorifics = [hit for hit in page.hits.get("person-honorific", ()) if hit[2][1] == "after"]
        self.starts = {start for start, _, _ in (*heads, *honorifics)}
        self.ends = {end for _, end, _ in heads}
        self.taken: set[int] = set()
        self._view = page.view
        self._page = page
        self._honorifics = {hit[:2] for hit in honorifics}
        self._behind: dict[int, str] = {}
        for start in self.starts:
            if page.view[start - 1 : start] in _modifiers():
                self.taken.add(start)
                self._behind.setdefault(start - 1, "modified-title-after")
            else:
                self._behind[start] = "title-after"

        self.starts |= {start - 1 for start in self.taken}
        self.telling = self._behind.keys() | {end for _, end in self._honorifics}
        """Ends of names of which ``evidence`` has something to say, as it has of names that start at ``ends``."""

    @cached_property
    def _abbreviations(self) -> set[int]:
        return {start for start, _, _ in self._page.hits.get("place-abbreviation", ())}

    def evidence(self, start: int, given: int, end: int) -> list[str]:
        """That a title stands before or behind; that the name takes an honorific (王先生), may be a country's side."""
        said = []
        if start in self.ends:  # 总书记|高度重视 stands as 总书记|高磊 does
            said = ["title-before", f"behind-title={word_classes().get(self._view[start:end], '-')}"]
        if end in self._behind:
            said.append(self._behind[end])
        if end - start == 2 and self._view[given] in SIDES and start in self._abbreviations:
            said.append("side-of-a-country")
        if (given, end) in self._honorifics:
            said.append("takes-honorific")
        return said


@lru_cache(maxsize=1)
def _modifiers() -> frozenset[str]:
    """The characters that belong to the title behind them."""
    return frozenset(word for word, bound in table("titles/modifiers").rows if bound == "yes" and len(word) == 1)
