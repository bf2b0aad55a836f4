"""Answers of the province that cannot all be right; each row leads to its dossier."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.answers.exchange import Contradiction
from ui.widgets.layout.card import TitledCard
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label


class ContradictionsCard(TitledCard):
    """What contradicts what; not shown as long as nothing does.

    Signals:
        opened: the dossier that was chosen, by its id.
    """

    opened = Signal(int)

    def __init__(
        self, words: Callable[[Contradiction], str], parent: QWidget | None = None
    ) -> None:
        super().__init__("", spacing=8, parent=parent)
        self.title.setText(self.tr("Trả lời mâu thuẫn của tỉnh"))
        self._words = words
        self._shown: tuple[Contradiction, ...] = ()
        self.table = PlainTable(
            self.tr("Trả lời mâu thuẫn của tỉnh"),
            (self.tr("Mã hồ sơ"), self.tr("Mâu thuẫn")),
            stretched=1,
            chooses=True,
            leads=True,
        )
        self.table.opened.connect(self._on_opened)
        self.hint = label(
            self.tr(
                "Mọi câu trả lời đều được giữ, mã còn mâu thuẫn không gắn cho hồ sơ nào. Hãy hỏi "
                "đơn vị quản lý hệ thống của tỉnh; Enter mở hồ sơ."
            ),
            "quiet",
            wraps=True,
        )
        for widget in (self.hint, self.table):
            self.column.addWidget(widget)
        self.hide()

    def show_contradictions(self, found: Sequence[Contradiction]) -> None:
        """Show these."""
        self._shown = tuple(found)
        self.table.show_rows([(each.dossier_code, self._words(each)) for each in found])
        self.setVisible(bool(found))

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self.opened.emit(self._shown[row].dossier_id)
