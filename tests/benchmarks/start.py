"""What a program pays that uses govner once: import, first report, memory."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from statistics import median

WORKS = {
    "bare Python": "pass",
    "import govner": "import govner",
    "import govner, and its rooms": "import govner; govner.Extractor",
    "import govner, and the first report": "import govner; govner.extract(texts[0])",
    "import govner, and a hundred reports": "import govner; [govner.extract(text) for text in texts]",
}
MEASURED = """
import json, sys, time
texts = json.load(sys.stdin)
begun = time.perf_counter()
{work}
taken = time.perf_counter() - begun
with open("/proc/self/status") as status:
    print(taken, *(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")))
"""


def rows(texts: Sequence[str], turns: int) -> Iterator[tuple[str, ...]]:
    """A cold start in a fresh process: seconds on the clock, and the most memory held, in MB (Linux)."""
    for name, work in WORKS.items():
        measured = [_fresh(work, texts[:100]) for _ in range(turns)]
        yield name, f"{median(taken for taken, _ in measured):.3f}", f"{max(peak for _, peak in measured):.0f}"


def _fresh(work: str, texts: Sequence[str]) -> tuple[float, float]:
    command = [sys.executable, "-P", "-c", MEASURED.format(work=work)]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    taken, peak = done.stdout.split()
    return float(taken), float(peak)
