"""What is seldom needed and folded away: another time of receipt, time of filing, boundary-free."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.catalogue.procedure import Channel
from app.domain.dossier.filing import FILED_ONLINE
from app.domain.errors import DeskError
from ui.keys import Key, with_key
from ui.screens.intake.parts.inputs import Inputs, joined
from ui.screens.intake.procedure.filing import FilingFields
from ui.screens.intake.state.filing import NOTHING_FILED, FilingState
from ui.tips import set_tip
from ui.widgets.fields.personal import MomentField
from ui.widgets.text.plain import button


class Extras(QWidget):
    """The folded fields; those of online and postal filings show with their channel.

    Signals:
        changed: something was typed or ticked.
    """

    changed = Signal()

    def __init__(
        self,
        say: Callable[[DeskError], str],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.toggle = button(
            with_key(self.tr("Giờ nhận khác, phi địa giới"), Key.OTHER_TIME),
            "foldButton",
            checkable=True,
        )
        self.received_at = MomentField(
            self.tr("Giờ nhận (trống: bây giờ)"), say, field="received_at", now=now
        )
        self.filed_at = MomentField(self.tr("Người dân nộp lúc"), say, field="filed_at", now=now)
        self.boundary_free = QCheckBox(self.tr("Phi địa giới"))
        set_tip(
            self.boundary_free,
            self.tr("Hồ sơ của xã khác nhận hộ: thời hạn tính từ khi cơ quan có thẩm quyền nhận."),
        )
        self.filing = FilingFields(say)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.received_at, 2)
        row.addWidget(self.filed_at, 2)
        row.addWidget(self.boundary_free, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.toggle)
        column.addLayout(row)
        column.addWidget(self.filing)
        self._channel = Channel.DIRECT
        self.toggle.toggled.connect(lambda _checked: self._show())
        self.toggle.clicked.connect(self._on_clicked)
        self.received_at.changed.connect(self.changed)
        self.filed_at.changed.connect(self.changed)
        self.filing.changed.connect(self.changed)
        self.boundary_free.clicked.connect(lambda _checked: self.changed.emit())
        self._show()

    def set_channel(self, channel: Channel) -> None:
        """Show what belongs to `channel`."""
        self._channel = channel
        self._show()

    def fill(
        self, received_at: str, filed_at: str, filing: FilingState, *, is_boundary_free: bool
    ) -> None:
        """Put these in, unfolded if there is anything to see."""
        self.received_at.set_value(received_at)
        self.filed_at.set_value(filed_at)
        self.filing.fill(filing)
        self.boundary_free.setChecked(is_boundary_free)
        self.toggle.setChecked(bool(received_at) or is_boundary_free)

    def inputs(self) -> Inputs:
        """What the keyboard reaches, in order."""
        fields = {"received_at": self.received_at, "filed_at": self.filed_at}
        stops = (self.received_at.input, self.filed_at.input)
        own = Inputs(fields, stops, (self.toggle, *stops, self.boundary_free))
        return joined((own, self.filing.inputs()))

    def unfold(self) -> None:
        """Show what is folded away."""
        self.toggle.setChecked(True)

    def filed_text(self) -> str:
        """The time of filing as typed; empty at the desk, where filing is receipt."""
        return "" if self._channel is Channel.DIRECT else self.filed_at.value()

    def filing_state(self) -> FilingState:
        """What an online filing brings along; nothing of any other."""
        return self.filing.state() if self._channel in FILED_ONLINE else NOTHING_FILED

    def _show(self) -> None:
        is_open = self.toggle.isChecked()
        self.received_at.setVisible(is_open)
        self.boundary_free.setVisible(is_open)
        self.filed_at.setVisible(self._channel is not Channel.DIRECT)
        self.filing.setVisible(self._channel in FILED_ONLINE)

    def _on_clicked(self) -> None:
        if self.toggle.isChecked():
            self.received_at.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
