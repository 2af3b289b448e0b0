"""Who took up which office, who left it, and since when.

python examples/appointments.py
"""

from pathlib import Path

import govner

text = (Path(__file__).parent / "reports" / "appointment.txt").read_text(encoding="utf-8")
report = govner.extract(text, published="2026-09-03")

for a in report.appointments:
    where = a.organisation or a.place
    print(
        a.status,
        a.person.text if a.person else "–",
        a.title.text if a.title else "–",
        where.text if where else "–",
        a.since.value if a.since else "",
        sep="\t",
    )
