"""The benchmark runs: its figures are for readers, so only its rows are looked at."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parent / "benchmarks"


def test_the_benchmark_prints_its_table() -> None:
    command = [sys.executable, str(BENCHMARKS), "--characters", "300", "--turns", "1", "--only", "speed,start"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    for row in ("jieba.cut", "govner.extract", "  match title", "import govner, and the first report"):
        assert f"\n{row}  " in done.stdout
