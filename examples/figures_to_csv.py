"""The figures of a bulletin as CSV, each with its exact value and the words before it.

python examples/figures_to_csv.py > figures.csv
"""

import csv
import sys
from pathlib import Path

import govner

text = (Path(__file__).parent / "reports" / "bulletin.txt").read_text(encoding="utf-8")
report = govner.extract(text, published="2026-07-21")

sheet = csv.writer(sys.stdout, lineterminator="\n")
sheet.writerow(["before", "figure", "kind", "value", "high", "unit", "bound"])
for figure in report.figures:
    before = text[max(0, figure.start - 8) : figure.start].replace("\n", " ")
    unit = figure.currency or figure.unit
    sheet.writerow([before, figure.text, figure.kind, figure.value, figure.high, unit, figure.bound])
