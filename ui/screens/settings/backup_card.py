"""Backup and restore: one verified file; a restore never destroys what it replaces."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.file_dialog import ask_file, ask_folder
from ui.widgets.running_strip import RunningStrip
from ui.widgets.text.labels import label
from ui.widgets.text.notice_strip import NoticeStrip


class BackupCard(QFrame):
    """Where the data lies, when it was last saved, and the two actions.

    Signals:
        backup_wanted: the folder to write into.
        restore_wanted: the file to put in place, after a second look.
    """

    backup_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._file: Path | None = None
        self._where = label("", "quiet", wraps=True)
        self._last = label("", "quiet", wraps=True)
        self.strip = NoticeStrip()
        self.running = RunningStrip()
        self.backup = QPushButton(self.tr("Sao lưu…"))
        self.restore = QPushButton(self.tr("Khôi phục từ tệp…"))
        self.confirm = QPushButton(self.tr("Khôi phục, cất dữ liệu đang có sang bên"))
        self.confirm.setObjectName("dangerPrimary")
        self.cancel = QPushButton(self.tr("Thôi"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Sao lưu"), "section"))
        column.addWidget(self._where)
        column.addWidget(self._last)
        column.addWidget(self.strip)
        column.addWidget(self.running)
        row = QHBoxLayout()
        for button in (self.backup, self.restore, self.confirm, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.backup.clicked.connect(self._choose_folder)
        self.restore.clicked.connect(self._choose_file)
        self.confirm.clicked.connect(self._on_confirmed)
        self.cancel.clicked.connect(self._on_cancelled)
        self._show_question(is_asking=False)

    def show_state(self, folder: str, last_backup: str) -> None:
        """Say where the data lies and when it was last saved."""
        self._where.setText(self.tr("Dữ liệu nằm ở: {0}").format(folder))
        self._last.setText(
            self.tr("Lần sao lưu gần nhất: {0}").format(last_backup)
            if last_backup
            else self.tr("▲ Chưa sao lưu lần nào trên máy này.")
        )

    def ask(self, file: Path) -> None:
        """Ask for a second look before `file` is put in place."""
        self._file = file
        self.strip.say(
            self.tr(
                "▲ Khôi phục từ {0}: dữ liệu đang dùng được cất nguyên vẹn vào một thư mục bên "
                "cạnh, rồi thay bằng bản sao lưu. Tệp được mở và kiểm tra trước khi thay."
            ).format(file.name),
            "warning",
        )
        self._show_question(is_asking=True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, words: str) -> None:
        """Say what is under way; empty words end it."""
        for button in (self.backup, self.restore, self.confirm):
            button.setEnabled(not words)
        if words:
            self.strip.say(words, "info")

    def _show_question(self, *, is_asking: bool) -> None:
        self.confirm.setVisible(is_asking)
        self.cancel.setVisible(is_asking)
        self.backup.setVisible(not is_asking)
        self.restore.setVisible(not is_asking)

    @Slot()
    def _choose_folder(self) -> None:
        ask_folder(self, self.tr("Chọn thư mục để sao lưu"), self.backup_wanted.emit)

    @Slot()
    def _choose_file(self) -> None:
        kinds = (self.tr("Tệp sao lưu (*.mcbk)"), self.tr("Mọi tệp (*)"))
        ask_file(self, self.tr("Chọn tệp sao lưu"), kinds, self.ask)

    @Slot()
    def _on_confirmed(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            self._show_question(is_asking=False)
            self.restore_wanted.emit(file)

    @Slot()
    def _on_cancelled(self) -> None:
        self._file = None
        self.strip.say("")
        self._show_question(is_asking=False)
        self.restore.setFocus(Qt.FocusReason.OtherFocusReason)
