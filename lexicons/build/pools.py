"""The annotated texts that counts are taken from, without those that are measured on."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def records(folder: Path, held: Path | None, names: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Each text of the named corpora in ``folder`` whose id ``held``, a folder laid out alike, does not have."""
    for name in names:
        kept_out = set[str]()
        if held and (held / f"{name}.jsonl").exists():
            with (held / f"{name}.jsonl").open(encoding="utf-8") as lines:
                kept_out = {json.loads(line)["id"] for line in lines}
        with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from (record for record in map(json.loads, lines) if record["id"] not in kept_out)


def spans_of(record: dict[str, Any], label: str) -> list[tuple[int, int]]:
    """Where the mentions of one label stand in a text."""
    return [(entity["start"], entity["end"]) for entity in record["entities"] if entity["label"] == label]
