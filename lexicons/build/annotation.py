"""Annotated texts to fit to: the large pools without what is measured on, and our own reports."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govner.matchers.candidate import Candidate
from govner.mentions import LABELS
from govner.observer import VALUED

Text = dict[str, Any]
"""An annotated text: id, text, entities, the labels that are gold, and what is optional."""


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


def texts(shared: Path, pool: Pool, measured: dict[str, str]) -> Iterator[Text]:
    """The texts of a pool that no measuring corpus holds, without the sentences that one holds."""
    sentences: dict[str, list[str]] = {}
    for name, text in measured.items():
        sentences.setdefault("-".join(name.split("-")[:4]), []).append(text)
    with (shared / pool.path).open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)
            if text["id"] not in measured:
                yield from without(text, sentences.get(text["id"], []))


def without(text: Text, sentences: Iterable[str]) -> Iterator[Text]:
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
    found: dict[str, str] = {}
    for path in (shared / "corpora").glob("*.jsonl"):
        with path.open(encoding="utf-8") as lines:
            found |= {(text := json.loads(line))["id"]: text["text"] for line in lines}
    return found


OWN, OWN_STYLE = "own", "home"


def own(path: Path) -> Iterator[Text]:
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
        yield {"id": OWN, "text": "".join(parts), "gold": list(LABELS), "entities": entities}


def judge(text: Text, candidates: Iterable[Candidate], unmarked: frozenset[str]) -> list[int]:
    """Gold, free or wrong, for each candidate of an annotated text."""
    judged = set(text.get("gold", LABELS)) - (set() if text["id"] == OWN else VALUED)
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
