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
print({name: mentions.features[name].dtype for name in ("id", "start", "text", "first", "value_number", "former")})

money = mentions.filter(lambda row: row["currency"] == "CNY" and row["value_number"] >= 10**12)
for row in money.select_columns(["id", "start", "text", "value"]):
    print(row)

both = mentions.filter(lambda row: row["label"] == "title" and len(row["offices"]) > 1)
print(both[0]["text"], both[0]["offices"])
