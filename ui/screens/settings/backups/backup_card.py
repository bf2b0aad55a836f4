"""Backup and restore: one verified file; a restore never destroys what it replaces."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.safety import DataFacts
from app.wording.safety import data_words
from ui.screens.settings.backups.copies_part import CopiesPart
from ui.widgets.file_dialog import ask_file, ask_folder
from ui.widgets.layout.waiting import Waiting
from ui.widgets.running_strip import RunningStrip
from ui.widgets.text.labels import label, rule
from ui.widgets.text.notice_strip import NoticeStrip
from ui.words import reason_in_language


class BackupCard(QFrame):
    """Where the data lies, when it was last saved, and the two actions.

    Signals:
        backup_wanted: the folder to write into.
        look_wanted: the file that is to be put in place, to be looked into first.
        restore_wanted: the file to put in place, after a second look.
    """

    backup_wanted = Signal(object)
    look_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._file: Path | None = None
        self._folder = ""
        self._data: DataFacts | None = None
        self._what = label("", "strong", wraps=True)
        self._where = label("", "quiet", wraps=True)
        self._last = label("", "quiet", wraps=True)
        self.strip = NoticeStrip()
        self.running = RunningStrip()
        self.copies = CopiesPart()
        self.backup = QPushButton(self.tr("Sao lưu…"))
        self.restore = QPushButton(self.tr("Khôi phục từ tệp…"))
        self.confirm = QPushButton(self.tr("Khôi phục, cất dữ liệu đang có sang bên"))
        self.confirm.setObjectName("dangerPrimary")
        self.cancel = QPushButton(self.tr("Thôi"))
        self._waiting = Waiting(self, self.backup, self.restore, self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Sao lưu"), "section"))
        column.addWidget(self._what)
        column.addWidget(self._where)
        column.addWidget(self._last)
        column.addWidget(self.strip)
        column.addWidget(self.running)
        row = QHBoxLayout()
        for button in (self.backup, self.restore, self.confirm, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(rule())
        column.addWidget(self.copies)
        self.backup.clicked.connect(self._choose_folder)
        self.restore.clicked.connect(self._choose_file)
        self.confirm.clicked.connect(self._on_confirmed)
        self.cancel.clicked.connect(self._on_cancelled)
        self._show_question(is_asking=False)

    def show_state(
        self, folder: str, last_backup: str, backup_folder: str, data: DataFacts | None
    ) -> None:
        """Say whose data lies where, and when it was last saved."""
        self._folder, self._data = backup_folder, data
        if data is not None:
            self._what.setText(self.tr("Dữ liệu đang dùng: {0}.").format(_words(data)))
        self._what.setVisible(data is not None)
        self._where.setText(self.tr("Dữ liệu nằm ở: {0}").format(folder))
        self._last.setText(
            self.tr("Lần sao lưu bằng tay gần nhất: {0}").format(last_backup)
            if last_backup
            else self.tr("Chưa sao lưu bằng tay lần nào trên máy này.")
        )

    def ask(self, file: Path, found: DataFacts) -> None:
        """Ask for a second look before `file`, which holds this, is put in place."""
        self._file = file
        now = _words(self._data) if self._data is not None else self.tr("chưa rõ")
        is_other = self._data is not None and self._data.agency_code != found.agency_code
        warned = self.tr("Đây là dữ liệu của CƠ QUAN KHÁC.") if is_other else ""
        self.strip.say(
            self.tr(
                "▲ Khôi phục từ {0}. Bản sao lưu: {1}. Đang dùng: {2}. Dữ liệu đang dùng được cất "
                "nguyên vẹn vào một thư mục bên cạnh, rồi thay bằng bản sao lưu; tệp được kiểm tra "
                "trước khi thay."
            ).format(file.name, _words(found), now)
            + (f" {warned}" if warned else ""),
            "warning",
        )
        self._show_question(is_asking=True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, words: str) -> None:
        """Say what is under way; empty words end it."""
        self._waiting.set_busy(is_busy=bool(words))
        if words:
            self.strip.say(words, "info")

    def _show_question(self, *, is_asking: bool) -> None:
        self.confirm.setVisible(is_asking)
        self.cancel.setVisible(is_asking)
        self.backup.setVisible(not is_asking)
        self.restore.setVisible(not is_asking)

    @Slot()
    def _choose_folder(self) -> None:
        ask_folder(
            self,
            self.tr("Chọn thư mục để sao lưu"),
            self.backup_wanted.emit,
            last=self._folder,
        )

    @Slot()
    def _choose_file(self) -> None:
        kinds = (self.tr("Tệp sao lưu (*.mcbk)"), self.tr("Mọi tệp (*)"))
        ask_file(
            self,
            self.tr("Chọn tệp sao lưu"),
            kinds,
            self.look_wanted.emit,
            last=self._folder,
        )

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


def _words(data: DataFacts) -> str:
    return reason_in_language(data_words(data))
