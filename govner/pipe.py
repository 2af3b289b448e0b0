"""Many texts, in order, lazily: here or over worker processes, never more than a few in flight."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

IN_FLIGHT = 16
"""Texts handed out ahead of the one that is waited for, for each worker."""


class _Worker:
    """What a worker process calls: received once when the process starts, not with every item."""

    function: Callable[[Any], Any]

    @classmethod
    def receive(cls, function: Callable[[Any], Any]) -> None:
        cls.function = staticmethod(function)

    @classmethod
    def work(cls, item: object) -> Any:
        return cls.function(item)


def pipe(function: Callable[[T], R], items: Iterable[T], workers: int = 1) -> Iterator[R]:
    """``function`` of each item, in the order of the items; memory is bounded whatever their number."""
    if workers == 1:
        yield from map(function, items)
        return
    waiting: deque[Future[R]] = deque()
    with ProcessPoolExecutor(workers, initializer=_Worker.receive, initargs=(function,)) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(_Worker.work, item))
                if len(waiting) >= IN_FLIGHT * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
