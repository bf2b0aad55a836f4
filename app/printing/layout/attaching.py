"""Files that go inside a PDF (ISO 32000-1, 7.11.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a PDF: its name in ASCII, what it is, and its bytes."""

    name: str
    about: str
    content: bytes


def attach(canvas: Canvas, attachments: Sequence[Attachment]) -> None:
    """Put files into the document of `canvas`."""
    if not attachments:
        return
    document = canvas._doc  # noqa: SLF001 - ReportLab offers no other way
    names: list[object] = []
    for each in attachments:
        names += [PDFString(each.name), document.Reference(_file(document, each))]
    document.Catalog.Names = PDFDictionary(
        {"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})}
    )


def _file(document: PDFDocument, attachment: Attachment) -> PDFDictionary:
    stream = PDFStream(
        dictionary=PDFDictionary({"Type": PDFName("EmbeddedFile")}), content=attachment.content
    )
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(attachment.name),
            "UF": PDFString(attachment.name),
            "Desc": PDFString(attachment.about),
            "EF": PDFDictionary({"F": document.Reference(stream)}),
        }
    )
