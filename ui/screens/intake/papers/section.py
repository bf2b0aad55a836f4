"""The papers: heading with keys, the checklist, papers outside the catalogue, what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.catalogue.procedure import RequiredDocument
from app.domain.text import nfc
from ui.screens.intake.papers.list import PaperList
from ui.screens.intake.parts.inputs import Inputs
from ui.screens.intake.parts.labels import plain_label
from ui.screens.intake.parts.shorten import named_some
from ui.screens.intake.state.papers import PaperState
from ui.widgets.search.input_line import InputLine
from ui.widgets.text.notice_strip import NoticeStrip

NAMED, NAME_WIDTH = 2, 69
"""How many missing papers are named, each with how many characters; more are counted."""


class PaperSection(QWidget):
    """Everything about the papers handed in.

    Signals:
        changed: a paper was ticked, counted, added or removed.
        finished: Enter was pressed in the list.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Giấy tờ")
        self.list = PaperList(self.tr("Giấy tờ phải nộp"))
        self.list.setMinimumHeight(96)
        self.extra = InputLine()
        self.extra.setObjectName("quietInput")
        self.extra.setAccessibleName(self.tr("Thêm giấy khác"))
        self.extra.setPlaceholderText(self.tr("Thêm giấy ngoài danh mục: gõ tên rồi Enter"))
        self._heading = plain_label(self.tr("Giấy tờ phải nộp"), "strong", wraps=False)
        self._keys = plain_label(
            self.tr("Space: có tờ này   Ctrl+Space: đủ tất cả   ← → + –: số bản"),
            "small",
        )
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._empty = plain_label(
            self.tr(
                "Danh mục không kể giấy tờ cho thủ tục này. Gõ tên từng giấy người dân nộp vào ô "
                "dưới."
            ),
            "quiet",
        )
        self._notice = NoticeStrip()
        self._build()
        self.list.changed.connect(self._on_changed)
        self.list.finished.connect(self.finished)
        self.extra.entered.connect(self._on_extra)

    def show_catalogue(
        self, asked: Sequence[RequiredDocument], ticked: Sequence[PaperState]
    ) -> None:
        """Ask for these papers; those ticked before stay ticked."""
        self.list.show_catalogue(asked, ticked)
        self._show_state()

    def papers(self) -> tuple[PaperState, ...]:
        """Every paper in the list."""
        return self.list.papers()

    def tick_all(self) -> None:
        """Tick every paper, or none if all are ticked."""
        if self.papers():
            self.list.tick_all()

    def show_problem(self, sentence: str) -> None:
        """Say why the papers are refused; empty clears it."""
        if sentence:
            self._say("problem", f"■ {sentence}")
        else:
            self._show_state()

    @property
    def notice(self) -> str:
        """What stands below the list."""
        return self._notice.text()

    def inputs(self) -> Inputs:
        """What the keyboard reaches, in order."""
        return Inputs({"documents": self}, (self.list,), (self.list, self.extra))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Bring the keyboard to the list, or to the line that adds to it while it is empty."""
        (self.list if self.papers() else self.extra).setFocus(reason)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addWidget(self._keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.extra)
        column.addWidget(self._notice)

    def _on_changed(self) -> None:
        self._show_state()
        self.changed.emit()

    def _on_extra(self) -> None:
        name = " ".join(nfc(self.extra.text()).split())
        if not name:
            self.finished.emit()
            return
        self.list.add_extra(name)
        self.extra.clear()

    def _show_state(self) -> None:
        papers = self.papers()
        self._empty.setVisible(not papers)
        self.list.setVisible(bool(papers))
        unticked = sum(not paper.is_present for paper in papers)
        missing = self.list.missing()
        if not papers or not unticked:
            self._say("", "")
        elif missing:
            named = named_some(missing, NAMED, NAME_WIDTH) + "."
            self._say("warning", self.tr("▲ Thiếu giấy bắt buộc: {0}").format(named))
        else:
            self._say(
                "info",
                self.tr(
                    "Còn {0} giấy chưa đánh dấu – chỉ nộp khi thuộc trường hợp. Thiếu giấy bắt "
                    "buộc: không."
                ).format(unticked),
            )

    def _say(self, kind: str, words: str) -> None:
        self._notice.say(words, kind)
