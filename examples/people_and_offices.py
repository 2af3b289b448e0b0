"""Who is named in a report, under which titles, and where.

python examples/people_and_offices.py
"""

from pathlib import Path

import govner

text = (Path(__file__).parent / "reports" / "summit.txt").read_text(encoding="utf-8")
report = govner.extract(text, published="2026-06-18")

for person in report.roster:
    offices = []
    for held in person.appointments:
        where = held.organisation or held.place
        offices.append(f"{where.text if where else ''} {held.title.text if held.title else ''}".strip())
    print(f"{person.name}\t{len(person.mentions)}\t{'; '.join(dict.fromkeys(offices))}")
