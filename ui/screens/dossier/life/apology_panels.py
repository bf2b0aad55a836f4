"""Panels of the apology: promise anew with a reason, and note that the applicant was notified."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt

from app.domain.clock import time_and_day
from app.domain.deadline.apology import DelayCause, NoticeWay, Proposal
from app.domain.deadline.extension import ExtensionNeedsApprover
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.numbers import grouped_phone
from app.domain.errors import DeskError, FieldError
from ui.models.board_cells import weekday
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.action_panel import ActionPanel
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.moment import read_moment, show_moment
from ui.widgets.fields.text_area import TextArea
from ui.widgets.text.labels import label
from ui.words import word_for

_CAUSES = tuple(cause for cause in DelayCause if cause is not DelayCause.OTHER)


class NewTimeMissing(FieldError):
    """Nobody said until when. Facts: field."""


@dataclass(frozen=True, slots=True)
class ExtensionHelp:
    """What the panel is filled in with: the new time proposed (None where the calendar ends)."""

    proposal: Proposal | None
    is_late: bool = False
    is_repeated: bool = False

    @property
    def needs_approver(self) -> bool:
        """Whether an approver has to stand behind it, as things are now."""
        return self.is_late or self.is_repeated


class ExtendPanel(ActionPanel):
    """Why the result is late, until when it is promised anew, and who approves where one must."""

    def __init__(self, dossier: Dossier, aid: ExtensionHelp, now: datetime, say: Say) -> None:
        super().__init__(
            ActionKind.EXTEND,
            self.tr("Xin lỗi, hẹn lại ngày trả"),
            self.tr("Hẹn lại, in phiếu xin lỗi"),
            say,
        )
        self._now = now
        more = self.tr(
            "Đúng hạn hay trễ vẫn tính theo lần hẹn đầu; ngày mới để người dân biết khi nào đến."
        )
        self.inner.addWidget(label(more, "quiet", wraps=True))
        for words in self._warnings(dossier, aid):
            self.inner.addWidget(label(f"▲ {words}", "warningText", wraps=True))
        self.cause = ChoiceField(
            self.tr("Nguyên nhân (mũi tên để chọn)"),
            [
                ("", self.tr("chọn nguyên nhân")),
                *((cause.value, word_for(cause)) for cause in _CAUSES),
                (DelayCause.OTHER.value, word_for(DelayCause.OTHER)),
            ],
        )
        self.reason = TextArea(self.tr("Nói rõ thêm, in trên phiếu"), lines=2)
        self.due_at = LineField(self.tr("Hẹn lại (giờ, ngày)"), say)
        self.due_at.input.setPlaceholderText(self.tr("Ví dụ: 09:00 15/12/2026"))
        self.approver = LineField(self.tr("Người phê duyệt (không phải người đang làm)"), say)
        self.add("cause", self.cause)
        self.add("reason", self.reason)
        self.add("due_at", self.due_at)
        self.add("approver", self.approver)
        if aid.proposal is not None:
            self.due_at.set_value(show_moment(aid.proposal.due_at))
            self.due_at.show_hint(self._explained(aid.proposal))
        self.approver.setVisible(aid.needs_approver)

    def start(self) -> None:
        self.cause.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_due_at(self) -> datetime:
        """Until when it is promised anew.

        Raises:
            NotAMoment: what is typed is no time of a day.
            NewTimeMissing: nothing is typed.
        """
        found = read_moment(self.due_at.value(), now=self._now, field="due_at", is_coming=True)
        if found is None:
            raise NewTimeMissing(field="due_at")
        return found

    def chosen_cause(self) -> DelayCause:
        """The usual reason, `DelayCause.OTHER` while none is chosen: then it has to be typed."""
        return DelayCause(self.cause.value() or DelayCause.OTHER)

    def show_refusal(self, error: DeskError) -> None:
        if isinstance(error, ExtensionNeedsApprover):
            self.approver.show()
        super().show_refusal(error)

    def done_words(self) -> str:
        return self.tr("đã hẹn lại, in phiếu xin lỗi")

    def _warnings(self, dossier: Dossier, aid: ExtensionHelp) -> list[str]:
        found = []
        if aid.is_late:
            found.append(
                self.tr("Đã qua mốc một ngày làm việc trước giờ hẹn: cần người phê duyệt.")
            )
        if aid.is_repeated:
            found.append(
                self.tr("Hồ sơ đã hẹn lại {0} lần: cần người phê duyệt.").format(
                    len(dossier.apologies)
                )
            )
        return found

    def _explained(self, proposal: Proposal) -> str:
        words = self.tr("Gợi ý {0}: {1} ngày làm việc sau {2} (một phần ba của {3}, ít nhất 2).")
        return words.format(
            f"{weekday(proposal.due_at)} {proposal.due_at:%d/%m}",
            proposal.days,
            f"{proposal.counted_from:%d/%m}",
            proposal.limit_days,
        )


class NotifyPanel(ActionPanel):
    """How the applicant was notified of the new time."""

    def __init__(self, dossier: Dossier, say: Say) -> None:
        super().__init__(
            ActionKind.NOTIFY, self.tr("Báo người dân ngày hẹn mới"), self.tr("Đã báo"), say
        )
        apology = dossier.apologies[-1]
        who = dossier.applicant
        call = self.tr("Gọi {0}, {1}").format(
            grouped_phone(who.phone) or self.tr("không có số điện thoại"), who.full_name
        )
        new = self.tr("Hẹn lại {0}").format(
            time_and_day(apology.due_at, weekday=weekday(apology.due_at))
        )
        self.inner.addWidget(label(call, "strong", wraps=True))
        self.inner.addWidget(label(f"{new}. {apology.reason}", "", wraps=True))
        self.way = ChoiceField(
            self.tr("Cách báo (mũi tên để chọn)"),
            [(way.value, word_for(way)) for way in NoticeWay],
        )
        self.note = LineField(self.tr("Ghi chú: gặp ai, nói gì (không bắt buộc)"), say)
        self.add("way", self.way)
        self.add("note", self.note)

    def start(self) -> None:
        self.way.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def done_words(self) -> str:
        return self.tr("đã báo người dân")
