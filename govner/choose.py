"""The best non-overlapping candidates: one general algorithm, so that no matcher needs to know of the others."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from govner.matchers.candidate import Candidate

Links = Mapping[tuple[str, str, str], float]
"""What two neighbours add to each other: (label, what stands between, label) → log-odds."""

JOINTS = frozenset("、 和与及兼·/—-,(")
"""The characters over which two candidates are still neighbours; a direct neighbour has the joint ''."""


_by_end = attrgetter("end", "start")


def choose(candidates: Sequence[Candidate], view: str, links: Links) -> list[Candidate]:
    """The disjoint subset of highest total score, in text order, by dynamic programming over the ends.

    Scores are log-odds: what is not chosen counts as zero. Time is linear in the candidates but for sorting.
    """
    hopeless = -2 * max(links.values(), default=0.0)  # what two links cannot mend is in no best set
    order = sorted([c for c in candidates if c.score > hopeless], key=_by_end)
    ends = [c.end for c in order]
    best = [0.0]  # best[k]: the highest total of the first k
    last = [-1]  # last[k]: the candidate that ends that set, -1 for none
    before = [-1] * len(order)  # the candidate chosen before this one, if this one is chosen
    by_end: dict[int, dict[str, tuple[float, int]]] = {}
    for i, c in enumerate(order):
        joint, limit = "", c.start
        if limit and limit not in by_end and view[limit - 1] in JOINTS:
            joint, limit = view[limit - 1], limit - 1
        k = bisect_left(ends, limit, 0, i)
        total, before[i] = best[k], last[k]
        for label, (score, j) in by_end.get(limit, {}).items():
            linked = score + links.get((label, joint, c.label), 0.0)
            if linked > total:
                total, before[i] = linked, j
        total += c.score
        group = by_end.setdefault(c.end, {})
        if c.label not in group or total > group[c.label][0]:
            group[c.label] = (total, i)
        if total > best[-1]:
            best.append(total)
            last.append(i)
        else:
            best.append(best[-1])
            last.append(last[-1])
    chosen = []
    i = last[-1]
    while i >= 0:
        chosen.append(order[i])
        i = before[i]
    return chosen[::-1]
