"""The language of the window, given to Qt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from app.domain.errors import DeskError


class Tongue(QTranslator):
    """Says texts by one table; texts that are not in it stay as they are.

    Args:
        code: ``vi`` (the program's own texts need nothing, Qt's do) or ``en`` (Qt's need
            nothing).
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self._words: dict[str, str] = {}

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Whether there is nothing to say: before `speak`."""
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

    def speak(self) -> None:
        """Say everything in this language from now on."""
        from app.wiring.translation import (  # noqa: PLC0415 - Vietnamese: not before the paint
            ENGLISH,
            STANDARD,
            table,
        )

        if self.isEmpty():
            self._words = table(ENGLISH if self.code == "en" else STANDARD)
            QCoreApplication.installTranslator(self)

    def fall_silent(self) -> None:
        """End it."""
        QCoreApplication.removeTranslator(self)


def say(error: DeskError) -> str:
    """The sentence of a refusal in the window's language; its words load when first needed."""
    from app.sentences import say as say_it  # noqa: PLC0415 - not before the first paint

    return say_it(error, in_window)


def in_window(source: str) -> str:
    """One text of `app` in the window's language."""
    return QCoreApplication.translate("Sentences", source)
