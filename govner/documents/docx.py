"""Reading Word documents (.docx): paragraphs and tables in their order; needs the extra ``govner[documents]``."""

import zipfile
from io import BytesIO
from typing import Any

from govner.documents.limits import LIMITS, Budget, Limits
from govner.errors import FormatError
from govner.optional import package

SUFFIXES = (".docx", ".docm")


def decode(data: bytes, limits: Limits = LIMITS) -> str:
    """The text of a document's body: a line a paragraph, a line a row of a table, its cells parted by tabs.

    Raises FormatError where the bytes are no Word document or expand too far, MissingPackageError where python-docx
    is not installed.
    """
    docx = package("docx", "documents")
    _check(data, limits)
    try:
        document = docx.Document(BytesIO(data))
        return "".join(f"{line}\n" for part in document.iter_inner_content() for line in _lines(part))
    except Exception as error:
        raise FormatError(f"this is no Word document that can be read: {error}") from error


def _lines(part: Any) -> list[str]:
    """The lines of a paragraph or a table."""
    if not hasattr(part, "rows"):
        return [part.text]
    # Not by row.cells, which lists a cell once for each column that it says it spans, and looks for a merged one's text
    # through all rows above it. So a merged cell is told once, where it begins.
    rows = (row._tr.tc_lst for row in part.rows)  # noqa: SLF001
    return ["\t".join("" if cell.vMerge == "continue" else _said(cell) for cell in row) for row in rows]


def _said(cell: Any) -> str:
    return "\n".join(paragraph.text for paragraph in cell.p_lst).replace("\n", " ")


def _check(data: bytes, limits: Limits) -> None:
    """Raises FormatError where the document is no archive, or one that expands too far."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            sizes = [entry.file_size for entry in archive.infolist()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise FormatError("this is no Word document (.docx); an old .doc has to be saved as .docx first") from error
    budget = Budget(limits, len(data))
    for size in sizes:
        budget.enter()
        budget.expand(size)
    if sum(sizes) > limits.document:
        raise FormatError(f"the document expands to more than {limits.document >> 20} MB")
