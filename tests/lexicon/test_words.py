"""Words have classes, and long ones that no list has are parted into words that have some."""

import pytest

from govner.lexicon.words import classes, clusters, parted


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("北京市委", ["北京", "市委"]),
        ("国际信托投资公司", ["国际", "信托", "投资公司"]),
        ("经贸合作", ["经贸", "合作"]),
        ("中国", ["中国"]),
        ("魑魅魍魉魑魅", ["魑魅魍魉魑魅"]),
        ("第八十七", ["第八十七"]),
    ],
)
def test_a_long_word_is_parted_into_the_fewest_that_are_known(word: str, parts: list[str]) -> None:
    assert list(parted([word])) == parts


def test_parting_loses_nothing() -> None:
    words = ["中共", "东海省委员会", "", "ABCDEFG", "  ", "副理事长单位"]
    assert "".join(parted(words)) == "".join(words)


def test_unknown_words_are_classed_by_their_shape() -> None:
    assert classes(["12", " ", "Abc", "魑魅魍", "。"]) == ["number", "space", "latin", "unknown3", "punctuation"]


def test_the_number_of_an_item_is_a_mark_between_items() -> None:
    assert classes(["①", "⑴", "❶", "㈠"]) == ["punctuation"] * 4


def test_a_deputy_is_of_the_class_of_the_office() -> None:
    assert classes(["副", "省长"]) == ["title", "title"]
    assert classes(["副", "食品"])[0] != "title"
    assert classes(["副"]) != ["title"]


def test_words_of_like_use_are_of_one_cluster() -> None:
    of = clusters()
    assert of["湖北"] == of["湖南"]
    assert of["湖北"] != of["表示"]
    assert all(of[cluster] == cluster for cluster in of.values())
