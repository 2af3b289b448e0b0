"""How far a run is, on a terminal: how many reports, how fast, how long it will take; drawn by rich if it is there."""

import shutil
import sys
import time
from typing import Protocol

from govner.cli.messages import counted
from govner.errors import MissingPackageError
from govner.optional import package

EVERY = 0.2
"""Seconds between two drawings."""


class Display(Protocol):
    """What draws a line of progress."""

    def show(self, line: str, share: float) -> None:
        """Draws the line and how much of the whole is done, from 0 to 1."""

    def close(self) -> None:
        """Takes the drawing away."""


class Progress:
    """Counts what was done, and shows it from time to time. ``total`` is in bytes, 0 where it is not known."""

    def __init__(self, display: Display | None, total: int) -> None:
        self._display = display
        self._total = total
        self._began = self._shown = time.monotonic()
        self._skipped = 0
        self._reports = 0
        self._characters = 0

    def skip(self, position: int) -> None:
        """An earlier run did what comes before this position: it says nothing of the speed."""
        self._skipped = position
        self._began = time.monotonic()

    def advance(self, characters: int, position: int) -> None:
        """One more report is done, and so many bytes of all."""
        self._reports += 1
        self._characters += characters
        now = time.monotonic()
        if self._display and now - self._shown >= EVERY:
            self._shown = now
            self._display.show(self.line(now - self._began, position), position / self._total if self._total else 0.0)

    def line(self, seconds: float, position: int) -> str:
        """What is said after so many seconds.

        >>> progress = Progress(None, total=4000)
        >>> for _ in range(100):
        ...     progress.advance(1000, 2000)
        >>> progress.line(2.0, position=1000)
        '100 reports, 50.0 a second, 50,000 characters a second, 6 s left'
        """
        said = f"{counted(self._reports, 'report')}, {self._reports / seconds:.1f} a second"
        said += f", {self._characters / seconds:,.0f} characters a second"
        read = position - self._skipped
        if self._total and read > 0:
            said += f", {duration((self._total - position) * seconds / read)} left"
        return said

    def close(self) -> None:
        """Takes the drawing away."""
        if self._display:
            self._display.close()


def duration(seconds: float) -> str:
    """A stretch of time for a reader.

    >>> [duration(seconds) for seconds in (0, 59, 61, 3599, 7260)]
    ['0 s', '59 s', '1 min 1 s', '59 min 59 s', '2 h 1 min']
    """
    minutes, rest = divmod(max(round(seconds), 0), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"


def display() -> Display | None:
    """What draws on standard error where that is a terminal that nothing else is printed on; else None."""
    if not sys.stderr.isatty():
        return None
    try:
        package("rich", "progress")
    except MissingPackageError:
        return PlainDisplay()
    return RichDisplay()


class PlainDisplay:
    """One line that is written over and over."""

    def show(self, line: str, share: float) -> None:
        """Writes the line over the one before."""
        said = f"{share:4.0%} {line}" if share else line
        sys.stderr.write(f"\r{said[: shutil.get_terminal_size().columns - 1]}\x1b[K")
        sys.stderr.flush()

    def close(self) -> None:
        """Leaves an empty line."""
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


class RichDisplay:
    """A bar and the line, by rich."""

    def __init__(self) -> None:
        progress, console = package("rich.progress", "progress"), package("rich.console", "progress")
        # It refreshes when told to: a thread of its own would be forked along with the workers.
        self._progress = progress.Progress(
            progress.BarColumn(20),
            progress.TextColumn("{task.description}", markup=False),
            console=console.Console(stderr=True),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._progress.add_task("", total=1.0)
        self._progress.start()

    def show(self, line: str, share: float) -> None:
        """Draws bar and line anew."""
        self._progress.update(self._task, completed=share, description=line)
        self._progress.refresh()

    def close(self) -> None:
        """Takes both away."""
        self._progress.stop()
