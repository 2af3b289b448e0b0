"""PDF: the text layer in paragraphs, and files that have none."""

import io
import sys
from collections.abc import Callable
from dataclasses import replace

import pypdf
import pytest

from govner.documents import pdf
from govner.documents.limits import LIMITS
from govner.errors import FormatError, MissingPackageError

MakePdf = Callable[..., bytes]


def test_pages_are_read_and_full_lines_go_on(make_pdf: MakePdf) -> None:
    first = ["任免通知", "四川省人民政府决定，任命周砚秋为四川省发", "展和改革委员会主任。"]
    assert pdf.decode(make_pdf(first, ["此通知。"])) == (
        "任免通知\n四川省人民政府决定，任命周砚秋为四川省发展和改革委员会主任。\n此通知。\n"
    )


def test_a_file_without_text_says_so(make_pdf: MakePdf) -> None:
    with pytest.raises(
        FormatError, match=r"its pages hold no text, pictures at most; recognise the characters \(OCR\)"
    ):
        pdf.decode(make_pdf([]))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF\n", b"\x00" * 1000, "国务院".encode()])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError, match="this is no PDF that can be read"):
        pdf.decode(data)


def test_a_torn_file_is_read_or_refused(make_pdf: MakePdf) -> None:
    data = make_pdf(["四川省省长"])
    for end in range(0, len(data), 37):
        try:
            assert "四川省省长" in pdf.decode(data[:end])
        except FormatError:
            continue


def test_an_encrypted_file_says_so(make_pdf: MakePdf) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(["四川省省长"])))
    writer.encrypt("geheim", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(FormatError, match="it is encrypted; save it without a password first"):
        pdf.decode(stream.getvalue())


def test_a_text_that_is_too_long_is_refused(make_pdf: MakePdf) -> None:
    with pytest.raises(FormatError, match="its text expands to more than 0 MB"):
        pdf.decode(make_pdf(["四川省省长"]), replace(LIMITS, document=16))


def test_a_file_that_draws_too_much_is_refused(make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_pdf(["四川省省长"], ["四川省省长"])
    assert pdf.decode(data)
    monkeypatch.setattr(pdf, "OPERATORS", 6)
    with pytest.raises(FormatError, match="its pages take more than 6 steps to draw"):
        pdf.decode(data)


def test_without_pypdf_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, make_pdf: MakePdf) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingPackageError, match=r"pypdf is not installed; pip install 'govner\[documents\]'"):
        pdf.decode(make_pdf(["省长"]))
