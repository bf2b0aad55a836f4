"""Through a real CUPS queue into a PDF, where this machine has CUPS running and cups-pdf."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp

from app.composition.session.printer import send
from app.printing.preview import page_images
from app.printing.profile import Kind, PrintProfile, Tray
from app.printing.registry import form_of
from tests.builders import a_desk, a_dossier
from tests.printing.scanned import picture
from ui.shell.printer import printer_names

pytestmark = pytest.mark.gui

QUEUE = f"motcua-test-{os.getpid()}"
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
MODEL = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"
SPOOLS = (Path.home() / "PDF", Path("/var/spool/cups-pdf/ANONYMOUS"))


def _missing() -> str:
    """What a queue of our own would need and this machine lacks."""
    if sys.platform != "linux":
        return "CUPS is tried on Linux"
    if not shutil.which("lpadmin") or not os.access(BACKEND.parent, os.R_OK):
        return "CUPS is not installed (apt install cups printer-driver-cups-pdf)"
    if not BACKEND.exists():
        return "cups-pdf is not installed (apt install printer-driver-cups-pdf)"
    if subprocess.run(["lpstat", "-r"], capture_output=True, check=False).returncode:
        return "the CUPS scheduler is not running"
    return ""


@pytest.fixture(scope="module")
def queue(qapp_cls):
    if reason := _missing():
        pytest.skip(reason)
    made = subprocess.run(
        ["lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-m", MODEL],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"no queue may be made here: {made.stderr.strip()}")
    yield QUEUE
    subprocess.run(["lpadmin", "-x", QUEUE], check=True)


@pytest.fixture(scope="module")
def registered(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("cups") / "data")
    yield a_dossier(desk)
    desk.close()


def _came_out(qtbot, title: str) -> bytes:
    """What the queue made of the job called `title`; the file is taken away."""
    pattern = f"*{title}*.pdf"

    def is_whole() -> bool:
        found = [path for spool in SPOOLS if spool.is_dir() for path in spool.glob(pattern)]
        return any(path.read_bytes().rstrip().endswith(b"%%EOF") for path in found)

    qtbot.waitUntil(is_whole, timeout=60_000)
    (path,) = (p for spool in SPOOLS if spool.is_dir() for p in spool.glob(pattern))
    pdf = path.read_bytes()
    path.unlink()
    return pdf


@pytest.mark.parametrize(
    ("paper", "form", "kind", "size"),
    [
        ("a4", "01", Kind.SHEET, (210, 297)),
        ("a5", "01", Kind.SHEET, (148, 210)),
        ("80mm", "01", Kind.SLIP, None),
        ("50x30", "label", Kind.LABEL, (50, 30)),
    ],
)
def test_a_form_comes_out_of_the_queue_at_its_size_with_its_codes(
    qapp, qtbot, queue, registered, paper, form, kind, size
):
    rendered = form_of(form).render(registered.content, paper=paper, copy_number=1)
    title = f"MotCua-{os.getpid()}-{paper}"
    profile = PrintProfile(kind, queue, Tray.AUTO)
    assert send(rendered.pdf, profile, title=title) == queue
    pages = page_images(_came_out(qtbot, title), 203)
    assert len(pages) == rendered.pages
    found = (round(pages[0].width_mm), round(pages[0].height_mm))
    if size is None:
        assert found[0] == pytest.approx(80, abs=1)
    else:
        assert found == pytest.approx(size, abs=1)
    codes = {code.text for code in zxingcpp.read_barcodes(picture(pages[0]))}
    wanted = "2611230000" if form == "label" else registered.dossier_code
    assert any(code.startswith(wanted) for code in codes)


def test_the_queue_is_listed_among_the_printers(qapp, queue):
    assert queue in printer_names()
