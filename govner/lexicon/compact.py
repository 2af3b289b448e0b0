"""What the library makes of its lists, in the compact form that an install carries: it loads in milliseconds.

``lexicons/build/compact.py`` makes the file when the package is built. It is used only while the lists and the code
that reads them are the very ones that it was made of, so that who changes a list of an installed package is heard.
"""

import marshal
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast
from zlib import crc32

from govner.garbage import uncollected
from govner.lexicon.tables import content, home, names

Made = TypeVar("Made")

FILE = "compact.marshal"
CHECKSUM = 4
"""So many bytes at the beginning of the file tell what it was made of."""
OLDEST = 4
"""The format of marshal that all Pythons from 3.4 on read."""
LOADING = Lock()


def made(name: str, make: Callable[[], Made]) -> Made:
    """What ``make`` makes of the lists: plain dicts, lists, tuples, strings and numbers.

    It is taken from the compact form where that has it, once: who asks for it keeps it.
    """
    with LOADING:
        found = _parts().pop(name, None)
    return make() if found is None else cast(Made, found)


def packed(parts: Mapping[str, object]) -> bytes:
    """The compact form of what was made, for the lists and the code as they lie here."""
    shared = cast(dict[str, Any], _shared(dict(parts), {}))
    # Marshalled twice, because what else refers to an object shows the first time, and the file should be the same.
    return checksum() + marshal.dumps(marshal.loads(marshal.dumps(shared, OLDEST)), OLDEST)  # noqa: S302  # our own


def _shared(value: object, known: dict[tuple[object, ...], object]) -> object:
    """The value with one object for all equal strings, numbers and tuples in it."""
    if isinstance(value, dict):
        return {_shared(key, known): _shared(held, known) for key, held in value.items()}
    if isinstance(value, list):
        return [_shared(held, known) for held in value]
    if isinstance(value, tuple):
        held = tuple(_shared(one, known) for one in value)
        return known.setdefault((tuple, *map(id, held)), held)
    return known.setdefault((type(value), value), value)


def checksum() -> bytes:
    """What tells these lists and this code from others."""
    found = 0
    for name in names():
        found = crc32(content(name), crc32(name.encode(), found))
    for file in sorted(Path(__file__).parents[1].rglob("*.py")):
        found = crc32(file.read_bytes(), found)
    return found.to_bytes(CHECKSUM)


@lru_cache(maxsize=1)
def _parts() -> dict[str, object]:
    file = home().joinpath(FILE)
    if not file.is_file():
        return {}
    found = memoryview(file.read_bytes())
    if found[:CHECKSUM] != checksum():
        return {}
    try:
        with uncollected():
            return cast(dict[str, object], marshal.loads(found[CHECKSUM:]))  # noqa: S302  # the package's own file
    except (EOFError, TypeError, ValueError):  # cut short: the lists themselves are there
        return {}
