"""Writes a backup or puts one in place, and says on the card how it went."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.answers.safety import DataFacts
from app.domain.errors import DeskError
from ui.screen import Notices
from ui.screens.settings.actions import BackupDone, RestoreDone, SettingsActions
from ui.screens.settings.backups.backup_card import BackupCard
from ui.tokens import Tone
from ui.widgets.text.labels import number_text
from ui.work import Work


class BackupRunner(QObject):
    """Does what the card asks for.

    Signals:
        written: a backup was written.
        restored: a backup was put in place (`RestoreDone`).
    """

    written = Signal()
    restored = Signal(object)

    def __init__(
        self, actions: SettingsActions, work: Work, notices: Notices, card: BackupCard
    ) -> None:
        super().__init__(card)
        self._actions, self._work, self._notices, self._card = actions, work, notices, card
        card.backup_wanted.connect(self.back_up)
        card.look_wanted.connect(self.look_into)
        card.restore_wanted.connect(self.restore)
        card.running.stopped.connect(self._on_stopped)

    @Slot(object)
    def back_up(self, folder: Path) -> None:
        """Write a verified backup into `folder`."""
        self._card.show_busy(self.tr("Đang sao lưu, mở lại và kiểm tra…"))
        backup = self._work.outside.run_long(
            self,
            lambda progress: self._actions.back_up(folder, progress),
            self._on_written,
            self._on_failed,
        )
        self._card.running.follow(backup)

    @Slot(object)
    def look_into(self, file: Path) -> None:
        """Say what the backup in `file` holds, and ask."""
        self._card.show_busy(self.tr("Đang mở bản sao lưu để xem…"))
        self._work.outside.run(
            self,
            lambda: self._actions.look(file),
            lambda found: self._on_looked(file, found),
            self._on_failed,
        )

    def _on_looked(self, file: Path, found: DataFacts) -> None:
        self._card.show_busy("")
        self._card.ask(file, found)

    @Slot(object)
    def restore(self, file: Path) -> None:
        """Put the backup in `file` in place."""
        self._card.show_busy(self.tr("Đang kiểm tra bản sao lưu rồi khôi phục…"))
        self._work.outside.run(
            self, lambda: self._actions.restore(file), self._on_restored, self._on_failed
        )

    def _on_written(self, done: BackupDone) -> None:
        self._card.show_busy("")
        self._card.strip.say(
            " ".join(
                filter(
                    None,
                    (
                        self.tr("✓ Đã sao lưu và kiểm tra {0} hồ sơ, {1} MB: {2}").format(
                            number_text(done.dossiers),
                            number_text(max(1, done.size >> 20)),
                            done.path,
                        ),
                        done.warning,
                    ),
                )
            ),
            "done",
        )
        self.written.emit()

    @Slot()
    def _on_stopped(self) -> None:
        self._card.show_busy("")
        self._card.strip.say(self.tr("Đã dừng; chưa ghi bản sao lưu nào."), "info")

    def _on_restored(self, done: RestoreDone) -> None:
        self._card.show_busy("")
        self._card.strip.say(
            self.tr("✓ Đã khôi phục. Dữ liệu trước đó nằm nguyên ở: {0}").format(done.replaced),
            "done",
        )
        self._notices.notify(self.tr("Đã khôi phục dữ liệu"), Tone.DONE)
        self.restored.emit(done)

    def _on_failed(self, error: Exception) -> None:
        self._card.show_busy("")
        if isinstance(error, DeskError):
            self._card.strip.say("■ " + self._actions.say(error), "problem")
        else:
            self._card.strip.say("")
            self._notices.take(error)
