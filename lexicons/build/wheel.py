"""Makes the compact form of the lists while the package is built: into the wheel, or beside the lists of a checkout."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FILE = "lexicons/compact.marshal"


class Compact(BuildHookInterface[Any]):
    """Called by hatchling before and after a wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes the file; for an editable install in the checkout, where it is no longer used once a list changes."""
        if version == "editable":
            self._make(Path(self.root, FILE))
            return
        self._folder = TemporaryDirectory()
        made = Path(self._folder.name, Path(FILE).name)
        self._make(made)
        build_data["force_include"][str(made)] = f"govner/{FILE}"

    def finalize(self, version: str, *_: object) -> None:
        """Takes away what the wheel holds now."""
        if version != "editable":
            self._folder.cleanup()

    def _make(self, file: Path) -> None:
        # In a process of its own: what it imports is this checkout's package, and not one that may be installed.
        subprocess.run([sys.executable, "lexicons/build/compact.py", file], cwd=self.root, check=True)
