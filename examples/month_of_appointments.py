"""Everyone who took up or left an office in one month, from all reports of that month together.

Where no sentence gives a day, it is that of the report; an office that someone once had (曾任) has ended by then.

python examples/month_of_appointments.py
"""

import csv
from pathlib import Path

from govner import Extractor, dossier

REPORTS = Path(__file__).parent / "reports"
MONTH = "2026-09"

with (REPORTS / "published.csv").open(encoding="utf-8", newline="") as lines:
    days = sorted((row["published"], row["report"]) for row in csv.DictReader(lines))
texts = [
    ((REPORTS / f"{name}.txt").read_text(encoding="utf-8"), published)
    for published, name in days
    if published.startswith(MONTH)
]

found = dossier(Extractor().pipe(texts))
print("change", "day", "person", "title", "body", "reports", sep="\t")
for tenure in found.tenures:
    reports = len({sighting.report for sighting in tenure.sightings})
    for change, day in [("began", tenure.begun), ("ended", tenure.ended)]:
        if day and day.isoformat().startswith(MONTH):
            print(change, day, tenure.person, tenure.title, tenure.body or "–", reports, sep="\t")
