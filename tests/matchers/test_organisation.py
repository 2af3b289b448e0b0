"""Bodies of the lists and names built up to a suffix become candidates."""

from pathlib import Path

import pytest

from govner import Extractor
from govner.matchers import organisation
from govner.matchers.candidate import flat

CASES = (Path(__file__).parents[1] / "cases" / "organisation_candidates.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", CASES[1:])
def test_a_body_is_a_candidate_by_its_rule(case: str, extractor: Extractor) -> None:
    text, name, rule = case.split("\t")
    page = extractor.page(text)
    found = {(text[c.start : c.end], c.rule) for c in organisation.candidates(page)}
    assert (name, rule) in found


@pytest.mark.parametrize("text", ["", "各部门、各地区要高度重视。", "公司和学校都开门了。", "(((((((((", "东西南北"])
def test_words_for_bodies_in_general_are_not_chosen(text: str, extractor: Extractor) -> None:
    assert extractor.extract(text).organisations == ()


def test_no_name_reaches_over_a_particle(extractor: Extractor) -> None:
    text = "东海省的财政厅"
    spans = {text[c.start : c.end] for c in organisation.candidates(extractor.page(text)) if c.rule == "built"}
    assert not any("的" in span for span in spans)


@pytest.mark.parametrize(
    ("before", "name"), [("改任", "南江市审计局"), ("起诉", "岭岳新材料公司"), ("历任", "云岭县粮食局")]
)
def test_no_name_reaches_over_a_verb_that_stands_before_bodies(before: str, name: str, extractor: Extractor) -> None:
    page = extractor.page(f"周砚{before}{name}负责人")
    spans = {page.view[c.start : c.end] for c in organisation.candidates(page) if c.rule == "built"}
    assert name in spans
    assert not any(before in span for span in spans)


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("塔林主场迎战里加，比赛以平局告终。", ["塔林", "里加"]),
        ("塔林与里加签署了合作协议。", []),
        ("约旦主场逼平卡塔尔。", ["约旦", "卡塔尔"]),
        ("约旦与卡塔尔签署了合作协议。", []),
        ("广东客场不敌泰州，比赛结束。", ["广东", "泰州"]),
        ("火箭客场战胜太阳，比赛结束。", ["火箭", "太阳"]),
        ("火箭升空，太阳升起。", []),
        ("塔林的比赛很精彩。", []),
    ],
)
def test_a_town_or_nickname_may_be_a_team_in_sport(text: str, teams: list[str], extractor: Extractor) -> None:
    found = {text[c.start : c.end] for c in organisation.candidates(extractor.page(text)) if c.rule == "team"}
    assert found == set(teams)


def test_a_list_tells_full_names_from_short_ones(extractor: Extractor) -> None:
    page = extractor.page("北川省纪委和外交部")
    said = {c.evidence[1] for c in organisation.candidates(page) if c.rule == "listed-body"}
    assert any(str(evidence).split("=")[1].startswith(("full", "short")) for evidence in said)


def test_codes_are_found_in_linear_time(extractor: Extractor) -> None:
    text = "".join(f"岭岳{i}(600{i % 1000:03})涨停，" for i in range(3000))
    coded = [c for c in organisation.candidates(extractor.page(text)) if c.rule == "coded"]
    assert len(coded) >= 3000


@pytest.mark.parametrize("text", ["the minister said", "a@b.com", "https://news.cn/a", "x"])
def test_latin_prose_and_addresses_are_no_bodies(text: str, extractor: Extractor) -> None:
    rules = {c.rule for c in organisation.candidates(extractor.page(text))}
    assert "latin-body" not in rules


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("山西省曲艺团湖北省楚剧团", True),
        ("山西省曲艺团晋中分团", False),
        ("湖北省楚剧团", False),
    ],
)
def test_a_second_province_behind_the_end_of_a_name_is_told(text: str, said: bool, extractor: Extractor) -> None:
    whole = [c for c in organisation.candidates(extractor.page(text)) if (c.start, c.end) == (0, len(text))]
    assert whole
    assert any(str(seen).startswith("provinces=") for c in whole for seen in flat(c.evidence)) == said


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("云岭公司（海河）公告", "abbreviated"),  # the bracket is no short form of what is before it
        ("云山科技有限公司（中国）公告", "abbreviated"),  # a place
        ("（青阵）", "abbreviated"),
        ("海农大桥通车", "bare-body"),  # 农大 is no word here
        ("我国的智能产业、智能", "trade"),
        ("固然投资", "trade"),
        ("据《远山", "built"),
        ("学习贯彻，精神。宣讲团", "campaign"),
        ("全省协调推进，市县联合执法，省市联动", "clipped"),
        ("全国妇联", "clipped"),  # a list has it
    ],
)
def test_no_body_is_seen_where_its_rule_asks_for_more(text: str, rule: str, extractor: Extractor) -> None:
    assert rule not in {c.rule for c in organisation.candidates(extractor.page(text)) if len(text[c.start : c.end]) > 1}


@pytest.mark.parametrize(
    "unit", ["云岭民主阵线（云阵）", "同洲电缆", "《远山》编辑部", "岭东华为中国", "新纶得地智能", "云南省舞协"]
)
def test_twice_the_text_gives_no_more_than_twice_the_bodies(unit: str, extractor: Extractor) -> None:
    once, twice = (len(organisation.candidates(extractor.page((unit + "。") * n))) for n in (100, 200))
    assert twice <= 2 * once + 50


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("他对云岭市政府说", "对云岭市政府"),  # no wall is open before a place
        ("云岭、岭东、海河省政府", "云岭、岭东、海河省政府"),  # a list without a conjunction is no list of fields
        ("岭东省外事委员会、文史和学习委员会", "岭东省外事委员会、文史和学习委员会"),  # two bodies, not two fields
        ("海河贸易、工业和旅游公司", "海河贸易、工业和旅游公司"),  # and no firm bears one
    ],
)
def test_names_end_where_the_grammar_does(text: str, name: str, extractor: Extractor) -> None:
    assert name not in {text[c.start : c.end] for c in organisation.candidates(extractor.page(text))}
