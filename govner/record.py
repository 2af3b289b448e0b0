"""Dataclasses as plain records that JSON can hold, there and back, every value checked on the way in."""

import datetime
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, field, fields, is_dataclass, make_dataclass
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from govner.errors import FormatError, InputError

if TYPE_CHECKING:
    from dataclasses_json import DataClassJsonMixin

T = TypeVar("T")
Json = dict[str, object]


class Codec(NamedTuple):
    """How one type of value stands in JSON; ``decode`` raises ValueError for what is none."""

    expected: str
    encode: Callable[..., object]
    decode: Callable[[object], object]


def write(value: object) -> Json:
    """The fields of a dataclass as JSON holds them: days in ISO 8601, decimals as strings."""
    record = _record(type(value))  # type: ignore[arg-type]
    return {**record(**{name: getattr(value, name) for name in record.__annotations__}).to_dict()}


def read(kind: type[T], found: object) -> T:
    """The dataclass that :func:`write` was given. Raises FormatError naming the key that is wrong."""
    record = _record(kind)  # type: ignore[arg-type]
    if not isinstance(found, dict):
        raise FormatError(f"an object with keys is expected, not {_shown(found)}")
    known = {f.name: f for f in fields(record)}  # type: ignore[arg-type]
    for name in found.keys() - known.keys():
        raise FormatError(f"unknown key {_shown(name)}; the keys are {', '.join(known)}")
    for name, f in known.items():
        if name not in found and f.default is MISSING:
            raise FormatError(f"the key {name!r} is missing")
        # dataclasses-json lets a null stand anywhere and only warns.
        if found.get(name, f.default) is None and type(None) not in get_args(f.type):
            raise FormatError(f"{name} is null; {_codec(f.type).expected} is expected")
    return kind(**vars(record.from_dict(found)))


@cache
def _record(kind: type) -> "type[DataClassJsonMixin]":
    """The dataclass with the same fields through which dataclasses-json writes and reads ``kind``."""
    # Imported at the first use: it takes forty milliseconds, and most runs never write JSON.
    from dataclasses_json import DataClassJsonMixin, config  # noqa: PLC0415

    columns = []
    types: Mapping[str, object] = get_type_hints(kind)
    for f in fields(kind):
        codec = _codec(types[f.name])
        hooks = config(encoder=partial(_encoded, codec), decoder=partial(_decoded, f.name, codec))
        columns.append((f.name, types[f.name], field(default=f.default, metadata=hooks)))
    return make_dataclass(f"{kind.__name__}Record", columns, bases=(DataClassJsonMixin,), kw_only=True)


def _codec(annotation: object) -> Codec:
    inner = [a for a in get_args(annotation) if a is not type(None)]
    if get_origin(annotation) is tuple and is_dataclass(inner[0]) and isinstance(inner[0], type):
        return _records(inner[0])
    return CODECS[inner[0] if type(None) in get_args(annotation) else annotation]


def _records(kind: type) -> Codec:
    """Any number of one dataclass, as a list of objects."""
    return Codec(
        "a list of objects",
        lambda items: [write(item) for item in items],
        lambda found: tuple(read(kind, item) for item in _only(list, found)),
    )


def _encoded(codec: Codec, value: object) -> object:
    return None if value is None else codec.encode(value)


def _decoded(name: str, codec: Codec, value: object) -> object:
    try:
        return codec.decode(value)
    except FormatError as error:  # of a record within
        raise FormatError(f"{name}: {error}") from error
    except (ValueError, ArithmeticError) as error:
        raise FormatError(f"{name} is {_shown(value)}; {codec.expected} is expected") from error


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str | int | float | bool | None) else f"a {type(value).__name__}"
    return text if len(text) <= 60 else f"{text[:59]}…"


# JSON's escapes would read such a pair back as one character, so a text that has one is a list of pieces.
_PAIR = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


def _text_out(value: str) -> object:
    return _PAIR.split(value) if _PAIR.search(value) else value


def _text_in(value: object) -> str:
    pieces = value if isinstance(value, list) else [value]
    return "".join(_only(str, piece) for piece in pieces)


def _texts_in(value: object) -> tuple[str, ...]:
    return tuple(_text_in(v) for v in _only(list, value))


def _day_in(value: object) -> datetime.date:
    text = _only(str, value)
    day = datetime.date.fromisoformat(text)
    if day.isoformat() != text:  # 20211126 and 2021-W47-5 are ISO 8601 too
        raise ValueError(text)
    return day


def _decimal_in(value: object) -> Decimal:
    number = Decimal(_only(str, value))
    if not number.is_finite():
        raise ValueError(value)
    return number


def _only(kind: type[T], value: object) -> T:
    if type(value) is not kind:  # bool is an int to isinstance
        raise ValueError(value)
    return value


CODECS: Mapping[object, Codec] = {
    str: Codec("a string", _text_out, _text_in),
    int: Codec("a whole number", int, partial(_only, int)),
    bool: Codec("true or false", bool, partial(_only, bool)),
    datetime.date: Codec("a day like 2021-11-26", datetime.date.isoformat, _day_in),
    Decimal: Codec('a decimal in quotes like "3.67"', str, _decimal_in),
    tuple[str, ...]: Codec("a list of strings", lambda texts: [_text_out(t) for t in texts], _texts_in),
    list[Json]: Codec("a list of objects", list, partial(_only, list)),
}


# What would end a line or break an encoding is escaped; Chinese stays readable.
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def dumps(fields: Json) -> str:
    """One line of JSON that every encoding takes."""
    return UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(fields, ensure_ascii=False))


def loads(line: str, what: str) -> object:
    """What a line of JSON holds. Raises InputError where it is no str, FormatError where it is no JSON."""
    if not isinstance(line, str):
        raise InputError(f"from_json takes a str, not {type(line).__name__}; decode bytes as UTF-8 first")
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"a {what} is one object of JSON; this is not: {error}") from error
