"""The keys of the intake screen: what each does, and what the F1 map says of it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.screens.intake.draft.history import REDO, UNDO


def key_words() -> tuple[tuple[str, str], ...]:
    """Key and words of each, in the order of use."""
    translate = QCoreApplication.translate
    return (
        ("F9", translate("IntakeScreen", "Lưu và in phiếu")),
        ("Ctrl+F9", translate("IntakeScreen", "Lưu, chưa in")),
        ("Enter", translate("IntakeScreen", "Ô tiếp theo")),
        (f"{UNDO} · {REDO}", translate("IntakeScreen", "Hoàn tác · làm lại trong phiếu đang nhập")),
        ("Esc", translate("IntakeScreen", "Cất nháp, làm người khác")),
        ("Alt+1 · 2 · 3", translate("IntakeScreen", "Tại quầy · Nộp hộ trực tuyến · Bưu chính")),
        ("Ctrl+1 · 2 · 3", translate("IntakeScreen", "Điền người, hoặc địa chỉ đã gặp")),
        ("Ctrl+0", translate("IntakeScreen", "Lấy theo thẻ vừa quét")),
        ("Alt+T", translate("IntakeScreen", "Nộp thay người khác")),
        ("Alt+H", translate("IntakeScreen", "Đổi trường hợp")),
        ("Space", translate("IntakeScreen", "Có tờ giấy này")),
        ("Ctrl+Space", translate("IntakeScreen", "Đủ tất cả giấy tờ")),
        ("← → + –", translate("IntakeScreen", "Số bản chính, bản sao")),
        ("1 – 9, 0", translate("IntakeScreen", "Chứng thực: giấy hay gặp, như dòng trên")),
        ("Alt+L", translate("IntakeScreen", "Thu tiền, miễn, giảm")),
        ("Alt+P", translate("IntakeScreen", "In phiếu thu vừa lưu")),
        ("Alt+G", translate("IntakeScreen", "Giờ nhận khác, phi địa giới")),
        ("Alt+D", translate("IntakeScreen", "Hồ sơ đang dở")),
        ("Alt+X", translate("IntakeScreen", "Xem phiếu lớn")),
        ("Ctrl+P", translate("IntakeScreen", "In lại phiếu vừa lưu")),
        ("Alt+M", translate("IntakeScreen", "Mở hồ sơ vừa lưu")),
        ("Alt+S", translate("IntakeScreen", "So sánh với hồ sơ đang mở của người này")),
    )


def bind_keys(screen: QWidget, actions: Mapping[str, Callable[[], object]]) -> None:
    """Let each key do its action wherever the focus is on `screen`."""
    for key, action in actions.items():
        shortcut = QShortcut(QKeySequence(key), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)
