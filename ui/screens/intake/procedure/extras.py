"""What is seldom needed and folded away: another time of receipt, time of filing, boundary-free."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.catalogue.procedure import Channel
from app.domain.errors import DeskError
from ui.screens.intake.parts.inputs import Inputs
from ui.screens.intake.parts.labels import button
from ui.widgets.fields.personal import MomentField


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
            self.tr("Giờ nhận khác, phi địa giới   Alt+G"), "foldButton", checkable=True
        )
        self.received_at = MomentField(
            self.tr("Giờ nhận (trống: bây giờ)"), say, field="received_at", now=now
        )
        self.filed_at = MomentField(self.tr("Người dân nộp lúc"), say, field="filed_at", now=now)
        self.boundary_free = QCheckBox(self.tr("Phi địa giới"))
        self.boundary_free.setToolTip(
            self.tr("Hồ sơ của xã khác nhận hộ: thời hạn tính từ khi cơ quan có thẩm quyền nhận.")
        )
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
        self._channel = Channel.DIRECT
        self.toggle.toggled.connect(lambda _checked: self._show())
        self.toggle.clicked.connect(self._on_clicked)
        self.received_at.changed.connect(self.changed)
        self.filed_at.changed.connect(self.changed)
        self.boundary_free.clicked.connect(lambda _checked: self.changed.emit())
        self._show()

    def set_channel(self, channel: Channel) -> None:
        """Show what belongs to `channel`."""
        self._channel = channel
        self._show()

    def fill(self, received_at: str, filed_at: str, *, is_boundary_free: bool) -> None:
        """Put these in, unfolded if there is anything to see."""
        self.received_at.set_value(received_at)
        self.filed_at.set_value(filed_at)
        self.boundary_free.setChecked(is_boundary_free)
        self.toggle.setChecked(bool(received_at) or is_boundary_free)

    def inputs(self) -> Inputs:
        """What the keyboard reaches, in order."""
        fields = {"received_at": self.received_at, "filed_at": self.filed_at}
        stops = (self.received_at.input, self.filed_at.input)
        return Inputs(fields, stops, (self.toggle, *stops, self.boundary_free))

    def unfold(self) -> None:
        """Show what is folded away."""
        self.toggle.setChecked(True)

    def filed_text(self) -> str:
        """The time of filing as typed; empty at the desk, where filing is receipt."""
        return "" if self._channel is Channel.DIRECT else self.filed_at.value()

    def _show(self) -> None:
        is_open = self.toggle.isChecked()
        self.received_at.setVisible(is_open)
        self.boundary_free.setVisible(is_open)
        self.filed_at.setVisible(self._channel is not Channel.DIRECT)

    def _on_clicked(self) -> None:
        if self.toggle.isChecked():
            self.received_at.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
