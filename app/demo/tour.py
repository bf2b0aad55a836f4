"""The tour: what the program does, shown on a machine without a screen.

Practice data, one dossier typed through the real screens, its receipt as PDF and PNG, a picture of
every screen, an export package, and a verification; all into one folder with a printed account.
"""

import os
import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from app.cli import terminal
from app.composition.session.session import Session
from app.composition.whole import desk_window
from app.composition.window import application
from app.demo.pictures import save
from app.demo.settle import delete, settle
from app.demo.typist import press, type_into
from app.domain.clock import Clock, SetClock
from app.domain.errors import DeskError
from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.print_request import PrintRequest
from app.exchange.files import write_file
from app.practice import office
from app.printing.preview import page_images
from app.usecases.exchange import exporting
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import verification
from ui.screen import Place
from ui.shell.window import DeskWindow
from ui.theme import apply_theme
from ui.widgets.paper.page_picture import as_image
from ui.work import Work

DOSSIERS = 120
SIZES = ((1366, 768), (1920, 1080))
_RECEIPT_DPI = 203
_VISIT = (Place.HOME, Place.INTAKE, Place.EXCHANGE, Place.REFERENCE, Place.SETTINGS)


_TYPED = (
    ("Số định danh", "020185001234"),
    ("Họ và tên", "Hoàng Thị Mẩy"),
    ("Ngày sinh", "05031985"),
    ("Điện thoại", "0912345678"),
    ("Nơi ở hiện nay", "Thôn Bản Loỏng, xã Mẫu Sơn, tỉnh Lạng Sơn"),
    ("Thủ tục", "khai sinh"),
)


class TourFailed(DeskError):
    """A step of the tour did not do what it shows. Facts: step."""


class TourFolderForeign(DeskError):
    """The folder holds something that is no tour of ours. Facts: path."""


def take_tour(folder: Path, clock: Clock) -> None:
    """Take the tour into `folder`; a former tour there gives way.

    Raises:
        TourFolderForeign: the folder holds other things.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _clear(folder)
    now = clock.now()
    made = office.make_practice_office(folder / "data", SetClock(now), dossiers=DOSSIERS, seed=1)
    _account(f"Dữ liệu luyện tập: {made.dossiers} hồ sơ, người đều tự đặt.")
    apply_theme(application())
    session, work = Session(folder / "data", SetClock(now)), Work()
    try:
        window = desk_window(session, work)
        window.resize(*SIZES[0])
        window.show()
        window.start()
        code = _register(window, session, work, folder)
        _account(f"Đã gõ một hồ sơ qua màn hình Tiếp nhận: {code}.")
        _receipt(session, code, folder)
        _pictures(window, session, work, folder, code)
        delete(window)
        _export(session, folder)
        verified = verification.verify_records(session.desk, session.actor)
    finally:
        work.close()
        session.close()
    verification.verify_pages(folder / "data")
    _account(
        f"Kiểm tra: {verified.dossiers} hồ sơ, {verified.ledger_rows} dòng sổ cái, nguyên vẹn."
    )
    _account(f"Mọi thứ nằm trong {folder}.")


def _clear(folder: Path) -> None:
    marker = folder / "tour.txt"
    if folder.exists() and any(folder.iterdir()):
        if not marker.exists():
            raise TourFolderForeign(path=str(folder))
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    marker.write_text("Thư mục do lệnh tour tạo, có thể xóa.\n", encoding="utf-8")


def _register(window: DeskWindow, session: Session, work: Work, folder: Path) -> str:
    """Type one dossier as a clerk would, by keyboard; its code."""
    before = set(lookup.newest_codes(session.desk, session.actor))
    window.go(Place.INTAKE)
    settle(work)
    screen = window.screen_at(Place.INTAKE)
    for field, text in _TYPED:
        type_into(screen, field, text)
    settle(work)
    press(Qt.Key.Key_Return)
    settle(work)
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    settle(work)
    save(window, folder / "intake-typed.png")
    press(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    settle(work)
    made = set(lookup.newest_codes(session.desk, session.actor)) - before
    if len(made) != 1:
        raise TourFailed(step="tiếp nhận")
    return made.pop()


def _receipt(session: Session, code: str, folder: Path) -> None:
    desk = session.desk
    dossier_id = lookup.dossier_id_of(desk, session.actor, code)
    printed = prints.make_print(
        desk, session.actor, PrintRequest(RECEIPT_FORM, dossier_id), paper="a4"
    )
    write_file(folder / "receipt.pdf", printed.pdf)
    prints.note_printer(desk, session.actor, printed.print_id, "PDF receipt.pdf")
    page = page_images(printed.pdf, _RECEIPT_DPI)[0]
    as_image(page).save(str(folder / "receipt.png"))
    _account(f"Giấy tiếp nhận: receipt.pdf ({len(printed.pdf) // 1024} KB), receipt.png.")


def _pictures(window: DeskWindow, session: Session, work: Work, folder: Path, code: str) -> None:
    for width, height in SIZES:
        window.resize(width, height)
        for place in _VISIT:
            window.go(place)
            settle(work)
            save(window, folder / f"{place}-{width}x{height}.png")
        window.open_dossier(lookup.dossier_id_of(session.desk, session.actor, code))
        settle(work)
        save(window, folder / f"dossier-{width}x{height}.png")
    _account(f"Ảnh {len(_VISIT) + 1} màn hình ở {len(SIZES)} cỡ.")


def _export(session: Session, folder: Path) -> None:
    (folder / "usb").mkdir()
    exported = exporting.export_package(session.desk, session.actor, folder / "usb")
    _account(f"Gói gửi tỉnh: {Path(exported.path).name}, {exported.events} tin.")


def _account(words: str) -> None:
    terminal.write(words)
