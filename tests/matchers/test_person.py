"""Names of every make become candidates, each by its rule."""

from pathlib import Path

import pytest

from govner import Extractor
from govner.lexicon.names import han_names, transliterations
from govner.matchers import person
from govner.matchers.candidate import flat

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
        ("何先生", "何先生", "takes-honorific=honorific"),
        ("何远和钱磊", "何远和", "and-before-surname"),
    ],
)
def test_titles_beside_a_name_are_told(text: str, name: str, said: str, extractor: Extractor) -> None:
    found = {text[c.start : c.end]: c for c in person.candidates(extractor.page(text)) if c.rule.startswith("han-name")}
    assert said in found[name].evidence


@pytest.mark.parametrize(("text", "said"), [("钱家三代人", "clan-behind=家"), ("他姓钱", "clan-before")])
def test_words_of_a_clan_beside_a_surname_are_told(text: str, said: str, extractor: Extractor) -> None:
    [found] = [c for c in person.candidates(extractor.page(text)) if c.rule == "surname-title"]
    assert said in found.evidence


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("走进冼星海纪念馆", "冼星海", "suffix-behind=纪念馆"),
        ("秋瑾故居开放", "秋瑾", "suffix-behind=故居"),
        ("冼星海足球学院", "冼星海", "suffix-near=学院"),
        ("冼星海音乐学院", "冼星海", "suffix-behind=音乐学院"),
    ],
)
def test_a_body_or_place_called_after_somebody_is_told(text: str, name: str, said: str, extractor: Extractor) -> None:
    found = [c for c in person.candidates(extractor.page(text)) if text[c.start : c.end] == name]
    assert found
    assert all(said in c.evidence for c in found if c.rule in {"known-name", "han-name-1-2", "han-name-1-1"})


@pytest.mark.parametrize(("text", "said"), [("昨天岳飞扬说", True), ("昨天岳飞，扬帆", False)])
def test_a_known_name_is_told_of_a_longer_one(text: str, said: bool, extractor: Extractor) -> None:
    [found] = [c for c in person.candidates(extractor.page(text)) if c.rule == "known-name"]
    assert ("begins-longer" in found.evidence) == said


def test_no_suffix_is_told_of_a_name_among_other_words(extractor: Extractor) -> None:
    found = person.candidates(extractor.page("秋瑾走了，学院放假"))
    assert not any(str(said).startswith("suffix-") for c in found for said in c.evidence)


def test_no_surname_before_a_clan_ends_a_word(extractor: Extractor) -> None:
    assert not any(c.rule == "surname-title" for c in person.candidates(extractor.page("学会移植家中的花")))


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


@pytest.mark.parametrize("text", ["高某望风，许多人围观", "全体同志要牢记", "何建设主持会议，会议要求加快建设"])
def test_no_ordinary_word_is_part_of_a_name_that_stood_before(text: str, extractor: Extractor) -> None:
    parts = {"surname-again", "given-again", "given-honoured"}
    assert not any(c.rule in parts for c in person.candidates(extractor.page(text)))


@pytest.mark.parametrize(
    ("text", "said"),
    [("**提升理财能力**", "stars=1:opens:ends"), ("李**到案", "stars=0:inside:goes-on")],
)
def test_stars_that_set_words_in_bold_are_told_from_masks(text: str, said: str, extractor: Extractor) -> None:
    found = [c for c in person.candidates(extractor.page(text)) if c.rule == "masked-name"]
    assert any(said in c.evidence for c in found)


def test_a_part_of_a_dotted_name_is_told(extractor: Extractor) -> None:
    found = [c for c in person.candidates(extractor.page("安东尼奥·古特雷斯到访。古特雷斯说")) if c.start == 12]
    assert any("part-of-dotted-name" in c.evidence for c in found)


@pytest.mark.parametrize("text", ["他姓何?谁知道", "二十世纪的法国", "路易十分高兴"])
def test_no_number_or_question_is_part_of_a_name(text: str, extractor: Extractor) -> None:
    assert not any(c.rule in {"numbered-name", "masked-name"} for c in person.candidates(extractor.page(text)))


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("大会希望蓬达利到会", "希望蓬达利", "begins-with=verb"),
        ("编导勒维·杜梅这样说", "勒维·杜梅这样", "ends-with=pronoun"),
        ("议长川沙·立律说", "川沙·立律说", "last-word=1:verb"),
    ],
)
def test_words_at_the_ends_of_foreign_names_are_told(text: str, name: str, said: str, extractor: Extractor) -> None:
    found = [c for c in person.candidates(extractor.page(text)) if text[c.start : c.end] == name]
    assert any(said in flat(c.evidence) for c in found)


@pytest.mark.parametrize("piece", ["川·", "岳飞扬", "何晓岚", "何某海", "伊丽莎白二世", "钱?志", "晓岚同志", "能力**"])
def test_many_repetitions_are_no_burden(piece: str, extractor: Extractor) -> None:
    assert len(person.candidates(extractor.page(piece * 2000))) <= 40 * 2000
