"""Fits the weights of evidence (``lexicons/evidence/*.tsv``) to annotated text.

    python lexicons/build/evidence.py --shared DIR [--rounds N] [--share PART]

DIR holds ``train/`` and ``corpora/`` with annotated reports (JSON Lines: text, entities, and the labels that are
gold). The model is the library's own: every set of disjoint candidates has a probability proportional to
the exponential of its total score (a semi-Markov conditional random field), and the weights are those
under which the annotated sets are most likely, with a normal prior. Labels that a corpus does not annotate are
left free. Each corpus with a guideline of its own has offsets to all weights, which are thrown away.
Texts that the measuring corpora hold are left out. Needs numpy, scipy and numba.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from annotation import OWN_STYLE, POOLS, Pool, Text, judge, measured, own, texts
from lattice import JOINT_NUMBERS, Arrays, Lattice, marginals
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from tsv import write

from govner.evidence import elsewhere
from govner.extractor import Extractor
from govner.matchers.candidate import Candidate
from govner.mentions import LABELS
from govner.observer import READ, VALUED, Observer

LEAST = 3
"""An observation seen with fewer candidates has no weight of its own."""
LEAST_AT_HOME = 5
"""What fewer candidates of texts that follow the definition show, no other guideline has an offset for."""
SPREAD = 1.0
OFFSET_SPREAD = 0.8
"""Standard deviations of the prior of the weights and of a guideline's offsets."""
OWN_WEIGHT = 0.6
"""How often each of our own annotated texts counts: they alone follow the definition in everything."""
VALUED_PRIOR = 4.0
"""What every date and figure weighs before its rule: those rules read closely; only our own texts judge them."""
DROP = 0.08
"""Weights smaller than this are left out of the table."""
TURNS = (0.6, 0.25, 0.15)
"""The shares of the rounds between which is observed anew what stands elsewhere."""

SUPPORTS = {
    f"{label} elsewhere={n}": i for i, (label, n) in enumerate((label, n) for label in LABELS for n in range(-3, 5))
}
HOME = Pool("annotated", OWN_STYLE)
LINKS = (len(LABELS), len(JOINT_NUMBERS), len(LABELS))


class Observations:
    """Every observation met, numbered, and how many candidates showed it."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.seen: Counter[int] = Counter()
        self.seen_at_home: Counter[int] = Counter()

    def gather(self, found: Iterable[Text], extractor: Extractor, pool: Pool) -> Lattice:
        """The lattice of some texts."""
        lattice = Lattice()
        for text in found:
            page = extractor.page(text["text"], text.get("published"))
            candidates = sorted(extractor.candidates(page), key=lambda c: (c.end, c.start))
            observer = Observer(page)
            observed = [self._numbers(c, observer) for c in candidates]
            lattice.add(candidates, observed, judge(text, candidates, pool.free), page.view)
        if pool.style == OWN_STYLE:
            self.seen_at_home.update(lattice.columns)
        return lattice

    def _numbers(self, candidate: Candidate, observer: Observer) -> list[int]:
        names = [f"{candidate.label} {name}" for name in observer.observe(candidate) if name != READ]
        numbers = [self.numbers.setdefault(name, len(self.numbers)) for name in names]
        self.seen.update(numbers)
        return numbers

    def kept(self) -> dict[int, int]:
        """The columns of those seen often enough."""
        return {number: i for i, number in enumerate(n for n in self.numbers.values() if self.seen[n] >= LEAST)}

    def known_at_home(self, kept: dict[int, int]) -> Any:
        """1 for each column that the definition's own texts tell enough about, 0 for the others."""
        return np.asarray([float(self.seen_at_home[number] >= LEAST_AT_HOME) for number in kept])


@dataclass
class Part:
    """A style's texts as arrays; ``support`` holds what is observed elsewhere on the page, renewed between turns."""

    style: int
    weight: float
    matrix: Any
    arrays: Arrays
    pages: list[tuple[str, list[Candidate]]]
    prior: Any
    support: Any

    @classmethod
    def of(cls, style: int, weight: float, lattice: Lattice, kept: dict[int, int]) -> "Part":
        """A lattice with the observations that are kept."""
        size = len(lattice.label)
        columns = np.asarray([kept.get(number, -1) for number in lattice.columns], dtype=np.int64)
        rows = np.repeat(np.arange(size), np.diff(lattice.rows))[columns >= 0]
        matrix = csr_matrix((np.ones(len(rows)), (rows, columns[columns >= 0])), shape=(size, len(kept)))
        prior = np.where(np.isin(lattice.label, [LABELS.index(label) for label in VALUED]), VALUED_PRIOR, 0.0)
        support = csr_matrix((size, len(SUPPORTS)))
        return cls(style, weight, matrix, lattice.arrays(), lattice.pages, prior, support)

    def renew(self, weights: Any) -> None:
        """Observes what stands elsewhere, given the weights of everything else."""
        scores = (self.matrix @ weights + self.prior).tolist()
        rows: list[int] = []
        columns: list[int] = []
        start = 0
        for view, candidates in self.pages:
            end = start + len(candidates)
            for i, found in elsewhere(view, candidates, scores[start:end]).items():
                rows.append(start + i)
                columns.append(SUPPORTS[f"{candidates[i].label} {found}"])
            start = end
        self.support = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=self.support.shape)


@dataclass(frozen=True)
class Model:
    """Where the weights of observations, of what stands elsewhere and of links lie in one vector for each style."""

    parts: list[Part]
    styles: int
    size: int
    known: Any

    @property
    def width(self) -> int:
        """The length of one style's vector."""
        return self.size + len(SUPPORTS) + int(np.prod(LINKS))

    def split(self, vector: Any) -> tuple[Any, Any, Any]:
        """The three parts of a style's vector."""
        own, support, links = np.split(vector, [self.size, self.size + len(SUPPORTS)])
        return own, support, links.reshape(LINKS)

    def of_style(self, x: Any, style: int) -> Any:
        """A style's vector: the home weights with its offsets."""
        every = x.reshape(self.styles, self.width)
        return every[0] + every[style] * self.offset if style else every[0]

    @cached_property
    def offset(self) -> Any:
        """1 where a guideline may differ from home; where home tells nothing, what the other one tells stands."""
        return np.concatenate([self.known, np.ones(self.width - self.size)])

    def loss(self, x: Any) -> tuple[float, Any]:
        """The negative log-likelihood with the prior, and its gradient."""
        every = x.reshape(self.styles, self.width)
        gradient = every / OFFSET_SPREAD**2
        gradient[0] = every[0] / SPREAD**2
        value = 0.5 * float((gradient * every).sum())
        for part in self.parts:
            own, support, link = self.split(self.of_style(x, part.style))
            score = part.matrix @ own + part.support @ support + part.prior
            held, gold, gold_links = marginals(score, part.arrays, link, gold=True)
            total, all_, all_links = marginals(score, part.arrays, link, gold=False)
            value += part.weight * (total - held)
            wrong, links = all_ - gold, (all_links - gold_links).ravel()
            step = part.weight * np.concatenate([part.matrix.T @ wrong, part.support.T @ wrong, links])
            gradient[0] += step
            if part.style:
                gradient[part.style] += step * self.offset
        return value, gradient.ravel()

    def fit(self, rounds: int) -> tuple[Any, Any, Any]:
        """The home weights."""
        x = np.zeros(self.styles * self.width)
        for turn, share in enumerate(TURNS):
            if turn:
                for part in self.parts:
                    part.renew(self.split(self.of_style(x, part.style))[0])
            options = {"maxiter": max(2, int(rounds * share)), "maxcor": 8}
            found = minimize(self.loss, x, jac=True, method="L-BFGS-B", options=options)
            x = found.x
            print(f"loss {found.fun:.0f} after {found.nit} rounds", flush=True)
        return self.split(self.of_style(x, 0))


ABOUT = {
    "source": "fitted by lexicons/build/evidence.py to annotated news",
    "licence": "Apache-2.0",
    "date": "2026-11",
}


def write_weights(names: dict[str, tuple[float, int]]) -> None:
    """One table a label: ``names`` are label and evidence, with weight and count."""
    for label in LABELS:
        body = [(READ, f"{VALUED_PRIOR:.2f}", 0)] if label in VALUED else []
        for name, (weight, count) in names.items():
            its_label, evidence = name.split(" ", 1)
            if its_label == label and abs(weight) >= DROP:
                body.append((evidence, f"{weight:.2f}", count))
        write(
            f"evidence/{label}",
            f"What speaks for and against a {label}: evidence, weight in log-odds, how many candidates showed it.",
            columns=("evidence", "weight", "count"),
            body=sorted(body),
            **ABOUT,
        )


def write_links(link: Any) -> None:
    """The table of neighbours."""
    joints = {number: joint or "-" for joint, number in JOINT_NUMBERS.items()}
    write(
        "evidence/links",
        "What two neighbouring mentions add to each other; the joint is what stands between them, - for nothing.",
        columns=("before", "joint", "after", "weight"),
        body=sorted(
            (LABELS[a], joints[j], LABELS[b], f"{link[a, j, b]:.2f}")
            for a, j, b in np.ndindex(*link.shape)
            if abs(link[a, j, b]) >= DROP
        ),
        **ABOUT,
    )


def main() -> None:
    """Fits and writes the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--share", type=float, default=1.0, help="of the large pools, for trying out")
    args = parser.parse_args()
    extractor, observations, held_out = Extractor(), Observations(), measured(args.shared)
    styles = [OWN_STYLE, *dict.fromkeys(pool.style for pool in POOLS if pool.style != OWN_STYLE)]
    lattices: list[tuple[int, float, Lattice]] = []
    for pool in POOLS:
        found = list(texts(args.shared, pool, held_out))
        lattice = observations.gather(found[: int(len(found) * args.share)], extractor, pool)
        lattices.append((styles.index(pool.style), 1.0, lattice))
        print(f"{pool.path}: {len(lattice.label)} candidates, {len(observations.numbers)} observations", flush=True)
    ours = [text for path in sorted((Path(__file__).parent / "annotated").glob("*.txt")) for text in own(path)]
    lattices.append((0, OWN_WEIGHT, observations.gather(ours, extractor, HOME)))
    print(f"our own: {len(ours)} texts, {len(lattices[-1][2].label)} candidates", flush=True)
    kept = observations.kept()
    parts = [Part.of(style, weight, lattice, kept) for style, weight, lattice in lattices]
    weights, support, link = Model(parts, len(styles), len(kept), observations.known_at_home(kept)).fit(args.rounds)
    names = list(observations.numbers)
    found_weights = {names[n]: (float(weights[i]), observations.seen[n]) for n, i in kept.items()}
    for name, i in SUPPORTS.items():
        found_weights[name] = float(support[i]), sum(int(part.support[:, i].sum()) for part in parts)
    write_weights(found_weights)
    write_links(link)


if __name__ == "__main__":
    main()
