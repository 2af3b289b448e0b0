"""A report as a notebook shows it: a fragment without script, whose style touches nothing but the fragment."""

from govner.mentions import LABELS, Mention
from govner.report import Report
from govner.view.amounts import value
from govner.view.marked_text import paragraphs
from govner.view.markup import Markup, element, text
from govner.view.words import FOLDER, one

LONGEST = 5000
"""Characters shown: a notebook keeps what it has shown inside its file."""


def fragment(report: Report) -> str:
    """The head of the report with its mentions marked, their normal forms on hover, and how many there are of each.

    The labels are those of the mentions' own ``label``. Colours are half transparent, as the notebook's theme, which
    the fragment cannot know, shows through.
    """
    shown = _head(report)
    counts = [
        element("li", element("span", label, class_=f"govner-{label}"), f" {count:,}")
        for label in LABELS
        if (count := sum(m.label == label for m in report.mentions))
    ]
    published = [element("li", f"published {report.published}")] if report.published else []
    facts = element("ul", *published, element("li", f"{len(report.text):,} characters"), *counts)
    # What scrolls must be reachable without a mouse.
    body = element("div", paragraphs(shown, _mark), class_="govner-text", tabindex="0", role="region", lang="zh")
    more = len(report.text) - len(shown.text)
    rest = element("p", f"… {one('more', 'en').format(f'{more:,}')}") if more else ""
    style = element("style", Markup(FOLDER.joinpath("notebook.css").read_text(encoding="utf-8")))
    return element("div", style, facts, body, rest, class_="govner-report")


def _head(report: Report) -> Report:
    """The report up to the last mention that ends within LONGEST characters, or to there."""
    if len(report.text) <= LONGEST:
        return report
    mentions = tuple(m for m in report.mentions if m.end <= LONGEST)
    cut = next((m.start for m in report.mentions if m.start < LONGEST < m.end), LONGEST)
    return Report(report.text[:cut], report.published, mentions)


def _mark(m: Mention) -> Markup:
    said = ": ".join(filter(None, [m.label, value(m)]))
    return Markup(f'<span class="govner-{m.label}" title="{text(said)}">{text(m.text)}</span>')
