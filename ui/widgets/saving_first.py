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
    words: str = "",
) -> None:
    """Save outside, then go on with `then` whatever came of it; what failed is said in passing.

    `words` say so with where and why, where no file is taken in.
    """

    def saved(found: BackupRound) -> None:
        for one in found.failed:
            said = words or QCoreApplication.translate(
                "Backups", "Chưa sao lưu được vào {0}: {1}. Vẫn nhận tệp."
            )
            notices.notify(said.format(one.name, in_language(one.failure)), Tone.DUE_SOON)
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
