"""Markup: what is text stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.view.markup import Markup, element, join, text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("<b>", "&lt;b&gt;"),
        ("&lt;", "&amp;lt;"),
        ("\"'", "&quot;&#39;"),
        ("\0\x1b\r", "\u2400\u241b\u240d"),
        ("\x7f\x85", "\u2421\ufffd"),
        ("\ud83d\ude00", "\ufffd\ufffd"),
        ("😀", "😀"),
        ("\u202e\u2066王", "\ufffd\ufffd王"),
        ("\ufdd0\uffff\U0001fffe", "\ufffd\ufffd\ufffd"),
        ("a\tb\n", "a\tb\n"),
        ("\u200d\u200f\u2028", "\u200d\u200f\u2028"),
    ],
)
def test_text_shows_every_character(said: str, shown: str) -> None:
    assert text(said) == shown


@given(st.text(st.characters(codec=None)))
def test_any_text_can_be_encoded_and_opens_nothing(said: str) -> None:
    shown = text(said)
    shown.encode("utf-8")
    assert not set(shown) & set("<>\"'\0\r")


def test_markup_is_escaped_once() -> None:
    assert text(text("<")) == "&lt;"
    assert element("p", element("b", "<")) == "<p><b>&lt;</b></p>"
    assert join([Markup("<br>"), text("&")], "<") == "<br>&lt;&amp;"


def test_attributes() -> None:
    made = element("input", type="checkbox", checked=True, disabled=False, for_="x", data_all=None, aria_label='a"b')
    assert made == '<input type="checkbox" checked for="x" aria-label="a&quot;b">'
