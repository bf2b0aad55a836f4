"""One citizen from look-up to preview, beside the naive chain, in offices of 100,000 dossiers.

Ours: found by the last four digits of the telephone, dossier registered, receipt made and kept as
PDF (both copies on one sheet), drawn at 300 dpi; encrypted. Naive: LIKE, a commit per row with
every statement logged, a Word file converted by LibreOffice, its page drawn in colour. Without
LibreOffice that leg and our PDF are left out of what is compared, and the goal cannot be told.
"""

import io
import logging
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

from app.domain.actor import Actor
from app.printing.preview import page_images
from app.usecases import lookup, printing
from tests.bench.bench_intake import PAPERS, a_request, keep_draft, register
from tests.bench.naive_intake import NaiveDesk
from tests.bench.places import SMALL, Places
from tests.bench.table import Row, cost_row, faster_row, note_row
from tests.bench.turns import Times, medians, show

LAN = Actor("Hoàng Thị Lan")
DPI = 300
OURS_FOR_ONE = 5
"""Citizens of ours for one of the naive chain, whose memory habits would slow the next ones."""
_TYPES = """<?xml version="1.0"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-\
officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/\
officeDocument/2006/relationships/officeDocument"/></Relationships>"""
_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
{}</w:body></w:document>"""
_PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def run(places: Places) -> list[Row]:
    """Both chains in turn, leg by leg."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    folder = places.copy(SMALL, "citizen")
    desk, plain = places.desk(folder), places.plain_desk(folder)
    naive = NaiveDesk(places.folder / "naive.db", SMALL, logged_to=places.folder / "naive.log")
    times: Times = {}
    for nth in range(places.rounds + 1):
        for name, one in (("ours", desk), ("plain", plain)):
            for _ in range(OURS_FOR_ONE):
                _take(times, name, _ours(one), keep=bool(nth))
        _take(times, "naive", _naive(naive, places.folder, office), keep=bool(nth))
    naive.close()
    logging.getLogger("sqlalchemy.engine").handlers.clear()
    show(times)
    middle = medians(times)
    beside = "naive chain"
    if office is None:
        beside += ", docx → LibreOffice and our PDF left out"
    compared = {
        name: sum(took for leg, took in middle.items() if leg.startswith(name)
                  and not (office is None and leg.endswith("PDF")))
        for name in ("ours", "naive")
    }  # fmt: skip
    row = faster_row(
        "citizen, look-up to preview", compared["ours"], compared["naive"], 50,
        unit="ms", beside=beside,
    )  # fmt: skip
    if office is None:
        row = note_row(row.what, row.value, f"{row.peer} (goal with it: {row.goal})")
    whole = {
        name: sum(took for leg, took in middle.items() if leg.startswith(name))
        for name in ("ours", "plain")
    }
    legs = ", ".join(
        f"{leg.removeprefix('ours ')} {took:.1f}"
        for leg, took in middle.items()
        if leg.startswith("ours")
    )
    return [
        row,
        note_row("citizen, our legs", f"{whole['ours']:.1f} ms", legs),
        cost_row("citizen", whole["ours"], whole["plain"], unit="ms"),
    ]


def _take(times: Times, name: str, legs: dict[str, float], *, keep: bool) -> None:
    for leg, took in legs.items():
        taken = times.setdefault(f"{name} {leg}", [])
        if keep:
            taken.append(took)


class _Legs:
    """Milliseconds from one mark to the next."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}
        self._begun = time.perf_counter()

    def mark(self, leg: str) -> None:
        now = time.perf_counter()
        self.taken[leg] = (now - self._begun) * 1_000
        self._begun = now


def _ours(desk) -> dict[str, float]:
    keep_draft(desk)
    legs = _Legs()
    lookup.find(desk, "5678")
    legs.mark("look-up")
    registered = register(desk)
    legs.mark("save")
    printed = printing.make_print(desk, LAN, registered.dossier_id, form="01", paper="a4x2")
    legs.mark("PDF")
    assert page_images(printed.pdf, DPI)
    legs.mark("render")
    return legs.taken


def _naive(desk: NaiveDesk, folder: Path, office: str | None) -> dict[str, float]:
    desk.keep_draft()
    legs = _Legs()
    desk.find("5678")
    legs.mark("look-up")
    code = desk.register(a_request())
    legs.mark("save")
    pdf = _some_pdf(code)
    if office is not None:
        legs = _went_on(legs)
        pdf = _converted(office, folder, code)
        legs.mark("PDF")
    else:
        legs = _went_on(legs)
    assert page_images(pdf, DPI, grayscale=False)
    legs.mark("render")
    return legs.taken


def _went_on(legs: _Legs) -> _Legs:
    """What came before is not counted to the next leg."""
    legs._begun = time.perf_counter()
    return legs


def _some_pdf(code: str) -> bytes:
    """A page with as many words, where LibreOffice makes none."""
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    for nth in range(30):
        canvas.drawString(72, 800 - 20 * nth, f"{code} " * 4)
    canvas.save()
    return file.getvalue()


def _converted(office: str, folder: Path, code: str) -> bytes:
    """A receipt as a Word file, made a PDF by LibreOffice."""
    source = folder / "receipt.docx"
    said = [f"Giấy tiếp nhận hồ sơ và hẹn trả kết quả {code}", "Hoàng Thị Mẩy", *PAPERS] * 3
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        body = "\n".join(_PARAGRAPH.format(text) for text in said)
        archive.writestr("word/document.xml", _DOCUMENT.format(body))
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return source.with_suffix(".pdf").read_bytes()
