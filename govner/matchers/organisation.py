"""Organisations: listed bodies, and names built from words up to a suffix (广东省财政厅)."""

from collections.abc import Iterator, Mapping
from functools import cache

from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.organisation_abbreviated import abbreviated
from govner.matchers.organisation_bare import bare
from govner.matchers.organisation_bracketed import bracketed
from govner.matchers.organisation_built import Heads
from govner.matchers.organisation_campaigns import campaigns
from govner.matchers.organisation_clipped import clipped
from govner.matchers.organisation_coded import coded
from govner.matchers.organisation_introduced import introduced
from govner.matchers.organisation_latin import latin
from govner.matchers.organisation_listed import Listed
from govner.matchers.organisation_markets import markets
from govner.matchers.organisation_teams import sport, teams
from govner.matchers.organisation_trades import trades
from govner.matchers.page import Page

LISTS = (
    "central_bodies",
    "central_short",
    "parties",
    "military",
    "courts",
    "organs",
    "international",
    "media",
    "associations",
    "universities",
    "academies",
    "central_enterprises",
    "companies",
    "clubs",
    "named",
)
"""The tables of named bodies, with columns form, full, kind, level, short; a form counts where it stands first."""

WORDS = {
    "suffixes": "body-suffix",
    "stems": "body-stem",
    "committee_organs": "body-stem",
    "bare": "body-bare",
    "trades": "body-trade",
    "markets": "body-market",
    "sport_words": "sport-word",
    "team_names": "team-name",
}
"""The other tables, and what their words are called in the scan."""

DEPUTY = "副"
BEHIND = ("title-head", "body-stem")
"""What may begin inside a word behind a name: 工业局|局长, 公司|党委."""


def entries() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The words that organisations are found by, for the scan."""
    bodies: dict[str, tuple[str, ...]] = {}
    for name in LISTS:
        for row in table(f"organisations/{name}").rows:
            list_ = f"{name}_ordinary" if name == "companies" and row[5] == "yes" else name
            bodies.setdefault(row[0], (list_, *row[:5]))
    for form, _, ordinary in table("organisations/listed_companies").rows:
        name = "listed_companies_ordinary" if ordinary == "yes" else "listed_companies"
        bodies.setdefault(form, (name, form, "", "enterprise", "", form))
    for form, entry in bodies.items():
        yield form, "body", entry
    for name, kind in WORDS.items():
        for row in table(f"organisations/{name}").rows:
            yield row[0], kind, row


def candidates(page: Page) -> list[Candidate]:
    """All stretches that may name an organisation."""
    listed = Listed(page)
    longest: dict[int, tuple[int, tuple[str, ...]]] = {}
    behind = {start for kind in BEHIND for start, _, _ in page.hits.get(kind, ())}
    for start, end, entry in page.hits.get("body-suffix", ()):
        if end not in page.bounds.at and end not in behind and not page.view.startswith(DEPUTY, end):
            continue  # 建设部|署 ends no name, 工业局|局长 and 财务部|副部长 do
        if end not in longest or start < longest[end][0]:
            longest[end] = (start, entry)
    heads = Heads(page, longest, listed)
    of_sport = sport(page)
    named = [*_named(page, listed, of_sport), *_built(heads, listed, longest)]
    return [
        *bracketed(page, named, heads.ends),
        *abbreviated(page, heads.ends),
        *trades(page, longest),
        *bare(page, listed),
        *campaigns(page),
        *clipped(page, listed),
        *introduced(page),
        *coded(page),
        *latin(page),
        *markets(page),
        *(teams(page, of_sport) if of_sport else ()),
    ]


def _named(page: Page, listed: Listed, of_sport: str) -> Iterator[Candidate]:
    """Names of the lists, and the bare stems of local organs (公安局)."""
    at = page.bounds.at
    for start, end, entry in listed.hits:
        if entry[0] == "companies_ordinary" and not (start in at and end in at):
            continue
        where = listed.evidence(start, end)
        if of_sport:
            where = (*where, f"{entry[0]}+{of_sport}")
        evidence = (*_of_list(entry), f"kind={entry[3]}", f"form={entry[1]}", *where)
        yield Candidate(start, end, "organisation", "listed-body", evidence, entry[1:])
    for start, end, entry in page.hits.get("body-stem", ()):
        evidence = (f"stem={entry[0]}", *listed.evidence(start, end))
        yield Candidate(start, end, "organisation", "bare-stem", evidence)


def _built(heads: Heads, listed: Listed, longest: Mapping[int, tuple[int, tuple[str, ...]]]) -> Iterator[Candidate]:
    """Names from any word to the left up to a suffix, the longest one at each place."""
    for end, (suffix, entry) in longest.items():
        for start, evidence in heads.starts(suffix, end, entry):
            yield Candidate(start, end, "organisation", "built", (*evidence, *listed.evidence(start, end)))


@cache
def _of_list(entry: tuple[str, ...]) -> tuple[str, str]:
    """Evidence of a list: which one, and whether the form is a body's full name, with its length."""
    name, form, full, *_ = entry
    return f"list={name}", f"{name}={'full' if form == full else 'short'}{min(len(form), 6)}"
