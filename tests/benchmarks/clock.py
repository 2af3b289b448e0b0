"""Medians of processor time: what else the machine does is not ours."""

import gc
import time
from collections.abc import Callable
from statistics import median


def seconds(work: Callable[[], object], turns: int) -> float:
    """The median processor time of some turns."""
    return median(once(work) for _ in range(turns))


def once(work: Callable[[], object]) -> float:
    """The processor time of one turn, with no garbage of earlier ones."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def in_turn(works: dict[str, Callable[[], object]], turns: int) -> dict[str, float]:
    """Medians of several works, done in turn, so that a slow spell of the machine meets them all."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(turns):
        for name, work in works.items():
            taken[name].append(once(work))
    return {name: median(times) for name, times in taken.items()}
