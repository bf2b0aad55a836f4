"""Panels of the actions that move a dossier on."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.dossier.dossier import Dossier
from app.domain.dossier.identity import IdKind
from app.domain.money.fee import dong
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.action_panel import ActionPanel
from ui.theme import px
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.text_area import TextArea
from ui.widgets.keys import bind_key
from ui.widgets.text.labels import label
from ui.words import word_for


class NotePanel(ActionPanel):
    """Start, completion or end of processing: a note, which may stay empty."""

    def __init__(self, kind: ActionKind, title: str, does: str, more: str, say: Say) -> None:
        super().__init__(kind, title, does, say)
        self.inner.addWidget(label(more, "quiet", wraps=True))
        self.note = TextArea(self.tr("Ghi chú (không bắt buộc)"))
        if kind is not ActionKind.START:
            self.add("note", self.note)


class AskPapersPanel(ActionPanel):
    """Papers to be brought, one a line, and why."""

    def __init__(self, dossier: Dossier, say: Say) -> None:
        super().__init__(
            ActionKind.ASK_PAPERS,
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


class ReturnPanel(ActionPanel):
    """To whom the result goes, and the document they showed."""

    def __init__(self, dossier: Dossier, say: Say, *, outstanding: int = 0) -> None:
        super().__init__(ActionKind.RETURN, self.tr("Trả kết quả"), self.tr("Đã trả kết quả"), say)
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
            button.setMinimumWidth(px(100))
            button.setToolTip(words)
            take = partial(self.take_person, nth)
            button.clicked.connect(take)
            bind_key(self, f"Alt+{nth + 1}", take)
            self.inner.addWidget(button)


class CancelPanel(ActionPanel):
    """Stop a dossier for good, or note that its applicant took it back."""

    def __init__(self, dossier: Dossier, say: Say) -> None:
        super().__init__(
            ActionKind.CANCEL,
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
        self.withdraw.toggled.connect(self._on_toggled)
        self.inner.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_toggled(self, is_withdrawn: bool) -> None:  # noqa: FBT001 - Qt's signature
        words = self.tr("Rút hồ sơ này") if is_withdrawn else self.tr("Dừng hồ sơ này")
        self._does = f"{words}   Ctrl+Enter"
        self.button.setText(self._does)


def _short_kind(kind: IdKind) -> str:
    return "CCCD" if kind is IdKind.PERSONAL_ID else word_for(kind)
