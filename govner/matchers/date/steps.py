"""One step of a moment: all the rules for steps, tried in turn at a place."""

import re
from functools import lru_cache
from typing import NamedTuple

from govner.matchers.date import days, hours, years
from govner.matchers.date.rule import Rule
from govner.values.moments import Step


class Found(NamedTuple):
    """A step found in the text: where it ends, the rule that found it, and what it says."""

    end: int
    rule: Rule
    steps: tuple[Step, ...]


def step(view: str, start: int) -> Found | None:
    """The step that begins at ``start``, or None."""
    joined, rules = _compiled()
    seen = joined.match(view, start)
    if seen is None or seen.lastgroup is None:
        return None
    rule, pattern = rules[seen.lastgroup]
    match = pattern.match(view, start)
    return Found(match.end(), rule, rule.read(match)) if match else None


@lru_cache(maxsize=1)
def _compiled() -> tuple[re.Pattern[str], dict[str, tuple[Rule, re.Pattern[str]]]]:
    """All rules as one pattern that says which rule matches, and each rule with its own pattern."""
    rules = [*years.rules(), *days.rules(), *hours.rules()]
    branches = [f"(?P<{rule.name}>{re.sub('[?]P<[a-z]+>', '?:', rule.pattern)})" for rule in rules]
    return re.compile("|".join(branches), re.VERBOSE), {r.name: (r, re.compile(r.pattern, re.VERBOSE)) for r in rules}
