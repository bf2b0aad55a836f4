"""That this person already has an open dossier of this procedure, and one key to compare."""

from PySide6.QtWidgets import QWidget

from app.domain.answers import Twin
from ui.screens.intake.act_strip import ActStrip
from ui.screens.intake.weekdays import short_weekday


class TwinStrip(ActStrip):
    """Hidden while there is none; `acted` asks to show the two side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button.setText(self.tr("So sánh   Alt+S"))

    def show_twin(self, twin: Twin | None) -> None:
        """Warn of `twin`; none hides the strip."""
        if twin is None:
            self.warn("")
            return
        words = self.tr("▲ Người này đang có hồ sơ {0} cùng thủ tục, nhận {1}.")
        self.warn(words.format(twin.code, short_weekday(twin.received_at.date())))
