"""Places: which of the places of one name a report means, with its official name, code and kind."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from govner.lexicon.gazetteer import Reading, readings
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import Place

KINDS = {"district": "county", "foreign": None, "place": None, "continent": "region"}
"""Kinds of the lists that the mentions call otherwise, or not at all."""
LEVELS = {"country": 3.0, "province": 2.5, "prefecture": 2.0, "county": 1.0}
"""Without a hint the higher division is meant: 吉林 is the province, 朝阳 the city of Liaoning."""
ABROAD = frozenset("访赴驻援侨对抗侵")
"""What a country has before it where one character is a province and a country: 访|新, 对|澳."""

PARENT_BEFORE, PARENT_IN_REPORT, NAMED_IN_REPORT, NEIGHBOUR, VALID, ABROAD_CUE = 8.0, 4.0, 6.0, 5.0, 1.5, 1.0


def resolve(page: Page, chosen: Sequence[Candidate]) -> list[Place]:
    """The places of a report in text order.

    ``name`` is the official name (粤 is 广东省), ``code`` the division code (GB/T 2260; of townships GB/T 10114) where
    the report tells the one of several that it means. Divisions of Hong Kong, Macao and Taiwan below the first level
    have none. ``kind`` is country, province, prefecture, county, township, village, zone, city or subdivision (both
    outside China), region, natural, road or facility.
    """
    if not chosen:
        return []
    order = sorted(chosen, key=lambda candidate: candidate.start)
    report = _Report(page, order)
    return [_place(page, candidate, report) for candidate in order]


class _Report:
    """What the other names of a report tell of one: divisions that may contain it, official names, neighbours."""

    def __init__(self, page: Page, chosen: Sequence[Candidate]) -> None:
        self._containers: dict[str, set[str]] = {}
        self.names = set[str]()
        self.ending = {candidate.end: candidate for candidate in chosen}
        self._starting = {candidate.start: candidate for candidate in chosen}
        self._view = page.view
        self.published = str(page.published.year) if page.published else "9999"
        for word in {page.view[start:end] for start, end, _ in page.hits.get("place-name", ())}:
            names, codes = _meanings(word)
            self.names.update(names)
            for code in codes:
                self._containers.setdefault(code, set()).add(word)

    def contains(self, code: str, name: str) -> bool:
        """Whether another name of the report than ``name`` is of a division that contains one."""
        outer = {code[:2] + "0000", code[:4] + "00"} - {code}
        return any(self._containers.get(container, {name}) != {name} for container in outer)

    def beside(self, candidate: Candidate) -> Iterator[Candidate]:
        """The places directly before and after one, or behind a 、 on either side."""
        start, end = candidate.start, candidate.end
        start -= start > 0 and self._view[start - 1] == "、"
        end += self._view.startswith("、", end)
        yield from filter(None, (self.ending.get(start), self._starting.get(end)))


@lru_cache(maxsize=1 << 12)
def _meanings(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The official names that a name may stand for, and the codes of those that contain other divisions."""
    meant = [reading for reading in readings()[word] if not reading.ordinary]
    codes = (r.code for r in meant if r.kind in {"province", "prefecture"} and not r.last)
    return frozenset(reading.name for reading in meant), frozenset(codes)


def _place(page: Page, candidate: Candidate, report: _Report) -> Place:
    name, code, kind = _told(page, candidate, report)
    return Place(
        text=page.text[candidate.start : candidate.end],
        start=candidate.start,
        end=candidate.end,
        rule=candidate.rule,
        name=name,
        code=code if code and not _unofficial(code) else None,
        kind=KINDS.get(kind, kind) if kind else None,
    )


def _told(page: Page, candidate: Candidate, report: _Report) -> tuple[str, str | None, str | None]:
    """Name, code and kind: from the lists, from what was built, or from a user's word (word, label, key, value, …)."""
    name, detail = page.view[candidate.start : candidate.end], candidate.detail
    if found := _readings(candidate):
        meant = _meant(name, candidate, found, report)
        return meant.name, meant.code, meant.kind
    if isinstance(detail, tuple):
        given: dict[str, str] = dict(zip(detail[2::2], detail[3::2], strict=False))
        return given.get("name", name), given.get("code"), given.get("kind")
    return name, None, detail if isinstance(detail, str) else None


def _readings(candidate: Candidate) -> list[Reading]:
    """What a listed name or an abbreviation may stand for; of other candidates nothing is known."""
    detail = candidate.detail
    return [reading for reading in detail if isinstance(reading, Reading)] if isinstance(detail, tuple) else []


def _unofficial(code: str) -> bool:
    """Whether a code is the compiler's own: below Taiwan, Hong Kong and Macao the standard has none."""
    return code.startswith(("71", "81", "82", "83")) and not code.endswith("0000")


def _meant(name: str, candidate: Candidate, found: Sequence[Reading], report: _Report) -> Reading:
    """The reading that fits the report best; where several places fit alike, it has no code."""
    if len(found) == 1:
        return found[0]
    if candidate.rule == "abbreviation":
        weights = [_weight_of_abbreviation(candidate, reading, report) for reading in found]
    else:
        weights = [_weight(name, candidate, reading, report) for reading in found]
    best = max(weights)
    fitting = [reading for reading, weight in zip(found, weights, strict=True) if weight == best]
    first = fitting[0]
    if candidate.rule == "abbreviation" or len({reading.code for reading in fitting}) == 1:
        return first
    alike = len({reading.name for reading in fitting}) == 1
    return first._replace(code="", name=first.name if alike else name)


def _weight(name: str, candidate: Candidate, reading: Reading, report: _Report) -> float:
    weight = LEVELS.get(reading.kind, 0.0)
    before = report.ending.get(candidate.start)
    if before is not None and any(_holds(outer, reading.code) for outer in (other.code for other in _readings(before))):
        weight += PARENT_BEFORE
    elif report.contains(reading.code, name):
        weight += PARENT_IN_REPORT
    if reading.form != "full" and reading.name in report.names:
        weight += NAMED_IN_REPORT
    if not reading.last or reading.last >= report.published:
        weight += VALID
    return weight


def _weight_of_abbreviation(candidate: Candidate, reading: Reading, report: _Report) -> float:
    weight = NAMED_IN_REPORT if reading.name in report.names else 0.0
    for other in report.beside(candidate):
        # 中 and 粤 have one reading each: 中|澳 is of countries as 粤|澳 is of provinces.
        if other.rule == "abbreviation" and {one.kind for one in _readings(other)} == {reading.kind}:
            weight += NEIGHBOUR
    said = [evidence for evidence in candidate.evidence if isinstance(evidence, str)]
    before = any(evidence[3:] in ABROAD for evidence in said if evidence.startswith("on="))
    behind = any(len(evidence) > len("head=方") for evidence in said if evidence.startswith("head="))
    if reading.kind == "country" and (before or behind):
        weight += ABROAD_CUE
    return weight


def _holds(outer: str, inner: str) -> bool:
    """Whether a division contains another, by their codes."""
    stem = outer.removesuffix("00").removesuffix("00")
    return bool(stem) and outer != inner and len(stem) < len(inner) and inner.startswith(stem)
