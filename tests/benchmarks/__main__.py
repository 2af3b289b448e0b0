"""How fast govner is, in one table: beside jieba in the same run, from a cold start, and as texts and word lists grow.

    python tests/benchmarks [--texts FILE] [--characters N] [--turns N] [--only speed,start,length,words,hostile]

FILE has a JSON object with a ``text`` on each line; without it the broadcast news next to the checkout is read, and
where that is missing, the example reports. Hostile texts take minutes, and are measured only when asked for. Nothing
here passes or fails: machines differ, ratios of one run do not.
"""

import argparse
from pathlib import Path

import growth
import hostile
import speed
import start
from texts import found

USUAL = {"speed": speed.rows, "start": start.rows, "length": growth.by_length, "words": growth.by_words}
PARTS = {**USUAL, "hostile": hostile.rows}


def main() -> None:
    """Prints the parts asked for, as they are measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--characters", type=int, default=300_000, help="how much of the texts is read")
    parser.add_argument("--turns", type=int, default=5, help="of these the median is told")
    parser.add_argument("--only", default=",".join(USUAL), help="parts, with commas between")
    args = parser.parse_args()
    texts = found(args.texts, args.characters)
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters, median of {args.turns} turns", flush=True)
    for part in args.only.split(","):
        print(f"\n{(PARTS[part].__doc__ or part).rstrip('.')}:")
        for name, *figures in PARTS[part](texts, args.turns):
            print(f"{name:44}" + "".join(f"{figure:>16}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
