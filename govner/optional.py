"""Packages that only an extra of govner's brings: imported when needed, named when missing."""

from importlib import import_module
from typing import Any

from govner.errors import MissingPackageError


def package(name: str, extra: str) -> Any:
    """The package or module ``name``.

    Raises MissingPackageError, saying which extra brings it, where it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingPackageError(
            f"the package {name.partition('.')[0]} is not installed; pip install 'govner[{extra}]'"
        ) from error
