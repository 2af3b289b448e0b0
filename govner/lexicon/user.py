"""A user's own words, from a file or a list: what each is, and where it was written."""

import codecs
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import NoReturn, cast

from govner.errors import LexiconError
from govner.lexicon.tables import table
from govner.mentions import Date, Figure, Label, Mention, Organisation, Person, Place, Title

MENTIONS: tuple[type[Mention], ...] = (Person, Title, Organisation, Date, Figure, Place)
HEADERS = {"word": "word", "词": "word", "type": "type", "类型": "type"}
TYPES = "choose from person 人名, title 职务, organisation 机构, date 日期, figure 数字, place 地名, or leave it out"
LONGEST = 200  # code points: a longer line is a paragraph, and the file no word list
BROKEN = 0.1  # of the characters beyond ASCII; with more of them broken, the file is in another encoding


@dataclass(frozen=True, slots=True)
class UserWord:
    """A word of the user's. Without a ``label`` it only bounds words; ``attributes`` fill fields of the mention.

    ``source`` is the file, or ``list``; ``line`` its line there, or its place in the list, counted from one.
    """

    word: str
    label: Label | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    source: str = "list"
    line: int = 0


Item = str | tuple[str, str | None] | UserWord
Source = str | os.PathLike[str] | Mapping[str, str | None] | Iterable[Item]
"""A file's path; or a dict of words and their types; or a list of words, of (word, type) pairs, or of both."""


def read(source: Source) -> list[UserWord]:
    """The words of a file or a list, in its order.

    A file is either a table (tab-separated, its first line naming the columns: ``word``, ``type`` and fields of the
    mentions such as ``name`` or ``code``), or jieba's user dictionary (``word [frequency] [tag]``, one word a line).
    It is read as UTF-8, with or without a byte order mark, as UTF-16 with one, else as GB18030. Blank lines and
    lines that begin with ``#`` say nothing. Types are the six labels, or 人名 职务 机构 日期 数字 地名.

    Raises LexiconError, with file, line, value and remedy, at the first line that cannot be read.

    >>> [(word.word, word.label) for word in read([("北川大数据局", "机构"), "一网统管"])]
    [('北川大数据局', 'organisation'), ('一网统管', None)]
    """
    if isinstance(source, str | os.PathLike):
        return _file(Path(source))
    return list(_list(source.items() if isinstance(source, Mapping) else source))


def _list(items: object) -> Iterator[UserWord]:
    if not isinstance(items, Iterable) or isinstance(items, bytes | bytearray):
        raise LexiconError(
            f"{items!r} is no list of words; give a file's path, a list of words, or a dict of their types"
        )
    types = _types("govner")
    for number, item in enumerate(items, 1):
        if isinstance(item, UserWord):
            yield item
            continue
        word, kind = item if isinstance(item, tuple) and len(item) == 2 else (item, None)
        if not isinstance(word, str) or not word.strip():
            _refuse("the list", number, item, "give a word, or a pair of a word and its type")
        if kind and not (isinstance(kind, str) and kind in types):
            _refuse("the list", number, item, f"the type {kind!r} is unknown: {TYPES}")
        yield UserWord(word.strip(), types.get(kind or ""), line=number)


def problems(path: str | os.PathLike[str]) -> Iterator[LexiconError]:
    """Everything that keeps a file from being read: the errors that :func:`read` would raise, of every line."""
    try:
        lines, parse = _opened(Path(path))
    except LexiconError as problem:
        yield problem
        return
    for number, line in lines:
        try:
            parse(number, line)
        except LexiconError as problem:
            yield problem


def _file(path: Path) -> list[UserWord]:
    lines, parse = _opened(path)
    return [parse(number, line) for number, line in lines]


Parse = Callable[[int, str], UserWord]
"""Makes a word of a line and its number. Raises LexiconError where it cannot."""


def _opened(path: Path) -> tuple[list[tuple[int, str]], Parse]:
    """The lines that hold words, and what reads one of them. Raises LexiconError where the file as a whole is wrong."""
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise LexiconError(
            f"{path}: {reason}; give the path of a word list, or the words themselves as a list"
        ) from None
    source = str(path)
    text = _decoded(source, data)
    lines = enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)
    written = [(number, line) for number, line in lines if line and line[0] != "#" and not line.isspace()]
    columns = [HEADERS.get(cell.strip(), cell.strip()) for cell in written[0][1].split("\t")] if written else []
    if "word" in columns:
        _header(source, written[0][0], columns)
        return written[1:], _table(source, columns)
    return written, _jieba(source)


def _check(source: str, number: int, line: str) -> None:
    if len(line) > LONGEST or "\0" in line:
        _refuse(source, number, line[:20], f"a word list has one word a line, of at most {LONGEST} characters")


def _decoded(source: str, data: bytes) -> str:
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as problem:
        lenient = data.decode("utf-8", "replace")
        beyond = len(lenient) - len(lenient.encode("ascii", "ignore"))
        if not marked and lenient.count("\ufffd") > BROKEN * beyond:
            try:
                return data.decode("gb18030")
            except UnicodeDecodeError:
                pass
        line = data.count(b"\n", 0, problem.start) + 1
        _refuse(source, line, data[problem.start : problem.end], "save the file as UTF-8")


def _header(source: str, number: int, columns: list[str]) -> None:
    known = {name for names in _fields().values() for name in names}
    for column in columns:
        if columns.count(column) > 1:
            _refuse(source, number, column, "name each column once")
        if column not in known | {"word", "type"}:
            _refuse(source, number, column, f"no such column; there are word, type, {', '.join(sorted(known))}")


def _table(source: str, columns: list[str]) -> Parse:
    types = _types("govner")

    def parse(number: int, line: str) -> UserWord:
        _check(source, number, line)
        cells = [cell.strip() for cell in line.split("\t")]
        if any(cells[len(columns) :]):
            _refuse(source, number, line, f"{len(cells)} cells, the header has {len(columns)}")
        row = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
        word, kind = row.pop("word", ""), row.pop("type", "")
        if not word:
            _refuse(source, number, line, "the column word is empty")
        if kind and kind not in types:
            _refuse(source, number, kind, f"the type is unknown: {TYPES}")
        label = types[kind] if kind else None
        return UserWord(word, label, _attributes(source, number, label, row) if row else (), source, number)

    return parse


def _attributes(source: str, number: int, label: Label | None, row: dict[str, str]) -> tuple[tuple[str, str], ...]:
    known = _fields().get(label, {}) if label else {}
    for column, cell in row.items():
        if column not in known:
            _refuse(source, number, cell, f"the column {column} is not for {label or 'words without a type'}")
        if known[column] and not _is_decimal(cell):
            _refuse(source, number, cell, f"the column {column} takes a decimal number, such as 12.5")
    return tuple(row.items())


def _jieba(source: str) -> Parse:
    types = _types("jieba")
    is_tag = re.compile("[a-z]+").fullmatch

    def parse(number: int, line: str) -> UserWord:
        _check(source, number, line)
        if "\t" in line:
            _refuse(source, number, line, "a tab-separated file begins with a line that names its columns: word, type")
        word, _, last = line.strip().rpartition(" ")
        tag = last if word and (last in types or is_tag(last)) else ""
        if not tag:
            word = line.strip()
        before, _, last = word.rstrip().rpartition(" ")
        if before and last.isascii() and last.isdigit():
            word = before
        return UserWord(word.strip(), types.get(tag), (), source, number)

    return parse


def _is_decimal(cell: str) -> bool:
    try:
        return Decimal(cell).is_finite()
    except InvalidOperation:
        return False


def _refuse(source: str, line: int, value: object, remedy: str) -> NoReturn:
    raise LexiconError(f"{source} line {line}: {value!r}: {remedy}")


@lru_cache(maxsize=2)
def _types(of: str) -> dict[str, Label]:
    """The labels by the names that users have for them; the tags of other libraries only where they are asked for."""
    rows = table("text/types").rows
    return {name: cast("Label", label) for name, label, origin in rows if origin == "govner" or of == "jieba"}


@lru_cache(maxsize=1)
def _fields() -> dict[Label, dict[str, bool]]:
    """The fields of each label's mentions that a word list can fill, and whether they hold a number."""
    text, number = (str, str | None), (Decimal | None,)
    own = {field.name for field in fields(Mention)}
    return {
        mention.label: {
            field.name: field.type in number
            for field in fields(mention)
            if field.type in text + number and field.name not in own
        }
        for mention in MENTIONS
    }
