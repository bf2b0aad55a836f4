"""Correct people, papers and note: only what was touched changes, with a reason."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Applicant, Dossier
from app.domain.dossier.filing import FILED_ONLINE
from app.domain.dossier.numbering import read_official
from app.domain.dossier.representing import is_body
from app.domain.scanning.scanned import PersonScan
from ui.screens.dossier.correction.papers_edit import PapersEdit
from ui.screens.dossier.correction.person_edit import PersonEdit
from ui.screens.dossier.correction.refiling_edit import RefilingEdit
from ui.screens.dossier.life.action_kind import ActionKind
from ui.screens.dossier.life.action_panel import ActionPanel, Field
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.fields.text_area import TextArea
from ui.widgets.text.labels import label, rule

_IS_BROUGHT = "is_brought"
_REFILED = "refiled"
_NOBODY = Applicant(full_name="")


class CorrectPanel(ActionPanel):
    """Every correctable part of a dossier."""

    def __init__(self, dossier: Dossier, now: datetime, say: Say) -> None:
        super().__init__(ActionKind.CORRECT, self.tr("Sửa thông tin"), self.tr("Lưu chỗ sửa"), say)
        self._note = dossier.note
        self._people: dict[str, PersonEdit] = {}
        hint = self.tr(
            "Giá trị cũ được giữ trong sổ. Ngày hẹn trả chỉ tính lại khi sửa thủ tục, trường hợp "
            "hay giờ nhận."
        )
        self.inner.addWidget(label(hint, "quiet", wraps=True))
        self.applicant = self._add_person("applicant", dossier.applicant, now.date())
        self._was_brought = dossier.representative is not None
        # A body always comes by somebody, and by its own person no less than by an agent.
        by_another = self.tr("Có người nộp thay")
        by_anybody = self.tr("Có ghi người đến nộp")
        self.is_brought = QCheckBox(by_anybody if is_body(dossier.applicant) else by_another)
        self.is_brought.setChecked(self._was_brought)
        self.inner.addWidget(self.is_brought, 0, Qt.AlignmentFlag.AlignLeft)
        self.representative = self._add_person(
            "representative", dossier.representative or _NOBODY, now.date()
        )
        self.representative.setVisible(self._was_brought)
        self.is_brought.toggled.connect(self.representative.setVisible)
        self.is_brought.clicked.connect(self._on_brought)
        self._code = dossier.official_code
        self.code = self._add_code(dossier) if self._has_code(dossier) else None
        self._add_papers(dossier, say)
        self.refiling = self._add_refiling(dossier, now, say)
        self.note = TextArea(self.tr("Ghi chú in trên phiếu"))
        self.note.set_value(dossier.note)
        self.add("note", self.note)
        self.reason = TextArea(self.tr("Lý do sửa (bắt buộc)"))
        self.add("reason", self.reason)

    def correction(self, newest: Dossier) -> Correction:
        """The parts as they are to stand: what was touched here over what `newest` says."""
        representative = self._representative(newest.representative)
        procedure, case = self.refiling.filed() or (None, None)
        return Correction(
            applicant=self.applicant.corrected(newest.applicant),
            representative=representative,
            no_representative=representative is None,
            documents=self.papers.documents() if self.papers.is_touched else newest.documents,
            note=newest.note if self.note.value() == self._note else self.note.value(),
            official_code=self._corrected_code(),
            procedure=procedure,
            case=case,
            received_at=self.refiling.received_at(),
        )

    def typed(self) -> dict[str, str]:
        texts = super().typed()
        for at, person in self._people.items():
            texts |= {f"{at}.{name}": text for name, text in person.typed().items()}
        texts |= {f"{_REFILED}.{name}": text for name, text in self.refiling.typed().items()}
        return texts | {_IS_BROUGHT: "yes" if self.is_brought.isChecked() else ""}

    def put_back(self, typed: dict[str, str]) -> None:
        if not typed:
            return
        super().put_back({name: text for name, text in typed.items() if "." not in name})
        for at, person in self._people.items():
            person.put_back(_part(typed, at))
        self.refiling.put_back(_part(typed, _REFILED))
        self.is_brought.setChecked(bool(typed.get(_IS_BROUGHT)))

    def take_code(self, code: str) -> bool:
        """Let a portal's code that was scanned stand in its field; False where there is none."""
        if self.code is None:
            return False
        self.code.set_value(code)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_entered()
        return True

    def take_card(self, card: PersonScan) -> bool:
        """Lay a card over the person it is of; False if it is of nobody here."""
        edits = [self.applicant, *([self.representative] if self.is_brought.isChecked() else [])]
        whose = next((edit for edit in edits if edit.is_of(card)), None)
        if whose is None:
            whose = next((edit for edit in edits if edit.is_blank), None)
        if whose is None:
            return False
        whose.take_card(card)
        return True

    def _representative(self, newest: Applicant | None) -> Applicant | None:
        """Whoever brings it; somebody noted meanwhile stays if nothing was said of it here."""
        is_brought = self.is_brought.isChecked()
        if is_brought == self._was_brought and (newest is None or not is_brought):
            return newest
        return self.representative.corrected(newest or _NOBODY) if is_brought else None

    def _add_person(self, at: str, person: Applicant, today: date) -> PersonEdit:
        edit = PersonEdit(at, person, today, self.say)
        edit.entered.connect(self._on_entered)
        self._people[at] = edit
        fields: dict[str, Field] = {f"{at}.{name}": one for name, one in edit.lines.items()}
        self.fields |= fields
        self.inner.addWidget(edit)
        return edit

    @staticmethod
    def _has_code(dossier: Dossier) -> bool:
        """Whether a portal gave it a code, or may have."""
        return dossier.channel in FILED_ONLINE or bool(dossier.official_code)

    def _add_code(self, dossier: Dossier) -> LineField:
        field = LineField(
            self.tr("Mã hồ sơ cổng đã cấp (quét hoặc dán)"),
            self.say,
            read=lambda text: read_official(text, field="official_code"),
        )
        field.set_value(dossier.official_code)
        self.add("official_code", field)
        return field

    def _corrected_code(self) -> str | None:
        """The code as it is to stand; None if it was not touched."""
        typed = self._code if self.code is None else self.code.value()
        return None if typed == self._code else typed

    def _add_papers(self, dossier: Dossier, say: Say) -> None:
        self.papers = PapersEdit(dossier.documents, say)
        self.inner.addWidget(rule())
        self.inner.addWidget(label(self.tr("Giấy tờ đã nộp"), "strong"))
        self.inner.addWidget(self.papers)
        self.inner.addWidget(rule())

    def _add_refiling(self, dossier: Dossier, now: datetime, say: Say) -> RefilingEdit:
        edit = RefilingEdit(dossier, now, say)
        edit.entered.connect(self._on_entered)
        edit.changed.connect(self.chain)
        self.fields |= {
            "procedure": edit.procedure, "case": edit.case, "received_at": edit.received
        }  # fmt: skip
        self.inner.addWidget(edit)
        self.inner.addWidget(rule())
        return edit

    def _on_brought(self) -> None:
        if self.is_brought.isChecked():
            name = self.representative.lines["full_name"]
            name.setFocus(Qt.FocusReason.OtherFocusReason)


def _part(typed: dict[str, str], at: str) -> dict[str, str]:
    """What was typed into the part `at`, by the names of its own fields."""
    own = f"{at}."
    return {name.removeprefix(own): text for name, text in typed.items() if name.startswith(own)}
