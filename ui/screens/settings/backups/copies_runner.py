"""Does what the part of the copies asks for, and says there how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.answers.safety import BackupRound, TrialFacts
from app.domain.changes import Changed
from app.domain.errors import DeskError
from ui.screen import Notices
from ui.screens.settings.actions import CopiesActions
from ui.screens.settings.backups.copies_part import CopiesPart
from ui.words import in_language
from ui.work import Work


class CopiesRunner(QObject):
    """Everything outside: places may be slow, and nobody waits for them.

    Args:
        actions: what is done.
        work: where.
        notices: where unforeseen errors go.
        part: where it is asked and said.
        say: words for refusals.
    """

    def __init__(
        self,
        actions: CopiesActions,
        work: Work,
        notices: Notices,
        part: CopiesPart,
        say: Callable[[DeskError], str],
    ) -> None:
        super().__init__(part)
        self._actions, self._work, self._notices = actions, work, notices
        self._part, self._say = part, say
        part.make_wanted.connect(self.make)
        part.try_wanted.connect(self.try_out)
        part.enrol_wanted.connect(self.enrol)
        part.remove_wanted.connect(self.remove)

    @Slot()
    def load(self) -> None:
        """Look anew at what lies where."""
        self._work.outside.run(self, self._actions.state, self._part.show_state, self._notices.take)

    @Slot()
    def make(self) -> None:
        """Copy to every place that can be reached, changed or not."""
        self._part.show_busy(self.tr("Đang sao lưu, mở lại và kiểm tra…"))
        self._work.outside.run_long(
            self, self._actions.make, self._on_made, self._on_failed, changes=Changed.COPIES
        )

    @Slot()
    def try_out(self) -> None:
        """Restore a copy for a trial."""
        self._part.show_busy(self.tr("Đang khôi phục thử vào một thư mục tạm…"))
        self._work.outside.run_long(
            self, self._actions.try_out, self._on_tried, self._on_failed, changes=Changed.COPIES
        )

    @Slot(object)
    def enrol(self, folder: Path) -> None:
        """Let the stick that `folder` lies on get copies."""
        self._part.show_busy(self.tr("Đang thêm USB…"))
        self._work.outside.run(
            self,
            lambda: self._actions.enrol(folder),
            self._on_enrolled,
            self._on_failed,
            changes=Changed.SETTINGS | Changed.COPIES,
        )

    @Slot(str)
    def remove(self, stick: str) -> None:
        """Let a stick get no more copies."""
        self._part.show_busy(self.tr("Đang bỏ USB…"))
        self._work.outside.run(
            self,
            lambda: self._actions.remove(stick),
            self._on_removed,
            self._on_failed,
            changes=Changed.SETTINGS | Changed.COPIES,
        )

    def _on_made(self, found: BackupRound) -> None:
        if found.is_busy:
            self._end(self.tr("Đang có một lượt sao lưu khác; đợi xong rồi làm lại."), "info")
            return
        made = [self.tr("✓ Đã sao lưu và kiểm tra: {0}").format(one.file) for one in found.made]
        failed = [
            self.tr("■ Chưa sao lưu được vào {0}: {1}").format(one.name, in_language(one.failure))
            for one in found.failed
        ]
        self._end("\n".join([*failed, *made]), "problem" if failed else "done")

    def _on_tried(self, found: TrialFacts | None) -> None:
        if found is None:
            self._end(self.tr("Chưa có bản sao lưu nào để thử. Hãy sao lưu trước."), "info")
        elif found.failure:
            words = self.tr("■ Khôi phục thử không được: {0} Hãy sao lưu mới ngay.")
            self._end(words.format(in_language(found.failure)), "problem")
        else:
            words = self.tr("✓ Khôi phục thử được: {0}")
            self._end(words.format(found.file), "done")

    def _on_enrolled(self, name: str) -> None:
        words = self.tr("✓ Từ nay tự sao lưu vào USB “{0}” mỗi khi được cắm.")
        self._end(words.format(name), "done")

    def _on_removed(self, name: str) -> None:
        words = self.tr(
            "✓ Thôi tự sao lưu vào USB “{0}”. Các bản đã ghi vẫn nằm trên đó và giữ khóa: xóa đi "
            "nếu USB rời cơ quan."
        )
        self._end(words.format(name), "done")

    def _end(self, words: str, kind: str) -> None:
        self._part.show_busy("")
        self._part.strip.say(words, kind)
        self.load()

    def _on_failed(self, error: Exception) -> None:
        self._part.show_busy("")
        if isinstance(error, DeskError):
            self._part.strip.say("■ " + self._say(error), "problem")
        else:
            self._part.strip.say("")
            self._notices.take(error)
