"""The view: one form for each character, of the text's own length."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.text.normalise import view

CASES = (Path(__file__).parents[1] / "cases" / "normalise.tsv").read_text(encoding="utf-8").splitlines()[1:]
ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("乾於昇吒廣東龍：　\u200b\ud800「』⼈豈"))


@pytest.mark.parametrize("case", CASES)
def test_view_of_case(case: str) -> None:
    text, expected, _ = case.split("\t")
    assert view(text) == expected


@pytest.mark.parametrize("kept", "、。“”‘’《》〈〉【】〔〕—–…·○〇℃①Ⅱ\t\n\0\ue000\U0010ffff")
def test_keeps(kept: str) -> None:
    assert view(kept) == kept


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        *[(space, " ") for space in "\u00a0\u2003\u2009\u202f\u3000\u200b\u200d\u2060\ufeff\u00ad\u202e\ufe0f"],
        *[(end, "\n") for end in ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")],
        ("\r\n", "\n\n"),
        *[(lone, "\ufffd") for lone in ("\ud800", "\udbff", "\udc00", "\udfff")],
    ],
)
def test_replaces(odd: str, plain: str) -> None:
    assert view(odd) == plain


def test_every_character_has_a_view_of_its_own_length_that_stays() -> None:
    # The second text is one where the characters that simplified text shares are taken for traditional.
    for before in ("", "廣東"):
        for code in range(0x110000):
            seen = view(before + chr(code))
            assert len(seen) == len(before) + 1
            assert view(seen) == seen


@given(ANY)
def test_any_text_keeps_its_length_and_stays_and_can_be_encoded(text: str) -> None:
    seen = view(text)
    assert len(seen) == len(text)
    assert view(seen) == seen
    seen.encode("utf-8")


def test_changes_nothing_in_plain_simplified_text() -> None:
    text = "3月5日,北川省省长林一鸣(代)在“数字北川”建设峰会上致辞。\n"
    assert view(text) == text
