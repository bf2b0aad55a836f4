"""What of the form the citizen may check on the screen turned to them."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.answers.dossier import Registered
from app.domain.dossier.dossier import ApplicantKind
from app.printing.content import from_json
from app.printing.stored import ContentUnreadable
from ui.citizen_page import CitizenPage, CitizenStep, masked
from ui.screens.intake.parts.weekdays import day_words, time_words
from ui.screens.intake.state.form import FormState
from ui.screens.intake.state.person import PersonState
from ui.words import word_for


def page_to_check(state: FormState, due_at: datetime | None) -> CitizenPage | None:
    """What is typed so far, for the citizen to say whether it is right; None while nothing is."""
    if state.applicant.is_blank:
        return None
    return CitizenPage(
        CitizenStep.CHECK,
        state.applicant.full_name.strip(),
        rows=tuple(row for row in _rows(state) if row[1]),
        day=day_words(due_at) if due_at else "",
        time=time_words(due_at) if due_at else "",
    )


def page_when_done(registered: Registered, who: str) -> CitizenPage:
    """When to come back, and the slip's QR."""
    try:
        qr_text = from_json(registered.content).qr_text
    except ContentUnreadable:
        qr_text = ""
    due_at = registered.due_at
    return CitizenPage(
        CitizenStep.DONE,
        who,
        day=day_words(due_at) if due_at else "",
        time=time_words(due_at) if due_at else "",
        code=registered.dossier_code,
        qr_text=qr_text,
    )


def _rows(state: FormState) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    person = state.applicant
    rows = [
        (translate("ForCitizen", "Số giấy tờ"), masked(person.personal_id.strip())),
        (translate("ForCitizen", "Ngày sinh"), _born(person)),
        (translate("ForCitizen", "Nơi ở"), person.address.strip()),
        (translate("ForCitizen", "Điện thoại"), person.phone.strip()),
        (translate("ForCitizen", "Thủ tục"), state.procedure_name.strip()),
        (translate("ForCitizen", "Giấy tờ đã nộp"), _papers(state)),
    ]
    if state.representative is not None:
        brings = state.representative.full_name.strip()
        rows.insert(4, (translate("ForCitizen", "Người nộp thay"), brings))
    return rows


def _born(person: PersonState) -> str:
    if person.kind is not ApplicantKind.CITIZEN:
        return ""
    parts = (person.born.strip(), word_for(person.sex) if person.sex else "")
    return " · ".join(part for part in parts if part)


def _papers(state: FormState) -> str:
    count = sum(paper.is_present for paper in state.papers) + len(state.certification)
    return QCoreApplication.translate("ForCitizen", "{0} loại").format(count) if count else ""
