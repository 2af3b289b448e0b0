"""What a document or an archive may at most expand to: a small file must not fill the memory."""

from dataclasses import dataclass
from typing import BinaryIO

from govner.errors import FormatError

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``document`` and ``archive`` are bytes when expanded; ``ratio`` counts once ``free`` bytes are expanded.

    ``entries`` is the number of files in an archive with all archives inside it, ``nesting`` how deep those may be.
    """

    document: int = 64 * MEGABYTE
    archive: int = 64 * 1024 * MEGABYTE
    ratio: int = 200
    free: int = 16 * MEGABYTE
    entries: int = 1_000_000
    nesting: int = 3


LIMITS = Limits()
"""What holds where nothing else is said: generous for reports, tight for bombs."""


class Budget:
    """What is left of the limits while one archive is read, with all archives inside it."""

    def __init__(self, limits: Limits, packed: int) -> None:
        self.limits = limits
        self._packed = max(packed, 1)
        self._expanded = 0
        self._entries = 0

    def expand(self, size: int) -> None:
        """Counts bytes that were expanded. Raises FormatError where they are too many."""
        self._expanded += size
        limits = self.limits
        if self._expanded > limits.archive:
            raise FormatError(f"the archive expands to more than {limits.archive // MEGABYTE:,} MB; split it")
        if self._expanded > max(limits.free, limits.ratio * self._packed):
            raise FormatError(
                f"the archive expands to more than {limits.ratio} times its size: it may be a bomb; unpack it yourself "
                "if you trust it"
            )

    def enter(self) -> None:
        """Counts a file. Raises FormatError where there are too many."""
        self._entries += 1
        if self._entries > self.limits.entries:
            raise FormatError(f"the archive has more than {self.limits.entries:,} files; split it")


def whole(stream: BinaryIO, most: int) -> bytes:
    """All bytes of a stream. Raises FormatError where they are more than ``most``, without reading them all."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise FormatError(f"it has more than {most / MEGABYTE:g} MB, the most that is read as one document")
    return data
