"""The columns of a table of mentions, one row a mention: declared here once for CSV, Arrow, Parquet and data frames."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from decimal import Decimal, InvalidOperation
from math import isfinite
from types import MappingProxyType
from typing import Literal, NamedTuple

from govner.errors import FormatError
from govner.mentions import LABELS, Mention
from govner.report import KINDS, Report

Kind = Literal["text", "texts", "integer", "number", "flag", "day"]
"""What a column holds: a str, a list of str, a whole number of 64 bits, a float, a bool, a datetime.date."""

Value = str | list[str] | int | float | bool | datetime.date | None
Row = dict[str, Value]

EVERY: Mapping[str, str] = MappingProxyType({})


class Column(NamedTuple):
    """One column: its name, what it holds, and the field that it shows of each label's mentions.

    ``fields`` is empty where every mention has a field of the column's name.
    """

    name: str
    kind: Kind
    meaning: str
    fields: Mapping[str, str] = EVERY

    @property
    def required(self) -> bool:
        """Whether every row has a value in it."""
        return not self.fields


def _of(*labels: str, field: str) -> Mapping[str, str]:
    return MappingProxyType(dict.fromkeys(labels, field))


COLUMNS: tuple[Column, ...] = (
    Column("id", "text", "the report's id, such as the name of its file"),
    Column("start", "integer", "where the mention starts, in code points"),
    Column("end", "integer", "where it ends, half-open"),
    Column("label", "text", f"one of {', '.join(LABELS)}"),
    Column("text", "text", "the mention as the report writes it"),
    Column("rule", "text", "the rule that found it"),
    Column("kind", "text", "what sort of its label it is", _of(*LABELS, field="kind")),
    Column("name", "text", "full official name", _of("organisation", "place", field="name")),
    Column("full_name", "text", "a person's whole name", _of("person", field="full_name")),
    Column("family", "text", "family name", _of("person", field="family")),
    Column("given", "text", "given name", _of("person", field="given")),
    Column("offices", "texts", "the offices that a title means", _of("title", field="offices")),
    Column("former", "flag", "whether the office is a former one", _of("title", field="former")),
    Column("acting", "flag", "whether it is held for a time", _of("title", field="acting")),
    Column("ordinal", "integer", "which term or session", _of("title", field="ordinal")),
    Column("level", "text", "central to township", _of("organisation", field="level")),
    Column("region", "text", "division code of a body's region", _of("organisation", field="region")),
    Column("short", "text", "short form of a body's name", _of("organisation", field="short")),
    Column("code", "text", "division code of a place (GB/T 2260)", _of("place", field="code")),
    Column("timex", "text", "value of a date, TIMEX3", _of("date", field="value")),
    Column("first", "day", "the first day it spans", _of("date", field="first")),
    Column("last", "day", "the last day it spans", _of("date", field="last")),
    Column("value", "text", "value of a figure, an exact decimal", _of("figure", field="value")),
    Column("high", "text", "upper end of a range, an exact decimal", _of("figure", field="high")),
    Column("value_number", "number", "value as the nearest float", _of("figure", field="value")),
    Column("high_number", "number", "high as the nearest float", _of("figure", field="high")),
    Column("unit", "text", "unit of a figure", _of("figure", field="unit")),
    Column("currency", "text", "ISO 4217 code", _of("figure", field="currency")),
    Column("bound", "text", "over, under, about, …", _of("figure", field="bound")),
    Column("approximate", "flag", "whether a figure is approximate", _of("figure", field="approximate")),
)
"""In the order in which every table has them."""

DERIVED: Mapping[str, str] = MappingProxyType({"value_number": "value", "high_number": "high"})
"""Floats for arithmetic, and the exact column that each is of; reading back passes over them."""

LARGEST = 2**63 - 1

_SURROGATE = re.compile("[\ud800-\udfff]")


def rows(identity: str, report: Report) -> Iterator[Row]:
    """A report's mentions as rows, in text order; every column is there, None where it says nothing.

    A lone surrogate, which UTF-8 cannot carry, is written as U+FFFD, so that offsets stay as they are. A whole number
    beyond 64 bits and a float beyond its range are None.
    """
    for found in report.mentions:
        yield {"id": scalars(identity), **row(found)}


def row(found: Mention) -> Row:
    """One mention as a row without ``id``; see :func:`rows`."""
    shown: Row = {}
    for column in COLUMNS[1:]:
        name = field(column, found.label)
        shown[column.name] = None if name is None else _shown(getattr(found, name), column)
    return shown


def mention(shown: Mapping[str, object]) -> Mention:
    """The mention that a row shows; a column that is not there is taken as empty.

    Raises FormatError naming the column that is wrong.
    """
    kind = KINDS.get(str(shown.get("label")))
    if kind is None:
        raise FormatError(f"label is {shown.get('label')!r}; one of {', '.join(KINDS)} is expected")
    needed = {f.name for f in fields(kind) if f.default is MISSING}
    values: dict[str, object] = {}
    for column in COLUMNS[1:]:
        name = field(column, kind.label)
        if name is None or column.name in {"label", *DERIVED}:
            continue
        value = shown.get(column.name)
        if value is not None:
            values[name] = _read(value, column)
        elif name in needed:
            raise FormatError(f"{column.name} is missing")
    return kind(**values)  # type: ignore[arg-type]


def field(column: Column, label: str) -> str | None:
    """The field of a label's mentions that a column shows; None where it shows none."""
    return column.fields.get(label) if column.fields else column.name


def scalars(text: str) -> str:
    """The text with every surrogate as U+FFFD: as long as before, and UTF-8 can carry it."""
    return _SURROGATE.sub("\ufffd", text)


def _shown(value: object, column: Column) -> Value:
    match value:
        case str():
            return scalars(value)
        case tuple():
            return [scalars(item) for item in value]
        case Decimal():
            return _float(value) if column.kind == "number" else str(value)
        case bool() | datetime.date() | None:
            return value
        case int():
            return value if abs(value) <= LARGEST else None
    raise TypeError(f"{column.name}: no column holds a {type(value).__name__}")


def _float(value: Decimal) -> float | None:
    number = float(value)
    return number if isfinite(number) else None


def _read(value: object, column: Column) -> object:
    expected = PYTHON[column.kind]
    if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
        raise FormatError(f"{column.name} is {value!r}; a {expected.__name__} is expected")
    if column.name in DERIVED.values():
        try:
            return Decimal(str(value))
        except InvalidOperation:
            raise FormatError(f"{column.name} is {value!r}; a decimal number is expected") from None
    return tuple(value) if isinstance(value, list) else value


PYTHON: Mapping[Kind, type] = MappingProxyType(
    {"text": str, "texts": list, "integer": int, "number": float, "flag": bool, "day": datetime.date}
)
"""What each kind of column holds in Python."""
