"""The sets of disjoint candidates of many texts, as arrays: their total weight, and how likely each candidate is."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numba import njit

from govner.choose import JOINTS
from govner.matchers.candidate import Candidate
from govner.mentions import LABELS

JOINT_NUMBERS = {joint: i for i, joint in enumerate(["", *sorted(JOINTS)])}
SURE = 50.0
"""What a gold candidate weighs more where only gold sets count, so that every one of them is in."""


class Arrays(NamedTuple):
    """A lattice as numpy arrays, a cell a candidate; ``bounds`` are where each text's candidates start."""

    bounds: Any
    base: Any
    first: Any
    last: Any
    joint: Any
    label: Any
    state: Any


@dataclass
class Lattice:
    """All candidates of many texts in one row, with what was observed about each and who its neighbours are.

    ``base`` counts the candidates that end before a candidate's neighbours do, ``first`` to ``last`` are the
    neighbours, ``joint`` is what stands between; ``state`` is 1 for gold, 0 for free, -1 for wrong.
    """

    columns: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=lambda: [0])
    base: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    joint: list[int] = field(default_factory=list)
    label: list[int] = field(default_factory=list)
    state: list[int] = field(default_factory=list)
    bounds: list[int] = field(default_factory=lambda: [0])
    pages: list[tuple[str, list[Candidate]]] = field(default_factory=list)

    def add(self, candidates: list[Candidate], observed: list[list[int]], states: list[int], view: str) -> None:
        """One text's candidates, sorted by their ends."""
        ends = [c.end for c in candidates]
        by_end: dict[int, tuple[int, int]] = {}
        for i, end in enumerate(ends):
            by_end[end] = (by_end.get(end, (i, i))[0], i + 1)
        for c, found, state in zip(candidates, observed, states, strict=True):
            joint, limit = "", c.start
            if limit and limit not in by_end and view[limit - 1] in JOINTS:
                joint, limit = view[limit - 1], limit - 1
            first, last = by_end.get(limit, (0, 0))
            self.base.append(int(np.searchsorted(ends, limit)))
            self.first.append(first)
            self.last.append(last)
            self.joint.append(JOINT_NUMBERS[joint])
            self.label.append(LABELS.index(c.label))
            self.state.append(state)
            self.columns.extend(found)
            self.rows.append(len(self.columns))
        self.bounds.append(self.bounds[-1] + len(candidates))
        self.pages.append((view, [c._replace(evidence=(), detail=None) for c in candidates]))

    def arrays(self) -> Arrays:
        """The lattice for ``marginals``."""
        return Arrays(*(np.asarray(getattr(self, name), dtype=np.int64) for name in Arrays._fields))


def marginals(score: Any, lattice: Arrays, link: Any, *, gold: bool) -> tuple[float, Any, Any]:
    """The log-partition of all texts, and the probability of each candidate and the expected count of each link.

    With ``gold`` only sets count that hold no wrong candidate and every gold one that can be held.
    """
    own = score + SURE * (lattice.state > 0) if gold else score
    out, links = np.zeros(len(score)), np.zeros(link.shape)
    total = _run(own, lattice, link, gold, out, links)
    return (total - SURE * float(out[lattice.state > 0].sum()) if gold else total), out, links


@njit(cache=True)
def _run(own, lattice, link, gold, out, links):  # type: ignore[no-untyped-def]
    total = 0.0
    for d in range(len(lattice.bounds) - 1):
        at, n = lattice.bounds[d], lattice.bounds[d + 1] - lattice.bounds[d]
        prefix, forward, inner = _forward(own, lattice, link, gold, at, n)
        _backward(lattice, link, gold, at, prefix, forward, inner, out, links)
        total += prefix[n]
    return total


@njit(cache=True)
def _forward(own, lattice, link, gold, at, n):  # type: ignore[no-untyped-def]
    """Log-sums over the sets of the first k candidates (prefix) and of those that end with each one (forward)."""
    prefix, forward, inner = np.zeros(n + 1), np.full(n, -1e30), np.zeros(n)
    for i in range(n):
        g = at + i
        prefix[i + 1] = prefix[i]
        if gold and lattice.state[g] < 0:
            continue
        best = prefix[lattice.base[g]]
        for j in range(lattice.first[g], lattice.last[g]):
            best = max(best, forward[j] + link[lattice.label[at + j], lattice.joint[g], lattice.label[g]])
        z = np.exp(prefix[lattice.base[g]] - best)
        for j in range(lattice.first[g], lattice.last[g]):
            z += np.exp(forward[j] + link[lattice.label[at + j], lattice.joint[g], lattice.label[g]] - best)
        inner[i] = best + np.log(z)
        forward[i] = own[g] + inner[i]
        prefix[i + 1] = max(prefix[i], forward[i]) + np.log1p(np.exp(-abs(prefix[i] - forward[i])))
    return prefix, forward, inner


@njit(cache=True)
def _backward(lattice, link, gold, at, prefix, forward, inner, out, links):  # type: ignore[no-untyped-def]
    """The derivative of the log-partition: each candidate's and each link's probability."""
    n = len(forward)
    d_prefix, d_forward = np.zeros(n + 1), np.zeros(n)
    d_prefix[n] = 1.0
    for i in range(n - 1, -1, -1):
        g = at + i
        if gold and lattice.state[g] < 0:
            d_prefix[i] += d_prefix[i + 1]
            continue
        d_forward[i] += d_prefix[i + 1] * np.exp(forward[i] - prefix[i + 1])
        d_prefix[i] += d_prefix[i + 1] * np.exp(prefix[i] - prefix[i + 1])
        p = d_forward[i]
        if p < 1e-12:
            continue
        out[g] += p
        d_prefix[lattice.base[g]] += p * np.exp(prefix[lattice.base[g]] - inner[i])
        for j in range(lattice.first[g], lattice.last[g]):
            a, b, c = lattice.label[at + j], lattice.joint[g], lattice.label[g]
            q = p * np.exp(forward[j] + link[a, b, c] - inner[i])
            d_forward[j] += q
            links[a, b, c] += q
