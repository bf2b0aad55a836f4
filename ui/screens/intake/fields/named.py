"""The fields of the form by their names in a request."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.fields.line_field import LineField

_PARTS = {"documents": "documents", "certification": "certification", "fees": "amount"}
"""Where the parts of a list are mended: ``documents.3.name`` at the list itself."""


class NamedFields:
    """Every field, in the order of the form.

    Args:
        fields: the fields.
        unfold: shows a field that may be folded away, by the field's name.
        certifies: whether papers are certified now instead of being handed in.
    """

    def __init__(
        self,
        fields: Mapping[str, QWidget],
        unfold: Mapping[str, Callable[[], None]],
        certifies: Callable[[], bool],
    ) -> None:
        self.fields = fields
        self._unfold, self._certifies = unfold, certifies

    def widget_of(self, name: str) -> QWidget | None:
        """The field of this name; None if the name belongs to no field."""
        part = _PARTS.get(name.split(".", maxsplit=1)[0], name)
        if part == "documents" and self._certifies():
            part = "certification"
        return self.fields.get(part)

    def place_of(self, name: str) -> int:
        """Where in the form a field is read; what is no field comes last."""
        widgets, widget = list(self.fields.values()), self.widget_of(name)
        return widgets.index(widget) if widget is not None else len(widgets)

    def mend(self, name: str) -> None:
        """Bring the keyboard to the field of this name, so that typing replaces what is wrong."""
        self.go_to(name)
        widget = self.widget_of(name)
        if isinstance(widget, LineField) and widget.input.hasFocus():
            widget.input.selectAll()

    def go_to(self, name: str) -> None:
        """Bring the keyboard to the field of this name."""
        if unfold := self._unfold.get(name):
            unfold()
        if (widget := self.widget_of(name)) is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
