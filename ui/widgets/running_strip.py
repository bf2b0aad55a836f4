"""How far a long operation is, with a button that stops it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.operation import Operation, State
from ui.widgets.text.labels import label, number_text


class RunningStrip(QWidget):
    """Shown while the operation it follows is under way; it holds up nothing else.

    Signals:
        stopped: the operation was cancelled, and nothing of it is left.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operation: Operation | None = None
        self._progress = label("", "quiet")
        self.stop = QPushButton(self.tr("Dừng"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stop)
        row.addWidget(self._progress, 1)
        self.hide()

    @property
    def words(self) -> str:
        """How far it is, as shown."""
        return self._progress.text()

    def follow(self, operation: Operation) -> None:
        """Show `operation` from now until it ends."""
        self._operation = operation
        self._progress.setText("")
        self.stop.setEnabled(True)
        operation.progressed.connect(self._on_progressed)
        operation.ended.connect(self._on_ended)
        self.show()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._progress.setText(f"{number_text(done)}/{number_text(total)}")

    @Slot()
    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        if self._operation is not None:
            self._operation.cancel()

    @Slot()
    def _on_ended(self) -> None:
        operation, self._operation = self._operation, None
        self.hide()
        if operation is not None and operation.state is State.CANCELLED:
            self.stopped.emit()
