"""Writes the README's table of how well and how fast from the scoreboard's figures.

python .ci/figures.py BOARD.json DATE
"""

import argparse
import datetime
import json
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- figures: written by .ci/figures.py -->\n", "<!-- end of figures -->\n"
CORPORA = {
    "gov_news": "national government news, 2022–2026, and a summit report, annotated as govner reads",
    "pfr_articles": "People's Daily, January 1998, whole articles",
    "msra": "newspapers of 1998–99, sentences",
    "cluener": "finance, sport, games and property news",
    "resume": "careers of company officers",
    "weibo": "social media",
    "cec": "reports of accidents and disasters",
}
COLUMNS = ("person", "title", "organisation", "place", "date", "figure", "appointment")
SAID = """\
F1 on exact spans, in percent, on development data, {date}; values are the share of right normal forms among
the mentions found. Only the first text follows our definition of a mention; the others have guidelines of their own,
so that no reader could reach 100 there. A dot: the corpus does not say. Speed is that of one process on one core of a
small server.

"""


def table(board: dict[str, dict[str, float | None]]) -> str:
    """The figures as Markdown: F1 in percent, values where a corpus has them, thousands of characters a second."""
    lines = [
        f"| text | {' | '.join(COLUMNS)} | values: dates, figures | 1,000 characters/s |",
        "| --- |" + " --: |" * (len(COLUMNS) + 2),
    ]
    for corpus, what in CORPORA.items():
        row = board.get(corpus, {})
        f1 = [percent(row.get(column)) for column in COLUMNS]
        values = f"{percent(row.get('date.value'))}, {percent(row.get('figure.value'))}"
        lines.append(f"| {what} | {' | '.join(f1)} | {values} | {(row.get('chars/s') or 0) / 1000:.0f} |")
    return "\n".join(lines) + "\n"


def percent(share: float | None) -> str:
    """A share in percent; a dot where there is none."""
    return "·" if share is None else f"{100 * share:.1f}"


def main() -> None:
    """Reads the board, writes the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("board", type=Path)
    parser.add_argument("date", type=datetime.date.fromisoformat)
    options = parser.parse_args()
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    said = SAID.format(date=f"{options.date:%d %B %Y}")
    page = before + BEGIN + said + table(json.loads(options.board.read_text(encoding="utf-8"))) + END
    README.write_text(page + rest.split(END)[1], encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
