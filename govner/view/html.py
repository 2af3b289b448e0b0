"""A report as one HTML page that needs nothing else: no request, no library, no fonts but the reader's own."""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from string import Template

from govner.mentions import LABELS, Mention
from govner.report import Report
from govner.view.drawing import drawing
from govner.view.entries import entries
from govner.view.marked_text import paragraphs
from govner.view.markup import Markup, element, text
from govner.view.sections import sections
from govner.view.words import FOLDER, Language, both, one

STYLES = ("frame.css", "text.css", "lists.css", "media.css")
"""In the order in which they overrule each other."""
MARK = '<meta name="generator" content="govner">'
"""Stands in the head of every page, and tells our pages from others."""


def page(report: Report, name: str = "", language: Language = "zh") -> str:
    """The report as an HTML document under ``name``, first shown in ``language``; the reader can switch.

    Any string may stand in the report: it is shown as text and never read as markup, and the page has a policy that
    allows its own style and script and nothing else. UTF-8 can always encode it.
    """
    found = entries(report)
    anchors = found.anchors()
    lists = list(sections(report, found))
    network = drawing(report)
    if network:
        note = element("p", both("network-note"), class_="note")
        lists.insert(1, ("network", Markup(note + element("div", network, class_="network"))))
    shown = _part("text", Markup(_legend(report) + _article(report, anchors)))
    return Template(_file("page.html")).substitute(
        language=language,
        mark=MARK,
        policy=_policy(),
        title=text(name or one("report", language)),
        style=_style(),
        script=_file("page.js"),
        skips=Markup(_skip("text", "skip-text") + (_skip(lists[0][0], "skip-lists") if lists else "")),
        switch=_switch(language),
        heading=text(name) if name else both("report"),
        about=_about(report),
        contents=_contents(["text", *(key for key, _ in lists)]),
        main=Markup("\n".join([shown, *(_part(key, content) for key, content in lists)])),
    )


@cache
def _file(name: str) -> str:
    return FOLDER.joinpath(name).read_text(encoding="utf-8")


def _style() -> str:
    return "\n".join(map(_file, STYLES))


def _policy() -> str:
    """What the page may load and run: its own style and script, known by their hashes, and no request at all."""
    style, script = (
        f"'sha256-{b64encode(hashlib.sha256(said.encode()).digest()).decode()}'"
        for said in (_style(), _file("page.js"))
    )
    # The one image is the empty icon, which keeps a browser from asking the server for one.
    loaded = f"default-src 'none'; style-src {style}; script-src {script}; img-src data:"
    return f"{loaded}; base-uri 'none'; form-action 'none'"


def _skip(part: str, key: str) -> Markup:
    return element("a", both(key), href=f"#{part}", class_="skip")


def _switch(language: Language) -> Markup:
    """Two radio buttons; the style shows the language of the checked one, so that it needs no script."""
    buttons = [
        Markup(
            element("input", type="radio", name="language", id=f"language-{code}", value=code, checked=code == language)
            + element("label", said, for_=f"language-{code}", lang=code)
        )
        for code, said in (("zh", "中文"), ("en", "English"))
    ]
    return element("fieldset", element("legend", both("language"), class_="unseen"), *buttons, class_="switch")


def _about(report: Report) -> Markup:
    day = element("time", str(report.published), datetime=str(report.published)) if report.published else ""
    published = Markup(f"{both('published')} {day}") if day else both("unpublished")
    facts = [
        published,
        Markup(f"{len(report.text):,} {both('characters')}"),
        Markup(f"{len(report.mentions):,} {both('mentions')}"),
    ]
    return Markup("".join(element("li", fact) for fact in facts))


def _contents(keys: list[str]) -> Markup:
    if len(keys) < 2:
        return Markup("")
    name = element("span", both("contents"), id="contents", class_="unseen")
    links = (element("li", element("a", both(key), href=f"#{key}")) for key in keys)
    return element("nav", name, element("ul", *links), aria_labelledby="contents")


def _legend(report: Report) -> Markup:
    """The types that occur, each with its look and count: a box to tick for each."""
    counts = {label: sum(m.label == label for m in report.mentions) for label in LABELS}
    boxes = [
        element(
            "label",
            element("input", type="checkbox", id=f"show-{label}", value=label, checked=True),
            element("span", both(label), class_=f"sample {label}"),
            element("span", f"{count:,}", class_="count"),
        )
        for label, count in counts.items()
        if count
    ]
    if not boxes:
        return element("p", both("nothing"), class_="note") if report.text.strip() else Markup("")
    every = [element("button", both(key), type="button", data_all=key) for key in ("all", "none")]
    tags = element("label", element("input", type="checkbox", id="tags"), element("span", both("tags")))
    tools = element("span", *every, tags, class_="tools")
    return Markup(
        element("fieldset", element("legend", both("marked")), *boxes, tools, class_="legend")
        + element("p", both("keys"), class_="note keys", id="keys")
    )


def _article(report: Report, anchors: Mapping[int, str]) -> Markup:
    def mark(m: Mention) -> Markup:
        # The shortest form: a long report has thousands. The note beside it is read from the entry it leads to.
        start, label, rule = m.start, m.label, text(m.rule)
        return Markup(f'<a class={label} id=m{start} href=#{anchors[start]} data-rule="{rule}">{text(m.text)}</a>')

    if not report.text.strip():
        return element("p", both("empty"), class_="note")
    return element("article", paragraphs(report, mark), lang="zh", translate="no")


def _part(key: str, content: Markup) -> Markup:
    heading = element("h2", both(key), id=f"{key}-heading")
    return element("section", heading, content, id=key, aria_labelledby=f"{key}-heading", tabindex="-1")
