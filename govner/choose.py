"""The best non-overlapping candidates: one general algorithm, so that no matcher needs to know of the others."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from govner.matchers.candidate import Candidate

Links = Mapping[tuple[str, str, str], float]
"""What two neighbours add to each other: (label, what stands between, label) → log-odds."""

JOINTS = frozenset("、 和与及兼·/—-,(")
"""The characters over which two candidates are still neighbours; a direct neighbour has the joint ''."""


def choose(
    candidates: Sequence[Candidate], view: str, links: Links, scores: Sequence[float] | None = None
) -> list[Candidate]:
    """The disjoint subset of highest total score, in text order, by dynamic programming over the ends.

    ``scores`` are log-odds, those of the candidates themselves when None: what is not chosen counts as zero. Time is
    linear in the candidates but for sorting.
    """
    if scores is None:
        scores = [candidate.score for candidate in candidates]
    hopeless = -2 * max(links.values(), default=0.0)  # what two links cannot mend is in no best set
    order = sorted([(candidates[i][1], candidates[i][0], i) for i, score in enumerate(scores) if score > hopeless])
    ends = [end for end, _, _ in order]
    best = [0.0]  # best[k]: the highest total of the first k
    last = [-1]  # last[k]: the candidate that ends that set, -1 for none
    before = [-1] * len(order)  # the candidate chosen before this one, if this one is chosen
    by_end: dict[int, dict[str, tuple[float, int]]] = {}
    for i, (end, start, number) in enumerate(order):
        joint, limit, own = "", start, candidates[number].label
        if limit and limit not in by_end and view[limit - 1] in JOINTS:
            joint, limit = view[limit - 1], limit - 1
        k = bisect_left(ends, limit, 0, i)
        total, previous = best[k], last[k]
        if limit in by_end:
            for label, (score, j) in by_end[limit].items():
                linked = score + links.get((label, joint, own), 0.0)
                if linked > total:
                    total, previous = linked, j
        before[i] = previous
        total += scores[number]
        group = by_end.setdefault(end, {})
        if own not in group or total > group[own][0]:
            group[own] = (total, i)
        if total > best[-1]:
            best.append(total)
            last.append(i)
        else:
            best.append(best[-1])
            last.append(last[-1])
    chosen = []
    i = last[-1]
    while i >= 0:
        chosen.append(candidates[order[i][2]])
        i = before[i]
    return chosen[::-1]
