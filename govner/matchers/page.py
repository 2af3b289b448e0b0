"""The page that every matcher reads: the text with all that the rooms before have found in it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from govner.lexicon.scan import Hits
from govner.text.tokens import Bounds


@dataclass(frozen=True, slots=True)
class Page:
    """One report, prepared. ``view`` has the same length as ``text``: every offset serves both."""

    text: str
    view: str
    sentences: tuple[tuple[int, int], ...]
    bounds: Bounds
    hits: Hits
    published: datetime.date | None = None
    classes: Sequence[str] = ()
