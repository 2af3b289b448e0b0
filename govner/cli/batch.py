"""Many reports through one extractor: what was read, in order, and what could not be."""

import argparse
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import PurePosixPath

from govner.cli.messages import counted, said, say
from govner.cli.progress import Progress
from govner.documents.sources import Document, Failure, Sources
from govner.extractor import Extractor, Published
from govner.report import Report


class Batch:
    """The reports of some sources, each with its id, in their order; what fails does not end the others.

    ``done`` counts the ids that an earlier run has read already: as many of each are left out.
    """

    def __init__(self, sources: Sources, extractor: Extractor, options: argparse.Namespace) -> None:
        self._sources = sources
        self._extractor = extractor
        self._options = options
        self._waiting: deque[tuple[str, int, int]] = deque()
        self._passed: Counter[str] = Counter()
        self.failures: list[Failure] = []
        self.read = 0
        self.skipped = 0

    @property
    def size(self) -> int:
        """How many bytes there are to read."""
        return self._sources.size

    @property
    def empty(self) -> bool:
        """Whether there was nothing to read."""
        return not (self.read or self.skipped or self.failures)

    def reports(self, done: Counter[str], progress: Progress) -> Iterator[tuple[str, Report]]:
        """Reads them, lazily."""
        texts = self._texts(Counter(done), progress)
        for report in self._extractor.pipe(texts, self._options.workers, on_error=self._failed):
            identity, characters, position = self._waiting.popleft()
            yield identity, report
            self.read += 1
            progress.advance(characters, position)

    def tell(self) -> None:
        """Says on standard error what could not be read and what was passed over."""
        if self._passed:
            suffixes = ", ".join(f"{suffix} {count}" for suffix, count in self._passed.most_common())
            say(f"passed over {counted(self._passed.total(), 'file')} of other kinds: {suffixes}")
        for failure in self.failures:
            say(f"{failure.id}: {failure.reason}")
        if self.failures:
            inputs = counted(len(self.failures) + self.read + self.skipped, "input")
            say(f"{len(self.failures):,} of {inputs} could not be read")

    def _texts(self, done: Counter[str], progress: Progress) -> Iterator[tuple[str, Published]]:
        for found in self._sources:
            match found:
                case Document() if done[found.id] > 0:
                    done[found.id] -= 1
                    self.skipped += 1
                    progress.skip(self._sources.position)
                case Document():
                    self._waiting.append((found.id, len(found.text), self._sources.position))
                    yield found.text, found.published or self._options.published
                case Failure():
                    self.failures.append(found)
                case _:
                    self._passed[PurePosixPath(found.id).suffix] += 1

    def _failed(self, index: int, error: Exception) -> None:  # noqa: ARG002
        identity, _, _ = self._waiting.popleft()
        self.failures.append(Failure(identity, said(error)))
