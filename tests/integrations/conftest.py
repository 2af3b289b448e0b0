"""What the tests of the integrations share: a package made absent, and texts with their days."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
DAYS = {"appointment": "2026-09-03", "bulletin": "2026-07-21", "summit": "2026-06-18", "visit": "2027-03-12"}


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a package look as if it were not installed."""

    def absent(name: str) -> None:
        for module in [module for module in sys.modules if module.partition(".")[0] == name]:
            monkeypatch.delitem(sys.modules, module)
        monkeypatch.setitem(sys.modules, name, None)

    return absent


@pytest.fixture(scope="session")
def texts() -> list[tuple[str, str]]:
    """Our example reports, each with the day of its publication."""
    return [((REPORTS / f"{name}.txt").read_text(encoding="utf-8"), day) for name, day in DAYS.items()]
