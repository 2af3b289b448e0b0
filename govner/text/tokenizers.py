"""The tokenizers that can be had: jieba's dictionary, pkuseg with a model, and whatever the user brings."""

import os
import pickle
import re
import threading
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from itertools import accumulate, pairwise
from pathlib import Path
from types import ModuleType
from typing import Literal

from govner.errors import TokenizerError
from govner.text.sentences import sentences

Cut = Callable[[str], list[str]]
LONGEST = 1000  # code points given to pkuseg at once: its dictionary takes time in the square of them
LOADING = threading.Lock()


@dataclass(frozen=True, slots=True)
class JiebaTokenizer:
    """jieba's dictionary without its hidden Markov model, by rjieba where it is installed, else by jieba.

    Both give the same words; ``engine`` asks for one of them. Raises TokenizerError where it is not installed.
    """

    engine: Literal["any", "rjieba", "jieba"] = "any"

    def __post_init__(self) -> None:
        self._engine()

    @property
    def name(self) -> str:
        """``jieba``, or the engine that was asked for."""
        return "jieba" if self.engine == "any" else self.engine

    def cut(self, text: str) -> list[str]:
        """The words of ``text`` in order, each space and mark a word of its own."""
        cut = self._engine()
        try:
            return cut(text)
        except UnicodeEncodeError:  # rjieba takes no lone surrogates
            words = cut(re.sub("[\ud800-\udfff]", "\ufffd", text))
            return [text[start:end] for start, end in pairwise(accumulate(map(len, words), initial=0))]

    def _engine(self) -> Cut:
        return _ENGINES[self.engine]()


@dataclass(frozen=True, slots=True)
class PkusegTokenizer:
    """pkuseg with the model in a folder of the user's. The whitespace that it leaves out is put back.

    Raises TokenizerError where spacy-pkuseg is not installed or the folder holds no model.
    """

    model: str | os.PathLike[str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "model", str(Path(self.model).absolute()))
        _pkuseg(str(self.model))

    @property
    def name(self) -> str:
        """``pkuseg:`` and the folder."""
        return f"pkuseg:{self.model}"

    def cut(self, text: str) -> list[str]:
        """The words of ``text`` in order, each space a word of its own."""
        cut = _pkuseg(str(self.model))
        words: list[str] = []
        for first, end in sentences(text):
            for start in range(first, end, LONGEST):
                words += cut(text[start : min(end, start + LONGEST)])
        return aligned(text, words, self.name)


@dataclass(frozen=True, slots=True)
class CustomTokenizer:
    """A tokenizer of the user's: an object with ``cut``, or a callable, that takes a text and gives its words.

    Whitespace that it leaves out is put back. It is pickled if it can be.
    """

    inner: object

    @property
    def name(self) -> str:
        """Its own ``name`` if it has one, else what Python calls it."""
        name = getattr(self.inner, "name", None) or getattr(self.inner, "__name__", None)
        return name if isinstance(name, str) else type(self.inner).__name__

    def cut(self, text: str) -> list[str]:
        """The words of ``text`` in order. Raises TokenizerError where those given are not the text's."""
        cut = getattr(self.inner, "cut", self.inner)
        words = cut(text) if callable(cut) else None
        if isinstance(words, str) or not isinstance(words, Iterable):
            raise TokenizerError(f"the tokenizer {self.name} gave {words!r}; it must give the words of a text, as str")
        return aligned(text, words, self.name)

    def __reduce__(self) -> tuple[type["CustomTokenizer"], tuple[object]]:
        try:
            pickle.dumps(self.inner)
        except Exception as problem:
            raise TokenizerError(
                f"the tokenizer {self.name} cannot be sent to another process ({problem}); "
                "use one that pickles, such as a function of a module, or a single process"
            ) from problem
        return CustomTokenizer, (self.inner,)


def aligned(text: str, words: Iterable[str], name: str) -> list[str]:
    """The words of ``text``, with the whitespace between them that a tokenizer left out, a word each.

    Raises TokenizerError where the words are not those of the text, in their order.
    """
    words = list(words)
    if not all(isinstance(word, str) for word in words):
        odd = next(word for word in words if not isinstance(word, str))
        raise TokenizerError(f"the tokenizer {name} gave {odd!r}, a {type(odd).__name__}; words must be str")
    words = [word for word in words if word]
    if "".join(words) == text:
        return words
    whole: list[str] = []
    at = 0
    for word in words:
        start = at
        while start < len(text) and text[start].isspace() and not text.startswith(word, start):
            start += 1
        if not text.startswith(word, start):
            there = text[start : start + len(word)]
            raise TokenizerError(
                f"the tokenizer {name} gave {word!r} where the text has {there!r} (at {start}); its words must be "
                "those of the text, unchanged and in order, and may leave out whitespace alone"
            )
        whole += [*text[at:start], word]
        at = start + len(word)
    if text[at:].strip():
        raise TokenizerError(
            f"the tokenizer {name} stopped before {text[at : at + 20]!r} (at {at}); it must cut it all"
        )
    return [*whole, *text[at:]]


@lru_cache(maxsize=1)
def _fastest() -> Cut:
    try:
        return _rjieba()
    except TokenizerError:
        return _jieba()


@lru_cache(maxsize=1)
def _rjieba() -> Cut:
    # An engine of our own: words that others add to the module's are not ours.
    engine = _imported("rjieba", "rjieba").Jieba()

    def cut(text: str) -> list[str]:
        words: list[str] = engine.cut(text, hmm=False)
        return words

    return cut


@lru_cache(maxsize=1)
def _jieba() -> Cut:
    engine = _imported("jieba", "jieba").Tokenizer()
    # Filled by hand, because jieba's own way logs to the terminal and leaves a file in the temporary folder.
    with files("jieba").joinpath("dict.txt").open("rb") as dictionary:
        engine.FREQ, engine.total = engine.gen_pfdict(dictionary)
    engine.initialized = True

    def cut(text: str) -> list[str]:
        words: list[str] = engine.lcut(text, HMM=False)
        return words

    return cut


_ENGINES = {"any": _fastest, "rjieba": _rjieba, "jieba": _jieba}


@lru_cache(maxsize=4)
def _pkuseg(folder: str) -> Cut:
    module = _imported("spacy_pkuseg", "govner[pkuseg]")
    for one_of in (("features.msgpack", "features.pkl"), ("weights.npz", "model.txt")):
        if not any((Path(folder) / file).is_file() for file in one_of):
            raise TokenizerError(
                f"{folder} holds no model of pkuseg: {' or '.join(one_of)} is missing; unpack one there"
            )
    with LOADING:
        before = module.config.modelDir
        try:
            engine = module.pkuseg(folder)
        except Exception as problem:
            raise TokenizerError(f"the model of pkuseg in {folder} cannot be read: {problem}") from problem
        finally:
            module.config.modelDir = before

    def cut(text: str) -> list[str]:
        words: list[str] = engine.cut(text)
        return words

    return cut


def _imported(name: str, package: str) -> ModuleType:
    # Some of these packages warn of their own old habits while they are imported.
    with LOADING, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return import_module(name)
        except ImportError as problem:
            raise TokenizerError(f"the package {name} is not installed; pip install {package}") from problem
