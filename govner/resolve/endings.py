"""The longest listed word that a text ends with: 岭东省财政厅 by 财政厅, else by 厅."""

from collections.abc import Mapping

from govner.resolve.lengths import ENDING, lengths


class Endings:
    """Words and what each stands for, looked up by the end of a text."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)
        # Most texts are looked up once or twice.
        self._sizes = lengths(self._words, ENDING)

    def longest(self, text: str) -> str:
        """What the longest listed ending stands for; the empty string where none is listed, or it says nothing."""
        for size in self._sizes.get(text[-2:], ()):
            # Of a shorter text the slice would be all of it, which is looked up in its own turn.
            if size <= len(text) and (meaning := self._words.get(text[-size:])):
                return meaning
        return self._words.get(text[-1:], "")
