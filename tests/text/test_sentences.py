"""Sentence bounds: the cases draw the expected split with bars, ⏎ is a line feed."""

import time
import timeit
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.text.normalise import view
from govner.text.sentences import sentences

CASES = (Path(__file__).parents[1] / "cases" / "sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(view(text))]


@pytest.mark.parametrize("case", CASES)
def test_splits_where_the_bars_are(case: str) -> None:
    expected = case.partition("\t")[0].replace("⏎", "\n").split("|")
    assert split("".join(expected)) == expected


@given(st.text(st.sampled_from("。!?;…\"'”)《》\n a国/&lt;") | st.characters()))
def test_tiles_any_text(text: str) -> None:
    bounds = sentences(view(text))
    assert [start for start, _ in bounds] == [0, *(end for _, end in bounds)][: len(bounds)]
    assert all(start < end for start, end in bounds)
    assert (bounds[-1][1] if bounds else 0) == len(text)


def cost(work: Callable[[], object]) -> float:
    """The least time of three runs: only ratios of it mean anything."""
    return min(timeit.repeat(work, timer=time.process_time, number=1, repeat=5))


@pytest.mark.parametrize("unit", ["《", "!", '。"', '"。', "\n \n ", "&l", "a!b", "国", "。"])
def test_takes_time_in_proportion(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert cost(lambda: sentences(text * 8)) < 24 * cost(lambda: sentences(text))
