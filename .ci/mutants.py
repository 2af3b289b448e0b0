"""Says which mutants lived through a session of cosmic-ray's, and fails where more than one in ten of a file's did.

python .ci/mutants.py SESSION.sqlite
"""

import sqlite3
import sys
from collections import Counter

MOST = 0.1
QUERY = """
    select module_path, operator_name, start_pos_row, test_outcome, diff from mutation_specs
    join work_results on mutation_specs.job_id = work_results.job_id where worker_outcome != 'SKIPPED'
    order by module_path, start_pos_row
"""


def main() -> int:
    """Prints each survivor with its change, then the share of each file."""
    tried, lived = Counter[str](), Counter[str]()
    for path, operator, row, outcome, diff in sqlite3.connect(sys.argv[1]).execute(QUERY):
        tried[path] += 1
        if str(outcome).upper().endswith("SURVIVED"):
            lived[path] += 1
            changed = [line for line in diff.split("\n") if line[:1] in "+-" and line[:3] not in ("+++", "---")]
            print(f"{path}:{row} {operator.rpartition('/')[2]}", *changed, sep="\n")
    for path, count in tried.items():
        print(f"{path}: {lived[path]} of {count} mutants lived, {lived[path] / count:.1%}")
    return int(any(lived[path] > MOST * count for path, count in tried.items()))


if __name__ == "__main__":
    sys.exit(main())
