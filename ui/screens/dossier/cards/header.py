"""The head of a dossier: whose, what for, under which code, and when it is promised."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.answers.board import BoardRow
from app.domain.clock import time_and_day
from app.domain.deadline.standing import Standing, ended_standing
from app.domain.dossier.dossier import Dossier
from app.wording.deadline import day_text, limit_text, standing_text
from ui.icons import IconButton
from ui.models.board_cells import Minute, cells_of, deadline_words, left
from ui.screens.dossier.life.action_bar import ActionBar
from ui.screens.dossier.life.action_kind import actions_of
from ui.widgets.layout.flow import FlowRow
from ui.widgets.status.pill import Pill
from ui.widgets.text.clamped import ClampedLabel
from ui.widgets.text.labels import label
from ui.words import word_for


class HeaderCard(QFrame):
    """The head, with the actions below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._code_text = ""
        self.pill = Pill()
        self.state = label("", "quiet")
        self.applicant = ClampedLabel(2, 15, QFont.Weight.Bold)
        self.procedure = ClampedLabel(2)
        self.code = label("", "strong")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = IconButton("copy", says=self.tr("Chép mã hồ sơ"))
        self.copy.clicked.connect(self._on_copy)
        self.more = ClampedLabel(2, is_quiet=True)
        self.lying = ClampedLabel(2)
        self.lying.hide()
        self.promise_title = label("", "small")
        self.promise = label("", "promise", wraps=True)
        self.promise_more = label("", "strong", wraps=True)
        self.promise_line = label("", "strong")
        self.promise_line.hide()
        self.bar = ActionBar()
        self._status = FlowRow()
        self._build()

    def show_dossier(self, dossier: Dossier, minute: Minute) -> None:
        """Show this dossier at this minute."""
        row = board_row(dossier)
        self.pill.show_status(*left(cells_of(row, minute), minute))
        self.state.setText(word_for(dossier.state))
        self.applicant.show_text(dossier.applicant.full_name)
        case = f" – {dossier.case}" if dossier.case else ""
        self.procedure.show_text(f"{dossier.procedure_name}{case}")
        self._code_text = dossier.shown_code
        self.code.setText(dossier.shown_code)
        self.more.show_text(self._about(dossier, minute))
        self._show_promise(dossier)
        self._status.arrange()
        self.bar.show_actions(actions_of(dossier))

    def show_lying(self, words: str) -> None:
        """Where its papers lie; empty: nothing is said of it."""
        self.lying.show_text(words)
        self.lying.setVisible(bool(words))

    def set_low(self, *, is_low: bool, is_working: bool) -> None:
        """Take less height where the window is low or the text large.

        `is_working`: an action is being prepared, which needs the room more.
        """
        for clamped in (self.applicant, self.procedure):
            clamped.set_lines(1 if is_low else 2)
        self.lying.set_lines(1 if is_low else 2)
        self.procedure.setVisible(not (is_low and is_working))
        self.promise_line.setVisible(is_low)
        self.bar.set_low(is_low=is_low)
        # What is empty then takes no width from the name.
        self._top.setStretch(1, 0 if is_low else 2)
        for widget in (self.more, self.promise_title, self.promise, self.promise_more):
            widget.setVisible(not is_low)

    def _about(self, dossier: Dossier, minute: Minute) -> str:
        parts = [
            dossier.procedure_code,
            word_for(dossier.channel),
            self.tr("nhận {0} – {1}").format(time_and_day(dossier.received_at), dossier.officer),
            limit_text(dossier.limit, deadline_words, minute.calendar.same_day_cutoff),
        ]
        return " · ".join(part for part in parts if part)

    def _show_promise(self, dossier: Dossier) -> None:
        self._show_promise_whole(dossier)
        ended, due = dossier.ended_at, dossier.due_at
        at = f"{due:%H:%M}" if due else ""
        line = " ".join(
            part for part in (self.promise_title.text(), at, self.promise.text()) if part
        )
        if ended is not None:
            standing = standing_text(ended_standing(ended, dossier.measured_due_at), deadline_words)
            words = word_for(dossier.state).lower() if dossier.state.is_given_up else standing
            line = f"{self.promise_title.text()} {time_and_day(ended)} · {words}"
        self.promise_line.setText(line)

    def _show_promise_whole(self, dossier: Dossier) -> None:
        due = dossier.due_at
        if dossier.ended_at is not None:
            standing = ended_standing(dossier.ended_at, dossier.measured_due_at)
            self.promise_title.setText(self.tr("Kết thúc"))
            self.promise.setText(day_text(dossier.ended_at.date(), deadline_words))
            words = standing_text(standing, deadline_words)
            at = f"{dossier.ended_at:%H:%M}"
            if dossier.state.is_given_up:
                # Nothing was promised that was kept or broken.
                self.promise_more.setText(f"{at} · {word_for(dossier.state).lower()}")
            elif standing is Standing.NO_LIMIT or due is None:
                self.promise_more.setText(f"{at} · {words}")
            else:
                hen = self.tr("hẹn {0}").format(time_and_day(due))
                self.promise_more.setText(f"{at} · {words} · {hen}")
            return
        self.promise_title.setText(self.tr("Hẹn trả"))
        if due is not None:
            self.promise.setText(day_text(due.date(), deadline_words))
            words = self.tr("{0} giờ {1} phút").format(f"{due:%H}", f"{due:%M}")
            if not dossier.calendar_confirmed:
                words += " · " + self.tr("▲ lịch năm này chưa công bố")
            self.promise_more.setText(words)
        elif dossier.state.is_waiting:
            self.promise.setText(self.tr("Đang dừng tính"))
            self.promise_more.setText(self.tr("chạy tiếp khi người dân bổ sung đủ"))
        else:
            self.promise.setText(self.tr("Không hẹn ngày"))
            self.promise_more.setText(self.tr("pháp luật không quy định thời hạn"))

    def _build(self) -> None:
        # Lines may break between words; a day or an hour is never cut.
        for words in (self.promise, self.promise_more):
            words.setSizePolicy(QSizePolicy.Policy.Preferred, words.sizePolicy().verticalPolicy())
        self.promise_title.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.promise.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.promise_more.setAlignment(Qt.AlignmentFlag.AlignRight)
        for widget in (self.pill, self.state, self.code, self.copy):
            self._status.add(widget)
        names = QVBoxLayout()
        names.setSpacing(3)
        names.addWidget(self._status)
        named = QHBoxLayout()
        named.setSpacing(16)
        named.addWidget(self.applicant, 1)
        named.addWidget(self.promise_line)
        names.addLayout(named)
        names.addWidget(self.procedure)
        names.addWidget(self.more)
        names.addWidget(self.lying)
        promise = QVBoxLayout()
        promise.setSpacing(1)
        promise.addWidget(self.promise_title)
        promise.addWidget(self.promise)
        promise.addWidget(self.promise_more)
        promise.addStretch(1)
        top = self._top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(names, 3)
        top.addLayout(promise, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.bar)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code_text)


def board_row(dossier: Dossier) -> BoardRow:
    """The dossier as a row of the board, for the status it shares with it."""
    waiting = next((p.asked_at for p in dossier.pauses if p.completed_at is None), None)
    return BoardRow(
        id=dossier.id,
        code=dossier.shown_code,
        applicant=dossier.applicant.full_name,
        procedure=dossier.procedure_name,
        state=dossier.state,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        calendar_confirmed=dossier.calendar_confirmed,
        ended_at=dossier.ended_at,
        waiting_since=waiting if dossier.state.is_waiting else None,
        phone=dossier.applicant.phone,
        own_code=dossier.code,
    )
