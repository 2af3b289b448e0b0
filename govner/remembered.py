"""What was worked out once is remembered: texts repeat their words, names and bodies all the time."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

MOST = 1 << 13
"""How much one memory holds unless it says otherwise."""


class Remembered(dict[Key, Value]):
    """A value for every key, found by ``find`` at the first asking.

    When it holds ``most`` it forgets all and begins anew, so that memory stays bounded however many texts are read.
    Threads may share it: at worst both find the same value.
    """

    __slots__ = ("_find", "_most")

    def __init__(self, find: Callable[[Key], Value], most: int = MOST) -> None:
        super().__init__()
        self._find, self._most = find, most

    def __missing__(self, key: Key) -> Value:
        value = self._find(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
