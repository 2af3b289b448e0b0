"""Reading archives in memory: the files of a zip, of a tar packed in any way, or of a single packed file.

Nothing is ever written, whatever an entry calls itself; what a few bytes expand to is bounded by a budget.
"""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from govner.documents.limits import MEGABYTE, Budget
from govner.errors import FormatError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BROKEN = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, gzip.BadGzipFile),
    *(EOFError, OSError, NotImplementedError, RuntimeError, ValueError, UnicodeError, struct.error),
)
"""What Python's readers raise for archives that are damaged, encrypted or packed in a way they do not know."""

PACKED: Mapping[str, Callable[[BinaryIO], object]] = {
    ".gz": lambda raw: gzip.GzipFile(fileobj=raw),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}
TARS = {".tgz": ".gz", ".tbz2": ".bz2", ".tbz": ".bz2", ".txz": ".xz"}
UTF8 = 0x800  # the flag of a zip's entry whose name is UTF-8


class Entry(NamedTuple):
    """A file of an archive: its name, and its bytes or why there are none."""

    name: str
    data: bytes | FormatError


def kind(name: str) -> str | None:
    """``zip``, ``tar``, the suffix of a single packed file, or None for what is no archive.

    >>> [kind(name) for name in ("a.zip", "a.tar.gz", "a.tgz", "a.txt.gz", "a.txt")]
    ['zip', 'tar', 'tar', '.gz', None]
    """
    path = PurePosixPath(name.lower())
    if path.suffix == ".zip":
        return "zip"
    stem = path.with_suffix("") if path.suffix in PACKED else path
    if stem.suffix == ".tar" or path.suffix in TARS:
        return "tar"
    return path.suffix if path.suffix in PACKED else None


def entries(name: str, stream: BinaryIO, budget: Budget) -> Iterator[Entry]:
    """The files of the zip or tar that is called ``name``, in their order; folders and links are none.

    Raises FormatError where the archive cannot be read any further.
    """
    try:
        if kind(name) == "zip":
            yield from _zip(stream, budget)
        else:
            suffix = PurePosixPath(name.lower()).suffix
            yield from _tar(_Unpacked(stream, TARS.get(suffix, suffix), budget), budget)
    except BROKEN as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"the archive cannot be read on: {error or type(error).__name__}") from error


def unpacked(stream: BinaryIO, suffix: str, budget: Budget) -> BinaryIO:
    """The bytes that a single packed file expands to. Reading raises FormatError where they are too many."""
    return io.BufferedReader(_Unpacked(stream, suffix, budget))


def _zip(stream: BinaryIO, budget: Budget) -> Iterator[Entry]:
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if not info.filename or info.is_dir():
                continue
            budget.enter()
            name = _zip_name(info)
            yield Entry(name, _refused(name) or _zip_data(archive, info, budget))


def _zip_data(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes | FormatError:
    if info.flag_bits & 1:
        return FormatError("it is encrypted; unpack the archive yourself")
    if info.file_size > budget.limits.document:  # no more than it declares is ever expanded
        return FormatError(f"it has more than {budget.limits.document / MEGABYTE:g} MB expanded")
    budget.expand(info.file_size)
    try:
        return archive.read(info)
    except BROKEN as error:
        return FormatError(f"the entry is damaged: {error or type(error).__name__}")


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The entry's name: where it is not marked as UTF-8, Chinese systems wrote it in GBK, and zipfile read cp437."""
    if info.flag_bits & UTF8:
        return info.filename
    raw = info.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _tar(stream: "_Unpacked", budget: Budget) -> Iterator[Entry]:
    with tarfile.TarFile(fileobj=stream, errors="surrogateescape") as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # or it keeps every header it has seen
            if info.isreg():
                budget.enter()
                yield Entry(info.name, _refused(info.name) or _tar_data(archive, info, budget))


def _tar_data(archive: tarfile.TarFile, info: tarfile.TarInfo, budget: Budget) -> bytes | FormatError:
    if info.issparse():
        return FormatError("it is a sparse file, which no report is")
    if info.size > budget.limits.document:
        return FormatError(f"it has more than {budget.limits.document / MEGABYTE:g} MB expanded")
    content = archive.extractfile(info)
    data = content.read() if content else b""
    return data if len(data) == info.size else FormatError("the archive ends within it")


def _refused(name: str) -> FormatError | None:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or "\0" in name:
        return FormatError("its name leads out of the archive; it is not read")
    return None


class _Unpacked(io.RawIOBase):
    """The bytes that a packed stream expands to, counted by a budget; it goes forwards, as a tar is read.

    Raises FormatError where the budget is spent, and where more is asked for at once than a document may have.
    """

    def __init__(self, stream: BinaryIO, suffix: str, budget: Budget) -> None:
        self._stream = cast("BinaryIO", PACKED[suffix](stream)) if suffix in PACKED else stream
        self._budget = budget
        self._at = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        data = self.read(memoryview(buffer).nbytes)
        memoryview(buffer)[: len(data)] = data
        return len(data)

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= self._budget.limits.document + 1:
            raise FormatError("the archive asks for more at once than a document may have")
        try:
            data = self._stream.read(size)
        except BROKEN as error:
            raise FormatError(f"it cannot be unpacked any further: {error or type(error).__name__}") from error
        self._budget.expand(len(data))
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or offset < self._at:
            raise FormatError("the archive cannot be read forwards alone")
        while self._at < offset and self.read(min(offset - self._at, MEGABYTE)):
            pass
        return self._at
