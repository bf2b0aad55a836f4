"""What should be corrected before sending: kinds of fault with their numbers, then the dossiers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.answers.exchange import ProblemGroup, ScoreProblem, by_kind
from ui.models.board_cells import short_code
from ui.widgets.layout.card import TitledCard
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label, number_text


class ProblemsCard(TitledCard):
    """The kinds, most costly first; below them every dossier of the kind that is chosen.

    Signals:
        opened: the dossier that was chosen, by its id.
    """

    opened = Signal(int)

    def __init__(self, problem_words: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__("", spacing=8, parent=parent)
        self.title.setText(self.tr("Nên sửa trước khi gửi"))
        self._words = problem_words
        self._groups: tuple[ProblemGroup, ...] = ()
        self._called: Callable[[str], str] = str
        self._shown: tuple[ScoreProblem, ...] = ()
        self.groups = PlainTable(
            self.tr("Các lỗi sẽ bị trừ điểm"),
            (self.tr("Sẽ bị trừ điểm vì"), self.tr("Số hồ sơ"), self.tr("Trong đó")),
            stretched=0,
            chooses=True,
        )
        self.dossiers = PlainTable(
            self.tr("Hồ sơ của lỗi đang chọn"),
            (self.tr("Mã hồ sơ"), self.tr("Người nộp"), self.tr("Mọi điều cần sửa")),
            stretched=2,
            chooses=True,
            leads=True,
        )
        self.chosen = label("", "strong", wraps=True)
        self.none = label(
            self.tr(
                "Không có hồ sơ nào đang chờ gửi mà sẽ làm giảm điểm. Khi có, từng lỗi hiện ở "
                "đây cùng các hồ sơ; Enter mở hồ sơ để sửa."
            ),
            "quiet",
            wraps=True,
        )
        self.groups.currentCellChanged.connect(self._on_chosen)
        self.groups.opened.connect(self._on_group_opened)
        self.dossiers.opened.connect(self._on_opened)
        for widget in (self.none, self.groups, self.chosen, self.dossiers):
            self.column.addWidget(widget)

    def show_problems(self, problems: Sequence[ScoreProblem]) -> None:
        """Show these; the chosen kind stays where it was if there still is one."""
        self._groups = by_kind(problems)
        codes = [one.dossier_code for one in problems]
        agencies = {code.removesuffix(short_code(code)) for code in codes}
        self._called = short_code if len(agencies) < 2 else str  # else two could read alike
        self.groups.show_rows([self._row(group) for group in self._groups])
        self._show_group(self.groups.currentRow())
        for widget in (self.groups, self.chosen, self.dossiers):
            widget.setVisible(bool(problems))
        self.none.setVisible(not problems)

    def _row(self, group: ProblemGroup) -> tuple[str, str, str]:
        words = self._words(group.kind)
        return words[:1].upper() + words[1:], number_text(group.count), group.naming(self._called)

    def _show_group(self, row: int) -> None:
        if not 0 <= row < len(self._groups):
            self._shown = ()
            return
        group = self._groups[row]
        self._shown = group.dossiers
        self.chosen.setText(
            self.tr("{0} hồ sơ: {1}").format(number_text(group.count), self._words(group.kind))
        )
        self.dossiers.show_rows(
            [
                (each.dossier_code, each.applicant, "; ".join(map(self._words, each.problems)))
                for each in group.dossiers
            ]
        )

    @Slot(int, int, int, int)
    def _on_chosen(self, row: int, _column: int, before: int, _before_column: int) -> None:
        if row != before:
            self._show_group(row)

    @Slot(int)
    def _on_group_opened(self, _row: int) -> None:
        self.dossiers.setFocus()

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self.opened.emit(self._shown[row].dossier_id)
