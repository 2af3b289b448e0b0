"""The longest listed word that a text ends with: 岭东省财政厅 by 财政厅, else by 厅."""

from collections.abc import Mapping


class Endings:
    """Words and what each stands for, looked up by the end of a text."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)
        # By the last two characters, how long the words are, the longest first: most texts are looked up once or twice.
        sizes: dict[str, set[int]] = {}
        for word in self._words:
            if len(word) > 1:
                sizes.setdefault(word[-2:], set()).add(len(word))
        self._sizes = {last: tuple(sorted(found, reverse=True)) for last, found in sizes.items()}

    def longest(self, text: str) -> str:
        """What the longest listed ending stands for; the empty string where none is listed, or it says nothing."""
        for size in self._sizes.get(text[-2:], ()):
            # Of a shorter text the slice would be all of it, which is looked up in its own turn.
            if size <= len(text) and (meaning := self._words.get(text[-size:])):
                return meaning
        return self._words.get(text[-1:], "")
