"""The extractor: the rooms in their order, from a text to a report."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from govner import evidence
from govner.choose import choose
from govner.errors import DateError, InputError
from govner.explanation import Explanation, explain
from govner.garbage import uncollected
from govner.lexicon.compact import made
from govner.lexicon.scan import Entry, Hits, Scanner, Vocabulary, vocabulary
from govner.lexicon.user import Source, UserWord, read
from govner.lexicon.words import classes, parted
from govner.matchers import date, figure, organisation, person, place, title, user
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import LABELS, Appointment, Mention
from govner.pipe import pipe
from govner.report import Report
from govner.resolve import bodies, dates, figures, people, places, titles
from govner.resolve.appointments import appointments
from govner.text import tokens
from govner.text.normalise import view
from govner.text.sentences import sentences

MATCHERS = (person, title, organisation, place, date, figure, user)
LISTS = (person, title, organisation, place)

Published = datetime.date | str | None
"""The day a report appeared: a date, its ISO 8601 form, or None where it is not known."""

OnError = Literal["raise", "skip"] | Callable[[int, Exception], Report | None]
"""What becomes of a text of a pipe that cannot be read; see :meth:`Extractor.pipe`."""


class Extractor:
    """Reads reports; immutable once made, safe to share between threads and to pickle to a worker.

    ``tokenizer`` is a name (``"jieba"``, ``"pkuseg:FOLDER"``), an object with ``cut``, or a function of a text;
    ``lexicons`` are files or lists of the user's own words, which win over ours; ``kinds`` are the labels to
    report, all when None.

    Raises LexiconError, TokenizerError or InputError where one of them cannot be used.
    """

    __slots__ = ("_kinds", "_scanner", "_tokenizer", "_words")
    _kinds: frozenset[str] | None
    _scanner: Scanner
    _tokenizer: tokens.Tokenizer
    _words: tuple[UserWord, ...]

    def __init__(
        self,
        tokenizer: object = "jieba",
        lexicons: Iterable[Source] = (),
        kinds: Collection[str] | None = None,
    ) -> None:
        unknown = set(kinds or ()) - set(LABELS)
        if unknown:
            raise InputError(f"kinds {sorted(unknown)!r} are unknown; choose from {', '.join(LABELS)}")
        words = tuple(word for source in lexicons for word in read(source))
        self._set(tokens.tokenizer(tokenizer), words, None if kinds is None else frozenset(kinds))

    def _set(self, tokenizer: tokens.Tokenizer, words: tuple[UserWord, ...], kinds: frozenset[str] | None) -> None:
        scanner = Scanner(_ours().with_(_own(words))) if words else _scanner()
        for name, value in zip(Extractor.__slots__, (kinds, scanner, tokenizer, words), strict=True):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an Extractor cannot be changed; make another one with the {name.strip('_')} you want")

    def __getstate__(self) -> tuple[tokens.Tokenizer, tuple[UserWord, ...], frozenset[str] | None]:
        return self._tokenizer, self._words, self._kinds

    def __setstate__(self, state: tuple[tokens.Tokenizer, tuple[UserWord, ...], frozenset[str] | None]) -> None:
        self._set(*state)

    def extract(self, text: str, published: Published = None) -> Report:
        """The report that ``text`` is, with all that it names; dates are resolved against ``published``.

        Raises InputError when ``text`` is no str and DateError when ``published`` is no day.
        """
        with uncollected():
            page = self.page(text, published)
            return self._resolve(page, self._chosen(page))

    def pipe(
        self,
        texts: Iterable[str | tuple[str, Published]],
        workers: int = 1,
        *,
        on_error: OnError = "raise",
        progress: Callable[[int], None] | None = None,
    ) -> Iterator[Report]:
        """The reports of many texts (or pairs of text and published), in order, lazily, in bounded memory.

        ``workers`` above 1 are processes, started as :mod:`multiprocessing` is set to start them; they end when the
        iterator is used up, closed or collected. Texts are read some way ahead for them.

        ``on_error`` says what becomes of a text that cannot be read: not a str, an exception of a tokenizer, a worker
        that dies of it twice. ``"raise"`` raises it after the reports before it; ``"skip"`` leaves the text out with a
        warning to the log ``govner.pipe``; a function is called with the index of the text, counted from 0, and the
        exception, and what it returns takes the text's place: a Report, or None for nothing. An exception that
        ``texts`` itself raises is the end in any case.

        ``progress`` is called in this process with the number of texts done so far, after each.

        Raises InputError where an argument is wrong and WorkerError where no worker can start.
        """
        if type(workers) is not int or workers < 1:
            raise InputError(f"workers is {workers!r}; give the number of processes, 1 or more")
        if not callable(on_error) and on_error not in {"raise", "skip"}:
            raise InputError(f'on_error is {on_error!r}; give "raise", "skip" or a function of index and exception')
        return pipe(self._read, texts, _asked, workers, on_error=on_error, progress=progress)

    def tokenize(self, text: str) -> list[tokens.Token]:
        """The words of ``text`` with their offsets, as the tokenizer and the user's words bound them."""
        page = self.page(text)
        bounds = self._bounds(tokens.Bounds.of(self._tokenizer.cut(page.view)), page.hits)
        return [token._replace(text=text[token.start : token.end]) for token in tokens.tokens(bounds)]

    def explain(self, text: str, published: Published = None) -> Explanation:
        """The candidates that were considered, their evidence with its weights, and which of them won."""
        page = self.page(text, published)
        weighed = self.weighed(page)
        return explain(page, weighed, choose(weighed, page.view, evidence.links()), evidence.weights())

    def page(self, text: str, published: Published = None) -> Page:
        """The text prepared for the matchers: normalised, bounded, scanned."""
        _check(text)
        seen = view(text)
        hits = self._scanner.scan(seen)
        words = self._tokenizer.cut(seen)
        bounds = self._bounds(tokens.Bounds.of(words, parted(words)), hits)
        return Page(text, seen, sentences(seen), bounds, hits, _day(published), classes(bounds.words))

    def _bounds(self, bounds: tokens.Bounds, hits: Hits) -> tokens.Bounds:
        """The bounds with the user's words made whole."""
        if self._words:
            return tokens.joined(bounds, [hit[:2] for hit in hits.get("user-bound", ())])
        return bounds

    def candidates(self, page: Page) -> list[Candidate]:
        """What every matcher yields for a page, not yet weighed."""
        return evidence.compared([candidate for matcher in MATCHERS for candidate in matcher.candidates(page)])

    def weighed(self, page: Page) -> list[Candidate]:
        """The candidates of a page with their scores."""
        return evidence.weigh(page, self.candidates(page), evidence.weights())

    def _chosen(self, page: Page) -> list[Candidate]:
        candidates = self.candidates(page)
        scores = evidence.scores(page, candidates, evidence.weights())
        return choose(candidates, page.view, evidence.links(), scores)

    def _resolve(self, page: Page, chosen: list[Candidate]) -> Report:
        by_label: dict[str, list[Candidate]] = {label: [] for label in LABELS}
        for candidate in chosen:
            by_label[candidate.label].append(candidate)
        found_dates, anchor = dates.resolve(page, by_label["date"])
        mentions: list[Mention] = [
            *people.resolve(page, by_label["person"]),
            *titles.resolve(page, by_label["title"]),
            *bodies.resolve(page, by_label["organisation"], by_label["place"]),
            *places.resolve(page, by_label["place"]),
            *figures.resolve(page, by_label["figure"]),
            *found_dates,
        ]
        mentions.sort(key=lambda mention: mention.start)
        offices = appointments(page, mentions)
        if self._kinds is not None:
            mentions = [mention for mention in mentions if mention.label in self._kinds]
            offices = (
                [_of_kinds(office, self._kinds) for office in offices] if {"person", "title"} <= self._kinds else []
            )
        return Report(page.text, anchor, tuple(mentions), tuple(offices))

    def _read(self, asked: tuple[str, datetime.date | None]) -> Report:
        return self.extract(*asked)


def _own(words: Iterable[UserWord]) -> Iterator[Entry]:
    for word in words:
        seen = view(word.word)
        yield seen, "user-bound", (seen,)
        if word.label is not None:
            yield seen, "user-word", (seen, word.label, *(cell for pair in word.attributes for cell in pair))


def _ours() -> Vocabulary:
    with uncollected():
        kinds, meanings, automaton = made("words", lambda: listed()[:])
        return Vocabulary(kinds, meanings, automaton)


def listed() -> Vocabulary:
    """The words that the matchers look for, from their lists."""
    return vocabulary(entry for matcher in LISTS for entry in matcher.entries())


def _of_kinds(office: Appointment, kinds: Collection[str]) -> Appointment:
    """The appointment without the parts that the report does not hold."""
    return replace(
        office,
        organisation=office.organisation if "organisation" in kinds else None,
        place=office.place if "place" in kinds else None,
        since=office.since if "date" in kinds else None,
    )


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    return Scanner(_ours())


def _check(text: object) -> None:
    if not isinstance(text, str):
        raise InputError(f"a report is a str, not {type(text).__name__}; decode bytes first")


def _asked(item: str | tuple[str, Published]) -> tuple[str, datetime.date | None]:
    """An item of a pipe as plain values, whatever class of str it is."""
    if isinstance(item, tuple) and len(item) != 2:
        raise InputError(f"a tuple of {len(item)} is no pair of text and published")
    text, published = item if isinstance(item, tuple) else (item, None)
    _check(text)
    return (text if type(text) is str else "".join(text)), _day(published)


def _day(published: Published) -> datetime.date | None:
    if isinstance(published, datetime.datetime):
        return published.date()
    if published is None or isinstance(published, datetime.date):
        return published
    try:
        return datetime.date.fromisoformat(published)
    except (TypeError, ValueError):
        raise DateError(f"published is {published!r}; give a datetime.date or a day like '2021-11-27'") from None


@lru_cache(maxsize=1)
def _default() -> Extractor:
    return Extractor()


def extract(text: str, published: Published = None) -> Report:
    """The report that ``text`` is, read by the default extractor."""
    return _default().extract(text, published)
