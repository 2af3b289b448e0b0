"""Associations clipped to two or three characters: 省舞协, 市摄协, 云岭省登协, 舞协 by itself."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govner.matchers.candidate import Candidate
from govner.matchers.organisation_listed import Listed
from govner.matchers.page import Page

FIELDS = (
    "舞摄书美剧曲音影视杂作记律消篮足排乒羽网棋泳田登注个私质茶酒钓信桥武体拳举柔冰雪马轮旅饭建房物侨科残青学台商文妇老"
)
"""What an association is for that is clipped to one character: 舞 for 舞蹈家, 摄 for 摄影家."""
LEVELS = frozenset({"省", "市", "区", "县", "州", "盟", "中国", "全国"})
"""What an association belongs to that bears no name before it."""


@lru_cache(maxsize=1)
def _clipped() -> re.Pattern[str]:
    """A level with one or two characters, or a known field, and 协 or 联, where no longer word goes on: 协商, 联合."""
    return re.compile(
        r"(?:(?P<level>中国|全国|[省市区县州盟])(?P<field>[一-鿿]{1,2}?)(?P<last>协|联|促会|学会)"
        rf"|(?P<known>[{FIELDS}])[协联])"
        r"(?![商议同助会调作定力奏办查警管和合系络盟通想网动接赛名播防军社手训欢邦席结考邮])"
    )


def clipped(page: Page, listed: Listed) -> Iterator[Candidate]:
    """Each clipped name that ends with a word, from its field, its level and the name of a place before these."""
    at, view = page.bounds.at, page.view
    matches = list(_clipped().finditer(view))
    if not matches:
        return
    places: dict[int, list[int]] = {}
    for start, end, _ in page.hits.get("place-name", ()):
        places.setdefault(end, []).append(start)
    for found in matches:
        end, field = found.end(), found["known"] or found["field"]
        if end not in at:
            continue
        name = found.start("known") if found["known"] else found.start("field")
        starts = {found.start(), *([name] if field in FIELDS and found["last"] not in {"促会", "学会"} else [])}
        for bound in [*starts]:
            starts.update(places.get(bound, ()))
        evidence = (f"clipped={view[name:end]}", f"clipped-field={'known' if field in FIELDS else len(field)}")
        for start in sorted(starts):
            if start in at and (start, end) not in listed.spans:
                of = "bare" if start == name else "level" if view[start:name] in LEVELS else "place"
                yield Candidate(start, end, "organisation", "clipped", (*evidence, f"clipped-of={of}"))
