"""Full extraction beside jieba, and the rooms that it goes through."""

import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from types import ModuleType

from clock import in_turn

from govner import Extractor, evidence
from govner.choose import choose
from govner.extractor import MATCHERS
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.text.normalise import view
from govner.text.sentences import sentences
from govner.text.tokenizers import JiebaTokenizer


def rows(texts: Sequence[str], turns: int) -> Iterator[tuple[str, ...]]:
    """Million characters a second, and the ratio to jieba.cut in the same run (one process, one core)."""
    extractor, (jieba, posseg) = Extractor(), _jieba()
    for text in texts[:20]:  # lists are read, caches filled
        extractor.extract(text)
    works: dict[str, Callable[[], object]] = {
        "jieba.cut": lambda: [list(jieba.cut(text)) for text in texts],
        "jieba.posseg.cut": lambda: [list(posseg.cut(text)) for text in texts],
        "govner.extract": lambda: [extractor.extract(text) for text in texts],
        **_rooms(extractor, texts),
    }
    characters, taken = sum(map(len, texts)), in_turn(works, turns)
    for name, seconds in taken.items():
        yield name, f"{characters / seconds / 1e6:.3f}", f"{taken['jieba.cut'] / seconds:.2f} x"


def _jieba() -> tuple[ModuleType, ModuleType]:
    with warnings.catch_warnings():  # of its own old habits
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415
        from jieba import posseg  # noqa: PLC0415
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    list(posseg.cut("热身"))
    return jieba, posseg


def _rooms(extractor: Extractor, texts: Sequence[str]) -> dict[str, Callable[[], object]]:
    """What each room does with what the rooms before it made."""
    pages = [extractor.page(text) for text in texts]
    candidates = [extractor.candidates(page) for page in pages]
    weighed = [extractor.weighed(page) for page in pages]
    chosen = [choose(found, page.view, evidence.links()) for page, found in zip(pages, weighed, strict=True)]
    cut, scan = JiebaTokenizer().cut, extractor._scanner.scan
    rooms: dict[str, Callable[[], object]] = {
        "  normalise": lambda: [view(text) for text in texts],
        "  sentences": lambda: [sentences(page.view) for page in pages],
        "  words (rjieba)": lambda: [cut(page.view) for page in pages],
        "  scan": lambda: [scan(page.view) for page in pages],
    }
    for matcher in MATCHERS:
        rooms[f"  match {matcher.__name__.rpartition('.')[2]}"] = _each(matcher.candidates, pages)
    return rooms | {
        "  weigh": lambda: [
            evidence.weigh(page, found, evidence.weights()) for page, found in zip(pages, candidates, strict=True)
        ],
        "  choose": lambda: [
            choose(found, page.view, evidence.links()) for page, found in zip(pages, weighed, strict=True)
        ],
        "  resolve": lambda: [extractor._resolve(page, found) for page, found in zip(pages, chosen, strict=True)],
    }


def _each(work: Callable[[Page], list[Candidate]], pages: Sequence[Page]) -> Callable[[], object]:
    return lambda: [work(page) for page in pages]
