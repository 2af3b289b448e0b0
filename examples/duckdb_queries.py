"""SQL over the mentions of many reports: DuckDB reads the Arrow table where it stands in memory.

python examples/duckdb_queries.py     (needs: pip install 'govner[arrow]' duckdb)
"""

import csv
from pathlib import Path

import duckdb

import govner
from govner.formats import arrow

REPORTS = Path(__file__).parent / "reports"

with (REPORTS / "published.csv").open(encoding="utf-8", newline="") as lines:
    days = {row["report"]: row["published"] for row in csv.DictReader(lines)}
mentions = arrow.table(
    (name, govner.extract((REPORTS / f"{name}.txt").read_text(encoding="utf-8"), day)) for name, day in days.items()
)

database = duckdb.connect()
database.register("mentions", mentions)
print("bodies named in more than one report")
bodies = """
    select name, count(distinct id) as reports, count(*) as times
    from mentions where label = 'organisation'
    group by name having reports > 1 order by reports desc, times desc, name
"""
for row in database.execute(bodies).fetchall():
    print(*row, sep="\t")

print("growth and decline, in percent")
percent = """
    select id, min(value_number), round(avg(value_number), 2), max(value_number), count(*)
    from mentions where kind = 'percent' group by id order by id
"""
for row in database.execute(percent).fetchall():
    print(*row, sep="\t")
