"""What fuzzing once found, and what it begins with, holds."""

from pathlib import Path

import pytest

from tests.fuzz.targets import CORPUS, TARGETS, spell, spelt
from tests.robustness.texts import TEXTS

FOUND = sorted(path for path in CORPUS.glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_holds(path: Path) -> None:
    TARGETS[path.parent.name].check(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds_hold(name: str) -> None:
    target = TARGETS[name]
    seeds = list(target.seeds())
    assert seeds
    for seed in seeds:
        target.check(target.spell(seed))


@pytest.mark.parametrize("text", [*TEXTS, "", "王伟\ud800\x00"])
def test_bytes_spell_any_text(text: str) -> None:
    assert spell(spelt(text)).decode("utf-8", "surrogatepass") == text
