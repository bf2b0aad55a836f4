"""The language of the window, given to Qt."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator

from app.composition.session.translation import ENGLISH, STANDARD, table


class WindowTranslator(QTranslator):
    """Translates texts by one table; texts that are not in it stay as they are.

    Args:
        code: ``vi`` (the program's own texts need nothing, Qt's do) or ``en`` (Qt's need
            nothing).
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self._words: dict[str, str] = {}

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Whether there is nothing to translate by: before `install`."""
        return not self._words

    def translate(
        self,
        context: bytes | str,
        source: bytes | str,
        _disambiguation: bytes | str | None = None,
        _n: int = -1,
    ) -> str:
        """The words for `source`; None (Qt's null text), and Qt asks on, where there are none."""
        if context == "QShortcut":
            return None  # type: ignore[return-value] # keys are called what stands on them
        return self._words.get(source)  # type: ignore[arg-type, return-value] # given as text

    def install(self) -> None:
        """Translate everything from now on; the desktop's own dialogs only if they speak so too."""
        spoken = next(iter(QLocale.system().uiLanguages()), "")
        QCoreApplication.setAttribute(
            Qt.ApplicationAttribute.AA_DontUseNativeDialogs,
            not spoken.startswith(self.code),
        )
        if self.isEmpty():
            self._words = table(ENGLISH if self.code == "en" else STANDARD)
            QCoreApplication.installTranslator(self)

    def remove(self) -> None:
        """End it."""
        QCoreApplication.removeTranslator(self)
