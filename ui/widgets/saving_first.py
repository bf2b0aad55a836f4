"""Before a file is taken in whole the office is saved; that holds up nothing but the file."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from app.answers.safety import BackupRound
from app.domain.changes import Changed
from ui.screen import Notices
from ui.tokens import Tone
from ui.words import in_language
from ui.work import Work


def save_first(
    owner: QObject,
    work: Work,
    notices: Notices,
    save: Callable[[], BackupRound],
    then: Callable[[], None],
) -> None:
    """Save outside, then go on with `then` whatever came of it; what failed is said in passing."""

    def saved(found: BackupRound) -> None:
        for one in found.failed:
            words = QCoreApplication.translate(
                "Backups", "Chưa sao lưu được vào {0}: {1}. Vẫn nhận tệp."
            )
            notices.notify(words.format(one.name, in_language(one.failure)), Tone.DUE_SOON)
        then()

    def failed(error: Exception) -> None:
        notices.take(error)
        then()

    work.outside.run(
        owner,
        save,
        saved,
        failed,
        changes=lambda found: Changed.COPIES if found.done else Changed.NOTHING,
    )
