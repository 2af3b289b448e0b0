"""The spaCy component ``govner``: mentions as entities and spans, whole reports on the documents.

Needs the extra ``govner[spacy]``. Once that is installed, spaCy finds the component by itself::

    nlp = spacy.blank("zh")
    nlp.add_pipe("govner", config={"published": "2026-06-18"})
    doc = nlp("四川省委书记陈怀瑾6月18日出席会议。")
    [(ent.text, ent.label_, ent._.govner) for ent in doc.ents]     # ent._.govner is the typed mention
    doc._.govner.appointments                                      # doc._.govner is the whole report

A document with a day of its own is made first, and handed over as it is, to ``nlp`` or in a list to ``nlp.pipe``::

    doc = nlp.make_doc(text)
    doc._.published = "2026-06-18"
    doc = nlp(doc)

Where a mention's bounds cut a token, ``doc.ents`` has the tokens wholly inside it (none, where there are none, unless
``ents`` says otherwise) and ``doc.spans`` the tokens that it touches; the exact offsets are those of ``span._.govner``.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from govner.errors import FormatError
from govner.extractor import Extractor
from govner.lexicon.user import UserWord, read
from govner.mentions import Mention
from govner.optional import package
from govner.report import Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

KEY = "govner"
"""The key of ``doc.user_data`` and the name of the extension attributes."""
FILE = "words.jsonl"

Ents = Literal["contract", "expand", "strict", "none"]


class Component:
    """What spaCy runs over each document; its settings are the keys of the component's config.

    ``tokenizer``, ``lexicons`` and ``kinds`` are those of :class:`govner.Extractor`, lexicons as paths; ``published``
    is the day of documents that have none of their own in ``doc._.published``. ``labels`` renames labels for spaCy,
    such as ``{"person": "PERSON"}``. ``ents`` says how mentions become entities where their bounds cut a token:
    contract, expand, strict (left out), or none (no entities at all). ``overwrite`` lets them replace entities that
    are there; otherwise those stay, and mentions that touch one are spans alone. ``spans_key`` is the key of
    ``doc.spans``.

    Lexicons are read at the first document. Written to disk, the component carries their words along.
    """

    def __init__(
        self,
        *,
        tokenizer: str = "jieba",
        lexicons: Iterable[str] = (),
        kinds: Iterable[str] | None = None,
        published: str | None = None,
        labels: dict[str, str] | None = None,
        ents: Ents = "contract",
        overwrite: bool = False,
        spans_key: str = KEY,
    ) -> None:
        self._span = package("spacy.tokens", "spacy").Span
        self._tokenizer = tokenizer
        self._lexicons = tuple(lexicons)
        self._kinds = None if kinds is None else tuple(kinds)
        self._published = published
        self._labels = labels or {}
        self._ents = ents
        self._overwrite = overwrite
        self._spans_key = spans_key
        self._words: list[UserWord] | None = None
        Extractor(kinds=self._kinds).page("", published)  # wrong labels and days are refused before any document

    def __call__(self, doc: "Doc") -> "Doc":
        report = self._extractor.extract(doc.text, doc._.published or self._published)
        doc.user_data[KEY] = report.to_json()
        doc.spans[self._spans_key] = list(self._spans(doc, report, "expand"))
        if self._ents != "none":
            doc.ents = self._settled(list(doc.ents), list(self._spans(doc, report, self._ents)))
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """The words of the lexicons; the settings are in the pipeline's config."""
        return "".join(
            json.dumps({"word": w.word, "label": w.label, "attributes": dict(w.attributes)}, ensure_ascii=False) + "\n"
            for w in self._own()
        ).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "Component":  # noqa: ARG002
        """This component with the words that :meth:`to_bytes` wrote in place of its lexicons."""
        words = []
        for number, line in enumerate(data.decode().splitlines(), 1):
            try:
                found = json.loads(line)
                attributes = tuple(found["attributes"].items())
                words.append(UserWord(found["word"], found["label"], attributes, FILE, number))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise FormatError(f"{FILE}, line {number}: {line[:60]!r} is no word; save the pipeline anew") from error
        self._words = words
        self.__dict__.pop("_extractor", None)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Writes the words of the lexicons into the folder ``path``."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Component":  # noqa: ARG002
        """This component with the words that :meth:`to_disk` wrote in place of its lexicons."""
        return self.from_bytes((Path(path) / FILE).read_bytes())

    def _own(self) -> list[UserWord]:
        if self._words is None:
            self._words = [word for source in self._lexicons for word in read(source)]
        return self._words

    @cached_property
    def _extractor(self) -> Extractor:
        return Extractor(tokenizer=self._tokenizer, lexicons=[self._own()], kinds=self._kinds)

    def _spans(self, doc: "Doc", report: Report, mode: str) -> "Iterator[Span]":
        for index, mention in enumerate(report.mentions):
            span = doc.char_span(mention.start, mention.end, alignment_mode=mode)
            if span is not None and len(span):
                label = self._labels.get(mention.label, mention.label)
                yield self._span(doc, span.start, span.end, label=label, span_id=f"{KEY}:{index}")

    def _settled(self, there: "list[Span]", ours: "list[Span]") -> "list[Span]":
        """Entities that do not overlap: the first come of those that have the say."""
        settled: list[Span] = []
        taken: set[int] = set()
        for span in [*ours, *there] if self._overwrite else [*there, *ours]:
            if taken.isdisjoint(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                settled.append(span)
        return settled


def make(
    nlp: "Language",  # noqa: ARG001  (spaCy hands it over)
    name: str,  # noqa: ARG001
    *,
    tokenizer: str,
    lexicons: list[str],
    kinds: list[str] | None,
    published: str | None,
    labels: dict[str, str],
    ents: Ents,
    overwrite: bool,
    spans_key: str,
) -> Component:
    """What spaCy calls for ``nlp.add_pipe("govner", config=…)``, the config checked against these types."""
    return Component(
        tokenizer=tokenizer,
        lexicons=lexicons,
        kinds=kinds,
        published=published,
        labels=labels,
        ents=ents,
        overwrite=overwrite,
        spans_key=spans_key,
    )


@lru_cache(maxsize=16)
def _report(line: str) -> Report:
    """Read once, not once a span."""
    return Report.from_json(line)


def _of_doc(doc: "Doc") -> Report | None:
    line = doc.user_data.get(KEY)
    return _report(line) if line is not None else None


def _of_span(span: "Span") -> Mention | None:
    report = _of_doc(span.doc)
    key, _, index = span.id_.partition(":")
    return report.mentions[int(index)] if report and key == KEY and index.isdigit() else None


def _register() -> None:
    """Makes the component and the extension attributes known, as spaCy wants it of a module that it loads."""
    language: Any = package("spacy.language", "spacy").Language
    tokens: Any = package("spacy.tokens", "spacy")
    defaults: dict[str, object] = {
        "tokenizer": "jieba",
        "lexicons": [],
        "kinds": None,
        "published": None,
        "labels": {},
        "ents": "contract",
        "overwrite": False,
        "spans_key": KEY,
    }
    language.factory("govner", default_config=defaults, assigns=["doc.ents", "doc.spans"], func=make)
    tokens.Doc.set_extension("govner", getter=_of_doc, force=True)
    if not tokens.Doc.has_extension("published"):  # someone may have the day there already
        tokens.Doc.set_extension("published", default=None)
    tokens.Span.set_extension("govner", getter=_of_span, force=True)


if find_spec("spacy"):
    _register()
