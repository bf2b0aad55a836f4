"""How a dossier is laid out: head above; facts, history and promise side by side below."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.exchange import Mending, RejectedEvent
from app.wording.mending import MENDING
from ui.keys import Key, with_key
from ui.screens.dossier.cards.certified import CertifiedCard
from ui.screens.dossier.cards.header import HeaderCard
from ui.screens.dossier.cards.papers import PapersCard
from ui.screens.dossier.cards.people import PeopleCard
from ui.screens.dossier.cards.promise import PromiseCard
from ui.screens.dossier.life.action_panel import ActionPanel
from ui.screens.dossier.money.card import MoneyCard
from ui.screens.dossier.printing.prints_card import PrintsCard
from ui.theme import px
from ui.widgets.layout.card import TitledCard
from ui.widgets.layout.column_scroll import ColumnScroll
from ui.widgets.paper.paper_pane import PaperPane
from ui.widgets.status.timeline import Timeline
from ui.widgets.text.labels import label
from ui.widgets.text.notice_strip import NoticeStrip
from ui.widgets.text.shortened import shortened
from ui.words import in_language

_FOLDS_BELOW = 1280
_LOW_WINDOW = 640
_REASONS = 240
"""Characters of the province's reasons that stand above; they are whole in *Đồng bộ*."""
_LEAST_BELOW, _LEAST_WORKING = 100, 125
"""Pixels at 100 % for what stands below the head, and while an action is being prepared."""


class DossierFrame(QWidget):
    """The cards; the pane at the right holds the promise, or a print that is looked at.

    Signals:
        outside_wanted: it is to be opened in the desktop's own viewer.
    """

    outside_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = HeaderCard()
        self.refusal = NoticeStrip("problem")
        self.people = PeopleCard(self.tr("Người nộp"))
        self.papers = PapersCard(self.tr("Giấy tờ đã nộp"))
        self.certified = CertifiedCard(self.tr("Giấy tờ chứng thực"))
        self.money = MoneyCard(self.tr("Phí, lệ phí"))
        self.prints = PrintsCard(self.tr("Bản in"))
        self.timeline = Timeline()
        self.promise = PromiseCard(self.tr("Vì sao hẹn ngày này"))
        self.paper = PaperPane(self.tr("Bản in như đã lưu"))
        self.panel: ActionPanel | None = None
        self._is_folded = False
        self._left, self._middle, self._right = ColumnScroll(), ColumnScroll(), ColumnScroll()
        self._build()

    def show_panel(self, panel: ActionPanel | None) -> None:
        """Prepare an action above the history, or nothing."""
        if self.panel is not None:
            self._middle.take(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
        if panel is not self.panel:
            self._middle.verticalScrollBar().setValue(0)
        self.panel = panel
        self.arrange()
        if panel is not None:
            self._middle.add(panel, 0)
            panel.show()
            stops = [*self.header.bar.buttons.values(), *panel.tab_order()]
            for one, next_one in pairwise(stops):
                QWidget.setTabOrder(one, next_one)
            panel.start()

    def show_refusal(self, refusal: RejectedEvent | None) -> None:
        """Say what the province refused of it, in its own words; None for nothing."""
        if refusal is None:
            self.refusal.say("")
            return
        words = self.tr("Tỉnh từ chối: {0} ({1})")
        mending = in_language(MENDING[refusal.mending])
        is_mended = refusal.mending is not Mending.NONE
        shape, kind = ("▲ ", "warning") if is_mended else ("■ ", "problem")
        said = shortened(in_language(refusal.message), _REASONS)
        self.refusal.say(shape + words.format(said, mending), kind)

    def open_preview(self, title: str) -> None:
        """Show a print beside the dossier."""
        self._preview_title.setText(title)
        self._preview.show()
        self.arrange()

    def close_preview(self) -> bool:
        """Fold the print away; False if none was shown."""
        if self._preview.isHidden():
            return False
        self._preview.hide()
        self.arrange()
        return True

    @property
    def preview_title(self) -> str:
        """What is being looked at, empty if nothing is."""
        return "" if self._preview.isHidden() else self._preview_title.text()

    def minimumSizeHint(self) -> QSize:
        """The head whole, and below it room for a field with its button."""
        least, margins = super().minimumSizeHint(), self._column.contentsMargins()
        beside = margins.left() + margins.right()
        around = self.parentWidget() or self  # before it is first shown it has no width yet
        wide = max(self.width(), around.width(), least.width())
        head = self.header.heightForWidth(wide - beside)
        if not self.refusal.isHidden():
            head += self.refusal.heightForWidth(wide - beside) + self._column.spacing()
        head += margins.top() + self._column.spacing() + margins.bottom()
        below = _LEAST_BELOW if self.panel is None else _LEAST_WORKING
        return QSize(least.width(), head + px(below))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.arrange()

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self.refusal)
        below = QHBoxLayout()
        below.setSpacing(12)
        for card in (self.people, self.money, self.certified, self.papers, self.prints):
            self._left.add(card)
        history = TitledCard(self.tr("Diễn biến"))
        history.put(self.timeline)
        self._middle.add(history)
        self._right.add(self.promise)
        below.addWidget(self._left, 4)
        below.addWidget(self._middle, 5)
        below.addWidget(self._right, 4)
        below.addWidget(self._built_preview(), 5)
        column.addLayout(below, 1)

    def _built_preview(self) -> QFrame:
        self._preview = QFrame()
        self._preview.setObjectName("card")
        self._preview_title = label("", "section")
        close = QPushButton(with_key(self.tr("Đóng"), Key.ESCAPE))
        close.clicked.connect(self.close_preview)
        head = QHBoxLayout()
        head.addWidget(self._preview_title, 1)
        head.addWidget(close)
        self.outside = QPushButton(self.tr("Mở bằng trình đọc PDF"))
        self.outside.clicked.connect(self.outside_wanted)
        column = QVBoxLayout(self._preview)
        column.setContentsMargins(14, 10, 10, 10)
        column.addLayout(head)
        column.addWidget(self.paper, 1)
        column.addWidget(self.outside, 0, Qt.AlignmentFlag.AlignLeft)
        self._preview.hide()
        return self._preview

    def arrange(self) -> None:
        """Below 1280 px the promise moves under the facts; a print takes the history's place."""
        is_folded = self.window().width() < px(_FOLDS_BELOW)
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            (self._left if is_folded else self._right).add(self.promise)
        is_low = self.window().height() < px(_LOW_WINDOW)
        self.header.set_low(is_low=is_low, is_working=self.panel is not None)
        is_looking = not self._preview.isHidden()
        self._right.setVisible(not is_folded and not is_looking)
        self._middle.setVisible(not (is_folded and is_looking))
