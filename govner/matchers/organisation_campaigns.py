"""Bodies called after what is studied: 学习贯彻党的某大精神中央宣讲团, whose particle would end any other name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """The study, what is studied in at most thirty code points, and the sort of body."""
    return re.compile(
        r"学习(?:宣传)?贯彻(?P<studied>\w{2,30}?(?:精神|思想|教育|活动))(?P<of>\w{0,8}?)"
        r"(?P<sort>宣讲团|指导组|督导组|巡回指导组|巡回督导组|领导小组办公室|领导小组)"
    )


def campaigns(page: Page) -> Iterator[Candidate]:
    """Each name of that form."""
    for found in _named().finditer(page.view):
        evidence = (f"campaign={found['sort']}", f"campaign-of={found['of']}")
        yield Candidate(found.start(), found.end(), "organisation", "campaign", evidence)
