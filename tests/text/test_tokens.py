"""Tokens and their bounds, however the words were cut."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from govner.text.tokens import Bounds, Token, joined, tokens


def test_tokens_have_offsets() -> None:
    assert tokens(Bounds.of(["北川", "省", "长"])) == [Token("北川", 0, 2), Token("省", 2, 3), Token("长", 3, 4)]
    assert tokens(Bounds.of([])) == []


def test_spans_become_words() -> None:
    bounds = Bounds.of(["一网", "统", "管理"])
    assert joined(bounds, []).words == ["一网", "统", "管理"]
    assert joined(bounds, [(1, 2)]).words == ["一", "网", "统", "管理"]
    assert joined(bounds, [(1, 4), (3, 5), (0, 2)]).words == ["一网", "统", "管理"], "the first of those that overlap"
    assert joined(bounds, [(0, 2), (0, 4)]).words == ["一网统管", "理"], "of those the longest"


def test_bounds_between_the_parts_of_a_word_are_known() -> None:
    bounds = Bounds.of(["北川市委", "书记"], ["北川", "市委", "书记"])
    assert bounds.words == ["北川", "市委", "书记"]
    assert bounds.joints == {2}
    assert joined(bounds, [(0, 4)]).joints == set(), "a user's word is whole"
    assert joined(bounds, [(4, 6)]).joints == {2}


@given(st.lists(st.text(min_size=1)), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_joined_bounds_hold_the_same_text(words: list[str], spans: list[tuple[int, int]]) -> None:
    before = Bounds.of(words)
    length = before.starts[-1]
    after = joined(before, [(start, min(end, length)) for start, end in spans])
    assert "".join(after.words) == "".join(words)
    assert [end - start for start, end in pairwise(after.starts)] == list(map(len, after.words))
    assert after.at == {start: i for i, start in enumerate(after.starts)}
