"""The code a portal gave a dossier that was filed online: scanned, pasted or typed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.catalogue.procedure import Channel
from app.domain.dossier.filing import FILED_ONLINE, code_doubt
from app.domain.dossier.numbering import read_official
from app.domain.errors import DeskError
from ui.screens.intake.parts.inputs import Inputs
from ui.widgets.fields.line_field import LineField
from ui.words import flag_words


class PortalCode(QWidget):
    """The field; it is seen where the channel is one of online filing.

    Signals:
        changed: something was typed.
    """

    changed = Signal()

    def __init__(self, say: Callable[[DeskError], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineField(
            self.tr("Mã hồ sơ cổng đã cấp (quét hoặc dán)"),
            say,
            read=lambda text: read_official(text, field="official_code"),
        )
        self.field.input.setPlaceholderText("G09.20-20261123-0092637")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.addWidget(self.field)
        self.field.changed.connect(self.changed)
        self.field.input.textChanged.connect(self._judge)
        self.set_channel(Channel.DIRECT)

    def set_channel(self, channel: Channel) -> None:
        """Show it where it belongs to `channel`; a code that is lacking there is asked for."""
        self._channel = channel
        self.setVisible(channel in FILED_ONLINE)
        self._judge()

    @property
    def is_wanted(self) -> bool:
        """Whether a code belongs here and none stands there yet."""
        return not self.isHidden() and not self.field.value()

    def text(self) -> str:
        """What stands in it; nothing where it is not asked for."""
        return "" if self.isHidden() else self.field.value()

    def _judge(self) -> None:
        doubt = code_doubt(self._channel, self.text().strip())
        self.field.show_flag(flag_words(doubt) if doubt else "")

    def inputs(self) -> Inputs:
        """What the keyboard reaches."""
        stops = (self.field.input,)
        return Inputs({"official_code": self.field}, stops, stops)
