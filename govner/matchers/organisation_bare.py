"""Bodies called by their kind alone, where a report means one: 杜马 of a state, 矿务局 of a town, 女排 of a country."""

from collections.abc import Iterator

from govner.matchers.candidate import Candidate
from govner.matchers.organisation_listed import Listed
from govner.matchers.page import Page

LEAST_SUFFIX = 5
"""How many code points a suffix has at least that may stand alone: 抗震救灾指挥部."""


def bare(page: Page, listed: Listed) -> Iterator[Candidate]:
    """Each word of the list and each long suffix that stands between bounds of words, and what its list says."""
    at = page.bounds.at
    for start, end, entry in page.hits.get("body-suffix", ()):
        if end - start >= LEAST_SUFFIX and start in at and end in at and (start, end) not in listed.spans:
            evidence = (f"bare={entry[0]}", f"bare-kind={entry[1]}", f"bare-generic={entry[2]}")
            yield Candidate(start, end, "organisation", "bare-suffix", evidence)
    for start, end, (form, kind) in page.hits.get("body-bare", ()):
        if start in at and end in at:
            yield Candidate(start, end, "organisation", "bare-body", (f"bare={form}", f"bare-kind={kind}"))
