"""One citizen from look-up to preview, beside the naive chain, in offices of 100,000 dossiers.

Ours: found by the last four digits of the telephone, dossier registered, receipt made and kept as
PDF (both copies on one sheet), drawn at 300 dpi; encrypted. Naive: LIKE, a commit per row with
every statement logged, a Word file of both copies converted by LibreOffice, its pages drawn in
colour. Without LibreOffice that leg and our PDF are left out of what is compared, and the goal
cannot be told. Naive rounds are few, since each takes seconds.
"""

import io
import logging
import time

from reportlab.pdfgen.canvas import Canvas

from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.print_request import PrintRequest
from app.printing.preview import page_images
from app.usecases.printing import prints
from app.usecases.queries import lookup
from tests.bench.bench_intake import PAPERS, a_request, keep_draft, register
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.table import Row, cost_row, faster_row, note_row
from tests.bench.measuring.turns import Times, medians, show
from tests.bench.naive.intake import NaiveDesk
from tests.bench.naive.receipt import WordReceipts
from tests.builders import LAN

DPI = 300
MOST_ROUNDS = 5
OURS_FOR_ONE = 5
"""Citizens of ours for one of the naive chain, whose memory habits would slow the next ones."""


def run(places: Places) -> list[Row]:
    """Both chains in turn, leg by leg."""
    folder = places.copy(SMALL, "citizen")
    desk, plain = places.desk(folder), places.plain_desk(folder)
    naive = NaiveDesk(places.folder / "naive.db", SMALL, logged_to=places.folder / "naive.log")
    word = WordReceipts(places.folder)
    times: Times = {}
    for nth in range(min(places.rounds, MOST_ROUNDS) + 1):
        for name, one in (("ours", desk), ("plain", plain)):
            for _ in range(OURS_FOR_ONE):
                _take(times, name, _ours(one), keep=bool(nth))
        _take(times, "naive", _naive(naive, word), keep=bool(nth))
    naive.close()
    logging.getLogger("sqlalchemy.engine").handlers.clear()
    show(times)
    middle = medians(times)
    beside = "LIKE, commit per row, docx → LibreOffice"
    if not word.is_there:
        beside = "LIKE, commit per row; no LibreOffice here, so both PDFs left out"
    legs = {name: _legs_of(middle, name) for name in ("ours", "plain", "naive")}
    whole = {name: sum(taken.values()) for name, taken in legs.items()}
    left_out = 0 if word.is_there else legs["ours"]["PDF"]
    row = faster_row(
        "citizen, look-up to preview", whole["ours"] - left_out, whole["naive"], 50,
        unit="ms", beside=beside,
    )  # fmt: skip
    if not word.is_there:
        row = note_row(row.what, row.value, f"{row.peer} (goal with it: {row.goal})")
    return [
        row,
        note_row("citizen, our legs", f"{whole['ours']:.1f} ms", _said(legs["ours"])),
        note_row("citizen, naive legs", f"{whole['naive']:.0f} ms", _said(legs["naive"])),
        cost_row("citizen", whole["ours"], whole["plain"], unit="ms"),
    ]


def _legs_of(middle: dict[str, float], name: str) -> dict[str, float]:
    """Milliseconds of each leg of one chain."""
    begins = f"{name} "
    return {
        leg.removeprefix(begins): took for leg, took in middle.items() if leg.startswith(begins)
    }


def _said(legs: dict[str, float]) -> str:
    return ", ".join(f"{leg} {took:.1f}" for leg, took in legs.items())


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

    def skip(self) -> None:
        """What came since the last mark belongs to no leg."""
        self._begun = time.perf_counter()


def _ours(desk) -> dict[str, float]:
    keep_draft(desk)
    legs = _Legs()
    lookup.find(desk, LAN, "5678")
    legs.mark("look-up")
    registered = register(desk)
    legs.mark("save")
    printed = prints.make_print(
        desk, LAN, PrintRequest(RECEIPT_FORM, registered.dossier_id), paper="a4x2"
    )
    legs.mark("PDF")
    assert page_images(printed.pdf, DPI)
    legs.mark("render")
    return legs.taken


def _naive(desk: NaiveDesk, word: WordReceipts) -> dict[str, float]:
    desk.keep_draft()
    legs = _Legs()
    desk.find("5678")
    legs.mark("look-up")
    code = desk.register(a_request())
    legs.mark("save")
    if word.is_there:
        pdf = word.pdf(code, PAPERS)
        legs.mark("PDF")
    else:
        pdf = _some_pdf(code)
        legs.skip()
    assert page_images(pdf, DPI, grayscale=False)
    legs.mark("render")
    return legs.taken


def _some_pdf(code: str) -> bytes:
    """A page with as many words, where LibreOffice makes none."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for nth in range(30):
        canvas.drawString(72, 800 - 20 * nth, f"{code} " * 4)
    canvas.save()
    return file.getvalue()
