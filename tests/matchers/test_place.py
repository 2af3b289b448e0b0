"""Names of the lists, names built up to a suffix and places of one character become candidates."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner import Extractor
from govner.lexicon.gazetteer import abbreviations, readings
from govner.lexicon.tables import table
from govner.matchers import place

CASES = (Path(__file__).parents[1] / "cases" / "place_candidates.tsv").read_text(encoding="utf-8").splitlines()
PIECES = [
    "中",
    "俄",
    "、",
    "来",
    "华",
    "南京",
    "市",
    "民",
    "路",
    "的",
    "广场",
    "斯",
    "特",
    "省",
    "3",
    " ",
    "\n",
    "朝阳",
    "区",
]


@pytest.mark.parametrize("case", CASES[1:])
def test_a_place_is_a_candidate_by_its_rule(case: str, extractor: Extractor) -> None:
    text, name, rule = case.split("\t")
    found = {(text[c.start : c.end], c.rule) for c in place.candidates(extractor.page(text))}
    assert (name, rule) in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("黑龙江省的粮食", "龙江"),
        ("农村和城市", "农村"),
        ("记者报道", "报道"),
        ("其中一项", "中"),
        ("以人民为中心", "以"),
        ("8月15日的会议", "日"),
        ("参观云山会展中心", "参观云山会展中心"),
        ("来自河沿村", "来自河沿村"),
        ("中国的发展", "中"),
        ("走中国特色道路", "中国"),
        ("中国式现代化", "中国"),
        ("中方表示赞赏", "中"),
        ("南京市的学校", "南京"),
        ("走访贫民区的居民", "贫民区"),
        ("自颁布之日起施行", "之日起"),
        ("从重庆西部开往沿海", "重庆西"),
        ("列车经过重庆西部", "重庆西"),
        ("多国外长出席", "多国"),
    ],
)
def test_what_is_no_place_is_no_candidate(text: str, name: str, extractor: Extractor) -> None:
    assert name not in {text[c.start : c.end] for c in place.candidates(extractor.page(text))}


@pytest.mark.parametrize(
    ("text", "name", "evidence"),
    [
        ("广东省广州市", "广州市", "parent-before"),
        ("广东省广州市", "广东省", "child-after"),
        ("双方愿在公安领域合作", "公安", "ordinary-word"),
        ("在华人社区", "华", "within=华人"),
        ("广州市举行会议。广州的企业参加", "广州", "full-form-in-report"),
        ("他应邀访华", "华", "on=访"),
        ("美政府宣布", "美", "head=政府"),
        ("襄樊市的旧事", "襄樊市", "no-longer-valid"),
        ("华北平原降雨", "华北平原", "tail=平原"),
        ("打通山口的道路", "山口", "within=山口"),
        ("选手戴维斯获胜", "戴维斯", "class=foreign-name"),
        ("华北平原降雨", "华北", "longer-tail=平原"),
        ("列车从重庆西开往广州", "重庆西", "from=从"),
    ],
)
def test_evidence_says_what_is_known(text: str, name: str, evidence: str, extractor: Extractor) -> None:
    found = [c for c in place.candidates(extractor.page(text)) if text[c.start : c.end] == name]
    assert any(evidence in candidate.evidence for candidate in found)


@given(text=st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
def test_any_text_gives_one_candidate_a_span(text: str, extractor: Extractor) -> None:
    found = place.candidates(extractor.page(text))
    spans = [(candidate.start, candidate.end) for candidate in found]
    assert len(spans) == len(set(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize("piece", ["中俄", "村", "斯", "在京", "南京市", "的中国"])
def test_many_repetitions_are_no_burden(piece: str, extractor: Extractor) -> None:
    found = place.candidates(extractor.page(piece * 3000))
    assert len(found) <= 12 * 3000


def test_every_division_in_use_is_known_by_its_full_name() -> None:
    known = readings()
    for word, code, _, _, form, _, _, last in table("places/divisions").rows:
        if form == "full" and not last:
            assert any(reading.code == code for reading in known[word])


def test_every_province_has_an_abbreviation() -> None:
    provinces = {row[1] for row in table("places/divisions").rows if row[3] == "province" and not row[7]}
    short = {reading.code for found in abbreviations().values() for reading in found if reading.kind == "province"}
    assert provinces == short - {""}


def test_laughter_is_no_place(extractor: Extractor) -> None:
    text = "赴哈哈哈。赴哈交流。"
    spots = [c.start for c in place.candidates(extractor.page(text)) if c.rule == "abbreviation"]
    assert all(spot > 4 for spot in spots)


def test_a_character_whose_place_the_report_names_needs_no_word_bound(extractor: Extractor) -> None:
    text = "格鲁吉亚总理访问北京，建立中格战略伙伴关系。"
    spots = {text[c.start] for c in place.candidates(extractor.page(text)) if c.rule == "abbreviation"}
    assert {"中", "格"} <= spots
