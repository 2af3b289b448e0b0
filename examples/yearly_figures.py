"""The figures of a yearly report as a table, and its sums of money as a plot.

python examples/yearly_figures.py sums.png     (needs: pip install matplotlib)
"""

import re
import sys
from decimal import Decimal
from pathlib import Path

import matplotlib as mpl

import govner

mpl.use("Agg")  # draws into a file, and needs no screen
from matplotlib import pyplot as plt

text = (Path(__file__).parent / "reports" / "yearly.txt").read_text(encoding="utf-8")
report = govner.extract(text, published="2027-03-05")

sums: list[tuple[int, Decimal]] = []
print("no.", "what", "figure", "value", "unit", sep="\t")
for number, figure in enumerate(report.figures, 1):
    what = re.split(r"[，。；、\n]", text[max(0, figure.start - 30) : figure.start])[-1]
    value, unit = figure.value, figure.currency or figure.unit
    print(number, what, figure.text, value, unit or "", sep="\t")
    if figure.currency == "CNY" and value is not None and value >= 10**9:
        sums.append((number, value / 10**8))

plot, axes = plt.subplots(figsize=(8, 4.5), layout="constrained")
# The bars have the numbers of the table, as not every computer has a font for Chinese.
bars = axes.bar([str(number) for number, _ in sums], [float(value) for _, value in sums], color="#2f6f9f")
axes.bar_label(bars, [f"{value:,.0f}" for _, value in sums], fontsize=8)
axes.set(xlabel="no. in the table", ylabel="100 million yuan", title="Sums of money in the report")
plot.savefig(sys.argv[1], dpi=150)
