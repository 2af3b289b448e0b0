"""The page: well formed, complete, self-contained, and the same whatever a report says."""

import base64
import hashlib
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govner.lexicon.tables import parse
from govner.mentions import LABELS, Place
from govner.report import Report
from govner.view.html import MARK, page
from govner.view.markup import text
from govner.view.words import FOLDER, both, one

TakeApart = Callable[[str], Any]


def squeezed(said: str) -> str:
    """The text without blanks, which the style gives."""
    return "".join(said.split())


def test_the_page_is_well_formed_and_its_links_lead_somewhere(example: Report, take_apart: TakeApart) -> None:
    document = take_apart(page(example, "report.txt"))
    ids = document.values("id")
    assert len(set(ids)) == len(ids)
    wanted = {link["href"] for link in document.all("a")}
    assert wanted <= {f"#{name}" for name in ids}
    for name in ("aria-labelledby", "for"):
        assert set(document.values(name)) <= set(ids)


def test_the_text_is_all_there_with_its_mentions(example: Report, take_apart: TakeApart) -> None:
    shown = page(example)
    document = take_apart(shown)
    assert squeezed(document.said["article"]) == squeezed(example.text)
    marked = [(m["class"], m["id"]) for m in document.all("a") if "data-rule" in m]
    assert marked == [(m.label, f"m{m.start}") for m in example.mentions]
    article = shown[shown.index("<article") : shown.index("</article")]
    assert re.findall(r"data-rule[^>]*>([^<]*)</a>", article) == [text(m.text) for m in example.mentions]


def test_nothing_comes_from_outside(example: Report, take_apart: TakeApart) -> None:
    document = take_apart(page(example, "report.txt"))
    assert document.values("src") == []
    assert {href for href in document.values("href") if not href.startswith("#")} == {"data:,"}
    assert not {tag for tag, _ in document.elements} & {"img", "iframe", "object", "embed", "base", "form", "video"}
    assert "url(" not in document.said["style"]
    assert "@import" not in document.said["style"]


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(summit: Report, take_apart: TakeApart) -> None:
    document = take_apart(page(summit))
    (policy,) = (m["content"] for m in document.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    allowed = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert allowed["default-src"] == "'none'"
    for kind in ("style", "script"):
        digest = hashlib.sha256(document.said[kind].encode()).digest()
        assert allowed[f"{kind}-src"] == f"'sha256-{base64.b64encode(digest).decode()}'"
        assert len(document.all(kind)) == 1
    assert not [name for _, attributes in document.elements for name in attributes if re.match("on|style$", name)]


def test_the_same_report_is_the_same_page(summit: Report) -> None:
    assert page(summit, "x") == page(Report.from_json(summit.to_json()), "x")


def test_the_language_is_that_of_the_button(summit: Report, take_apart: TakeApart) -> None:
    for language in ("zh", "en"):
        document = take_apart(page(summit, language=language))
        checked = [b["value"] for b in document.all("input") if b.get("name") == "language" and "checked" in b]
        assert (checked, document.all("html")) == ([language], [{"lang": language}])


def test_each_list_has_its_heading_and_the_empty_ones_are_left_out(summit: Report, take_apart: TakeApart) -> None:
    def sections(report: Report) -> list[str]:
        return [str(section["id"]) for section in take_apart(page(report)).all("section")]

    assert sections(summit) == ["text", "people", "network", "bodies", "dates", "figures", "places", "titles"]
    assert sections(Report("")) == ["text"]
    assert sections(Report("北京", mentions=(Place(text="北京", start=0, end=2, rule="x"),))) == ["text", "places"]


@pytest.mark.parametrize(("said", "key"), [("", "empty"), (" \n", "empty"), ("今天下雨。", "nothing")])
def test_a_report_without_mentions_says_so(said: str, key: str) -> None:
    assert both(key) in page(Report(said))


def test_names_are_headings_and_titles(take_apart: TakeApart) -> None:
    document = take_apart(page(Report(""), "<b>.txt"))
    assert document.said["title"] == document.said["h1"] == "<b>.txt"
    assert MARK in page(Report(""))


def test_headlines_are_the_short_lines_at_the_head() -> None:
    shown = page(Report("省政府召开会议\n部署防汛\n\n　　6月18日，省政府召开会议。\n王伟出席\n"))
    assert '<p class="headline">省政府召开会议</p>\n<p class="subhead">部署防汛</p>\n<p>6月18日' in shown
    assert "<p>王伟出席</p>" in shown
    assert 'class="headline">' not in page(Report("王伟"))


def test_a_mention_may_hold_a_line_break() -> None:
    report = Report("在北\n京说。\r\n好", mentions=(Place(text="北\n京", start=1, end=4, rule="x"),))
    assert '<p>在<a class=place id=m1 href=#l0 data-rule="x">北\n京</a>说。</p>\n<p>好</p>' in page(report)


HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "</title></article></svg><svg onload=alert(1)>",
    '" onfocus=alert(1) autofocus x="',
    "' onfocus=alert(1) autofocus x='",
    " onfocus=alert(1) autofocus",
    "<!--",
    "]]>",
    "&lt;b&gt;&#60;",
    "javascript:alert(1)",
    "$script ${style} $$",
    "\u2028alert(1)\u2029",
    "\u202e\u2066王",
    "\0\x1b\x85",
    "\ud800王\udfff",
    "王" * 3000,
]


@pytest.mark.parametrize("said", HOSTILE)
def test_no_string_is_read_as_markup(said: str, everywhere: Callable[[str], Report], take_apart: TakeApart) -> None:
    shown = page(everywhere(said), said)
    shown.encode("utf-8")
    tame = page(everywhere("王"), "王")

    def shape(shown: str) -> list[tuple[str, tuple[str, ...]]]:
        # A long name may take more lines, which are tspans.
        return [(tag, tuple(names)) for tag, names in take_apart(shown).elements if tag != "tspan"]

    assert shape(shown) == shape(tame)


@given(st.text(st.characters(codec=None), min_size=1))
def test_any_string_makes_a_page(said: str) -> None:
    report = Report(said, mentions=(Place(text=said[:1], start=0, end=1, rule=said, name=said, kind=said),))
    page(report, said).encode("utf-8")


def test_twice_the_report_is_twice_the_page(summit: Report, extractor: Any) -> None:
    empty = len(page(Report("")))
    sizes = [len(page(extractor.extract(summit.text * times))) - empty for times in (4, 8)]
    assert sizes[1] < 2.2 * sizes[0]


def test_the_words_are_there_in_both_languages() -> None:
    rows = parse("words", FOLDER.joinpath("words.tsv").read_text(encoding="utf-8")).rows
    assert len({key for key, _, _ in rows}) == len(rows)
    assert [row for row in rows if not all(row)] == []
    assert {*LABELS} <= {key for key, _, _ in rows}


def test_every_kind_in_the_examples_has_its_words(example: Report) -> None:
    kinds = {kind for m in example.mentions for kind in (getattr(m, "kind", None), getattr(m, "level", None)) if kind}
    assert [kind for kind in kinds if not one(kind, "zh") or one(kind, "zh") == kind] == []
