"""Results on their way to a file: whenever the run is killed, the same command goes on where it stopped.

While a run lasts, each report is one line appended to ``FILE.unfinished``. A line is whole or, at the very end, torn,
and a torn one is cut off. When all is read, FILE is written under another name and renamed: it is there whole or not.
"""

import json
import os
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from govner import record
from govner.cli.messages import UsageError
from govner.errors import FormatError
from govner.formats import jsonl
from govner.formats.registry import FORMATS, Format
from govner.report import Report

EVERY = 2.0
"""Seconds between the moments at which what was appended is forced to the disk."""

PATIENCE = 3.0
"""Seconds that a run waits for another one to let the file go."""


class Unfinished:
    """The unfinished results of one output file; one run at a time holds them.

    ``settings`` is what the results depend on: a run goes on only with those it began with. Raises UsageError where
    the file is there already, or held by another run, or begun otherwise.
    """

    def __init__(self, output: Path, settings: Mapping[str, object], *, resume: bool, overwrite: bool) -> None:
        self.path = output.with_name(f"{output.name}.unfinished")
        self._output = output
        self._settings = dict(settings)
        self.finished = resume and output.exists() and not self.path.exists()
        if self.finished:
            return
        for path in (output, self.path):
            if os.path.lexists(path) and not (resume or overwrite):
                remedy = "--resume goes on with it, " if path == self.path else ""
                raise UsageError(f"{path} is there already; {remedy}--overwrite begins anew")
        self._stream: BinaryIO = self.path.open("a+b", buffering=0)
        try:
            _lock(self._stream, self.path)
            if overwrite and not resume:
                self._stream.truncate(0)
            self.done = self._continued()
        except BaseException:
            self._stream.close()
            raise
        self._synced = time.monotonic()

    def add(self, identity: str, report: Report) -> None:
        """Appends one report. Raises OSError where there is no room; nothing appended before is lost."""
        data = jsonl.line((identity, report)).encode("utf-8")
        while data:
            data = data[self._stream.write(data) :]
        if time.monotonic() - self._synced > EVERY:
            os.fsync(self._stream.fileno())
            self._synced = time.monotonic()

    def finish(self, format_: Format) -> None:
        """Makes the output of all that was appended, and removes what was unfinished."""
        os.fsync(self._stream.fileno())
        new = self._output.with_name(f"{self._output.name}.new")
        _remove(new)
        if format_ is FORMATS["jsonl"]:  # as the lines are already
            with self.path.open("rb") as lines, new.open("wb") as output:
                next(lines)
                shutil.copyfileobj(lines, output)
        else:
            format_.save(self._entries(), new)
        _synced(new)
        if new.is_dir() or self._output.is_dir():  # files are replaced in one step, folders cannot be
            _remove(self._output)
        new.replace(self._output)
        _synced(self._output.parent)
        self.path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.finished:
            self._stream.close()

    def _continued(self) -> Counter[str]:
        """How often each id is done; cuts off a torn line, and begins the file where it is empty."""
        self._stream.seek(0)
        done: Counter[str] = Counter()
        whole = 0
        with self.path.open("rb") as lines:
            for number, line in enumerate(lines):
                try:
                    found = record.loads(line.decode("utf-8"), "report")
                except (UnicodeDecodeError, FormatError):
                    break
                if not line.endswith(b"\n") or not isinstance(found, dict):
                    break
                if number == 0:
                    self._compare(found)
                else:
                    done[jsonl.identity(found)] += 1
                whole += len(line)
        self._stream.truncate(whole)
        if not whole:
            self._stream.write(json.dumps({"unfinished": self._settings}).encode() + b"\n")
        return done

    def _compare(self, head: Mapping[str, object]) -> None:
        before = head.get("unfinished")
        if not isinstance(before, dict):
            raise UsageError(f"{self.path} is none of ours; move it away")
        other = [name for name in self._settings if before.get(name) != self._settings[name]]
        if other:
            was = ", ".join(f"{name} {before.get(name)!r}" for name in other)
            raise UsageError(f"{self.path} was begun with {was}; use the same, or --overwrite to begin anew")

    def _entries(self) -> Iterator[tuple[str, Report]]:
        with self.path.open(encoding="utf-8", newline="\n") as lines:
            next(lines)
            yield from map(jsonl.parse, lines)


def _lock(stream: BinaryIO, path: Path) -> None:
    """Holds the file until it is closed, by death too."""
    try:
        import fcntl  # noqa: PLC0415  (Windows has none: there two runs are the user's to avoid)
    except ImportError:
        return
    # The workers of a run that was killed hold it too, until they notice.
    patience = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if time.monotonic() > patience:
                raise UsageError(f"{path} is being written by another run") from error
            time.sleep(0.05)
        else:
            return


def _synced(path: Path) -> None:
    """Forces a file, or a folder with the files in it, to the disk."""
    for part in [*path.glob("*"), path] if path.is_dir() else [path]:
        try:
            descriptor = os.open(part, os.O_RDONLY)
        except OSError:
            continue  # a folder cannot be opened on Windows
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
