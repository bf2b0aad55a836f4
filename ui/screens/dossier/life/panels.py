"""Panels of the actions that move a dossier on."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton

from app.domain.catalogue.paper_names import names_of, published_of, short_name
from app.domain.catalogue.procedure import RequiredDocument, ReturnBy
from app.domain.dossier.asked import AskedPaper, outside_catalogue
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.expected import usual_sheets
from app.domain.dossier.held_data import AskReason, Base, held
from app.domain.dossier.identity import IdKind
from app.domain.dossier.representing import is_body, recipient_of
from app.domain.forms.codes import STOP_FORM
from app.domain.money.fee import dong
from app.domain.scanning.scanned import InsuranceScan, PersonScan, ReadField, read_fields
from app.printing.registry import form_of
from ui.keys import Key, nth_key, with_key
from ui.models.board_cells import short_code
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.action_panel import ActionPanel
from ui.screens.dossier.life.read_over import lay_read
from ui.screens.dossier.life.sheets import AskedList
from ui.theme import px
from ui.tips import on_button, set_tip
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.name_field import NameField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.keys import bind_key
from ui.widgets.text.labels import label
from ui.widgets.text.shortened import shortened
from ui.words import word_for

_NAME = 24
"""Characters of a name on a button, on its second line with the key."""


class NotePanel(ActionPanel):
    """Start, completion or end of processing: a note, which may stay empty."""

    def __init__(self, kind: ActionKind, title: str, does: str, more: str, say: Say) -> None:
        super().__init__(kind, title, does, say)
        self.inner.addWidget(label(more, "quiet", wraps=True))
        self.note = TextArea(self.tr("Ghi chú (không bắt buộc)"))
        if kind is not ActionKind.START:
            self.add("note", self.note)


class AskPapersPanel(ActionPanel):
    """Papers to be brought, one a line, why, and how many sheets of which kind.

    Args:
        dossier: of which they are asked.
        listed: papers the procedure's catalogue names.
        bases: databases the office is connected to.
        say: the sentence of a refusal.
    """

    def __init__(
        self,
        dossier: Dossier,
        listed: Sequence[RequiredDocument],
        bases: frozenset[Base],
        say: Say,
    ) -> None:
        does = self.tr("Yêu cầu, dừng tính giờ, in phiếu")
        if dossier.supplement_requests:
            does = self.tr("Yêu cầu lần {0}, dừng tính giờ, in phiếu").format(
                dossier.supplement_requests + 1
            )
        super().__init__(ActionKind.ASK_PAPERS, self.tr("Yêu cầu bổ sung giấy tờ"), does, say)
        self._bases = bases
        names = [paper.name for paper in listed]
        self._known = (*names, *map(short_name, names), *dossier.missing)
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
        called = names_of(paper.name for paper in listed)
        self._in_full = published_of(paper.name for paper in listed)
        self.papers.begin_with([*map(called, dossier.missing)])
        self.reason = TextArea(self.tr("Lý do, ghi trên phiếu yêu cầu bổ sung"), lines=2)
        unchosen: tuple[AskReason | None, str] = (None, self.tr("chọn lý do"))
        self.why_held = ChoiceField(
            self.tr("Cơ sở dữ liệu đã có giấy này; vẫn yêu cầu vì"),
            [unchosen, *((each, word_for(each)) for each in AskReason)],
        )
        self.outside = TextArea(self.tr("Vì sao yêu cầu giấy ngoài danh mục (nếu khác)"), lines=2)
        self.basis = LineField(self.tr("Căn cứ (để trống: quyết định công bố thủ tục)"), say)
        self.sheets = AskedList(say, called)
        self.sheets.offer((short_name(paper.name), usual_sheets(paper)) for paper in listed)
        self.sheets.offer((paper.name, usual_sheets(paper)) for paper in listed)
        self.add("papers", self.papers)
        self.inner.addWidget(self.why_held)
        self.add("reason", self.reason)
        self.add("outside_reason", self.outside)
        self.add("basis", self.basis)
        self.inner.addWidget(self.sheets)
        self.papers.changed.connect(self._look_at_papers)
        self._look_at_papers()

    def asked(self) -> tuple[str | AskedPaper, ...]:
        """The papers with what is said of each.

        Raises:
            NotACount: a number of sheets cannot be read.
        """
        return self.sheets.papers(self.papers.lines(), self.basis.value())

    def outside_reason(self) -> str:
        """Why papers outside the catalogue are asked for; empty where none is, or as the rest."""
        return "" if self.outside.isHidden() else self.outside.value()

    def typed(self) -> dict[str, str]:
        return {**super().typed(), "sheets": self.sheets.value()}

    def put_back(self, typed: dict[str, str]) -> None:
        super().put_back(typed)
        self.sheets.put_back(typed.get("sheets", ""))

    def held_reason(self) -> AskReason | None:
        """Why a paper is asked for whose data a base holds; None where none is."""
        return None if self.why_held.isHidden() else self.why_held.value()

    def _look_at_papers(self) -> None:
        """Ask for each reason only while such a paper is named; count what is named."""
        names = self.papers.lines()
        self.why_held.setVisible(bool(held(map(self._in_full, names), self._bases)))
        self.outside.setVisible(bool(outside_catalogue(names, self._known)))
        if self.sheets.name_papers(names):
            self.chain()


class ReturnPanel(ActionPanel):
    """To whom the result goes, and the document they showed.

    Signals:
        collect_wanted: what is still due is to be collected first.
    """

    collect_wanted = Signal()

    def __init__(self, dossier: Dossier, say: Say, *, outstanding: int = 0) -> None:
        asks = self.tr("Đã trả kết quả {0}?").format(named(dossier))
        super().__init__(ActionKind.RETURN, self.tr("Trả kết quả"), asks, say)
        if outstanding:
            due = self.tr("▲ Còn phải thu {0}.").format(dong(outstanding))
            self.inner.addWidget(label(due, "warningText", wraps=True))
            collect = QPushButton(with_key(self.tr("Thu tiền trước khi trả"), Key.MONEY))
            collect.clicked.connect(self.collect_wanted)
            self.inner.addWidget(collect, 0, Qt.AlignmentFlag.AlignLeft)
        self.unpaid_reason = LineField(self.tr("Lý do trả khi chưa thu đủ"), say)
        self._people = [] if is_body(dossier.applicant) else [dossier.applicant]
        if dossier.representative is not None:
            self._people.append(dossier.representative)
        self.to_whom = NameField(self.tr("Người nhận kết quả"), say)
        self._proposed = recipient_of(dossier)
        self.to_whom.set_value(self._proposed)
        self.tracking = LineField(self.tr("Số bưu gửi"), say)
        self.identity = LineField(self.tr("Giấy tờ đã xuất trình (loại và số)"), say)
        self.identity.input.setPlaceholderText(self.tr("Ví dụ: CCCD 020185001234"))
        self.add("to_whom", self.to_whom)
        self.add("identity", self.identity)
        if outstanding:
            self.add("unpaid_reason", self.unpaid_reason)
        self.add("tracking", self.tracking)
        if dossier.return_by is ReturnBy.POST:
            self.identity.set_value(self.tr("Gửi qua bưu chính"))
        else:
            self.tracking.hide()
        self._offer_people()

    def start(self) -> None:
        fields = (
            self.to_whom,
            self.identity,
            *([] if self.tracking.isHidden() else [self.tracking]),
        )
        first = next((field for field in fields if not field.value()), self.identity)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_person(self, nth: int, _checked: object = None) -> None:
        """Fill in the person written down at intake, after their document was looked at."""
        person = self._people[nth]
        self.to_whom.set_value(person.full_name)
        if person.personal_id:
            self.identity.set_value(f"{_short_kind(person.id_kind)} {person.personal_id}")
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_card(self, card: PersonScan) -> bool:
        """Whoever stands there showed their card."""
        said = read_fields(card)
        if name := said.get("full_name"):
            lay_read(self.to_whom, name, self._proposed)
        if number := said.get("personal_id"):
            lay_read(self.identity, replace(number, value=f"CCCD {number.value}"), "")
        elif isinstance(card, InsuranceScan):
            lay_read(self.identity, ReadField(f"BHYT {card.insurance_number.value}"), "")
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _offer_people(self) -> None:
        for nth, person in enumerate(self._people):
            if not person.personal_id:
                continue
            key, kind = nth_key(Key.OFFER, nth + 1), _short_kind(person.id_kind)
            words = self.tr("Đúng {0} {1}, {2}")
            words = with_key(key, words.format(kind, person.personal_id, person.full_name))
            button = QPushButton(on_button(words))
            button.setObjectName("offer")
            button.setMinimumWidth(px(100))
            set_tip(button, words)
            take = partial(self.take_person, nth)
            button.clicked.connect(take)
            bind_key(self, key, take)
            self.inner.addWidget(button)


class CancelPanel(ActionPanel):
    """Stop a dossier for good, or note that its applicant took it back."""

    def __init__(self, dossier: Dossier, say: Say) -> None:
        super().__init__(
            ActionKind.CANCEL,
            self.tr("Dừng hoặc rút hồ sơ {0}").format(dossier.shown_code),
            self.tr("Dừng hẳn {0}?").format(named(dossier)),
            say,
        )
        self._named = named(dossier)
        self._has_notice = dossier.form_set in form_of(STOP_FORM).sets
        self.inner.addWidget(label(_warning(), "warningText", wraps=True))
        self.reason = TextArea(self.tr("Lý do"), lines=3)
        self.add("reason", self.reason)
        self.withdraw = QPushButton(self.tr("Người dân xin rút hồ sơ"))
        self.withdraw.setObjectName("chip")
        self.withdraw.setCheckable(True)
        self.withdraw.toggled.connect(self._on_toggled)
        self.inner.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)

    def done_words(self) -> str:
        if not self._has_notice:
            return ""
        is_withdrawn = self.withdraw.isChecked()
        words = self.tr("đã rút, {0} để in thông báo") if is_withdrawn else ""
        return (words or self.tr("đã dừng, {0} để in thông báo")).format(Key.REPRINT)

    def _on_toggled(self, is_withdrawn: bool) -> None:  # noqa: FBT001 - Qt's signature
        words = self.tr("Ghi rút {0}?") if is_withdrawn else self.tr("Dừng hẳn {0}?")
        self._does = with_key(words.format(self._named), Key.DO)
        self.button.setText(self._does)


class RefusePanel(ActionPanel):
    """Refuse a dossier that was received; its Form 03 is printed of it afterwards."""

    def __init__(self, dossier: Dossier, say: Say) -> None:
        super().__init__(
            ActionKind.REFUSE,
            self.tr("Từ chối giải quyết hồ sơ {0}").format(dossier.shown_code),
            self.tr("Từ chối {0}?").format(named(dossier)),
            say,
        )
        self.inner.addWidget(label(_warning(), "warningText", wraps=True))
        self.reason = TextArea(self.tr("Lý do, ghi trên phiếu từ chối"), lines=3)
        self.add("reason", self.reason)

    def done_words(self) -> str:
        return self.tr("không tiếp nhận, {0} để in phiếu từ chối").format(Key.REPRINT)


class ReopenPanel(ActionPanel):
    """Work on a dossier again that was refused, stopped or withdrawn: why, and who allows it."""

    def __init__(self, dossier: Dossier, say: Say) -> None:
        super().__init__(
            ActionKind.REOPEN,
            self.tr("Mở lại hồ sơ {0}").format(dossier.shown_code),
            self.tr("Mở lại, làm tiếp"),
            say,
        )
        more = self.tr(
            "Giờ hẹn giữ nguyên như cũ; thời gian hồ sơ đã dừng vẫn tính vào thời hạn. Sổ ghi "
            "người phê duyệt là “nêu tên, chưa xác thực”."
        )
        self.inner.addWidget(label(more, "warningText", wraps=True))
        self.reason = TextArea(self.tr("Lý do"), lines=3)
        self.approver = NameField(self.tr("Người phê duyệt"), say)
        self.add("reason", self.reason)
        self.add("approver", self.approver)


def _warning() -> str:
    return QCoreApplication.translate(
        "CancelPanel",
        "Hồ sơ kết thúc, mã số không dùng lại; chỉ hoàn tác được trong mười giây. Mọi bước vẫn "
        "còn trong sổ.",
    )


def named(dossier: Dossier) -> str:
    """A dossier as the button that ends it names it: its code and whose it is, in short."""
    who = shortened(dossier.applicant.full_name, _NAME)
    words = QCoreApplication.translate("Action", "hồ sơ {0}\ncủa {1}")
    return words.format(short_code(dossier.shown_code, dossier.code), on_button(who))


def _short_kind(kind: IdKind) -> str:
    return "CCCD" if kind is IdKind.PERSONAL_ID else word_for(kind)
