"""Whatever bytes stand in a file of whatever name, they are read or refused, and nothing else happens."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govner.documents.sources import Document, Failure, Passed, Sources

TEXT = "四川省省长周砚秋出席大会。".encode()


def _zip(method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("报告.txt", TEXT * 9)
        archive.writestr("b.txt", TEXT)
    return stream.getvalue()


def _tar(form: int) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as archive:
        for name in ("a.txt", "很" * 120 + ".txt"):
            info = tarfile.TarInfo(name)
            info.size = len(TEXT)
            archive.addfile(info, io.BytesIO(TEXT))
    return stream.getvalue()


def _docx() -> bytes:
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("四川省")
    document.save(stream)
    return stream.getvalue()


PAGE = "<meta charset=gbk><p class='a'>四川省<table><tr><td>省长&nbsp;</table><!-- x --><script>1</script>".encode(
    "gbk"
)

FILES: Mapping[str, bytes] = {
    "stored.zip": _zip(zipfile.ZIP_STORED),
    "deflated.zip": _zip(zipfile.ZIP_DEFLATED),
    "lzma.zip": _zip(zipfile.ZIP_LZMA),
    "gnu.tar": _tar(tarfile.GNU_FORMAT),
    "pax.tar": _tar(tarfile.PAX_FORMAT),
    "a.tar.gz": gzip.compress(_tar(tarfile.PAX_FORMAT)),
    "a.txt.bz2": bz2.compress(TEXT),
    "a.txt.xz": lzma.compress(TEXT),
    "a.docx": _docx(),
    "a.html": PAGE,
    "a.jsonl": b'{"text": "x", "id": 1}\n{"text": "y"}\n',
    "a.txt": TEXT,
}


def sound(path: str) -> None:
    """Asserts that all that is found is of a kind that is known."""
    assert all(isinstance(found, Document | Failure | Passed) for found in Sources([path]))


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with some of them changed, cut out or put in."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.integers(0, 8))
        data = data[:start] + draw(st.binary(max_size=8)) + data[end:]
    return data


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data.draw(damaged(FILES[name])))
    sound(str(path))


def test_a_damaged_pdf_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, make_pdf: Callable[..., bytes]
) -> None:
    path = tmp_path_factory.getbasetemp() / "a.pdf"
    whole = make_pdf(["四川省", "省长"], ["三"])

    @settings(max_examples=80)
    @given(damaged(whole))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        sound(str(path))

    check()


@pytest.mark.parametrize("name", [*FILES, "a.pdf", "a.tgz", "a.txt.gz", "a.unknown"])
@settings(max_examples=30)
@given(data=st.binary())
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    sound(str(path))
