"""The texts that are measured on."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEWS = ROOT.parent / "shared" / "corpora" / "news.jsonl"


def found(file: Path | None, characters: int) -> list[str]:
    """Whole texts, one after the other, up to so many characters; the examples are repeated until there are enough."""
    file = file or (NEWS if NEWS.exists() else None)
    if file is None:
        examples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples/reports").glob("*.txt"))]
        every = examples * (1 + characters // sum(map(len, examples)))
    else:
        with file.open(encoding="utf-8") as lines:
            every = [json.loads(line)["text"] for line in lines]
    texts: list[str] = []
    for text in every:
        if characters <= 0:
            break
        texts.append(text)
        characters -= len(text)
    return texts
