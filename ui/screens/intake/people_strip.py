"""People met before, offered quietly while a number, a name or a telephone is typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.answers import PersonOffer
from ui.screens.intake.plain_label import plain_label
from ui.theme import px
from ui.widgets.fields_personal import grouped_phone

MOST = 3


class PeopleStrip(QWidget):
    """Up to three offers, each filled by Ctrl and its number; then what was filled, with undo.

    Signals:
        taken: the offer that was chosen.
        undone: the filling is to be taken back.
    """

    taken = Signal(object)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offers: tuple[PersonOffer, ...] = ()
        self._has_keys = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 6, 10, 6)
        self._column.setSpacing(2)
        self._said = plain_label("", "stripText")
        self._buttons = [self._offer_button(nth) for nth in range(MOST)]
        self._undo = QPushButton(self.tr("Hoàn tác"))
        self._undo.setObjectName("link")
        self._undo.setAutoDefault(False)
        self._undo.clicked.connect(self.undone)
        head = QHBoxLayout()
        head.addWidget(self._said, 1)
        head.addWidget(self._undo)
        self._column.addLayout(head)
        for button in self._buttons:
            self._column.addWidget(button)
        self.hide()

    def offer(self, offers: Sequence[PersonOffer]) -> None:
        """Offer these people, the first three; none hides the strip."""
        self._offers = tuple(offers[:MOST])
        self._undo.hide()
        self._said.setText(self.tr("Đã gặp – bấm Ctrl và số để điền lại:") if self._offers else "")
        for nth, button in enumerate(self._buttons):
            button.setVisible(nth < len(self._offers))
            if nth < len(self._offers):
                words = self._words(self._offers[nth])
                button.setAccessibleName(words)
                button.setToolTip(words)
        self.setVisible(bool(self._offers))
        self._fit()

    def take(self, nth: int) -> bool:
        """Choose the offer at `nth`; False if there is none."""
        if not self.isVisible() or nth >= len(self._offers):
            return False
        offer = self._offers[nth]
        self._offers = ()
        for button in self._buttons:
            button.hide()
        self._said.setText(self._met(offer))
        self._undo.show()
        self.taken.emit(offer)
        return True

    def clear(self) -> None:
        """Offer nothing."""
        self.offer(())

    def show_keys(self, *, are_ours: bool) -> None:
        """Whether Ctrl and a number fill a person now, or something nearer has these keys."""
        self._has_keys = are_ours
        self._fit()

    @property
    def offers(self) -> tuple[PersonOffer, ...]:
        """The people offered now."""
        return self._offers

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Offers end in "…" where the column is too narrow; the tool tip is whole."""
        room = self.width() - 2 * px(24)
        for nth, button in enumerate(self._buttons):
            key = f"Ctrl+{nth + 1}   " if self._has_keys else ""
            words = key + button.accessibleName()
            button.setText(
                button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            )

    def _offer_button(self, nth: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName("offer")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.take(nth))
        return button

    def _words(self, offer: PersonOffer) -> str:
        who = offer.applicant
        number = f"…{who.personal_id[-4:]}" if who.personal_id else ""
        parts = (who.full_name, number, grouped_phone(who.phone), self._last(offer))
        return " · ".join(part for part in parts if part)

    def _last(self, offer: PersonOffer) -> str:
        if offer.open_codes:
            return self.tr("đang có {0} hồ sơ chưa xong").format(len(offer.open_codes))
        return self.tr("gần nhất {0}").format(f"{offer.last_on:%d/%m/%Y}")

    def _met(self, offer: PersonOffer) -> str:
        met = self.tr("Đã gặp: {0} hồ sơ, gần nhất {1}. Thông tin đã điền lại.").format(
            offer.dossiers, f"{offer.last_on:%d/%m/%Y}"
        )
        if not offer.open_codes:
            return met
        codes = ", ".join(offer.open_codes[:3])
        return met + " " + self.tr("▲ Đang có hồ sơ chưa xong: {0}.").format(codes)
