"""Python's search for cycles of garbage, put off while there are none to find."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Reading lists and texts makes many objects and no cycles: looking for some would take a fifth of the time.

    Where the collector is off already, by the program or by another thread here, it is left as it is.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
