"""Texts for the properties: any characters, signs dense in what rules look for, mixtures and mutations of reports."""

import json
import os
import re
from itertools import islice
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
REPORTS = sorted((ROOT / "examples" / "reports").glob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in REPORTS]
SHARED = Path(os.environ.get("GOVNER_SHARED", ROOT.parent / "shared")) / "corpora"
"""Where real texts lie that are no part of the project; the properties hold without them."""


def shared(corpus: str, most: int) -> list[str]:
    """The first texts of a corpus, none where it is not at hand."""
    path = SHARED / f"{corpus}.jsonl"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, most)]


REAL = [*TEXTS, *shared("gov_news", 17), *shared("appointments", 20), *shared("weibo", 50), *shared("cec", 10)]

ANYTHING = st.text(st.characters(exclude_categories=()))
"""Any code point at all, lone surrogates included."""
SIGNS = st.text(
    "一二十百千万亿零两半第几多余左右近约%％.．~～-—－/元吨个年月日号时分上下午周至到"
    "省市县区州长书记主任副王李张欧阳某和（）()、，,“”《》· 　\n"
)
"""Dense in what the rules look for, so that they meet in ways that no report has."""
PIECES = st.sampled_from([piece for text in REAL for piece in re.findall(r"[^，。；、\n]{1,8}|[，。；、\n]", text)])
MIXTURES = st.lists(PIECES | SIGNS, max_size=12).map("".join)
MUTATED = st.builds(
    lambda text, at, length, new: text[:at] + new + text[at + length :],
    st.sampled_from(TEXTS),
    st.integers(0, 1000),
    st.integers(0, 60),
    SIGNS | MIXTURES,
)
ANY_TEXT = st.one_of(ANYTHING, SIGNS, MIXTURES)
DAYS = st.none() | st.dates()
