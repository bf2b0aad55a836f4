"""Sentences in another language: QtCore's translator over the compiled translation."""

from collections.abc import Callable

from app.sentences import CONTEXT


def translator(language: str) -> Callable[[str], str] | None:
    """How sentences are said in `language`; None for Vietnamese, or if there is no translation."""
    if language == "vi":
        return None
    from importlib import resources  # noqa: PLC0415 - with Qt, only for another language

    from PySide6.QtCore import QTranslator  # noqa: PLC0415 - only for another language

    found = resources.files("resources").joinpath(f"i18n/motcua_{language}.qm")
    translations = QTranslator()
    if not found.is_file() or not translations.load(found.read_bytes()):
        return None

    def translate(source: str) -> str:
        return translations.translate(CONTEXT, source) or source

    return translate
