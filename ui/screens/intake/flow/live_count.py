"""Says what the form promises and costs while it changes, or what is still needed for that."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from ui.screens.intake.actions import IntakeActions
from ui.screens.intake.fees.quote import FeeQuote
from ui.screens.intake.procedure.panel import ProcedurePanel
from ui.screens.intake.promise.live_preview import LivePreview
from ui.screens.intake.promise.panel import PromisePanel
from ui.screens.intake.promise.receipt_picture import LargeReceipt
from ui.screens.intake.state.form import FormState
from ui.work import Work


class LiveCount(QObject):
    """Feeds the promise panel and `costs`.

    Args:
        actions: what is asked.
        work: where it is asked.
        state: the form as it stands.
        procedure: knows whether case or limit are still to be given.
        promise: where the promise stands.
        large: the receipt over the form.
    """

    def __init__(
        self,
        actions: IntakeActions,
        work: Work,
        state: Callable[[], FormState],
        procedure: ProcedurePanel,
        promise: PromisePanel,
        large: LargeReceipt,
    ) -> None:
        super().__init__(promise)
        self._now, self._state = actions.now, state
        self._procedure, self._promise = procedure, promise
        self.preview = LivePreview(actions, work.reading, work.outside, promise, large)
        self.costs = FeeQuote(actions.cost, actions.say, work.reading, self)

    def forget(self) -> None:
        """Nothing is to be promised any more."""
        self.preview.forget()
        self.costs.forget()

    @Slot()
    def ask(self) -> None:
        """Ask for promise, receipt and costs of the form as it stands now."""
        panel, state, now = self._procedure, self._state(), self._now()
        if not state.procedure_code:
            self.forget()
        else:
            self.costs.ask(lambda: state.timed_request(now=now))
            if not panel.lacks_case and not panel.lacks_limit:
                self.preview.ask(state.loose_request(), lambda: state.timed_request(now=now))
                return
            self.preview.forget()
        if panel.lacks_case:
            self._promise.show_waiting(self.tr("Chọn trường hợp để tính ngày hẹn trả."))
        elif state.procedure_code:
            self._promise.show_waiting(
                self.tr("Chưa có thời hạn nên chưa hẹn được ngày. Ghi thời hạn ở cột 2.")
            )
        elif not self._promise.shows_registered:
            self._promise.show_empty()
