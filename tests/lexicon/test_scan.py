"""The scan finds what a search word by word would find."""

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.errors import LexiconError
from govner.lexicon import automaton
from govner.lexicon.scan import Hit, Scanner, vocabulary

FEW = st.sampled_from("北川省长\0𠀀a")
WORDS = st.lists(st.tuples(st.text(FEW, min_size=1, max_size=4), st.sampled_from("xy"), st.tuples(st.text(max_size=1))))


def naive(entries: list[tuple[str, str, tuple[str, ...]]], text: str) -> dict[str, list[Hit]]:
    hits: dict[str, list[Hit]] = {}
    for end in range(1, len(text) + 1):
        for start in range(end):
            for word, kind, entry in entries:
                if text[start:end] == word:
                    hits.setdefault(kind, []).append((start, end, entry))
    return hits


@given(WORDS, st.text(FEW))
def test_finds_what_a_naive_search_finds(entries: list[tuple[str, str, tuple[str, ...]]], text: str) -> None:
    assert Scanner(vocabulary(entries)).scan(text) == naive(entries, text)


@given(WORDS, st.text(FEW))
def test_finds_the_same_by_either_engine_and_by_what_was_stored(
    entries: list[tuple[str, str, tuple[str, ...]]], text: str
) -> None:
    words = vocabulary(entries)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(automaton, "STORABLE", False)
        other = Scanner(words)
        assert words.ready() == words
    assert other.scan(text) == Scanner(words).scan(text) == Scanner(words.ready()).scan(text)


@given(WORDS, st.text(st.characters(codec="utf-8")))
def test_takes_any_view(entries: list[tuple[str, str, tuple[str, ...]]], text: str) -> None:
    assert Scanner(vocabulary(entries)).scan(text) == naive(entries, text)


def test_words_of_several_kinds_and_entries() -> None:
    entries = [("北川", "place", ("a",)), ("北川", "place", ("b",)), ("北川", "person", ("c",))]
    assert Scanner(vocabulary(entries)).scan("北川") == {
        "place": [(0, 2, ("a",)), (0, 2, ("b",))],
        "person": [(0, 2, ("c",))],
    }


def test_refuses_an_empty_word() -> None:
    with pytest.raises(LexiconError, match="an empty word of the kind place"):
        Scanner(vocabulary([("", "place", ("x",))]))


def test_scans_in_time_in_proportion_to_the_text() -> None:
    scanner = Scanner(vocabulary([("北" * length, "x", ()) for length in range(1, 6)]))
    text = "北" * 20_000
    assert len(scanner.scan(text)["x"]) == 99_990
    once = min(timeit.repeat(lambda: scanner.scan(text), number=1, repeat=3))
    assert min(timeit.repeat(lambda: scanner.scan(text * 8), number=1, repeat=3)) < 24 * once
