"""What is fuzzed: each target makes its input of bytes and asserts what must hold for any input whatever."""

import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from govner import FormatError, LexiconError, Report
from govner.documents.limits import Limits
from govner.documents.sources import Document, Failure, Passed, Sources
from govner.extractor import Extractor
from govner.formats.registry import FORMATS
from govner.lexicon.user import read as read_lexicon
from govner.resolve.tenures import Dossier
from govner.text.normalise import view
from govner.values import numerals
from govner.values.fractions import fraction_at
from govner.values.quantities import quantity_at
from tests.robustness.hostile import REPEATED
from tests.robustness.promises import sound
from tests.robustness.texts import TEXTS

CORPUS = Path(__file__).parent / "corpus"
"""What fuzzing has found: a folder a target, a file an input, in the bytes that ``check`` is given."""

# One byte a fragment, so that other bytes are a sentence of other words; the last byte spells any code point.
FRAGMENTS = tuple(dict.fromkeys((*REPEATED, *"零一二三四五六七八九十百千万亿0123456789", "\n")))[:255]
ESCAPE = 255
MOST_WRITTEN = 10**16  # what is larger has no one way to be written
DAYS = (None, "2026-06-18", "0001-01-01", "9999-12-31")
SUFFIXES = (".txt", ".html", ".pdf", ".docx", ".xml.docx", ".zip", ".tar", ".tar.gz", ".txt.gz", ".tar.xz", ".jsonl")
SMALL = Limits(document=1 << 20, archive=1 << 22, free=1 << 18, entries=100)
TEXT_FORMATS = tuple(name for name, one in FORMATS.items() if one.holds == "text")


class Target(NamedTuple):
    """``check`` takes what ``spell`` makes of a fuzzer's bytes; ``seeds`` are such bytes to begin with."""

    check: Callable[[bytes], None]
    spell: Callable[[bytes], bytes]
    seeds: Callable[[], Iterator[bytes]]


def spell(data: bytes) -> bytes:
    """A text of fragments, as UTF-8 that may hold surrogates."""
    pieces, place = [], 0
    while place < len(data):
        byte = data[place]
        place += 1
        if byte < len(FRAGMENTS):
            pieces.append(FRAGMENTS[byte])
        elif byte == ESCAPE:
            pieces.append(chr(int.from_bytes(data[place : place + 3], "big") % 0x110000))
            place += 3
    return "".join(pieces).encode("utf-8", "surrogatepass")


def spelt(text: str) -> bytes:
    """The bytes of which :func:`spell` makes a text."""
    numbers = {fragment: number for number, fragment in enumerate(FRAGMENTS)}
    longest = max(map(len, FRAGMENTS))
    data, place = bytearray(), 0
    while place < len(text):
        size = next((n for n in range(longest, 0, -1) if text[place : place + n] in numbers), 0)
        data += bytes([numbers[text[place : place + size]]]) if size else b"\xff" + ord(text[place]).to_bytes(3, "big")
        place += size or 1
    return bytes(data)


@cache
def _extractor() -> Extractor:
    return Extractor()


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _extract(data: bytes) -> None:
    text = _text(data)
    sound(_extractor().extract(text, DAYS[len(text) % len(DAYS)]), text)


def _numerals(data: bytes) -> None:
    seen = view(_text(data))
    found = numerals.read(seen)
    if found is not None and found.value is not None:
        assert found.value.is_finite()
        assert found.high is None or found.value <= found.high
        if abs(found.value) < MOST_WRITTEN:
            again = numerals.read(numerals.write(found.value))
            assert again is not None
            assert again.value == found.value
    for end in range(1, len(seen) + 1):
        for measured in (quantity_at(seen, 0, end), fraction_at(seen, 0, end)):
            assert measured is None or end <= measured[1] <= len(seen)


def _lexicon(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words"
        path.write_bytes(data)
        with suppress(LexiconError):
            words = read_lexicon(path)
            assert all(word.word.strip() == word.word != "" for word in words)
            assert [word.line for word in words] == sorted({word.line for word in words})


def _report(data: bytes) -> None:
    line = data.decode("utf-8", "replace")
    with suppress(FormatError):
        report = Report.from_json(line)
        assert Report.from_json(report.to_json()) == report
        assert all(report.text[m.start : m.end] == m.text for m in report.mentions)
        assert len(report.roster) <= len(report.people)
        assert len(report.bodies) <= len(report.organisations)


def _dossier(data: bytes) -> None:
    with suppress(FormatError):
        dossier = Dossier.from_lines(data.decode("utf-8", "replace").split("\n"))
        assert Dossier.from_lines(dossier.lines()) == dossier
        assert len(dossier.rows()) == len(dossier.tenures) + 1


def _document(data: bytes) -> None:
    suffix, data = SUFFIXES[data[0] % len(SUFFIXES) if data else 0], data[1:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"found{suffix}"
        path.write_bytes(packed(data) if suffix == ".xml.docx" else data)
        for found in Sources([str(path)], SMALL):
            assert isinstance(found, Document | Failure | Passed)
            assert isinstance(found[1] if len(found) > 1 else "", str)
        assert [path] == list(Path(folder).iterdir()), "nothing is written"


def packed(body: bytes) -> bytes:
    """A Word document with such a body, so that what is changed is its XML and not its packing."""
    import docx  # noqa: PLC0415

    plain, stream = io.BytesIO(), io.BytesIO()
    docx.Document().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, body if info.filename == "word/document.xml" else old.read(info))
    return stream.getvalue()


def _formats(data: bytes) -> None:
    found = FORMATS[TEXT_FORMATS[data[0] % len(TEXT_FORMATS)]] if data else FORMATS["jsonl"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"found{found.suffix}"
        path.write_bytes(data[1:])
        with suppress(FormatError):
            list(found.load(path))


def _texts() -> Iterator[bytes]:
    yield from (spelt(line) for text in TEXTS for line in text.splitlines() if line)


def _small_numbers() -> Iterator[bytes]:
    yield from map(
        spelt,
        ("3.67万亿元", "负一千零二十", "百分之三十一点五", "三分之二", "1,100.9", "十五六", "2022—2023", "几十万人次"),
    )


def _lists() -> Iterator[bytes]:
    table = "word\ttype\tname\n北川大数据局\t机构\t北川省大数据管理局\n# 说明\n岭东\t地名\t\n"
    yield from (table.encode(code) for code in ("utf-8", "utf-8-sig", "utf-16", "gb18030"))
    yield "一网统管 5 n\r\n北川 nr\r\n".encode()


def _lines() -> Iterator[bytes]:
    for text in TEXTS:
        yield _extractor().extract(text[:120], "2026-06-18").to_json().encode()


def _tenures() -> Iterator[bytes]:
    from govner import dossier  # noqa: PLC0415

    yield "".join(dossier([_extractor().extract(text, "2026-06-18") for text in TEXTS]).lines()).encode()[:4000]


def _documents() -> Iterator[bytes]:
    def of(suffix: str, data: bytes) -> bytes:
        return bytes([SUFFIXES.index(suffix)]) + data

    text = TEXTS[0][:80]
    yield from (of(".txt", text.encode(code)) for code in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"))
    table = "<table><tr><td>王伟<td>省长</table>"
    yield of(".html", f"<meta charset=gb2312><title>标题</title><p>{text}<br>{table}".encode("gb18030"))
    yield of(".xml.docx", WORD.encode())
    yield of(".pdf", PDF.encode())
    yield of(".jsonl", '{"id": "1", "text": "省长王伟", "published": "2026-06-18"}\n'.encode())
    for suffix, save in ((".zip", _zip), (".tar", _tar), (".tar.gz", _tar)):
        yield of(suffix, gzip.compress(save()) if suffix.endswith("gz") else save())
    yield of(".txt.gz", gzip.compress(text.encode()))
    yield of(".tar.xz", lzma.compress(_tar()))


def _zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a/报告.txt", "省长王伟")
        archive.writestr("b.html", "<p>省长王伟")
    return stream.getvalue()


def _tar() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        info = tarfile.TarInfo("a/报告.txt")
        info.size = 12
        archive.addfile(info, io.BytesIO("省长王伟".encode()))
    return stream.getvalue()


WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>省长王伟</w:t></w:r></w:p><w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr>"
    '<w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>'
)
PDF = """%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 36>>stream
BT /F 9 Tf 9 9 Td (Wang Wei) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
"""


def _files() -> Iterator[bytes]:
    entries = [("one", _extractor().extract(TEXTS[0][:120], "2026-06-18"))]
    for number, name in enumerate(TEXT_FORMATS):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "found"
            FORMATS[name].save(entries, path)
            yield bytes([number]) + path.read_bytes()


TARGETS: Mapping[str, Target] = {
    "extract": Target(_extract, spell, _texts),
    "numerals": Target(_numerals, spell, _small_numbers),
    "lexicon": Target(_lexicon, bytes, _lists),
    "report": Target(_report, bytes, _lines),
    "dossier": Target(_dossier, bytes, _tenures),
    "document": Target(_document, bytes, _documents),
    "formats": Target(_formats, bytes, _files),
}
