"""The frozen content of a dossier's receipt, from the dossier, its procedure and the office."""

import re
from dataclasses import replace
from datetime import time

from app.domain.catalogue.procedure import Fee, Procedure, ReturnBy
from app.domain.certification.books import CertificationKind, CertifiedDocument
from app.domain.deadline.legal_basis import LegalRule, legal_texts
from app.domain.deadline.time_limit import Unit
from app.domain.dossier.dossier import Dossier, SubmittedDocument
from app.domain.dossier.promise import cut_from
from app.domain.dossier.representing import is_body, role_of
from app.domain.forms.form_set import FormSet
from app.domain.money.fee import FeeLine, dong
from app.domain.text import fold
from app.printing.content import RECEIPT_NAME, PaperRow, ReceiptContent, minute_text
from app.printing.facts import FormFacts
from app.printing.forms.dossier_words import (
    digits_of_code,
    dossier_qr,
    represented_by,
    uncapitalised,
)
from app.printing.layout.times import plain_moment
from app.settings import Settings
from app.wording.deadline import day_of_year_text
from app.wording.deadline import limit_text as in_words
from app.wording.terms import word_for

_UNITS = {
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.WORKING_HOUR: "giờ làm việc",
    Unit.HOUR: "giờ",
    Unit.DAY: "ngày",
    Unit.MONTH: "tháng",
}
_BY_COUNCIL = re.compile(r"hoi dong nhan dan|\bhdnd\b")


def receipt_content(facts: FormFacts) -> ReceiptContent:
    """What Form 01 says; a dossier without a code makes the preview before saving."""
    dossier, settings = facts.dossier, facts.settings
    who, head = dossier.applicant, settings.letterhead
    called = facts.called()
    return ReceiptContent(
        form_set=FormSet(dossier.form_set),
        superior_body=head.above,
        office=head.issuer,
        desk=settings.desk,
        place=settings.place,
        printed_on=facts.printed_at.date().isoformat(),
        number=facts.number,
        label=digits_of_code(dossier.code),
        code=dossier.shown_code,
        is_provisional=settings.provisional_line and not dossier.official_code,
        procedure_code=dossier.procedure_code,
        procedure_name=dossier.procedure_name,
        applicant_name=who.full_name,
        identity_kind=who.id_kind,
        identity_number=who.personal_id,
        address=who.address,
        phone=who.phone,
        email=who.email,
        representative=represented_by(dossier.representative),
        representative_label=_label_of(dossier),
        is_body=is_body(who),
        submitter=(dossier.representative or who).full_name,
        documents=(
            *(row for paper in dossier.documents for row in _paper_rows(paper, called(paper.name))),
            *(_certified_row(paper) for paper in dossier.certification),
        ),
        sets=dossier.sets,
        limit_text=_limit_text(facts),
        received_at=minute_text(dossier.received_at),
        due_at=minute_text(dossier.due_at) if dossier.due_at else None,
        calendar_confirmed=dossier.calendar_confirmed,
        return_place=_return_place(dossier, settings),
        fees_text=fees_text(facts.procedure, dossier) or _fee_source(facts.procedure, dossier),
        register_book=f"{dossier.received_at:%Y}" if settings.register_line else "",
        register_number="",
        officer=dossier.officer,
        note="\n".join(filter(None, (dossier.note, _hours_note(dossier)))),
        reissued=_reissued(facts),
        qr_text=dossier_qr(dossier, settings, paper=RECEIPT_NAME, issued_at=dossier.received_at),
    )


def _reissued(facts: FormFacts) -> str:
    """Why the slip takes the place of the one before: it was corrected, or a closure declared."""
    if why := facts.corrected.rstrip(". "):
        return f"Phiếu cấp lại sau khi sửa, thay phiếu hẹn trước. Lý do sửa: {why}."
    declared = facts.closure
    if declared is None:
        return ""
    former = facts.dossier.promises[-2].due_at if len(facts.dossier.promises) > 1 else None
    was = f" (trước hẹn {plain_moment(minute_text(former))})" if former else ""
    closure = declared.closure
    about = ", ".join(filter(None, (closure.reason, closure.decision)))
    if declared.undoes is None:
        why = f"dời hẹn trả vì đóng cửa đột xuất: {about}"
    else:
        why = "tính lại hẹn trả vì bỏ đóng cửa đột xuất"
        why += f": {about}" if about else ""
    return f"Phiếu cấp lại, thay phiếu hẹn trước{was}: {why}."


def _limit_text(facts: FormFacts) -> str:
    """The limit as the slip says it, with the law of a same-day result and the day that cut it."""
    limit = facts.dossier.limit
    if limit.unit is Unit.NONE:
        return in_words(limit)
    if limit.unit is Unit.SAME_DAY:
        text = in_words(
            replace(limit, not_later=""),
            cutoff=time.fromisoformat(facts.settings.same_day_cutoff),
        )
        if law := _same_day_law(facts):
            text += f" ({law})"
    else:
        text = f"{limit.amount:02d} {_UNITS[limit.unit]}"
    text = _beside_the_law(facts, text)
    if facts.capped_on is not None:
        return f"{text}; thời hạn bị giới hạn bởi ngày {facts.capped_on:%d/%m/%Y}"
    if limit.not_later:
        return f"{text}, chậm nhất ngày {day_of_year_text(limit.not_later)}"
    return text


def _beside_the_law(facts: FormFacts, text: str) -> str:
    """The limit with what the law gives, where the office cut it."""
    cut = cut_from(facts.dossier, facts.procedure)
    if cut is None:
        return text
    return f"{in_words(cut.statutory)}, cắt giảm còn {text} theo {cut.decision}"


def _same_day_law(facts: FormFacts) -> str:
    field, received_on = facts.procedure.field, facts.dossier.received_at.date()
    return "; ".join(legal_texts(LegalRule.SAME_DAY, received_on, field)) if field else ""


def fees_text(procedure: Procedure, dossier: Dossier) -> str:
    """What the dossier costs; else the fees of its channel as published; empty if none is known."""
    if dossier.fees:
        return "; ".join(map(_line_text, dossier.fees))
    fees = [f for f in procedure.fees if f.channel in {None, dossier.channel}]
    texts = dict.fromkeys(_fee_text(fee) for fee in fees)
    return "; ".join(text for text in texts if text)


def _line_text(line: FeeLine) -> str:
    count = f" ({line.quantity:02d} {line.per})" if line.quantity > 1 and line.per else ""
    return f"{line.name}{count}: {_cost_text(line)}"


def _cost_text(line: FeeLine) -> str:
    if line.exemption is None or line.due == line.amount:
        return dong(line.amount)
    if line.exemption.relief is None:
        return ", ".join(filter(None, ("miễn", line.exemption.text)))
    why = (line.exemption.words, f"từ {dong(line.amount)}", line.exemption.text)
    return f"{dong(line.due)} ({', '.join(filter(None, why))})"


def _fee_text(fee: Fee) -> str:
    if fee.amount is None:
        return ""
    if fee.amount == 0:
        return "Miễn phí"
    return f"{dong(fee.amount)}/{fee.per}" if fee.per else dong(fee.amount)


def _paper_rows(paper: SubmittedDocument, name: str) -> list[PaperRow]:
    kinds = (("Bản chính", paper.originals), ("Bản sao", paper.copies))
    shown = [PaperRow(name=name, kind="Xuất trình", quantity=0)] if paper.shown else []
    return [*(PaperRow(name=name, kind=kind, quantity=n) for kind, n in kinds if n), *shown]


def _certified_row(paper: CertifiedDocument) -> PaperRow:
    entry = f" – {uncapitalised(str(paper.number))}" if paper.number else ""
    kind = paper.kind or CertificationKind.COPY
    return PaperRow(
        name=f"{paper.name} ({paper.pages:02d} trang){entry}",
        kind=word_for(kind),
        quantity=paper.copies,
    )


def _label_of(dossier: Dossier) -> str:
    who = dossier.representative
    return word_for(role_of(dossier.applicant, who)) if who else ""


def _hours_note(dossier: Dossier) -> str:
    return "Hồ sơ nhận ngoài giờ làm việc." if dossier.outside_hours else ""


def _return_place(dossier: Dossier, settings: Settings) -> str:
    if dossier.return_by is ReturnBy.ONLINE:
        return "Trực tuyến (bản điện tử)"
    if dossier.return_by is ReturnBy.POST:
        address = dossier.applicant.address or "…………………………"
        return f"nhà hoặc trụ sở, qua dịch vụ bưu chính công ích, gửi đến: {address}"
    return settings.desk


def _fee_source(procedure: Procedure, dossier: Dossier) -> str:
    """Who fixes a fee that is not known; empty, to be filled in by pen, where nobody is named."""
    fees = (fee for fee in procedure.fees if fee.channel in {None, dossier.channel})
    is_local = any(_BY_COUNCIL.search(fold(fee.note)) for fee in fees)
    return "theo nghị quyết của HĐND tỉnh" if is_local else ""
