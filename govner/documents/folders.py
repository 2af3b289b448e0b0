"""Walking folders: every file once, in the order of the names, whatever links lead where."""

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

OURS_NOT = ("__MACOSX",)


class Unread(NamedTuple):
    """A folder that cannot be read."""

    path: str
    reason: str


def files(path: str) -> Iterator[str | Unread]:
    """The files below a folder, ``path`` in front of each; ``path`` itself where it is no folder.

    Hidden files, and what is neither file nor folder (a pipe, a device), are left out. A folder that several links
    lead to is walked once. The depth of folders is bounded by the system's longest path alone.
    """
    if not os.path.isdir(path):  # noqa: PTH112  (a Path would normalise the name that the user gave)
        yield path
        return
    seen: set[tuple[int, int]] = set()
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            about = os.stat(here)  # noqa: PTH116
            if stat.S_ISDIR(about.st_mode):
                if (about.st_dev, about.st_ino) in seen:
                    continue
                seen.add((about.st_dev, about.st_ino))
                names = [name for name in os.listdir(here) if not hidden(name)]  # noqa: PTH208
                waiting += [os.path.join(here, name) for name in sorted(names, reverse=True)]  # noqa: PTH118
            elif stat.S_ISREG(about.st_mode):
                yield here
        except OSError as error:
            yield Unread(here, error.strerror or str(error))


def hidden(name: str) -> bool:
    """Whether a name is one that systems and programs keep for themselves.

    >>> [hidden(name) for name in (".DS_Store", "~$report.docx", "__MACOSX", "report.docx")]
    [True, True, True, False]
    """
    return name.startswith((".", "~$")) or name in OURS_NOT
