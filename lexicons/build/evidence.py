"""Fits the weights of evidence (``lexicons/evidence/*.tsv``) to annotated text.

    python lexicons/build/evidence.py --shared DIR [--without NAME ...]

DIR holds ``train/`` and ``corpora/`` with annotated reports (JSON Lines: text, entities, and the labels that are
gold). The model is the library's own: every set of disjoint candidates has a probability proportional to
the exponential of its total score (a semi-Markov conditional random field), and the weights are those
under which the annotated sets are most likely, with a normal prior. Labels that a corpus does not annotate are
left free. Each corpus with a guideline of its own has offsets to all weights, which are thrown away.
Texts that the measuring corpora hold are left out. Needs numpy, scipy and numba.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numba import njit
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from tsv import write

from govner.choose import JOINTS
from govner.evidence import FITTED, READ, VALUED, Observer, elsewhere
from govner.extractor import Extractor
from govner.matchers.candidate import Candidate

LEAST = 3
"""An observation seen with fewer candidates has no weight of its own."""
SPREAD = 1.5
OFFSET_SPREAD = 1.2
"""Standard deviations of the prior of the weights and of a guideline's offsets."""
OWN_WEIGHT = 6.0
"""How often each of our own annotated texts counts: they alone follow the definition in everything."""
VALUED_PRIOR = 4.0
"""What every date and figure weighs before its rule: those rules read the text closely; only our own texts judge them."""
DROP = 0.03
"""Weights smaller than this are left out of the table."""


@dataclass(frozen=True)
class Pool:
    """A corpus to learn from: where it lies, whose guideline it follows, the rules whose finds it leaves unmarked."""

    path: str
    style: str
    free: frozenset[str] = frozenset()


POOLS = (
    Pool("train/pfr_articles.jsonl", "home", frozenset({"abbreviation"})),
    Pool("train/msra.jsonl", "msra"),
    Pool("train/cluener.jsonl", "cluener"),
    Pool("train/resume.jsonl", "resume"),
)


def texts(shared: Path, pool: Pool, measured: dict[str, str]) -> Iterator[dict[str, Any]]:
    """The texts of a pool that no measuring corpus holds, without the sentences that one holds."""
    sentences: dict[str, list[str]] = {}
    for name, text in measured.items():
        sentences.setdefault("-".join(name.split("-")[:4]), []).append(text)
    with (shared / pool.path).open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)
            if text["id"] not in measured:
                yield from without(text, sentences.get(text["id"], []))


def without(text: dict[str, Any], sentences: Iterable[str]) -> Iterator[dict[str, Any]]:
    """What is left of a text when some sentences are taken out, as texts of their own."""
    whole, cuts = text["text"], [0]
    for start, sentence in sorted((whole.find(s), s) for s in sentences):
        if start >= cuts[-1]:
            cuts += [start, start + len(sentence)]
    cuts.append(len(whole))
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        if end > start:
            moved = {
                key: [
                    m | {"start": m["start"] - start, "end": m["end"] - start}
                    for m in text.get(key, [])
                    if start <= m["start"] and m["end"] <= end
                ]
                for key in ("entities", "optional")
            }
            yield text | moved | {"text": whole[start:end]}


def measured(shared: Path) -> dict[str, str]:
    """The texts that are measured on, by name."""
    found = {}
    for path in (shared / "corpora").glob("*.jsonl"):
        with path.open(encoding="utf-8") as lines:
            found |= {(text := json.loads(line))["id"]: text["text"] for line in lines}
    return found


OWN = "own"


def own(path: Path) -> Iterator[dict[str, Any]]:
    """Our own annotated sentences: ``[p:王明]`` and the like inside the text, a report a line."""
    labels = {"p": "person", "t": "title", "o": "organisation", "l": "place", "d": "date", "f": "figure"}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("# "):
            continue
        parts, entities, length = [], [], 0
        for mark, marked, plain in re.findall(r"\[([ptoldf]):([^\]]*)\]|([^\[]+|\[)", line):
            text = (marked or plain).replace("\\n", "\n")
            if mark:
                entities.append({"start": length, "end": length + len(text), "label": labels[mark]})
            parts.append(text)
            length += len(text)
        yield {"id": OWN, "text": "".join(parts), "gold": list(FITTED), "entities": entities}


@dataclass
class Lattice:
    """All candidates of many texts in one row, with what was observed about each and who its neighbours are."""

    columns: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=lambda: [0])
    base: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    joint: list[int] = field(default_factory=list)
    label: list[int] = field(default_factory=list)
    state: list[int] = field(default_factory=list)  # 1 gold, 0 free, -1 wrong
    bounds: list[int] = field(default_factory=lambda: [0])
    pages: list[tuple[str, list[Candidate]]] = field(default_factory=list)  # to see what stands elsewhere

    def add(self, candidates: list[Candidate], observed: list[list[int]], states: list[int], view: str) -> None:
        """One text's candidates, sorted by their ends."""
        start = self.bounds[-1]
        ends = [c.end for c in candidates]
        by_end: dict[int, tuple[int, int]] = {}
        for i, end in enumerate(ends):
            by_end[end] = (by_end.get(end, (i, i))[0], i + 1)
        positions = sorted(by_end)
        for c, found, state in zip(candidates, observed, states, strict=True):
            joint, limit = "", c.start
            if limit and limit not in by_end and view[limit - 1] in JOINTS:
                joint, limit = view[limit - 1], limit - 1
            group = by_end.get(limit, (0, 0))
            if limit in by_end:
                base = by_end[limit][0]
            else:
                k = np.searchsorted(positions, limit)
                base = by_end[positions[k]][0] if k < len(positions) else len(ends)
            self.base.append(base)
            self.first.append(group[0])
            self.last.append(group[1])
            self.joint.append(JOINT_NUMBERS[joint])
            self.label.append(FITTED.index(c.label))
            self.state.append(state)
            self.columns.extend(found)
            self.rows.append(len(self.columns))
        self.bounds.append(start + len(candidates))
        self.pages.append((view, [c._replace(evidence=(), detail=None) for c in candidates]))


JOINT_NUMBERS = {joint: i for i, joint in enumerate(["", *sorted(JOINTS)])}


@njit(cache=True)
def marginals(score, bounds, base, first, last, joint, label, state, link, gold_only, out, link_out):  # type: ignore[no-untyped-def]
    """The log-partition of all texts; adds each candidate's and each link's probability to ``out`` and ``link_out``."""
    total = 0.0
    n_labels = link.shape[0]
    for d in range(len(bounds) - 1):
        lo, n = bounds[d], bounds[d + 1] - bounds[d]
        prefix = np.zeros(n + 1)
        forward = np.full(n, -1e30)
        inner = np.zeros(n)
        for i in range(n):
            g = lo + i
            prefix[i + 1] = prefix[i]
            if gold_only and state[g] < 0:
                continue
            own = score[g] + (50.0 if gold_only and state[g] > 0 else 0.0)
            best = prefix[base[g]]
            for j in range(first[g], last[g]):
                v = forward[j] + link[label[lo + j], joint[g], label[g]]
                best = max(best, v)
            z = np.exp(prefix[base[g]] - best)
            for j in range(first[g], last[g]):
                v = forward[j] + link[label[lo + j], joint[g], label[g]]
                if v > best - 40:
                    z += np.exp(v - best)
            inner[i] = best + np.log(z)
            forward[i] = own + inner[i]
            a, b = prefix[i], forward[i]
            prefix[i + 1] = max(a, b) + np.log1p(np.exp(-abs(a - b)))
        total += prefix[n]
        d_prefix = np.zeros(n + 1)
        d_forward = np.zeros(n)
        d_prefix[n] = 1.0
        for i in range(n - 1, -1, -1):
            g = lo + i
            if gold_only and state[g] < 0:
                d_prefix[i] += d_prefix[i + 1]
                continue
            d_forward[i] += d_prefix[i + 1] * np.exp(forward[i] - prefix[i + 1])
            d_prefix[i] += d_prefix[i + 1] * np.exp(prefix[i] - prefix[i + 1])
            p = d_forward[i]
            if p < 1e-12:
                continue
            out[g] += p
            d_prefix[base[g]] += p * np.exp(prefix[base[g]] - inner[i])
            for j in range(first[g], last[g]):
                w = forward[j] + link[label[lo + j], joint[g], label[g]] - inner[i]
                if w > -40:
                    q = p * np.exp(w)
                    d_forward[j] += q
                    link_out[label[lo + j], joint[g], label[g]] += q
    return total


def judge(text: dict[str, Any], candidates: Iterable[Candidate], unmarked: frozenset[str]) -> list[int]:
    """Gold, free or wrong, for each candidate of an annotated text."""
    judged = set(text.get("gold", FITTED)) - (set() if text["id"] == OWN else VALUED)
    gold = {
        (s, e, m["label"]) for m in text["entities"] for s, e in [(m["start"], m["end"]), *map(tuple, m.get("or", []))]
    }
    free = {(m["start"], m["end"]) for m in text.get("optional", [])}
    states = []
    for c in candidates:
        if c.label in judged and c.rule not in unmarked:
            states.append(1 if (c.start, c.end, c.label) in gold else 0 if (c.start, c.end) in free else -1)
        else:
            states.append(0)
    return states


def gather(
    docs: Iterable[dict[str, Any]],
    extractor: Extractor,
    numbers: dict[str, int],
    seen: Counter[int],
    unmarked: frozenset[str] = frozenset(),
) -> Lattice:
    """The lattice of some texts; every observation gets a number the first time it is met."""
    lattice = Lattice()
    for text in docs:
        page = extractor.page(text["text"], text.get("published"))
        candidates = sorted(extractor.candidates(page), key=lambda c: (c.end, c.start))
        observer = Observer(page)
        observed = []
        for c in candidates:
            seen_here = [evidence for evidence in observer.observe(c) if evidence != READ]
            ids = [numbers.setdefault(f"{c.label} {evidence}", len(numbers)) for evidence in seen_here]
            seen.update(ids)
            observed.append(ids)
        lattice.add(candidates, observed, judge(text, candidates, unmarked), page.view)
    return lattice


@dataclass
class Part:
    """A style's texts as arrays; ``support`` holds what is observed elsewhere on the page, renewed between fits."""

    style: int
    weight: float
    matrix: Any
    arrays: tuple[Any, ...]
    pages: list[tuple[str, list[Candidate]]]
    prior: Any
    support: Any = None

    def renew(self, weights: Any, numbers: dict[str, int]) -> None:
        """Observes what stands elsewhere, given the weights of everything else."""
        scores = self.matrix @ weights + self.prior
        rows, columns, i = [], [], 0
        for view, candidates in self.pages:
            own_scores = scores[i : i + len(candidates)].tolist()
            for row, (c, found) in enumerate(zip(candidates, elsewhere(view, candidates, own_scores), strict=True), i):
                if found is not None:
                    rows.append(row)
                    columns.append(numbers[f"{c.label} {found}"])
            i += len(candidates)
        self.support = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(scores), len(numbers)))


SUPPORTS = {
    f"{label} elsewhere={n}": i for i, (label, n) in enumerate((label, n) for label in FITTED for n in range(-3, 5))
}


def fit(parts: list[Part], styles: int, size: int, rounds: int) -> tuple[Any, Any, Any]:
    """The weights of all observations, of what stands elsewhere, and of links."""
    shape = (len(FITTED), len(JOINT_NUMBERS), len(FITTED))
    own, every_one = size, size + len(SUPPORTS)
    width = every_one + int(np.prod(shape))

    def loss(x: Any) -> tuple[float, Any]:
        every = x.reshape(styles, width)
        gradient = every / SPREAD**2
        gradient[1:] = every[1:] / OFFSET_SPREAD**2
        value = 0.5 * float((gradient * every).sum())
        for part in parts:
            w = every[0] + (every[part.style] if part.style else 0.0)
            score = part.matrix @ w[:own] + part.prior
            if part.support is not None:
                score = score + part.support @ w[own:every_one]
            link = w[every_one:].reshape(shape)
            gold, all_ = np.zeros(len(score)), np.zeros(len(score))
            gold_links, all_links = np.zeros(shape), np.zeros(shape)
            z_gold = marginals(score, *part.arrays, link, True, gold, gold_links)
            z_all = marginals(score, *part.arrays, link, False, all_, all_links)
            value += part.weight * (z_all - (z_gold - 50.0 * float(gold[part.arrays[-1] > 0].sum())))
            wrong = all_ - gold
            support = np.zeros(len(SUPPORTS)) if part.support is None else part.support.T @ wrong
            step = part.weight * np.concatenate([part.matrix.T @ wrong, support, (all_links - gold_links).ravel()])
            gradient[0] += step
            if part.style:
                gradient[part.style] += step
        return value, gradient.ravel()

    x = np.zeros(styles * width)
    for turn, share in enumerate((0.6, 0.25, 0.15)):
        if turn:
            for part in parts:
                home = x.reshape(styles, width)
                part.renew((home[0] + (home[part.style] if part.style else 0.0))[:own], SUPPORTS)
        options = {"maxiter": max(2, int(rounds * share)), "maxcor": 8}
        found = minimize(loss, x, jac=True, method="L-BFGS-B", options=options)
        x = found.x
        print(f"loss {found.fun:.0f} after {found.nit} rounds", flush=True)
    home = x.reshape(styles, width)[0]
    return home[:own], home[own:every_one], home[every_one:].reshape(shape)


def main() -> None:
    """Fits and writes the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=80)
    parser.add_argument("--share", type=float, default=1.0, help="of the large pools, for trying out")
    parser.add_argument("--extra", type=Path, nargs="*", default=[], help="further annotated texts in the home style")
    args = parser.parse_args()
    extractor = Extractor()
    held_out = measured(args.shared)
    numbers: dict[str, int] = {}
    seen: Counter[int] = Counter()
    styles = ["home"]
    raw: list[tuple[int, float, Lattice]] = []
    for pool in POOLS:
        if pool.style not in styles:
            styles.append(pool.style)
        docs = list(texts(args.shared, pool, held_out))
        docs = docs[: int(len(docs) * args.share)]
        raw.append((styles.index(pool.style), 1.0, gather(docs, extractor, numbers, seen, pool.free)))
        print(
            f"{pool.path}: {len(docs)} texts, {len(raw[-1][2].label)} candidates, {len(numbers)} observations",
            flush=True,
        )
    for path in sorted((Path(__file__).parent / "annotated").glob("*.txt")):
        raw.append((0, OWN_WEIGHT, gather(own(path), extractor, numbers, seen)))
        print(f"{path.name}: {len(raw[-1][2].label)} candidates", flush=True)
    for path in args.extra:
        with path.open(encoding="utf-8") as lines:
            raw.append((0, OWN_WEIGHT, gather(map(json.loads, lines), extractor, numbers, seen)))
    names = list(numbers)
    keep = np.full(len(names), -1)
    kept = [i for i, name in enumerate(names) if seen[i] >= LEAST]
    keep[kept] = np.arange(len(kept))
    parts = []
    for style, weight, lattice in raw:
        columns = keep[np.asarray(lattice.columns, dtype=np.int64)]
        rows = np.repeat(np.arange(len(lattice.label)), np.diff(lattice.rows))
        there = columns >= 0
        matrix = csr_matrix(
            (np.ones(int(there.sum())), (rows[there], columns[there])), shape=(len(lattice.label), len(kept))
        )
        arrays = tuple(
            np.asarray(a, dtype=np.int64)
            for a in (
                lattice.bounds,
                lattice.base,
                lattice.first,
                lattice.last,
                lattice.joint,
                lattice.label,
                lattice.state,
            )
        )
        valued = [FITTED.index(label) for label in VALUED]
        prior = np.where(np.isin(lattice.label, valued), VALUED_PRIOR, 0.0)
        parts.append(Part(style, weight, matrix, arrays, lattice.pages, prior))
    weights, support, link = fit(parts, len(styles), len(kept), args.rounds)
    about = {
        "source": "fitted by lexicons/build/evidence.py to annotated news",
        "licence": "Apache-2.0",
        "date": "2026-11",
    }
    by_label: dict[str, list[tuple[str, str, int]]] = {label: [] for label in FITTED}
    for i, weight in zip(kept, weights, strict=True):
        label, evidence = names[i].split(" ", 1)
        if abs(weight) >= DROP:
            by_label[label].append((evidence, f"{weight:.2f}", seen[i]))
    for label in VALUED:
        by_label[label].append((READ, f"{VALUED_PRIOR:.2f}", 0))
    for name, i in SUPPORTS.items():
        label, evidence = name.split(" ", 1)
        if abs(support[i]) >= DROP:
            by_label[label].append((evidence, f"{support[i]:.2f}", sum(int(p.support[:, i].sum()) for p in parts)))
    for label, body in by_label.items():
        write(
            f"evidence/{label}",
            f"What speaks for and against a {label}: evidence, weight in log-odds, how many candidates showed it.",
            columns=("evidence", "weight", "count"),
            body=sorted(body),
            **about,
        )
    joints = {number: joint or "-" for joint, number in JOINT_NUMBERS.items()}
    write(
        "evidence/links",
        "What two neighbouring mentions add to each other; the joint is what stands between them, - for nothing.",
        columns=("before", "joint", "after", "weight", "count"),
        body=sorted(
            (FITTED[a], joints[j], FITTED[b], f"{link[a, j, b]:.2f}", 0)
            for a, j, b in np.ndindex(*link.shape)
            if abs(link[a, j, b]) >= DROP
        ),
        **about,
    )


if __name__ == "__main__":
    main()
