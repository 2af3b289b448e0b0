"""Where reports come from: files, folders and archives of documents, JSON Lines of texts, standard input."""

import datetime
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from govner.documents import archives, docx, folders, html, lines, pdf, text
from govner.documents.limits import LIMITS, Budget, Limits, whole
from govner.errors import FormatError, GovnerError

DECODERS: Mapping[str, Callable[[bytes, Limits], str]] = {
    suffix: kind.decode for kind in (text, html, docx, pdf) for suffix in kind.SUFFIXES
}
REFUSED: Mapping[str, str] = {
    ".doc": "this is an old Word document; save it as .docx first",
    ".wps": "this is a WPS document; save it as .docx first",
    ".rar": "RAR archives are not read; pack the files as zip or tar",
    ".7z": "7-Zip archives are not read; pack the files as zip or tar",
}
INPUT = "-"
"""The name of standard input."""


class Document(NamedTuple):
    """A report to be read: what it is called, its text, the day it appeared where its source says so."""

    id: str
    text: str
    published: datetime.date | None = None


class Failure(NamedTuple):
    """What could not be read, and why."""

    id: str
    reason: str


class Passed(NamedTuple):
    """A file in a folder or an archive whose suffix is none of ours."""

    id: str


Found = Document | Failure | Passed


class Sources:
    """The reports of files, folders and archives, in the order given and, in folders, of their names; lazily.

    ``-`` is standard input. What a file holds is told by its suffix; where that is none of ours, a file that is named
    is text, and one that is found in a folder or an archive is passed over. Nothing is ever written, and a file that
    cannot be read is a :class:`Failure` among the others. ``position`` is how many bytes of the files are behind us.
    """

    def __init__(self, names: Iterable[str], limits: Limits = LIMITS) -> None:
        self._names = tuple(names)
        self._limits = limits
        self._behind = 0
        self._stream: BinaryIO | None = None

    def __iter__(self) -> Iterator[Found]:
        for name in self._names:
            if name == INPUT:
                yield from _guarded(INPUT, self._standard_input())
                continue
            for path in folders.files(name):
                if isinstance(path, folders.Unread):
                    yield Failure(*path)
                elif path == name or known(path):
                    yield from _guarded(path, self._file(path))
                else:
                    yield Passed(path)
                    self._behind += _size(path)

    @property
    def position(self) -> int:
        """How many bytes of the files, packed as they are, have been read."""
        return self._behind + (self._stream.tell() if self._stream and self._stream.seekable() else 0)

    @property
    def size(self) -> int:
        """How many bytes the files have in all; walks the folders once more."""
        paths = (path for name in self._names if name != INPUT for path in folders.files(name))
        return sum(_size(path) for path in paths if isinstance(path, str))

    def _file(self, path: str) -> Iterator[Found]:
        with Path(path).open("rb") as stream:
            self._stream = stream
            try:
                yield from _opened(path, path, stream, Budget(self._limits, _size(path)))
            finally:
                self._stream = None
        self._behind += _size(path)

    def _standard_input(self) -> Iterator[Found]:
        yield Document(INPUT, text.decode(whole(sys.stdin.buffer, self._limits.document)))


def content(name: str, limits: Limits = LIMITS) -> str:
    """The text of one document, or of standard input for ``-``.

    Raises OSError, FormatError, and MissingPackageError where an extra is needed that is not installed.
    """
    if name == INPUT:
        return text.decode(whole(sys.stdin.buffer, limits.document))
    with Path(name).open("rb") as stream:
        return _decoded(name, stream, limits)


def known(name: str) -> bool:
    """Whether a file in a folder or an archive is one to read, or to be named as one that should be.

    >>> [known(name) for name in ("a.txt", "a.DOCX", "a.tar.gz", "README", "a.jpg", "a.doc")]
    [True, True, True, True, False, True]
    """
    suffix = _suffix(name)
    return not suffix or suffix in {*DECODERS, *lines.SUFFIXES, *REFUSED} or archives.kind(name) is not None


def _opened(identity: str, name: str, stream: BinaryIO, budget: Budget, depth: int = 0) -> Iterator[Found]:
    kind = archives.kind(name)
    if kind and depth >= budget.limits.nesting:
        raise FormatError(f"archives within archives are read {budget.limits.nesting} deep; unpack it yourself")
    if kind in {"zip", "tar"}:
        for entry in archives.entries(name, stream, budget):
            yield from _entry(f"{identity}/{entry.name}", entry, budget, depth)
    elif kind:
        plain = archives.unpacked(stream, kind, budget)
        yield from _opened(identity, name[: -len(kind)], plain, budget, depth + 1)
    elif _suffix(name) in lines.SUFFIXES:
        for line in lines.read(stream, budget.limits):
            place = f"{identity}:{line.number}"
            if isinstance(line.text, str):
                yield Document(line.id or place, line.text, line.published)
            else:
                yield Failure(place, str(line.text))
    else:
        yield Document(identity, _decoded(name, stream, budget.limits))


def _entry(identity: str, entry: archives.Entry, budget: Budget, depth: int) -> Iterator[Found]:
    if any(map(folders.hidden, PurePosixPath(entry.name).parts)) and ".." not in entry.name:
        return
    if isinstance(entry.data, FormatError):
        yield Failure(identity, str(entry.data))
    elif known(entry.name):
        opened = _opened(identity, entry.name, io.BytesIO(entry.data), budget, depth + 1)
        yield from _guarded(identity, opened)
    else:
        yield Passed(identity)


def _decoded(name: str, stream: BinaryIO, limits: Limits) -> str:
    suffix = _suffix(name)
    if suffix in REFUSED:
        raise FormatError(REFUSED[suffix])
    return DECODERS.get(suffix, text.decode)(whole(stream, limits.document), limits)


def _guarded(identity: str, found: Iterator[Found]) -> Iterator[Found]:
    try:
        yield from found
    except (GovnerError, OSError) as error:
        yield Failure(identity, (isinstance(error, OSError) and error.strerror) or str(error))


def _suffix(name: str) -> str:
    return PurePosixPath(name.lower()).suffix


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)  # noqa: PTH202
    except OSError:
        return 0
