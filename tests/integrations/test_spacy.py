"""The spaCy component gives the extractor's mentions, aligned, over processes and after a stay on disk."""

from collections.abc import Callable, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from govner import Extractor, MissingPackageError
from govner.errors import FormatError, GovnerError
from govner.integrations.spacy import Component

spacy = pytest.importorskip("spacy", reason="spaCy is not installed; pip install 'govner[spacy]'")
tokens = pytest.importorskip("spacy.tokens")

TEXT = "四川省委书记陈怀瑾6月18日出席会议。"
DAY = "2026-06-18"


def pipeline(**config: object) -> Any:
    """A blank Chinese pipeline with the component."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("govner", config=config)
    return nlp


def words(nlp: Any, *texts: str) -> Any:
    """A document of just these tokens."""
    return tokens.Doc(nlp.vocab, words=list(texts), spaces=[False] * len(texts))


def shown(spans: Sequence[Any]) -> list[tuple[str, str]]:
    """The spans as text and label."""
    return [(span.text, span.label_) for span in spans]


def test_spacy_finds_the_component_by_itself() -> None:
    found = {entry.name: entry.value for entry in entry_points(group="spacy_factories")}
    assert found["govner"] == "govner.integrations.spacy:make"


def test_documents_have_the_mentions_and_the_report(extractor: Extractor, texts: list[tuple[str, str]]) -> None:
    nlp = pipeline()
    for text, day in texts:
        doc = nlp.make_doc(text)
        doc._.published = day
        doc = nlp(doc)
        report = extractor.extract(text, day)
        assert doc._.govner == report
        assert [span._.govner for span in doc.spans["govner"]] == list(report.mentions)
        assert all(span._.govner.label == span.label_ for span in doc.ents)
        # A letter or digit of a longer token is never an entity of its own.
        whole = [m for m in report.mentions if doc.char_span(m.start, m.end) is not None]
        assert [ent._.govner for ent in doc.ents if ent.text == ent._.govner.text] == whole
        assert len(whole) > len(report.mentions) * 0.9


def test_a_day_in_the_config_serves_documents_without_one() -> None:
    doc = pipeline(published="2021-11-27")("昨天，广东省省长王伟出席会议。")
    assert doc.ents[0]._.govner.value == "2021-11-26"


@pytest.mark.parametrize(
    ("ents", "expected"),
    [
        ("contract", [("书记", "title")]),
        ("expand", [("四川省委书", "organisation"), ("记陈怀瑾出", "person")]),
        ("strict", []),
        ("none", []),
    ],
)
def test_tokens_that_a_mention_cuts(ents: str, expected: list[tuple[str, str]]) -> None:
    nlp = pipeline(ents=ents)
    cut = ["四川省委书", "记陈怀瑾出", "席会议"]
    if ents == "contract":
        cut = ["四川省委", "书记", "陈怀瑾出", "席会议"]
        expected = [("四川省委", "organisation"), *expected]
    doc = nlp(words(nlp, *cut))
    assert shown(doc.ents) == expected
    assert [span._.govner.text for span in doc.spans["govner"]] == ["四川省委", "书记", "陈怀瑾"]
    assert doc.spans["govner"][2].text.startswith(("记陈怀瑾", "陈怀瑾"))


def test_entities_that_are_there_stay_unless_told_otherwise() -> None:
    for overwrite, expected in [(False, ["四川省委书记", "陈怀瑾"]), (True, ["四川省委", "书记", "陈怀瑾"])]:
        nlp = pipeline(overwrite=overwrite)
        doc = words(nlp, "四川省委", "书记", "陈怀瑾", "出席", "会议")
        doc.ents = [tokens.Span(doc, 0, 2, label="POST")]
        doc = nlp(doc)
        assert [ent.text for ent in doc.ents] == expected
        assert doc.ents[0]._.govner is None or overwrite
        assert len(doc.spans["govner"]) == 3


def test_labels_kinds_and_key_are_settings() -> None:
    doc = pipeline(kinds=["person"], labels={"person": "PERSON"}, spans_key="names")(TEXT)
    assert shown(doc.ents) == shown(doc.spans["names"]) == [("陈怀瑾", "PERSON")]


def test_two_processes_give_the_same(texts: list[tuple[str, str]]) -> None:
    nlp = pipeline(published=DAY)
    plain = [text for text, _ in texts] * 3
    one = list(nlp.pipe(plain))
    two = list(nlp.pipe(plain, n_process=2, batch_size=2))
    assert [doc._.govner for doc in two] == [doc._.govner for doc in one]
    assert [[ent._.govner for ent in doc.ents] for doc in two] == [[ent._.govner for ent in doc.ents] for doc in one]


def test_own_words_and_settings_stay_on_disk(tmp_path: Path) -> None:
    lexicon = tmp_path / "ours.tsv"
    lexicon.write_text("word\ttype\tname\n望江专班\torganisation\t望江楼专项工作班\n", encoding="utf-8")
    nlp = pipeline(lexicons=[str(lexicon)], kinds=["organisation"], labels={"organisation": "ORG"})
    text = "望江专班在成都开会。"
    assert shown(nlp(text).ents) == [("望江专班", "ORG")]
    nlp.to_disk(tmp_path / "pipeline")
    lexicon.unlink()
    for again in (spacy.load(tmp_path / "pipeline"), pipeline(kinds=["organisation"]).from_bytes(nlp.to_bytes())):
        (ent,) = again(text).ents
        assert ent._.govner.name == "望江楼专项工作班"
    assert spacy.load(tmp_path / "pipeline").get_pipe_meta("govner").default_config["ents"] == "contract"


def test_a_document_keeps_its_report_in_bytes() -> None:
    nlp = pipeline()
    doc = nlp(TEXT)
    again = tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.govner == doc._.govner
    assert [ent._.govner.text for ent in again.ents] == [ent.text for ent in doc.ents]


@pytest.mark.parametrize(
    "config",
    [{"ents": "shrink"}, {"kinds": "person"}, {"lexicon": ["x"]}, {"overwrite": [1]}],
    ids=lambda config: next(iter(config)),
)
def test_a_wrong_config_is_refused(config: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(config))):
        pipeline(**config)


@pytest.mark.parametrize("config", [{"kinds": ["people"]}, {"published": "heute"}], ids=lambda c: next(iter(c)))
def test_a_wrong_value_is_refused_by_us(config: dict[str, object]) -> None:
    with pytest.raises(GovnerError):
        pipeline(**config)


def test_words_that_are_none_are_refused() -> None:
    with pytest.raises(FormatError, match=r"words.jsonl, line 1: '\[3\]' is no word"):
        Component().from_bytes(b"[3]")


def test_without_spacy_one_sentence_says_what_to_install(absent: Callable[[str], None]) -> None:
    absent("spacy")
    with pytest.raises(MissingPackageError, match=r"spacy is not installed; pip install 'govner\[spacy\]'"):
        Component()
