"""What was worked out once is remembered: texts repeat their words, names and bodies all the time."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

MOST = 1 << 10
"""After so many new values a memory puts aside what it holds, and forgets what it had put aside before."""


class Remembered(dict[Key, Value]):
    """A value for every key, found by ``find`` at the first asking.

    What is not asked for again is forgotten in time, so that memory stays bounded however many texts are read.
    Threads may share it: at worst both find the same value.
    """

    __slots__ = ("_aside", "_find", "_most")

    def __init__(self, find: Callable[[Key], Value], most: int = MOST) -> None:
        super().__init__()
        self._find, self._most = find, most
        self._aside: dict[Key, Value] = {}

    def __missing__(self, key: Key) -> Value:
        aside = self._aside
        value = aside[key] if key in aside else self._find(key)
        if len(self) >= self._most:
            self._aside = dict(self)
            self.clear()
        self[key] = value
        return value
