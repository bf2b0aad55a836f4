"""The panel in which papers that were waited for are ticked as they come."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.clock import time_and_day
from app.domain.dossier.asked import CamePaper
from app.domain.dossier.dossier import Pause
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.action_panel import ActionPanel
from ui.screens.dossier.life.sheets import CameRow
from ui.widgets.fields.line_field import Say
from ui.widgets.fields.text_area import TextArea
from ui.widgets.text.labels import label


class CamePanel(ActionPanel):
    """What was asked for, with a tick for each paper; nothing is ticked by itself.

    Args:
        waiting: the request.
        called: the short name of a paper.
        say: the sentence of a refusal.
    """

    def __init__(self, waiting: Pause, called: Callable[[str], str], say: Say) -> None:
        super().__init__(ActionKind.COMPLETE, self.tr("Nhận giấy tờ bổ sung"), "", say)
        more = self.tr(
            "Đánh dấu từng giấy vừa nhận. Đủ cả thì thời hạn tính tiếp; còn thiếu thì hồ sơ vẫn "
            "chờ và phiếu ghi giấy còn thiếu được in ra."
        )
        self.inner.addWidget(label(more, "quiet", wraps=True))
        self.all = QPushButton(self.tr("Đánh dấu đủ cả"))
        self.all.setObjectName("chip")
        self.all.clicked.connect(self.tick_all)
        self.inner.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows: list[CameRow] = []
        for place, paper in enumerate(waiting.wanted, 1):
            if paper.is_here:
                here = self.tr("✓ {0}. {1}: đã nhận {2}")
                at = time_and_day(paper.came[-1].at, with_year=False)
                said = here.format(place, called(paper.name), at)
                self.inner.addWidget(label(said, "quiet", wraps=True))
                continue
            row = CameRow(place, paper, called(paper.name), say)
            row.changed.connect(self._on_changed)
            self.rows.append(row)
            self.inner.addWidget(row)
        self.note = TextArea(self.tr("Ghi chú (không bắt buộc)"))
        self.add("note", self.note)
        self._on_changed()

    def start(self) -> None:
        self.all.setFocus(Qt.FocusReason.TabFocusReason)

    def tick_all(self, _checked: object = None) -> None:
        """Tick every paper; all ticked already: none."""
        ticks = not all(row.tick.isChecked() for row in self.rows)
        for row in self.rows:
            row.tick.setChecked(ticks)

    def came(self) -> tuple[CamePaper, ...]:
        """What is ticked.

        Raises:
            NotACount: a number cannot be read.
        """
        return tuple(one for row in self.rows if (one := row.came()) is not None)

    def typed(self) -> dict[str, str]:
        ticked = [str(nth) for nth, row in enumerate(self.rows) if row.tick.isChecked()]
        return {**super().typed(), "came": " ".join(ticked)}

    def put_back(self, typed: dict[str, str]) -> None:
        super().put_back(typed)
        for nth in typed.get("came", "").split():
            if int(nth) < len(self.rows):
                self.rows[int(nth)].tick.setChecked(True)

    def _on_changed(self) -> None:
        is_whole = all(row.is_whole for row in self.rows)
        self.name_button(
            self.tr("Đã bổ sung đủ")
            if is_whole
            else self.tr("Ghi giấy vừa nhận, in giấy còn thiếu")
        )
