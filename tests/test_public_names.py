"""The public names: all there, and their rooms opened only when one is asked for."""

import subprocess
import sys

import pytest

import govner


@pytest.mark.parametrize("name", govner.__all__)
def test_each_public_name_is_there(name: str) -> None:
    assert getattr(govner, name).__name__ == name or name == "Mention"
    assert name in dir(govner)


def test_any_other_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extractt'"):
        govner.extractt  # type: ignore[attr-defined]  # noqa: B018


def test_importing_opens_no_room() -> None:
    asked = "import sys, govner; print(sorted(m for m in sys.modules if m.startswith('govner.')))"
    done = subprocess.run([sys.executable, "-W", "error", "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['govner.errors']"
