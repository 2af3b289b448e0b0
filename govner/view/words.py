"""What the page says itself, in Chinese and English; the page holds both, and its language switch shows one."""

from functools import cache
from importlib.resources import files
from typing import Literal

from govner.lexicon.tables import parse
from govner.view.markup import Markup, element

Language = Literal["zh", "en"]

FOLDER = files("govner.view").joinpath("page")


@cache
def _words() -> dict[str, tuple[str, str]]:
    table = parse("view/page/words", FOLDER.joinpath("words.tsv").read_text(encoding="utf-8"))
    return {key: (chinese, english) for key, chinese, english in table.rows}


def both(key: str) -> Markup:
    """The word in both languages; a key without one (a kind of the user's own) stands as it is.

    >>> both("person")
    '<span class="zh" lang="zh">人物</span><span class="en" lang="en">person</span>'
    """
    if key not in _words():
        return element("span", key)
    chinese, english = _words()[key]
    return Markup(element("span", chinese, class_="zh", lang="zh") + element("span", english, class_="en", lang="en"))


def one(key: str, language: Language) -> str:
    """The word in one language; a key without one stands as it is."""
    return _words().get(key, (key, key))[language == "en"]


def notes(*keys: str | None) -> Markup:
    """The words of several keys with a dot between them; None is passed over."""
    return Markup(" · ".join(both(key) for key in keys if key))
