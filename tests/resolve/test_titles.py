"""Titles as they are reported: offices, kind, former, acting, term."""

import re
from pathlib import Path

import pytest

from govner.lexicon.scan import Scanner, vocabulary
from govner.matchers import title
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import Title
from govner.resolve.titles import resolve
from govner.text.normalise import view
from govner.text.sentences import sentences
from govner.text.tokens import Bounds, tokenizer

CASES = (Path(__file__).parents[1] / "cases" / "titles.tsv").read_text(encoding="utf-8").splitlines()
MARKED = re.compile(r"\[([^\[\]]+)\]")


def titles(marked: str) -> list[Title]:
    """The titles of a text that are marked in it, read by the grammar."""
    text = MARKED.sub(r"\1", marked)
    spans = [(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(MARKED.finditer(marked))]
    seen = view(text)
    hits = Scanner(vocabulary(title.entries())).scan(seen)
    page = Page(text, seen, sentences(seen), Bounds.of(tokenizer("jieba").cut(seen)), hits)
    return resolve(page, [c for c in title.candidates(page) if (c.start, c.end) in spans])


@pytest.mark.parametrize("case", CASES[1:])
def test_the_last_marked_title(case: str) -> None:
    marked, offices, kind, former, acting, ordinal = case.split("\t")
    found = titles(marked)[-1]
    assert (" ".join(found.offices), found.kind) == (offices, kind)
    assert (found.former, found.acting) == (bool(former), bool(acting))
    assert found.ordinal == (int(ordinal) if ordinal else None)


def test_a_user_word_brings_its_own_kind() -> None:
    text = "链长制办公室链长何平川"
    page = Page(text, text, sentences(text), Bounds.of([text]), {})
    entry = ("链长", "title", "kind", "government")
    [found] = resolve(page, [Candidate(6, 8, "title", "user-word", (), entry)])
    assert (found.text, found.kind, found.offices) == ("链长", "government", ("链长",))


def test_no_titles_in_no_text() -> None:
    assert titles("") == []
