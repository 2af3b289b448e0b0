"""The longest listed ending of a text."""

import pytest

from govner.resolve.endings import Endings

ENDINGS = Endings({"厅": "office", "财政厅": "treasury", "人民银行": "state", "银行": "firm", "行": ""})


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("北川省财政厅", "treasury"),
        ("财政厅", "treasury"),
        ("政厅", "office"),
        ("北川人民银行", "state"),
        ("北川银行", "firm"),
        ("步行", ""),
        ("北川", ""),
        ("", ""),
    ],
)
def test_the_longest_ending_counts(text: str, meaning: str) -> None:
    assert ENDINGS.longest(text) == meaning
