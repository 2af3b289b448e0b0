"""Word documents: their order, their tables, and archives that only look like one."""

import io
import sys
import zipfile
from dataclasses import replace

import docx as writer
import pytest

from govner.documents import docx
from govner.documents.limits import LIMITS
from govner.errors import FormatError, MissingPackageError

LAUGHS = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "国务院">{entities}]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>""".replace(
    "{entities}", "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
)


def document() -> bytes:
    """A document with paragraphs and a table with a merged cell."""
    made = writer.Document()
    made.add_heading("任免通知")
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "姓名\n职务"
    table.cell(1, 0).text, table.cell(1, 1).text = "周砚秋", "省长"
    made.add_paragraph("四川省").add_run("人民政府").bold = True
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    """The document with one of its parts replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, content if info.filename == name else old.read(info))
    return stream.getvalue()


def test_paragraphs_and_tables_come_in_their_order() -> None:
    assert docx.decode(document()) == "任免通知\n姓名 职务\n周砚秋\t省长\n四川省人民政府\n"


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0", document()[:-30]])
def test_what_is_no_word_document_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError, match="this is no Word document"):
        docx.decode(data)


@pytest.mark.parametrize("content", [b"", b"<w:document", b"\x00" * 100, b"<a>" * 10_000])
def test_a_broken_part_is_refused(content: bytes) -> None:
    with pytest.raises(FormatError, match="this is no Word document that can be read"):
        docx.decode(replaced(document(), "word/document.xml", content))


def table(rows: str) -> bytes:
    """A document whose body is one table."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>"
    return replaced(document(), "word/document.xml", body.encode())


def test_a_cell_may_say_that_it_spans_a_thousand_million_columns() -> None:
    span = '<w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
    assert docx.decode(table(f"<w:tr><w:tc>{span}<w:p><w:r><w:t>省长</w:t></w:r></w:p></w:tc></w:tr>")) == "省长\n"


def test_a_cell_that_spans_many_rows_is_told_once() -> None:
    def row(merge: str, text: str) -> str:
        merged = f'<w:tc><w:tcPr><w:vMerge w:val="{merge}"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>'
        return f"<w:tr>{merged}<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>"

    rows = row("restart", "省长") + 3000 * row("continue", "")
    assert docx.decode(table(rows)) == "省长\t甲\n" + 3000 * "\t甲\n"


def test_entities_are_not_expanded() -> None:
    try:
        found = docx.decode(replaced(document(), "word/document.xml", LAUGHS.encode()))
    except FormatError:
        return
    assert len(found) < 100


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = replaced(document(), "word/document.xml", b" " * 40_000_000)
    assert len(bomb) < 200_000
    with pytest.raises(FormatError, match="expands to more than 200 times its size"):
        docx.decode(bomb)
    with pytest.raises(FormatError, match="the document expands to more than 1 MB"):
        docx.decode(bomb, replace(LIMITS, document=1 << 20, ratio=1000))


def test_without_python_docx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingPackageError, match=r"docx is not installed; pip install 'govner\[documents\]'"):
        docx.decode(document())
