"""Fuzzes one target, guided by coverage; needs the extra govner[fuzz].

    python tests/fuzz/run.py TARGET [MINUTES]

What a check fails on is written to tests/fuzz/corpus/TARGET, which the suite replays; the first failure ends the run.
"""

import hashlib
import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
LONGEST = {"report": 4096, "dossier": 4096, "formats": 4096}
SLOWEST = 20
"""Seconds that one input may take before it counts as a hang."""

with atheris.instrument_imports(include=["govner"]):
    from tests.fuzz.targets import CORPUS, TARGETS


def main() -> None:
    """Runs libFuzzer in this process until the time is over or a check fails."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in TARGETS:
        sys.exit(f"{name!r} is no target; choose from {', '.join(TARGETS)}")
    seconds = round(60 * float(sys.argv[2] if len(sys.argv) > 2 else 1))
    target = TARGETS[name]

    def one(data: bytes) -> None:
        spelt = target.spell(data)
        try:
            target.check(spelt)
        except BaseException:
            folder = CORPUS / name
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / hashlib.sha256(spelt).hexdigest()[:16]
            path.write_bytes(spelt)
            sys.stderr.write(f"\n{path.relative_to(ROOT)}: {spelt.decode('utf-8', 'backslashreplace')!r}\n")
            raise

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(target.seeds()):
            (Path(folder) / str(number)).write_bytes(seed)
        limits = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-max_len={LONGEST.get(name, 400)}"]
        quiet = ["-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={folder}/"]
        atheris.Setup([sys.argv[0], folder, *limits, *quiet], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
