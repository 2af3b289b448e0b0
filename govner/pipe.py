"""Many texts, in order, lazily: here or over worker processes, never more than a few in flight."""

import datetime
import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Generic, Literal, TypeVar

from govner.workers import Crew, Task

I = TypeVar("I")  # noqa: E741
R = TypeVar("R")

Text = tuple[str, datetime.date | None]
Failure = Callable[[int, Exception], R | None]

LOG = logging.getLogger(__name__)

CHARACTERS = 4000
"""A task has at least so many, which take a worker some hundred times as long as sending them to and fro."""
TEXTS = 64
"""A task has at most so many, however short they are."""
IN_FLIGHT = 4
"""Tasks read ahead, at work or waiting for their turn, for each worker."""


def pipe(
    read: Callable[[Text], R],
    items: Iterable[I],
    prepare: Callable[[I], Text],
    workers: int,
    *,
    on_error: Literal["raise", "skip"] | Failure[R] = "raise",
    progress: Callable[[int], None] | None = None,
) -> Iterator[R]:
    """What ``read`` makes of each item, in the order of the items; memory is bounded whatever their number.

    ``prepare`` makes plain values of an item, here, so that what crosses to a worker can always be pickled. Exceptions
    of the two are an item's own; one of ``items`` itself is the end.
    """
    outcomes = _here(read, items, prepare) if workers == 1 else _over_workers(read, items, prepare, workers)
    try:
        for index, outcome in enumerate(outcomes):
            result = _settled(index, outcome, on_error) if isinstance(outcome, Exception) else outcome
            if progress is not None:
                progress(index + 1)
            if result is not None:
                yield result
    finally:
        outcomes.close()


def _settled(index: int, error: Exception, on_error: Literal["raise", "skip"] | Failure[R]) -> R | None:
    """What stands for an item that failed; None is nothing at all."""
    error.add_note(f"govner: text {index} of the pipe, counted from 0")
    if on_error == "raise":
        raise error
    if on_error == "skip":
        LOG.warning("text %d is left out: %s: %s", index, type(error).__name__, error)
        return None
    return on_error(index, error)


def _here(
    read: Callable[[Text], R], items: Iterable[I], prepare: Callable[[I], Text]
) -> Generator[R | Exception, None, None]:
    for item in items:
        try:
            outcome: R | Exception = read(prepare(item))
        except Exception as error:  # noqa: BLE001  (whatever it is, the caller's policy decides)
            outcome = error
        yield outcome


def _over_workers(
    read: Callable[[Text], R], items: Iterable[I], prepare: Callable[[I], Text], workers: int
) -> Generator[R | Exception, None, None]:
    if multiprocessing.get_start_method() == "fork":
        read(("", None))  # the lists that are loaded now are in memory once, not once a worker
    crew = Crew(read, workers)
    batches: Iterator[_Batch[R]] = _batches(items, prepare)
    waiting: deque[_Batch[R]] = deque()
    failed: Exception | None = None
    try:
        while True:
            while failed is None and len(waiting) < IN_FLIGHT * workers:
                try:
                    batch = next(batches, None)
                except Exception as error:  # noqa: BLE001  (raised again after the reports of what came before it)
                    failed = error
                    break
                if batch is None:
                    break
                waiting.append(batch)
                crew.give([batch.task])
            if not waiting:
                break
            while not waiting[0].task.done:
                crew.step()
            yield from waiting.popleft().outcomes()
    finally:
        crew.end()
    if failed is not None:
        raise failed


class _Batch(Generic[R]):
    """Some items on their way: those that could be prepared are a task, the others have failed already."""

    def __init__(self) -> None:
        self.task: Task[Text, R] = Task([])
        self.failed: dict[int, Exception] = {}
        self.size = 0

    def add(self, item: I, prepare: Callable[[I], Text]) -> None:
        try:
            text = prepare(item)
        except Exception as error:  # noqa: BLE001  (as in _here)
            self.failed[len(self.task.items) + len(self.failed)] = error
        else:
            self.task.items.append(text)
            self.size += len(text[0])

    @property
    def full(self) -> bool:
        return self.size >= CHARACTERS or len(self.task.items) + len(self.failed) >= TEXTS

    def outcomes(self) -> Iterator[R | Exception]:
        read = iter(self.task.results())
        for index in range(len(self.task.items) + len(self.failed)):
            yield self.failed[index] if index in self.failed else next(read)


def _batches(items: Iterable[I], prepare: Callable[[I], Text]) -> Iterator[_Batch[R]]:
    batch: _Batch[R] = _Batch()
    failed: Exception | None = None
    source = iter(items)
    while failed is None:
        try:
            item = next(source)
        except StopIteration:
            break
        except Exception as error:  # noqa: BLE001  (raised again after what came before it)
            failed = error
        else:
            batch.add(item, prepare)
            if batch.full:
                yield batch
                batch = _Batch()
    yield batch
    if failed is not None:
        raise failed
