"""The papers: heading with keys, the checklist, papers outside the catalogue, what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.catalogue.procedure import Channel, RequiredDocument
from app.domain.look_alikes import tidy
from ui.keys import Key, with_key
from ui.screens.intake.papers.list import PaperList
from ui.screens.intake.parts.inputs import Inputs
from ui.screens.intake.state.papers import PaperState
from ui.widgets.layout.focus_follow import BELONGS, OFFERS
from ui.widgets.layout.fold_row import FoldRow
from ui.widgets.search.input_line import InputLine
from ui.widgets.text.notice_strip import NoticeStrip
from ui.widgets.text.plain import button, plain_label
from ui.widgets.text.shortened import ended_naming

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
        self.extra = InputLine()
        self.extra.setObjectName("quietInput")
        self.extra.setAccessibleName(self.tr("Thêm giấy khác"))
        self.extra.setPlaceholderText(self.tr("Thêm giấy ngoài danh mục: gõ tên rồi Enter"))
        self._heading = plain_label(self.tr("Giấy tờ phải nộp"), "strong", wraps=False)
        self._keys = plain_label(self.tr("{0}: có").format(Key.SPACE), "small", wraps=False)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.musts = button(with_key(self.tr("Đủ giấy bắt buộc"), Key.ALL_PAPERS), "link")
        self.musts.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has its key
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
        self.musts.clicked.connect(self.tick_musts)

    def show_catalogue(
        self,
        asked: Sequence[RequiredDocument],
        ticked: Sequence[PaperState],
        channel: Channel = Channel.DIRECT,
        notes: Sequence[str] = (),
    ) -> None:
        """Ask for these papers as they come through `channel`; those ticked before stay ticked."""
        self.list.show_catalogue(asked, ticked, channel, notes)
        self._show_state()

    def papers(self) -> tuple[PaperState, ...]:
        """Every paper in the list."""
        return self.list.papers()

    def tick_musts(self) -> None:
        """Tick what this person must bring, or untick it if it is ticked."""
        if self.list.has_musts:
            self.list.tick_musts()
        elif self.papers():
            self._say(
                "info", self.tr("Không giấy nào ai cũng phải nộp: đánh dấu từng giấy đã nhận.")
            )

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
        named = QWidget()
        head = QHBoxLayout(named)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self._heading)
        head.addWidget(self._keys, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(FoldRow(named, self.musts, spacing=6))
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addWidget(self.extra)
        column.addWidget(self._notice)
        column.addStretch(1)

    def _on_changed(self) -> None:
        self._show_state()
        self.changed.emit()

    def settle(self) -> bool:
        """Make a row of what stands in the line, if anything does."""
        name = " ".join(tidy(self.extra.text()).split())
        if name:
            self.list.add_extra(name)
            self.extra.clear()
        return bool(name)

    def _on_extra(self) -> None:
        if not self.settle():
            self.finished.emit()

    def _show_state(self) -> None:
        papers = self.papers()
        self._empty.setVisible(not papers)
        self.list.setVisible(bool(papers))
        self.musts.setVisible(self.list.has_musts)
        unticked = sum(not paper.is_present for paper in papers)
        missing = self.list.missing()
        if not papers or not unticked:
            self._say("", "")
        elif missing:
            named = ended_naming([*map(self.list.called, missing)], NAMED, NAME_WIDTH)
            self._say("warning", self.tr("▲ Thiếu giấy bắt buộc: {0}").format(named))
        else:
            self._say(
                "info",
                self.tr(
                    "Còn {0} giấy chưa đánh dấu – chỉ nộp khi thuộc trường hợp. Thiếu giấy bắt "
                    "buộc: không."
                ).format(unticked),
            )

    def belong_to(self, whose: QWidget) -> None:
        """Keep `whose` in sight above the list: what these papers are asked for."""
        self.list.setProperty(BELONGS, whose)

    def _say(self, kind: str, words: str) -> None:
        """Say it below the list; what is refused above it, where the keyboard is led to."""
        is_refused = kind == "problem"
        self._column.removeWidget(self._notice)
        place = 1 if is_refused else self._column.indexOf(self.extra) + 1
        self._column.insertWidget(place, self._notice)
        self.list.setProperty(OFFERS, self._notice if is_refused else None)
        self._notice.say(words, kind)
