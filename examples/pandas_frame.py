"""A column of texts in pandas: mentions joined to their articles, counted, and offices beside them.

python examples/pandas_frame.py     (needs: pip install 'govner[pandas]')
"""

from pathlib import Path

import pandas as pd

from govner.integrations.pandas import appointments, mentions, reports

REPORTS = Path(__file__).parent / "reports"

articles = pd.read_csv(REPORTS / "published.csv", index_col="report")
articles["text"] = [(REPORTS / f"{name}.txt").read_text(encoding="utf-8") for name in articles.index]

read = reports(articles["text"], articles["published"])
found = mentions(read)
figures = found[found["label"] == "figure"]
print(figures.groupby(level="report")["kind"].value_counts().unstack(fill_value=0).to_string())

money = figures[figures["currency"] == "CNY"].join(articles["published"])
largest = money.sort_values("value_number", ascending=False).head(3)
print(largest[["published", "text", "value_number"]].to_string())

offices = appointments(read)
begun = offices[offices["status"] == "begun"]
print(begun.loc[["congress"], ["person", "title", "body"]].to_string())
