"""What the titles and honorifics beside a name say of it."""

from functools import cached_property, lru_cache

from govner.lexicon.tables import table
from govner.lexicon.words import word_classes
from govner.matchers.page import Page

SIDES = "方军媒"
"""What a country's one character has behind it where its government, army or press is meant (孟方)."""

AND = frozenset("和与及同并")
"""What joins a name with the next one more often than it ends one (郭远和庞卫山)."""

ACTING = "代"
"""What belongs to the title behind it, mostly, and may end a name as well (何代|市长)."""


class Beside:
    """The titles and honorifics of a page, by where they begin and end.

    ``starts`` are those of titles and honorifics, also with one more character in front (罗|副科长), ``ends`` the ends
    of titles; ``taken`` are the ends of names that would take a title's first character (何远副|省长), ``modified`` the
    starts of titles that begin with one (副, 代); ``clans`` are the starts of 家, 姓 and 氏, which stand in many words.
    """

    def __init__(self, page: Page) -> None:
        heads = page.hits.get("title-head", ())
        honorifics = [hit for hit in page.hits.get("person-honorific", ()) if hit[2][1] == "after"]
        self.clans = {start for start, _, entry in honorifics if entry[2] == "clan"}
        self.starts = {start for start, _, _ in (*heads, *honorifics)} - self.clans
        self.ends = {end for _, end, _ in heads}
        self.taken: set[int] = set()
        self._view = page.view
        self._page = page
        self._honorifics = {hit[:2]: hit[2][2] for hit in honorifics}
        self._behind: dict[int, str] = {}
        self.modified: set[int] = set()
        for start in self.starts:
            before = page.view[start - 1 : start]
            bound = before in _modifiers()
            if bound:
                self.taken.add(start)
            else:
                self._behind[start] = "title-after"
            if bound or before == ACTING:
                self.modified.add(start - 1)
                self._behind.setdefault(start - 1, "modified-title-after")

        self.starts |= self.modified
        self.telling = self._behind.keys() | {end for _, end in self._honorifics}
        """Ends of names of which ``evidence`` has something to say, as it has of names that start at ``ends``."""

    @cached_property
    def _abbreviations(self) -> set[int]:
        return {start for start, _, _ in self._page.hits.get("place-abbreviation", ())}

    @cached_property
    def _surnames(self) -> set[int]:
        return {start for start, _, _ in self._page.hits.get("person-surname", ())}

    def evidence(self, start: int, given: int, end: int) -> list[str]:
        """What titles, honorifics (王先生) and surnames beside a name say; that it may be a country's side."""
        said = []
        if start in self.ends:  # 总书记|高度重视 stands as 总书记|高磊 does
            said = ["title-before", f"behind-title={word_classes().get(self._view[start:end], '-')}"]
        if end in self._behind:
            said.append(self._behind[end])
        if end - start == 2 and self._view[given] in SIDES and start in self._abbreviations:
            said.append("side-of-a-country")
        if (given, end) in self._honorifics:  # 杨先生 is no name, 杨英雄 may be
            said.append(f"takes-honorific={self._honorifics[given, end]}")
        if self._view[end - 1] in AND and end in self._surnames:
            said.append("and-before-surname")
        return said


@lru_cache(maxsize=1)
def _modifiers() -> frozenset[str]:
    """The characters that belong to the title behind them."""
    return frozenset(word for word, bound in table("titles/modifiers").rows if bound == "yes" and len(word) == 1)
