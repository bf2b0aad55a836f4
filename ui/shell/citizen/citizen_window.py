"""The window turned to the citizen: large type, their own data only, and when to come back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QScreen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.citizen_page import CitizenPage, CitizenStep
from ui.theme import px
from ui.widgets.paper.qr_picture import QrPicture
from ui.widgets.text.labels import label

_LARGE = {"office": 1.6, "question": 2.6, "who": 3.2, "text": 1.9, "day": 4.0, "code": 2.2}
"""Letters against the body's; the citizen stands a metre away."""
_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35)
"""How much smaller letters become until a long page fits its screen: it must not be cut off."""


class CitizenWindow(QWidget):
    """Lies on the second screen if there is one, else in a window of its own; takes no keys.

    Signals:
        said: “Đúng rồi” (True) or “Chưa đúng” (False) was touched or clicked.
        closed: it was closed.
    """

    said = Signal(bool)
    closed = Signal()

    def __init__(self, office: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowTitle(self.tr("Màn hình cho người dân"))
        self._office = self._large("office", "quiet")
        self._office.setText(office)
        self._question = self._large("question", "title")
        self._who = self._large("who", "title")
        self._rows = QWidget()
        self._when = self._large("text", "quiet")
        self._day = self._large("day", "promise")
        self._time = self._large("question", "strong")
        self._code = self._large("code", "strong")
        self._qr = QrPicture()
        self._hint = self._large("text", "quiet")
        self.yes = self._answer(self.tr("Đúng rồi"), "primary", is_right=True)
        self.no = self._answer(self.tr("Chưa đúng"), "plain", is_right=False)
        self._build()
        self.show_nothing()

    def show_page(self, page: CitizenPage) -> None:
        """Show the citizen's dossier."""
        is_done = page.step is CitizenStep.DONE
        for button in (self.yes, self.no):
            button.setVisible(page.step is CitizenStep.ASK)
        self._question.setText(
            self.tr("Ông/bà đến nhận kết quả:")
            if is_done
            else self.tr("Ông/bà xem giúp, đúng chưa?")
        )
        self._question.setProperty("large", "day" if page.step is CitizenStep.ASK else "question")
        self._who.setText(page.who)
        self._show_rows(() if is_done else page.rows)
        self._show(self._when, self.tr("Hẹn trả kết quả") if page.day and not is_done else "")
        self._show(self._day, page.day)
        self._show(self._time, page.time)
        self._show(self._code, page.code)
        self._qr.show_text(page.qr_text)
        self._qr.setVisible(bool(page.qr_text))
        self._show(
            self._hint,
            self.tr("Chụp mã này để tra hồ sơ khi cần.") if page.qr_text else "",
        )
        self._fit()

    def show_nothing(self) -> None:
        """Between two citizens: nobody's data."""
        self._question.setText(self.tr("Xin mời người tiếp theo"))
        self._who.setText("")
        self._show_rows(())
        for part in (
            self._when, self._day, self._time, self._code, self._hint, self.yes, self.no,
        ):  # fmt: skip
            part.hide()
        self._qr.show_text("")
        self._qr.hide()
        self._fit()

    def set_office(self, office: str) -> None:
        """Whose desk this is."""
        self._office.setText(office)

    def open_beside(self, window: QWidget) -> None:
        """Fill the screen `window` does not lie on; on a single one stand in front of it."""
        other = _other_screen(window.screen())
        if other is None:
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
            room = window.screen().availableGeometry()
            self.resize(min(px(900), room.width() * 2 // 3), min(px(620), room.height() * 2 // 3))
            self.move(room.right() - self.width(), room.top() + px(60))
            self.show()
            self.raise_()
            return
        self.setGeometry(other.geometry())
        self.showFullScreen()

    @property
    def words(self) -> str:
        """Everything the citizen reads now."""
        shown = [one for one in self.findChildren(QLabel) if one.isVisibleTo(self) and one.text()]
        return "\n".join(one.text() for one in shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.show_nothing()
        super().closeEvent(event)
        self.closed.emit()

    def _build(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(px(14))
        self._column.addStretch(1)
        for widget in (
            self._question, self._who, self._rows, self._when, self._day, self._time, self._code,
            self._hint,
        ):  # fmt: skip
            self._column.addWidget(widget)
        self._column.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(px(32))
        halves.addLayout(self._column, 3)
        halves.addWidget(self._qr, 2)
        self._whole = whole = QVBoxLayout(self)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(px(48), px(32), px(48), px(32))
        whole.addWidget(self._office)
        whole.addLayout(halves, 1)
        answers = QHBoxLayout()
        answers.setSpacing(px(24))
        answers.addWidget(self.yes, 3)
        answers.addWidget(self.no, 2)
        whole.addLayout(answers)

    def _large(self, size: str, name: str) -> QLabel:
        words = label("", name, wraps=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("large", size)
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return words

    def _answer(self, words: str, name: str, *, is_right: bool) -> QPushButton:
        """Large enough for a finger; the keyboard stays with the clerk."""
        button = QPushButton(words)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("large", "question")
        button.clicked.connect(lambda: self.said.emit(is_right))
        return button

    def _fit(self) -> None:
        """Letters as large as the page allows."""
        for share in _SHARES:
            self._dress(share)
            for layout in self.findChildren(QLayout):
                layout.invalidate()
            self._whole.activate()
            needed = self._whole.totalHeightForWidth(self.width())
            if needed <= self.height() and self._whole.totalMinimumSize().width() <= self.width():
                return

    def _dress(self, share: float) -> None:
        body = self.font().pointSizeF()
        self._column.setSpacing(px(14 * share))
        self._whole.setContentsMargins(*(px(one * share) for one in (48, 32, 48, 32)))
        grid = self._rows.layout()
        if isinstance(grid, QGridLayout):
            grid.setVerticalSpacing(px(8 * share))
        for part in self.findChildren(QWidget):
            size = _LARGE.get(str(part.property("large")))
            if size is None:
                continue
            room = f" padding: {px(14 * share)}px;" if isinstance(part, QPushButton) else ""
            part.setStyleSheet(f"font-size: {body * size * share:.1f}pt;{room}")

    def _show(self, words: QLabel, text: str) -> None:
        words.setText(text)
        words.setVisible(bool(text))

    def _show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for nth, (name, value) in enumerate(rows):
            head, said = self._large("text", "quiet"), self._large("text", "strong")
            head.setWordWrap(False)
            head.setText(name)
            said.setText(value)
            grid.addWidget(head, nth, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, nth, 1)
        self._column.replaceWidget(self._rows, made)
        self._rows.deleteLater()
        self._rows = made
        made.setVisible(bool(rows))


def _other_screen(own: QScreen | None) -> QScreen | None:
    return next((one for one in QGuiApplication.screens() if one is not own), None)
