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
