"""Names of every make become candidates, each by its rule."""

from pathlib import Path

import pytest

from govner import Extractor
from govner.lexicon.names import han_names, transliterations
from govner.matchers import person

CASES = (Path(__file__).parents[1] / "cases" / "person_candidates.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("case", CASES)
def test_a_name_is_a_candidate_by_its_rule(case: str, extractor: Extractor) -> None:
    text, name, rule = case.split("\t")
    page = extractor.page(text)
    found = {(text[c.start : c.end], c.rule) for c in person.candidates(page)}
    assert (name, rule) in found


@pytest.mark.parametrize("text", ["", "。", "12345", "the minister said", "推动经济高质量发展迈上新台阶"])
def test_plain_prose_chooses_nobody(text: str, extractor: Extractor) -> None:
    assert extractor.extract(text).people == ()


def test_likely_names_outweigh_words() -> None:
    names = han_names()
    assert names.given("建国") > names.given("经济")
    assert names.surnames["王"] > names.surnames["和"]
    assert transliterations().ratio("古特雷斯") > transliterations().ratio("经济建设")


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("省长何远山", "何远山", "title-before"),
        ("省长何远山", "何远山", "behind-title=-"),
        ("总书记高度重视", "高度", "behind-title=adverb"),
        ("何远山省长", "何远山", "title-after"),
        ("何远副省长", "何远", "modified-title-after"),
        ("何先生", "何先生", "takes-honorific"),
    ],
)
def test_titles_beside_a_name_are_told(text: str, name: str, said: str, extractor: Extractor) -> None:
    found = {text[c.start : c.end]: c for c in person.candidates(extractor.page(text)) if c.rule.startswith("han-name")}
    assert said in found[name].evidence


def test_no_name_takes_the_first_character_of_a_title(extractor: Extractor) -> None:
    assert not any(c.end == 3 for c in person.candidates(extractor.page("何远副省长")))


def test_a_mask_keeps_the_letter_that_tells_its_bearers_apart(extractor: Extractor) -> None:
    text = "李某甲与李某2人"
    found = {text[c.start : c.end] for c in person.candidates(extractor.page(text)) if c.rule.startswith("masked")}
    assert found >= {"李某甲", "李某", "李某2"}
    assert not any(c.end == 2 for c in person.candidates(extractor.page(text)))


def test_the_side_of_a_country_is_told(extractor: Extractor) -> None:
    found = {c.start: c for c in person.candidates(extractor.page("中方愿同孟方合作")) if c.rule == "han-name-1-1"}
    assert "side-of-a-country" in found[4].evidence
