"""Organisations as they are reported: full official name, kind, level, division; short forms within a report."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from govner.lexicon.gazetteer import readings
from govner.lexicon.tables import table
from govner.matchers.candidate import Candidate
from govner.matchers.page import Page
from govner.mentions import Organisation
from govner.resolve.divisions import LEVELS, Division, above, leading
from govner.resolve.endings import Endings
from govner.resolve.lengths import BEGINNING, lengths

LISTS = (
    "parties", "central_bodies", "central_short", "military", "courts", "organs", "international", "media",
    "associations", "universities", "academies", "central_enterprises", "companies", "clubs",
)  # fmt: skip
LONGEST = 20
LONGEST_ENDING = 12
PUBLIC = frozenset({"party", "government", "congress", "cppcc", "judicial", "military", "association"})
"""Kinds of body that have a level; a school or a firm has a place only."""
MOTHERS = frozenset({"party", "congress", "cppcc", "military"})
"""Kinds that a sub-unit shares with its mother body, whatever its own ending."""

ALIAS = re.compile(r"\((?:以下|下文|以下均)?(?:简称|下称|合称):?[“\"]?(?P<alias>[^()”\"。,;]{2,20})[”\"]?\)")
SECOND_NAME = re.compile(r"\([^()]{1,16}\)\Z")
TERM = re.compile(r"第?[一二三四五六七八九十百\d]{1,4}届")
LEVEL_WORDS = ("", "省", "市", "县", "区", "州", "旗", "自治区", "自治州", "自治县")


class Record(NamedTuple):
    """What is known of a body, apart from where it is mentioned."""

    name: str | None = None
    kind: str | None = None
    level: str | None = None
    region: str | None = None
    short: str | None = None


def resolve(page: Page, chosen: Sequence[Candidate], places: Sequence[Candidate] = ()) -> list[Organisation]:
    """The organisations of a report in text order; ``places`` are those chosen beside them.

    ``name`` is the full official name, where the lists or the report tell it: 省政府 after 岭东省委 is 岭东省人民政府,
    a short form that a bracket introduces (以下简称“…”) is the body it was given to, and 常委会 one named before.
    """
    if not chosen:
        return []
    reader = _Reader(page, sorted([*chosen, *places], key=attrgetter("start")))
    return [reader.read(candidate) for candidate in sorted(chosen, key=lambda candidate: candidate.start)]


class _Reader:
    """Reads the bodies of one report in order, and remembers what it has read."""

    def __init__(self, page: Page, named: Sequence[Candidate]) -> None:
        self._page = page
        self._known: dict[str, Record] = {}
        self._endings: dict[str, Record] = {}
        self._regions: dict[str, str] = {}
        starts = [candidate.start for candidate in named]
        self._places = [
            (start, code)
            for start, end, entry in page.hits.get("place-name", ())
            if entry[0] == "division"
            and (code := _only_code(page.view[start:end]))
            # 长白 in 副部长|白景初 is no place.
            and (i := bisect_right(starts, start))
            and end <= named[i - 1].end
        ]
        self._next_place = 0

    def read(self, candidate: Candidate) -> Organisation:
        page, start, end = self._page, candidate.start, candidate.end
        while self._next_place < len(self._places) and self._places[self._next_place][0] < start:
            self._move(self._places[self._next_place][1])
            self._next_place += 1
        said = "".join(page.view[start:end].split())
        record = self._known.get(said) or self._read(said, candidate)
        if record.name and "{}" in record.name:
            record = self._placed(record)
        if record.region:
            self._move(record.region)
        self._learn(said, record, end)
        given = _given(candidate)
        return Organisation(
            text=page.text[start:end],
            start=start,
            end=end,
            rule=candidate.rule,
            name=given.get("name") or record.name or None,
            kind=given.get("kind") or record.kind or None,
            level=given.get("level") or record.level or None,
            region=given.get("region") or record.region or None,
            short=given.get("short") or record.short or None,
        )

    def _move(self, code: str) -> None:
        """Takes in that the report speaks of a division now: what lies elsewhere is no longer meant."""
        own, before = _levels(code), self._regions
        regions = {level: held for level in LEVELS if (held := own[level] or before.get(level, ""))}
        province = regions.get("province", "")[:2]
        self._regions = {level: held for level, held in regions.items() if held.startswith(province)}

    def _read(self, said: str, candidate: Candidate) -> Record:
        """A body by the lists, by its words, or as the ending of one read before."""
        listed = _bodies()
        entry = listed.get(said) or listed.get(TERM.sub("", said))
        if entry and "{}" in entry[1] and not entry[3] and said in self._endings:
            return self._endings[said]
        if entry:
            return _record(entry)
        record = _by_place(said, next(reversed(self._regions.values()), "")) or _by_mother(said)
        if record is None:
            if said in self._endings:
                return self._endings[said]
            record = Record(said, _kind(said))
        weak = candidate.detail if isinstance(candidate.detail, tuple) and candidate.rule != "user-word" else None
        return record._replace(kind=weak[2] or record.kind) if weak and record.name == said else record

    def _placed(self, organ: Record) -> Record:
        """A bare organ (省政府) in the division that the report has spoken of last, where it tells one."""
        division = _by_code().get(self._regions.get(organ.level or "province", ""))
        if division is None:
            return organ._replace(name=None)
        return _organ(organ.name or "", organ.kind, [division])

    def _learn(self, said: str, record: Record, end: int) -> None:
        if not record.name:
            return
        for i in range(max(1, len(said) - LONGEST), len(said) - 1):
            self._endings[said[i:]] = record
        if found := ALIAS.match(self._page.view, end):
            alias = "".join(found["alias"].split())
            self._known[alias] = record._replace(short=alias)


def _given(candidate: Candidate) -> dict[str, str]:
    """The fields that a user's own word brings along."""
    if candidate.rule != "user-word" or not isinstance(candidate.detail, tuple):
        return {}
    cells = candidate.detail[2:]
    return dict(zip(cells[::2], cells[1::2], strict=False))


@lru_cache(maxsize=1 << 12)
def _record(entry: tuple[str, ...]) -> Record:
    _, full, kind, level, short = entry[:5]
    nowhere = level == "central" or kind == "international" or "{}" in full
    region = None if nowhere else _seat(full)
    return Record(full, kind or None, level or None, region, short or None)


@lru_cache(maxsize=1)
def _bodies() -> dict[str, tuple[str, ...]]:
    """Each form with what the first list says of it; a second name that a body bears (国家航天局) stays its own."""
    rows = [row[:5] for name in LISTS for row in table(f"organisations/{name}").rows]
    bodies: dict[str, tuple[str, ...]] = {}
    for row in rows:
        bodies.setdefault(row[0], row)
    second = {row[0] for row in rows if row[0] == row[1] and not bodies[row[0]][1].endswith(row[0])}
    return bodies | {row[0]: row for row in reversed(rows) if row[1] in second}


@lru_cache(maxsize=1)
def _sizes() -> dict[str, tuple[int, ...]]:
    """How long the listed bodies are that begin with two characters, the longest first."""
    return lengths((name for name in _bodies() if len(name) <= LONGEST), BEGINNING)


@lru_cache(maxsize=1)
def _seats() -> dict[str, str]:
    return {row[0]: row[5] for row in table("organisations/universities").rows}


def _seat(full: str) -> str | None:
    """The division that a listed name begins with; of a university that of its seat."""
    if seat := _seats().get(full):
        return seat
    chain, _ = leading(full)
    return (chain[-1].code or None) if chain else None


def _by_place(said: str, context: str) -> Record | None:
    """What a name says that begins with its place, or has it inside: 岭东省财政厅, 共青团岭东省委."""
    for prefix, ending, full, kind in _affiliates() if said.startswith(_prefixes()) else ():
        if said.startswith(prefix) and said.endswith(ending):
            place = said[len(prefix) : len(said) - len(ending)]
            chain, at = leading(place, context)
            if chain and place[at:] in LEVEL_WORDS:
                return _organ(full, kind, chain)
    chain, at = leading(said, context)
    rest = said[at:]
    if not chain or not rest:
        return None
    if (stem := _stems().get(rest)) and stem[1] in PUBLIC:  # 上海博物馆 is no 上海市博物馆
        return _organ(stem[0], stem[1], chain)
    organ = _bodies().get(rest)
    if organ and "{}" in organ[1]:
        return _organ(organ[1], organ[2], chain)
    sort = _kind(said)
    return Record(said, sort, chain[-1].level if sort in PUBLIC else None, chain[-1].code or None)


def _by_mother(said: str) -> Record | None:
    """What a name says that begins with a listed body: 清华大学公共管理学院; 中国 before a central one is no part."""
    if said.startswith("中国") and (entry := _bodies().get(said[2:])) and entry[3] == "central":
        return _record(entry)
    plain = TERM.sub("", said)
    listed, sizes = _bodies(), _sizes().get(plain[:2], ())
    mother = next((e for n in sizes if n <= len(plain) - 2 and (e := listed.get(plain[:n]))), None)
    if mother is None or "{}" in mother[1]:
        return None
    record = _record(mother)
    if record.kind == "enterprise":  # 中国铁建重工 is a name of its own, not 中国铁道建筑集团有限公司重工
        return Record(said, _kind(said) or record.kind, record.level, record.region)
    kind = record.kind if record.kind in MOTHERS else _kind(said) or record.kind
    return Record(mother[1] + plain[len(mother[0]) :], kind, record.level, record.region)


def _organ(full: str, kind: str | None, chain: Sequence[Division]) -> Record:
    """A standard organ of the last division of a chain."""
    place = "".join(division.name for division in chain)
    stem = _shortest().get(full, "")
    if place.endswith("自治区") and stem.startswith("委"):
        stem = f"党{stem}"
    short = place + stem if stem else None
    return Record(full.replace("{}", place), kind, chain[-1].level, chain[-1].code or None, short)


@lru_cache(maxsize=1)
def _stems() -> dict[str, tuple[str, str]]:
    return {form: (full, kind) for form, full, kind, _ in table("organisations/stems").rows}


@lru_cache(maxsize=1)
def _shortest() -> dict[str, str]:
    """The shortest stem of each official name."""
    shortest: dict[str, str] = {}
    for form, full, _, _ in table("organisations/stems").rows:
        if full not in shortest or len(form) < len(shortest[full]):
            shortest[full] = form
    return shortest


@lru_cache(maxsize=1)
def _affiliates() -> tuple[tuple[str, str, str, str], ...]:
    """Longest endings first, so that 委员会 is not read as 会."""
    rows = [(row[0], row[1], row[2], row[3]) for row in table("organisations/affiliates").rows]
    return tuple(sorted(rows, key=lambda row: -len(row[0] + row[1])))


@lru_cache(maxsize=1)
def _prefixes() -> tuple[str, ...]:
    return tuple({prefix for prefix, *_ in _affiliates()})


@lru_cache(maxsize=1)
def _suffixes() -> Endings:
    rows = table("organisations/suffixes").rows
    return Endings({row[0]: row[1] for row in rows if len(row[0]) <= LONGEST_ENDING})


def _kind(said: str) -> str | None:
    """The kind of body that a name ends with, a bracketed second name apart."""
    name = SECOND_NAME.sub("", said) if said.endswith(")") else said
    return _suffixes().longest(name) or None


@lru_cache(maxsize=1 << 12)
def _only_code(word: str) -> str:
    """The code of the division that a name stands for, where it is one alone and no ordinary word."""
    codes = {r.code for r in readings().get(word, ()) if r.source == "division" and not r.ordinary and not r.last}
    return codes.pop() if len(codes) == 1 else ""


@lru_cache(maxsize=1 << 12)
def _levels(code: str) -> dict[str, str]:
    """The division of each level that a division lies in, or ""."""
    return {level: above(code, level) for level in LEVELS}


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Division]:
    found = (r for places in readings().values() for r in places if r.source == "division" and not r.last)
    return {r.code: Division(r.code, r.name, r.kind) for r in found}
