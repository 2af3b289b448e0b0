"""Mentions as a Hugging Face dataset, made from the Arrow table without a copy.

python examples/datasets_table.py     (needs: pip install 'govner[arrow]' datasets)
"""

import csv
from pathlib import Path

from datasets import Dataset
from datasets.table import InMemoryTable

from govner import Extractor
from govner.formats import arrow

REPORTS = Path(__file__).parent / "reports"

with (REPORTS / "published.csv").open(encoding="utf-8", newline="") as lines:
    days = {row["report"]: row["published"] for row in csv.DictReader(lines)}
texts = [((REPORTS / f"{name}.txt").read_text(encoding="utf-8"), day) for name, day in days.items()]

mentions = Dataset(InMemoryTable(arrow.table(zip(days, Extractor().pipe(texts), strict=True))))
print(mentions.num_rows, "mentions")
print({name: mentions.features[name].dtype for name in ("id", "start", "text", "first", "value_number", "former")})

titles = mentions.select_columns(["id", "label", "text", "offices"]).filter(lambda row: row["label"] == "title")
print(titles.num_rows, "titles")
print(next(row for row in titles if len(row["offices"]) > 1))

split = titles.train_test_split(test_size=0.2, seed=1)
print({name: part.num_rows for name, part in split.items()})
