"""Enter in a field leads on to the next one, as Tab does."""

from PySide6.QtWidgets import QWidget

from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField


def lead_on(form: QWidget) -> None:
    """Have Enter in every line and list that stands in `form` now lead on."""
    for line in form.findChildren(LineField):
        line.entered.connect(form.focusNextChild)
    for choice in form.findChildren(ChoiceField):
        choice.entered.connect(form.focusNextChild)
