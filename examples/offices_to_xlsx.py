"""Names and offices of several reports in a spreadsheet that Excel opens, one row an office.

python examples/offices_to_xlsx.py offices.xlsx     (needs: pip install openpyxl)
"""

import csv
import sys
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

import govner

REPORTS = Path(__file__).parent / "reports"

book = Workbook()
sheet = book.active
sheet.title = "offices"
sheet.append(["report", "published", "name", "title", "body", "status"])
for cell in sheet[1]:
    cell.font = Font(bold=True)
sheet.freeze_panes = "A2"

with (REPORTS / "published.csv").open(encoding="utf-8", newline="") as lines:
    for name, published in list(csv.reader(lines))[1:4]:
        report = govner.extract((REPORTS / f"{name}.txt").read_text(encoding="utf-8"), published)
        for profile in report.roster:
            for office in dict.fromkeys(profile.appointments):
                body = office.organisation or office.place
                title = office.title.text if office.title else None
                where = (body.name or body.text) if body else None
                sheet.append([name, report.published, profile.name, title, where, office.status])

book.save(sys.argv[1])
print(sheet.max_row - 1, "rows")
for row in sheet.iter_rows(max_row=6, values_only=True):
    print(*("–" if cell is None else cell for cell in row), sep="\t")
