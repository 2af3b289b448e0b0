"""Changes one sign, number or condition at a time in the rooms that compute, and says which changes no test notices.

python .ci/mutate.py [MODULE…]      e.g. govner.choose; exit 1 where more than one in ten lives

It needs the extra govner[mutation]. Each mutant is run in a fork of this process, and no file is touched.
"""

import importlib.util
import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parents[1]
TESTS = {
    "govner.choose": ["tests/test_choose.py"],
    "govner.values.calendar": ["tests/values/test_calendar.py"],
    "govner.values.numerals": ["tests/values/test_numerals.py"],
}
MOST = 0.1
PATIENCE = 20
"""Seconds after which a mutant counts as noticed: it hangs."""
# One other sign for each sign is enough; unions of types are no sums; identity of small numbers is equality.
LEFT_OUT = re.compile(
    r"core/(ReplaceBinaryOperator_(?!Add_Sub|Sub_Add|Mul_Add|Div_Mul|FloorDiv_Mul|Mod_Mul|Pow_Mul)"
    r"|ReplaceUnaryOperator_(?!USub_UAdd|Delete_Not)|ReplaceComparisonOperator_(Is|IsNot|In|NotIn)_(?!Is|IsNot|In|NotIn)"
    r"|ReplaceComparisonOperator_(?!Is|IsNot|In|NotIn)[A-Za-z]+_(Is|IsNot)|RemoveDecorator)"
)
# No test can notice: how much is remembered; what is overwritten before it is read; an end of a chain below zero,
# whichever it is; a total from which all others count; which hopeless candidates are sorted out beforehand.
SAME = re.compile(r"@lru_cache\(|before = \[|last = \[|best = \[|order = sorted\(")


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """The name of each change, and the source with it."""
    for name in operator_names():
        if LEFT_OUT.match(name):
            continue
        try:
            operator = get_operator(name)()
        except TypeError:  # it needs to be told what to change
            continue
        occurrence = 0
        while (mutated := mutate_code(source, operator, occurrence)) is not None:
            yield name, mutated
            occurrence += 1


def lives(module: str, path: Path, mutated: str) -> bool:
    """Whether the module's tests pass all the same, in a fork of this process."""
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os._exit(0 if _passes(module, path, mutated) else 1)
    return os.waitpid(child, 0)[1] == 0


def _passes(module: str, path: Path, mutated: str) -> bool:
    try:
        spec = importlib.util.spec_from_file_location(module, path)
        assert spec is not None  # noqa: S101
        sys.modules[module] = made = importlib.util.module_from_spec(spec)
        exec(compile(mutated, path, "exec"), made.__dict__)  # noqa: S102
        parent, _, name = module.rpartition(".")
        setattr(importlib.import_module(parent), name, made)
        quick = ["-q", "-x", "--noconftest", "-p", "no:cacheprovider"]
        quick += ["-o", "addopts=--import-mode=importlib", "-o", "filterwarnings=ignore"]
        return pytest.main([*quick, *TESTS[module]]) == 0
    except BaseException:  # noqa: BLE001
        return False


def shown(source: str, mutated: str) -> str:
    """The lines that differ."""
    pairs = zip(source.split("\n"), mutated.split("\n"), strict=False)
    return "\n".join(f"  {i}: {a.strip()}\n   -> {b.strip()}" for i, (a, b) in enumerate(pairs, 1) if a != b)


def main() -> int:
    """Prints each survivor, then the share of each module."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    hypothesis.settings.register_profile("mutants", deadline=None, derandomize=True, database=None)
    hypothesis.settings.load_profile("mutants")
    failed = False
    for module in sys.argv[1:] or TESTS:
        path = ROOT / (module.replace(".", "/") + ".py")
        source = path.read_text(encoding="utf-8")
        if not lives(module, path, source):
            sys.exit(f"{module}: its tests fail as it is")
        tried = lived = 0
        for name, mutated in mutants(source):
            change = shown(source, mutated)
            if SAME.search(change):
                continue
            tried += 1
            if lives(module, path, mutated):
                lived += 1
                print(f"{module} {name}\n{change}", flush=True)
        print(f"{module}: {lived} of {tried} mutants lived, {lived / tried:.1%}", flush=True)
        failed |= lived > MOST * tried
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
