"""The keys of the intake screen: what each does, and what the F1 map says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.screens.intake.form_history import REDO, UNDO

if TYPE_CHECKING:
    from ui.screens.intake.screen import IntakeScreen


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


def bind_keys(screen: IntakeScreen) -> None:
    """Let the keys be heard wherever the focus is on `screen`."""
    applicant = screen.applicant
    channel = screen.frame.channel
    keys = {
        "F9": screen.check.save_and_print,
        "Ctrl+F9": screen.check.save_only,
        UNDO: screen.history.undo,
        REDO: screen.history.redo,
        "Alt+1": lambda: channel.choose(0),
        "Alt+2": lambda: channel.choose(1),
        "Alt+3": lambda: channel.choose(2),
        "Alt+T": screen.applicant.toggle_representative,
        "Alt+G": screen.procedure.extras.toggle.click,
        "Alt+H": screen.procedure.case_section.reopen,
        "Alt+D": screen.frame.drafts.focus_first,
        "Alt+X": screen.enlarge,
        "Alt+L": screen.procedure.fee.toggle.click,
        "Alt+P": screen.saving.print_slip,
        "Alt+M": screen.open_wanted,
        "Alt+S": screen.compare,
        "Ctrl+P": screen.saving.print_again,
        "Ctrl+Space": screen.procedure.papers.tick_all,
        "Ctrl+0": screen.applicant.take_card_for_good,
        "Ctrl+1": lambda: applicant.take_offer(0),
        "Ctrl+2": lambda: applicant.take_offer(1),
        "Ctrl+3": lambda: applicant.take_offer(2),
    }
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
