"""Holds the scoreboard against the floors that the project has reached: none may fall.

python .ci/gate.py BOARD.json FLOOR.json            exit 1, and say which, where a figure is below its floor
python .ci/gate.py BOARD.json FLOOR.json --raise    write the figures of the board as floors, where they are higher
"""

import argparse
import json
import math
import sys
from pathlib import Path

Board = dict[str, dict[str, float | None]]

# Precision, recall and value accuracy move against each other; these are what may not fall.
HELD = (
    "person",
    "title",
    "organisation",
    "place",
    "date",
    "figure",
    "appointment",
    "date.value",
    "figure.value",
    "all",
)
CHARACTERS_A_SECOND = 80_000
# A floor is a figure with four digits, so that it can be read and typed.
SCALE = 10_000


def fallen(board: Board, floor: Board) -> list[str]:
    """A line for each figure below its floor, and for each that is missing."""
    lines = []
    for corpus, floors in floor.items():
        for key, least in floors.items():
            found = board.get(corpus, {}).get(key)
            if found is None:
                lines.append(f"{corpus} {key}: no figure, the floor is {least}")
            elif least is not None and found < least:
                lines.append(f"{corpus} {key}: {found:.4f} is below its floor {least}")
    return lines


def raised(board: Board, floor: Board) -> Board:
    """The floors, each the higher of what was held before and what the board shows."""
    new: Board = {}
    for corpus, row in sorted(board.items()):
        before = floor.get(corpus, {})
        found = {key: cut(value) for key in HELD if (value := row.get(key)) is not None}
        new[corpus] = {key: max(value, before.get(key) or 0.0) for key, value in found.items()}
    return {**floor, **new}


def cut(value: float) -> float:
    """The figure with its last digits cut off, never rounded up."""
    return math.floor(value * SCALE) / SCALE


def main() -> int:
    """Compares, or raises the floors; the exit status says whether all of them hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("board", type=Path)
    parser.add_argument("floor", type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args()
    board: Board = json.loads(options.board.read_text(encoding="utf-8"))
    floor: Board = json.loads(options.floor.read_text(encoding="utf-8")) if options.floor.exists() else {}
    if options.lift:
        options.floor.write_text(json.dumps(raised(board, floor), indent=1) + "\n", encoding="utf-8")
        return 0
    # Speed depends on the machine and on what else runs there: said, not judged.
    for corpus, row in board.items():
        ratio = (row.get("chars/s") or 0.0) / CHARACTERS_A_SECOND
        print(f"speed {corpus}: {ratio:.2f} × {CHARACTERS_A_SECOND:,} characters a second")
    lines = fallen(board, floor)
    print("\n".join(f"FALLEN {line}" for line in lines) or f"all {sum(map(len, floor.values()))} floors hold")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
