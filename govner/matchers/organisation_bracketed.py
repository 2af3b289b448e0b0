"""Bodies with a second name in brackets behind them: 中央党校|(国家行政学院), 香港中文大学|(深圳)."""

from collections.abc import Container, Iterator, Sequence

from govner.matchers.candidate import Candidate
from govner.matchers.page import Page

MOST_CHARACTERS = 16
"""How far a bracket reaches, in code points."""


def bracketed(page: Page, named: Sequence[Candidate], ends: Container[int]) -> Iterator[Candidate]:
    """Each name, and once more with the bracket behind it; ``ends`` are where suffixes and bodies of the lists end.

    A body that the bracket holds brings its own evidence along, or the two names apart would always weigh more.
    """
    view = page.view
    if "(" not in view:
        yield from named
        return
    whole = {(start, end): evidence for start, end, _, _, evidence, _, _ in named}
    places = {start for start, _, _ in page.hits.get("place-name", ())}
    for candidate in named:
        start, end, label, rule, evidence, detail, _ = candidate
        closing = _closing(view, end) if view.startswith("(", end) else None
        if closing is None:
            yield candidate
            continue
        second = whole.get((end + 1, closing - 1), ())
        what = _what(view[end + 1 : closing - 1], body=bool(second) or closing - 1 in ends, place=end + 1 in places)
        yield Candidate(start, end, label, rule, (*evidence, f"bracket={what}"), detail)
        yield Candidate(start, closing, label, f"{rule}-bracket", (*evidence, f"held={what}", second), detail)


def _closing(view: str, opening: int) -> int | None:
    """Behind the end of a bracket that holds nothing but letters."""
    closing = view.find(")", opening + 2, opening + MOST_CHARACTERS)
    return closing + 1 if closing > 0 and view[opening + 1 : closing].isalpha() else None


def _what(inner: str, *, body: bool, place: bool) -> str:
    if inner.isascii():
        return "latin"
    return "body" if body else "place" if place else "other"
