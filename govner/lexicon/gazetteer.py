"""The named places of all lists: what each name may stand for."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govner.garbage import uncollected
from govner.lexicon.compact import made
from govner.lexicon.tables import table
from govner.text.normalise import view


class Reading(NamedTuple):
    """One place that a name may stand for.

    ``source`` is the list, ``kind`` what sort of place it is, ``code`` a division code (GB/T 2260) where there is one,
    ``name`` the official name, ``form`` full, short, alias, colloquial or old, ``last`` the year an old name ended.
    """

    source: str
    kind: str
    code: str
    name: str
    form: str
    ordinary: bool = False
    last: str = ""


def _all() -> Iterator[tuple[str, Reading]]:
    for word, _, name, form, _ in table("places/countries").rows:
        yield word, Reading("country", "country", "", name, form)
    for word, code, name, level, form, ordinary, _, last in table("places/divisions").rows:
        yield word, Reading("division", level, code, name, form, ordinary == "1", last)
    for word, kind in table("places/regions").rows:
        yield word, Reading("region", kind, "", word, "full")
    for word, code in table("places/zones").rows:
        yield word, Reading("zone", "zone", code, word, "full")
    for word, _, kind, ordinary in table("places/cities").rows:
        yield word, Reading("city", kind, "", word, "full", ordinary == "1")
    for word, code, _, ordinary in table("places/towns").rows:
        if ordinary == "0":
            yield word, Reading("township", "township", code, word, "full")
    for word, ordinary in table("places/natural").rows:
        yield word, Reading("natural", "natural", "", word, "full", ordinary == "1")
    for word, kind in table("places/names").rows:
        yield word, Reading("name", kind, "", word, "full")


@lru_cache(maxsize=1)
def readings() -> dict[str, tuple[Reading, ...]]:
    """Each name in the form of the view, with all that it may stand for: the more telling list first."""
    with uncollected():
        return {word: tuple(map(Reading._make, found)) for word, found in made("places", places).items()}


def places() -> dict[str, list[tuple[str | bool, ...]]]:
    """The readings of each name as plain tuples."""
    found: dict[str, list[tuple[str | bool, ...]]] = {}
    for word, reading in _all():
        found.setdefault(word if word.isalpha() else view(word), []).append(tuple(reading))
    return found


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, tuple[Reading, ...]]:
    """Each place called by one character, with all that it may stand for; ``form`` is how telling it is."""
    official = {row[1]: row[2] for row in table("places/divisions").rows if row[4] == "full" and not row[7]}
    found: dict[str, list[Reading]] = {}
    for character, name, code, kind, strength in table("places/abbreviations").rows:
        reading = Reading("abbreviation", kind, code if code in official else "", official.get(code, name), strength)
        found.setdefault(character, []).append(reading)
    return {character: tuple(places) for character, places in found.items()}
