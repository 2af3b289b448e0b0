"""Worker processes: each has a connection of its own, so that one that dies is known with what it was doing."""

import multiprocessing
import pickle
import queue
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from govner.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Tasks that a worker has at once: one at work, one so that it never waits for the next."""
TRIES = 2
"""A task that a worker died of is tried again, as the worker may have been killed from outside."""

READY = b"ready"


@dataclass(slots=True, eq=False)
class Task(Generic[T, R]):
    """Items to be worked on by one worker, and their outcomes: a result or the exception of each."""

    items: list[T]
    outcomes: list[R | Exception] | None = None
    died: int = 0
    parts: "list[Task[T, R]]" = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Whether every item has its outcome."""
        return all(part.done for part in self.parts) if self.parts else self.outcomes is not None

    def results(self) -> list[R | Exception]:
        """The outcomes in the order of the items."""
        return [outcome for part in self.parts for outcome in part.results()] or self.outcomes or []


class _Worker(Generic[T, R]):
    """One process, seen from the parent."""

    def __init__(self, function: Callable[[T], R]) -> None:
        self.tasks: deque[Task[T, R]] = deque()
        self.ready = False
        self.connection, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=_work, args=(theirs, function), name="govner-worker", daemon=True)
        try:
            self.process.start()
        finally:
            theirs.close()

    def give(self, task: Task[T, R]) -> None:
        """Hands a task over; where the process has died, its next :meth:`receive` tells so."""
        self.tasks.append(task)
        with suppress(OSError):
            self.connection.send(task.items)

    def receive(self) -> bool:
        """Takes in what the process has sent; False when it has died."""
        try:
            data = self.connection.recv_bytes()
        except (EOFError, OSError):
            return False
        if data == READY:
            self.ready = True
        else:
            self.tasks.popleft().outcomes = pickle.loads(data)  # noqa: S301  (from our own process)
        return True

    def end(self) -> None:
        """Ends the process, whatever it is doing."""
        self.connection.close()
        self.process.kill()
        self.process.join()

    def epitaph(self) -> str:
        """How the process ended, in words."""
        self.process.join()
        code = self.process.exitcode or 0
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"


class Crew(Generic[T, R]):
    """Up to ``size`` processes that apply ``function`` to the items of tasks; started as they are needed."""

    def __init__(self, function: Callable[[T], R], size: int) -> None:
        self._function = function
        self._size = size
        self._workers: list[_Worker[T, R]] = []
        self._queue: deque[Task[T, R]] = deque()

    def give(self, tasks: Iterable[Task[T, R]]) -> None:
        """Takes tasks on."""
        self._queue.extend(tasks)
        self._hand_out()

    def step(self) -> None:
        """Waits until a worker has something to say, and takes it in.

        Raises WorkerError where a process dies before it has worked at all.
        """
        heard = wait([worker.connection for worker in self._workers])
        for worker in [worker for worker in self._workers if worker.connection in heard]:
            if not worker.receive():
                self._bury(worker)
        self._hand_out()

    def end(self) -> None:
        """Ends all processes."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _hand_out(self) -> None:
        while self._queue:
            worker = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
            if len(self._workers) < self._size and (worker is None or worker.tasks):
                worker = _Worker(self._function)
                self._workers.append(worker)
            if worker is None or len(worker.tasks) >= AHEAD:
                return
            worker.give(self._queue.popleft())

    def _bury(self, worker: _Worker[T, R]) -> None:
        self._workers.remove(worker)
        how = worker.epitaph()
        worker.end()
        if not worker.ready:
            raise WorkerError(
                f"no worker process could start ({how}); standard error says why. Where processes are spawned, the "
                'program that calls pipe needs its `if __name__ == "__main__":`'
            )
        if not worker.tasks:
            return
        guilty, *innocent = worker.tasks
        guilty.died += 1
        again = [guilty]
        if len(guilty.items) > 1:
            again = guilty.parts = [Task([item], died=guilty.died) for item in guilty.items]
        elif guilty.died >= TRIES:
            again = []
            guilty.outcomes = [WorkerError(f"the worker process died of this text ({how}), and died again of it")]
        self._queue.extendleft(reversed([*again, *innocent]))


def _work(connection: Connection, function: Callable[[T], R]) -> None:
    """What a process does until its parent closes the connection or has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # not the parent's handler, where that was forked
    waiting: queue.SimpleQueue[list[T] | None] = queue.SimpleQueue()
    # Tasks are taken in while one is at work: neither side ever waits for the other to read.
    threading.Thread(target=_listen, args=(connection, waiting), daemon=True).start()
    try:
        connection.send_bytes(READY)
        while (items := waiting.get()) is not None:
            connection.send_bytes(pickle.dumps([_outcome(function, item) for item in items], pickle.HIGHEST_PROTOCOL))
    except OSError:
        return  # nobody listens any more


def _listen(connection: Connection, waiting: "queue.SimpleQueue[list[T] | None]") -> None:
    # A forked sibling may hold the connection open; the parent's own end is told by its sentinel.
    parent = multiprocessing.parent_process()
    sentinels = [parent.sentinel] if parent else []
    with suppress(EOFError, OSError):
        while connection in wait([connection, *sentinels]):
            waiting.put(connection.recv())
    waiting.put(None)


def _outcome(function: Callable[[T], R], item: T) -> R | Exception:
    try:
        return function(item)
    except Exception as error:  # noqa: BLE001  (whatever it is, the parent decides)
        return _portable(error)


def _portable(error: Exception) -> Exception:
    """The exception with its traceback as a note, or one that says the same where it cannot be pickled."""
    said = "".join(traceback.format_exception(error)).rstrip()
    error.add_note(f"in a worker process:\n{said}")
    try:
        again = pickle.loads(pickle.dumps(error))  # noqa: S301
    except Exception:  # noqa: BLE001  (anything may go wrong in a class that we do not know)
        again = None
    if type(again) is type(error):
        return error
    other = WorkerError(f"{type(error).__name__}: {error}")
    other.add_note(f"in a worker process:\n{said}")
    return other
