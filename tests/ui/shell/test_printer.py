"""A stored PDF goes through QPrinter as it is: same size, same codes."""

import pytest
import zxingcpp
from PIL import Image

from app.printing.preview import page_images
from app.printing.registry import form_of
from tests.builders import MONDAY, a_desk, a_dossier
from ui.shell.printer import NoPrinter, PrintFailed, PrintTarget, UnknownPrinter, print_pdf

pytestmark = pytest.mark.gui


@pytest.fixture(scope="module")
def registered(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("printer") / "data", MONDAY)
    yield a_dossier(desk)
    desk.close()


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (210, 297)), ("a5", (148, 210)), ("a4x2", (297, 210))]
)
def test_a_printed_page_has_its_paper_size_and_readable_codes(
    qapp, registered, tmp_path, paper, size
):
    rendered = form_of("01").render(registered.content, paper=paper, copy_number=1)
    out = tmp_path / "out.pdf"
    assert print_pdf(rendered.pdf, PrintTarget(file=str(out)), title="Phiếu") == str(out)
    pages = page_images(out.read_bytes(), 203)
    assert len(pages) == rendered.pages
    page = pages[0]
    assert (round(page.width_mm), round(page.height_mm)) == pytest.approx(size, abs=1)
    image = Image.frombytes("L", (page.width, page.height), page.data, "raw", "L", page.stride)
    codes = {code.text for code in zxingcpp.read_barcodes(image)}
    assert registered.dossier_code in codes
    assert any(text.startswith(f"{registered.dossier_code}|1.004873|") for text in codes)


def test_without_any_printer_it_says_so(qapp, registered, monkeypatch):
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", staticmethod(lambda: ""))
    pdf = form_of("01").render(registered.content, paper="a4", copy_number=1).pdf
    with pytest.raises(NoPrinter):
        print_pdf(pdf, PrintTarget(), title="Phiếu")


def test_a_remembered_printer_that_is_gone_is_named(qapp, registered):
    pdf = form_of("01").render(registered.content, paper="a4", copy_number=1).pdf
    with pytest.raises(UnknownPrinter) as refused:
        print_pdf(pdf, PrintTarget("Máy in đã tháo"), title="Phiếu")
    assert refused.value.facts == {"printer": "Máy in đã tháo"}


@pytest.mark.filterwarnings("ignore")
def test_a_folder_that_cannot_be_written_is_a_failed_print(qapp, registered, tmp_path, qtlog):
    pdf = form_of("01").render(registered.content, paper="a4", copy_number=1).pdf
    with qtlog.disabled(), pytest.raises(PrintFailed):
        print_pdf(pdf, PrintTarget(file=str(tmp_path / "missing" / "x.pdf")), title="Phiếu")
