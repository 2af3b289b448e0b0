"""The score is the sum of what is observed, and what stands elsewhere counts."""

from pathlib import Path

import pytest

from govner import Extractor, evidence
from govner.lexicon.words import clusters
from govner.matchers.candidate import Candidate
from govner.observer import Observer

REPORTS = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "examples" / "reports").glob("*.txt"))[:5]
]
TEXT = "海东省省长李明远会见来宾。李明远表示，海东省财政厅将支持三江大学建设。赵国、李明远出席。"


@pytest.mark.parametrize("text", [TEXT, *REPORTS])
def test_the_fast_sum_is_the_sum_of_the_observations(extractor: Extractor, text: str) -> None:
    page = extractor.page(text)
    candidates = extractor.candidates(page)
    weights = evidence.weights()
    observer = Observer(page)
    weighed = evidence.weigh(page, candidates, weights)
    sums = [sum(weights[c.label].get(name, 0.0) for name in observer.observe(c)) for c in candidates]
    alone = [total + evidence.COARSE - evidence.COARSE for total in sums]  # support turns on halves: -5 and no less
    support = evidence.elsewhere(page.view, candidates, alone)
    for i, (c, score) in enumerate(zip(weighed, alone, strict=True)):
        assert c.score == pytest.approx(score + weights[c.label].get(support.get(i, ""), 0.0))


def test_a_name_seen_well_elsewhere_is_supported() -> None:
    first = Candidate(0, 2, "person", "rule")
    again = Candidate(3, 5, "person", "rule")
    other = Candidate(6, 8, "person", "rule")
    view = "李明，李明，王海"
    assert evidence.elsewhere(view, [first, again, other], [6.0, -1.0, 1.0]) == {0: "elsewhere=0", 1: "elsewhere=3"}


def test_every_weight_is_a_number_with_its_count() -> None:
    for label, weights in evidence.weights().items():
        assert weights, label
        assert all(isinstance(weight, float) for weight in weights.values())


def test_words_of_like_use_weigh_beside_and_as_a_candidate(extractor: Extractor) -> None:
    page = extractor.page("浙江表示支持")
    place = next(c for c in extractor.candidates(page) if c.label == "place" and c.start == 0)
    seen = Observer(page).observe(place)
    assert f"like={clusters()['浙江']}" in seen
    assert f"after-like={clusters()['表示']}" in seen
