"""A report kept as one line of JSON and read back: the same mentions, the same appointments.

python examples/json_there_and_back.py
"""

from pathlib import Path

import govner
from govner import Report

text = (Path(__file__).parent / "reports" / "visit.txt").read_text(encoding="utf-8")
report = govner.extract(text, published="2027-03-12")

line = report.to_json()
again = Report.from_json(line)

print(again == report)
print(again.appointments[0].person is again.people[0])
print(len(again.mentions), "mentions;", len(again.appointments), "appointments")
print(line[line.index('{"label"') : line.index("}") + 1])
