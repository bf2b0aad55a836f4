"""What can be found wrong with the form before the desk is asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.dossier.dossier import IntakeRequest
from app.domain.errors import DeskError, InvalidRequest
from ui.screens.intake.certification.panel import CertificationPanel
from ui.screens.intake.fees.panel import FeePanel
from ui.screens.intake.fields.problems import Problem, Problems
from ui.screens.intake.papers.section import PaperSection
from ui.screens.intake.procedure.panel import ProcedurePanel
from ui.screens.intake.saving.saving import Checked
from ui.screens.intake.state.form import FormState


class FormCheck:
    """Checks the form as it is to be saved.

    Args:
        state: the form as it stands.
        procedure: column 2, which knows what is still to be chosen.
        papers: what stands in its line is entered first, as in the next.
        certification: the papers to certify.
        fees: knows whether an amount is missing.
        problems: where faults are shown.
        say: words for refusals.
        now: the clock.
    """

    def __init__(
        self,
        state: Callable[[], FormState],
        procedure: ProcedurePanel,
        papers: PaperSection,
        certification: CertificationPanel,
        fees: FeePanel,
        *,
        problems: Problems,
        say: Callable[[DeskError], str],
        now: Callable[[], datetime],
    ) -> None:
        self._state, self._problems, self._say, self._now = state, problems, say, now
        self._procedure, self._papers = procedure, papers
        self._certification, self._fees = certification, fees

    def checked(self) -> Checked | None:
        """The request and the form it was made from; None after showing every fault found."""
        if self._procedure.certifies and (unread := self._certification.settle()):
            self._problems.show_problems([("certification", unread)])
            return None
        if not self._procedure.certifies:
            self._papers.settle()
        state = self._state()
        found = [*self._missing(state.procedure_code), *self._fees.problems()]
        try:
            request = state.request(now=self._now())
        except InvalidRequest as refusal:
            found = [*self._refused(refusal, state), *found]
        self._problems.show_problems(found)
        return None if found else (self._as_shown(request), state)

    def turned_away(self) -> IntakeRequest | None:
        """What is asked for, as far as it goes, if it is not taken in; None after showing why."""
        if not self._procedure.certifies:
            self._papers.settle()
        state = self._state()
        found = [one for one in self._missing(state.procedure_code) if one[0] != "limit"]
        self._problems.show_problems(found)
        return None if found else state.loose_request()

    def faulty(self) -> set[str]:
        """The fields at fault as the form stands, nothing shown and nothing settled."""
        state = self._state()
        found = [*self._missing(state.procedure_code), *self._fees.problems()]
        try:
            state.request(now=self._now())
        except InvalidRequest as refusal:
            found += self._refused(refusal, state)
        return {name for name, _ in found}

    def missing_papers(self) -> tuple[str, ...]:
        """What required papers that are not ticked are called; none where papers are certified."""
        is_checklist = self._procedure.procedure is not None and not self._procedure.certifies
        listed = self._papers.list
        return tuple(map(listed.called, listed.missing())) if is_checklist else ()

    def _as_shown(self, request: IntakeRequest) -> IntakeRequest:
        """`request` that takes no other sum than the one in sight."""
        paid = request.payment
        return replace(request, payment=replace(paid, shown=self._fees.due)) if paid else request

    def _refused(self, refusal: InvalidRequest, state: FormState) -> list[Problem]:
        panel = self._procedure
        found = [(problem.field, self._say(problem)) for problem in refusal.problems]
        if not state.procedure_code or panel.lacks_case or panel.lacks_limit:
            # The papers are asked for once procedure, case and limit are known.
            return [problem for problem in found if problem[0] != "documents"]
        if not panel.certifies:
            return found
        words = QCoreApplication.translate(
            "FormCheck",
            "Chưa có giấy tờ nào để chứng thực: gõ số của giấy hay gặp, hoặc gõ tên.",
        )
        return [("certification", words) if at == "documents" else (at, said) for at, said in found]

    def _missing(self, code: str) -> list[Problem]:
        """What of procedure, case and limit is still to be chosen."""
        translate = QCoreApplication.translate
        if not code:
            return [("procedure", translate("FormCheck", "Chưa chọn thủ tục."))]
        if self._procedure.lacks_case:
            return [("case", translate("FormCheck", "Chưa chọn trường hợp."))]
        if self._procedure.lacks_limit:
            return [("limit", translate("FormCheck", "Chưa có thời hạn."))]
        return []
