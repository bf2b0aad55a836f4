"""Panels in which an act is prepared: inline, never modal; what was typed stays after a refusal."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.dossier import Dossier
from app.domain.errors import DeskError, FieldError, InvalidRequest
from app.domain.fee import dong
from app.domain.identity import IdKind
from ui.screens.dossier.acts import Deed
from ui.theme import px
from ui.widgets.fields import LineField, Say
from ui.widgets.labels import label
from ui.widgets.text_area import TextArea
from ui.words import word_for

Field = LineField | TextArea


class ActPanel(QFrame):
    """A card with fields, one button that does the act and names it, and one that leaves.

    Args:
        deed: the act.
        title: what the card says it is for.
        does: the words of the button that does it.
        say: the sentence of a refusal.

    Signals:
        submitted: the act is to be done.
        dismissed: leave it.
    """

    submitted = Signal()
    dismissed = Signal()

    def __init__(
        self, deed: Deed, title: str, does: str, say: Say, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.deed = deed
        self.say: Callable[[DeskError], str] = say
        self.fields: dict[str, Field] = {}
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._problem = label("", "problemText", wraps=True)
        self._problem.hide()
        self._does = f"{does}   Ctrl+Enter"
        self.button = QPushButton(self._does)
        self.button.setObjectName("dangerPrimary" if deed is Deed.CANCEL else "primary")
        self.button.setAutoDefault(False)
        self.leave = QPushButton(self.tr("Thôi   Esc"))
        self.leave.setAutoDefault(False)
        self.inner = QVBoxLayout()
        self.inner.setSpacing(10)
        self._build(title)
        self.button.clicked.connect(self.submitted)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            self.bind(key, self._on_submit_key)
        self.leave.clicked.connect(self.dismissed)

    def add(self, name: str, field: Field) -> None:
        """Put a field at the end; `name` as refusals call it."""
        self.fields[name] = field
        self.inner.addWidget(field)
        if isinstance(field, LineField):
            field.entered.connect(self._on_entered)

    def bind(self, key: str, does: Callable[[], None]) -> None:
        """Let a key do something wherever in the panel the focus is."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(does)

    def typed(self) -> dict[str, str]:
        """What stands in each field."""
        return {name: field.value() for name, field in self.fields.items()}

    def put_back(self, typed: dict[str, str]) -> None:
        """Show again what was typed before the panel was left."""
        for name, text in typed.items():
            if name in self.fields:
                self.fields[name].set_value(text)

    def start(self) -> None:
        """Take the focus."""
        first = next(iter(self.fields.values()), None)
        (first or self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, is_busy: bool) -> None:
        """The act is under way: it cannot be done twice."""
        self.button.setEnabled(not is_busy)
        self.button.setText(self.tr("Đang ghi sổ…") if is_busy else self._does)

    def show_refusal(self, error: DeskError) -> None:
        """Say what was refused, each fault beside its field, and go to the first."""
        self.set_busy(is_busy=False)
        problems: Sequence[DeskError] = (
            error.problems if isinstance(error, InvalidRequest) else (error,)
        )
        without_field = []
        first: Field | None = None
        for problem in problems:
            field = self._field_of(problem)
            if field is None:
                without_field.append(self.say(problem))
                continue
            field.show_problem(self.say(problem))
            first = first or field
        self._problem.setText("\n".join("■ " + words for words in without_field))
        self._problem.setVisible(bool(without_field))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def problem(self) -> str:
        """Refusals that belong to no field."""
        return "" if self._problem.isHidden() else self._problem.text()

    def tab_order(self) -> list[QWidget]:
        """Everything the Tab key reaches, as it is read; a list that drops down is none of it."""
        reached = [
            one
            for one in self.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.focusProxy() is None
            and one.window() is self.window()
            and one not in {self.button, self.leave}
        ]
        return [*reached, self.button, self.leave]

    def _build(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.button)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addWidget(label(title, "section", wraps=True))
        column.addLayout(self.inner)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def _field_of(self, problem: DeskError) -> Field | None:
        if not isinstance(problem, FieldError):
            return None
        name = problem.field
        return self.fields.get(name) or self.fields.get(name.partition(".")[0])

    def _on_entered(self) -> None:
        """Enter goes on; after the last field the button has the focus, and is not pressed."""
        self.focusNextChild()

    def _on_submit_key(self) -> None:
        if self.button.isEnabled():
            self.submitted.emit()


class NotePanel(ActPanel):
    """Start, completion or end of processing: a note, which may stay empty."""

    def __init__(self, deed: Deed, title: str, does: str, more: str, say: Say) -> None:
        super().__init__(deed, title, does, say)
        self.inner.addWidget(label(more, "quiet", wraps=True))
        self.note = TextArea(self.tr("Ghi chú (không bắt buộc)"))
        if deed is not Deed.START:
            self.add("note", self.note)


class AskPapersPanel(ActPanel):
    """Papers to be brought, one a line, and why."""

    def __init__(self, dossier: Dossier, say: Say) -> None:
        super().__init__(
            Deed.ASK_PAPERS,
            self.tr("Yêu cầu bổ sung giấy tờ"),
            self.tr("Yêu cầu bổ sung, dừng tính giờ"),
            say,
        )
        if dossier.supplement_requests:
            again = self.tr(
                "▲ Hồ sơ đã yêu cầu bổ sung {0} lần. Yêu cầu thêm lần nữa bị tính là trễ hạn trên "
                "Cổng dịch vụ công quốc gia."
            ).format(dossier.supplement_requests)
            self.inner.addWidget(label(again, "warningText", wraps=True))
        self.papers = TextArea(
            self.tr("Giấy tờ cần bổ sung, mỗi dòng một loại"),
            lines=4,
            hint=self.tr("Ví dụ: Bản sao giấy chứng sinh"),
        )
        self.papers.begin_with(dossier.missing)
        self.reason = TextArea(self.tr("Lý do, ghi vào phiếu yêu cầu bổ sung"), lines=2)
        self.add("papers", self.papers)
        self.add("reason", self.reason)


class ReturnPanel(ActPanel):
    """To whom the result goes, and the document they showed."""

    def __init__(self, dossier: Dossier, say: Say, *, outstanding: int = 0) -> None:
        super().__init__(Deed.RETURN, self.tr("Trả kết quả"), self.tr("Đã trả kết quả"), say)
        if outstanding:
            words = self.tr("▲ Còn phải thu {0}. Alt+T để thu trước khi trả.")
            self.inner.addWidget(label(words.format(dong(outstanding)), "warningText", wraps=True))
        self._people = [dossier.applicant]
        if dossier.representative is not None:
            self._people.append(dossier.representative)
        self.to_whom = LineField(self.tr("Người nhận kết quả"), say)
        self.to_whom.set_value(dossier.applicant.full_name)
        self.identity = LineField(self.tr("Giấy tờ đã xuất trình (loại và số)"), say)
        self.identity.input.setPlaceholderText(self.tr("Ví dụ: CCCD 020185001234"))
        self.add("to_whom", self.to_whom)
        self.add("identity", self.identity)
        self._offer_people()

    def start(self) -> None:
        self.identity.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_person(self, nth: int, _checked: object = None) -> None:
        """Fill in the person written down at intake, after their document was looked at."""
        person = self._people[nth]
        self.to_whom.set_value(person.full_name)
        if person.personal_id:
            self.identity.set_value(f"{_short_kind(person.id_kind)} {person.personal_id}")
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_people(self) -> None:
        for nth, person in enumerate(self._people):
            if not person.personal_id:
                continue
            words = self.tr("Alt+{0}   Đúng {1} {2}, {3}").format(
                nth + 1, _short_kind(person.id_kind), person.personal_id, person.full_name
            )
            button = QPushButton(words)
            button.setObjectName("offer")
            button.setAutoDefault(False)
            button.setMinimumWidth(px(100))
            button.setToolTip(words)
            take = partial(self.take_person, nth)
            button.clicked.connect(take)
            self.bind(f"Alt+{nth + 1}", take)
            self.inner.addWidget(button)


class CancelPanel(ActPanel):
    """Stop a dossier for good, or note that its applicant took it back."""

    def __init__(self, dossier: Dossier, say: Say) -> None:
        super().__init__(
            Deed.CANCEL,
            self.tr("Dừng hồ sơ {0}").format(dossier.code),
            self.tr("Dừng hồ sơ này"),
            say,
        )
        warning = self.tr(
            "Không làm lại được: hồ sơ dừng hẳn, mã số không dùng lại. Mọi bước vẫn còn trong sổ."
        )
        self.inner.addWidget(label(warning, "warningText", wraps=True))
        self.reason = TextArea(self.tr("Lý do"), lines=3)
        self.add("reason", self.reason)
        self.withdraw = QPushButton(self.tr("Người dân xin rút hồ sơ"))
        self.withdraw.setObjectName("chip")
        self.withdraw.setCheckable(True)
        self.withdraw.setAutoDefault(False)
        self.withdraw.toggled.connect(self._on_toggled)
        self.inner.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_toggled(self, is_withdrawn: bool) -> None:  # noqa: FBT001 - Qt's signature
        words = self.tr("Rút hồ sơ này") if is_withdrawn else self.tr("Dừng hồ sơ này")
        self._does = f"{words}   Ctrl+Enter"
        self.button.setText(self._does)


def _short_kind(kind: IdKind) -> str:
    return "CCCD" if kind is IdKind.PERSONAL_ID else word_for(kind)
