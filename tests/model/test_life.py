"""Any order of everything that can happen to dossiers: they stand everywhere alike, and add up.

Use cases are called in random order, most of them where they are illegal, while hours and days
pass. After each one the dossier must stand the same on its page, in the lists of the day, in the
event for the province and in what its ledger rows tell; a refusal changes nothing, and nothing
that was late once is on time again. At the end the whole office must be found right.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import pytest
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from app.answers.board_view import BoardView
from app.domain.actor import Actor
from app.domain.clock import VIETNAM
from app.domain.clock_doubt import ClockDoubted
from app.domain.deadline.apology import DelayCause, NoticeWay
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.standing import Standing, ended_standing, open_standing
from app.domain.dossier.asked import CamePaper
from app.domain.dossier.correction import Correction
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.domain.errors import Damaged, DeskError
from app.domain.money.fee import Exemption, FeeKind, plain_line
from app.domain.money.payment import PaymentRequest, Refund
from app.domain.workflow.handing import DESK, last_place
from app.domain.workflow.states import DossierState
from app.exchange.event_shape import DossierChanged, decoded
from app.usecases.dossier import ending, extending, progress, taking_back
from app.usecases.dossier.correction import correct_dossier
from app.usecases.exchange import exporting
from app.usecases.handover import giving, lying, recorded, taking
from app.usecases.ledger_values import require_as_recorded
from app.usecases.money import fees
from app.usecases.office import closures
from app.usecases.printing import prints
from app.usecases.proof.making import make_proof
from app.usecases.queries import closures as closure_queries
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.packing import unpacked
from db.stores import dossiers, ledger
from tests.builders import LAN, MONDAY, a_desk, a_dossier, an_applicant

STEPS = 40
FORMS = ("01", "02", "03", "04", "05", "06", "collect", "deadline", "proof")
PROCEDURES = ("1.004873", "2.000908", "1.004884", "1.012222")
"""Three working days; the same day; five; twenty-five, not later than a day of the year."""
NOI = Actor("Nông Thị Nôi", 1)
FEE = plain_line("Lệ phí", 8_000, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")


@dataclass
class Known:
    """What the model remembers of a dossier."""

    was_late: bool = False
    stored: Dossier | None = None


LISTS = (
    BoardView.OPEN, BoardView.PAUSED, BoardView.OVERDUE, BoardView.DUE_SOON, BoardView.TO_COLLECT,
)  # fmt: skip
BY_STANDING = {
    Standing.PAUSED: BoardView.PAUSED,
    Standing.OVERDUE: BoardView.OVERDUE,
    Standing.DUE_SOON: BoardView.DUE_SOON,
}


def lists_of(stored, now, calendar):
    """The lists a dossier stands in at `now`, by the one definition of its standing."""
    if stored.ended_at is not None:
        return {BoardView.TO_COLLECT} if stored.state is DossierState.FINISHED else set()
    standing = open_standing(now, stored.due_at, calendar, is_paused=stored.state.is_waiting)
    return {BoardView.OPEN, BY_STANDING.get(standing, BoardView.OPEN)}


class Office(RuleBasedStateMachine):
    """An office of a few dossiers."""

    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        self.desk = None
        self.known: dict[int, Known] = {}

    @initialize(storm=st.none() | st.integers(1, 9))
    def opened(self, storm):
        self.desk = a_desk(Path(self.folder.name) / "data")
        if storm:
            begins = datetime.combine(MONDAY.date() + timedelta(days=storm), time(10), VIETNAM)
            closure = Closure(begins, begins + timedelta(hours=20), "Bão", "QĐ 1")
            closures.declare_closure(self.desk, LAN, closure)
        self.take(PROCEDURES[0])

    def teardown(self):
        if self.desk is not None:
            verification.verify_records(self.desk, LAN)
            self.desk.close()
        self.folder.cleanup()

    # What can happen

    @rule(procedure=st.sampled_from(PROCEDURES))
    def take(self, procedure):
        if len(self.known) < 4:
            with suppress(ClockDoubted):  # after long days without a row
                done = a_dossier(self.desk, procedure=procedure)
                self.known[done.dossier_id] = Known()
                self.look_at(done.dossier_id)

    @rule(minutes=st.integers(1, 600) | st.integers(600, 9_000))
    def time_passes(self, minutes):
        self.desk.clock.advance(minutes=minutes)
        self.look_at_lists()

    @rule(nth=st.integers(0, 3))
    def begun(self, nth):
        self.done(nth, progress.start_processing)

    @rule(nth=st.integers(0, 3), papers=st.sampled_from([("Trích lục",), ("Trích lục", "Ảnh 4×6")]))
    def papers_asked_for(self, nth, papers):
        self.done(nth, progress.request_supplement, papers=papers, reason="Thiếu giấy")

    @rule(nth=st.integers(0, 3), came=st.sampled_from([None, "1", "2"]))
    def papers_came(self, nth, came):
        ticks = None if came is None else (CamePaper(came),)
        self.done(nth, progress.complete_supplement, came=ticks)

    @rule(nth=st.integers(0, 3))
    def finished(self, nth):
        self.done(nth, progress.finish_processing)

    @rule(nth=st.integers(0, 3), reason=st.sampled_from(["", "Người nộp xin nợ"]))
    def handed_over(self, nth, reason):
        self.done(
            nth, progress.return_result,
            to_whom="Hoàng Thị Mẩy", identity="căn cước", unpaid_reason=reason,
        )  # fmt: skip

    @rule(nth=st.integers(0, 3), how=st.sampled_from(["stop", "withdraw", "refuse"]))
    def given_up(self, nth, how):
        if how == "refuse":
            self.done(nth, ending.refuse_dossier, reason="Không thuộc thẩm quyền")
        else:
            self.done(nth, ending.cancel_dossier, reason="Thôi", withdrawn=how == "withdraw")

    @rule(nth=st.integers(0, 3), approver=st.sampled_from(["", "Hoàng Thị Lan", "Vi Văn Duyệt"]))
    def reopened(self, nth, approver):
        self.done(nth, ending.reopen_dossier, reason="Dừng nhầm", approver=approver)

    @rule(nth=st.integers(0, 3))
    def taken_back(self, nth):
        self.done(nth, lambda desk, actor, opened: taking_back.take_back(desk, actor, (opened,)))

    @rule(
        nth=st.integers(0, 3), days=st.integers(-2, 12), hour=st.sampled_from([9, 10, 15, 21]),
        approver=st.sampled_from(["", "Hoàng Thị Lan", *["Vi Văn Duyệt"] * 4]),
    )  # fmt: skip
    def promised_anew(self, nth, days, hour, approver):
        due_at = self.desk.clock.now().replace(hour=hour, minute=0) + timedelta(days=days)
        before, _ = self.records(self.dossier(nth))
        self.done(
            nth, extending.extend_promise, due_at=due_at, cause=DelayCause.WORKLOAD,
            approver=approver,
        )  # fmt: skip
        after, _ = self.records(self.dossier(nth))
        assert after.measured_due_at == before.measured_due_at

    @rule(hours=st.integers(0, 60), lasts=st.integers(1, 70))
    def shut(self, hours, lasts):
        """A closure that begins now or later: nothing late is on time by it."""
        begins = self.desk.clock.now().replace(minute=0) + timedelta(hours=hours + 1)
        storm = Closure(begins, begins + timedelta(hours=lasts), "Bão", f"QĐ {begins:%d/%H}")
        with suppress(DeskError):
            closures.declare_closure(self.desk, LAN, storm)
        self.look_at_all()

    @rule()
    def open_after_all(self):
        """The last closure is undone: what it made of a measure is undone with it."""
        in_force = [one for one in closure_queries.closures(self.desk, LAN) if one.is_in_force]
        for one in in_force[:1]:
            closures.undo_closure(self.desk, LAN, str(one.declaration.number))
            for known in self.known.values():
                known.was_late &= known.stored.ended_at is not None
            self.look_at_all()

    @rule(nth=st.integers(0, 3))
    def notified(self, nth):
        self.done(nth, extending.note_notice, way=NoticeWay.PHONE)

    @rule(nth=st.integers(0, 3), name=st.sampled_from(["Hoàng Thị Mẩy", "Hoàng Thị Mây", ""]))
    def corrected(self, nth, name):
        wanted = Correction(applicant=an_applicant(full_name=name), note=name)
        self.done(
            nth,
            lambda desk, actor, opened: correct_dossier(
                desk, actor, opened, wanted, reason="Gõ nhầm"
            ),
        )

    @rule(
        nth=st.integers(0, 3), procedure=st.sampled_from([None, *PROCEDURES]),
        minutes=st.none() | st.integers(0, 4_000),
    )  # fmt: skip
    def refiled(self, nth, procedure, minutes):
        """Under another procedure, or at another time; nothing late comes to be on time."""
        before, _ = self.records(self.dossier(nth))
        moved = None if minutes is None else before.received_at - timedelta(minutes=minutes - 900)
        wanted = Correction(procedure=procedure, received_at=moved)
        self.done(
            nth,
            lambda desk, actor, opened: correct_dossier(
                desk, actor, opened, wanted, reason="Nhầm thủ tục"
            ),
        )

    @rule(nth=st.integers(0, 3), money=st.sampled_from(["charge", "collect", "waive", "refund"]))
    def money_moves(self, nth, money):
        if money == "charge":
            self.done(nth, lambda *who: fees.charge_fees(*who, (FEE,), reason="NQ"))
        elif money == "collect":
            self.done(nth, lambda *who: fees.collect_fee(*who, PaymentRequest()))
        elif money == "waive":
            poor = Exemption("HO_NGHEO", "Giấy số 12")
            self.done(nth, lambda *who: fees.waive_fee(*who, poor))
        elif slips := fees.money_of(self.desk, LAN, self.dossier(nth)).in_force:
            refund = Refund(slips[0].slip, "Thu nhầm")
            self.done(nth, lambda *who: fees.refund_payment(*who, refund))

    @rule(nth=st.integers(0, 3), form=st.sampled_from(FORMS))
    def printed(self, nth, form):
        if form == "proof":
            self.done(nth, make_proof)
            return

        def print_(desk, actor, opened):
            wanted = prints.wanted_form(desk, actor, opened.dossier_id, form)
            prints.next_print(desk, actor, wanted, paper="a4", reason="Mất phiếu")

        self.done(nth, print_)

    @rule(nth=st.integers(0, 3), agency=st.sampled_from(["kinh te", "Văn phòng HĐND", "desk"]))
    def papers_go(self, nth, agency):
        self.done(
            nth,
            lambda desk, actor, opened: giving.hand_over(
                desk, actor, [self.code(opened)], agency=agency
            ),
        )

    @rule(nth=st.integers(0, 3), is_there=st.booleans())
    def papers_scanned_back(self, nth, is_there):
        records = recorded.handover_records(self.desk, LAN)
        if records:
            number = records[nth % len(records)].number
            self.done(
                nth,
                lambda desk, actor, opened: taking.take_over(
                    desk, actor, number, [self.code(opened) if is_there else "abc"]
                ),
            )
            for dossier_id in self.known:
                self.look_at(dossier_id)

    @rule()
    def sent(self):
        with suppress(exporting.NothingToExport, ClockDoubted):
            exporting.export_package(self.desk, LAN, Path(self.folder.name))

    # How it must stand

    def dossier(self, nth):
        return sorted(self.known)[nth % len(self.known)]

    def done(self, nth, use_case, **values):
        """Call a use case; refused, it changed nothing."""
        dossier_id = self.dossier(nth)
        before = self.records(dossier_id)
        try:
            use_case(self.desk, NOI if nth % 2 else LAN, Opened(dossier_id), **values)
        except Damaged:
            raise
        except DeskError:
            assert self.records(dossier_id) == before
        else:
            self.look_at(dossier_id)

    def code(self, opened):
        return self.known[opened.dossier_id].stored.shown_code

    def records(self, dossier_id):
        with self.desk.records.read() as connection:
            rows = ledger.of_dossier(connection, dossier_id)
            return dossiers.by_id(connection, dossier_id), len(rows)

    def look_at_all(self):
        """After what may have moved them all: each as it is stored now, then where it stands."""
        for dossier_id, known in self.known.items():
            known.stored, _ = self.records(dossier_id)
        for dossier_id in self.known:
            self.look_at(dossier_id)

    def look_at(self, dossier_id):
        """It stands alike wherever it stands."""
        with self.desk.records.read() as connection:
            stored = dossiers.by_id(connection, dossier_id)
            require_as_recorded(ledger.of_dossier(connection, dossier_id), stored)
            body = connection.exec_driver_sql(
                "SELECT body FROM outbox WHERE dossier_id = ? AND kind = 'DOSSIER'"
                " ORDER BY position DESC LIMIT 1",
                (dossier_id,),
            ).scalar()
        event = decoded(unpacked(body))
        assert isinstance(event, DossierChanged)
        assert replace(event.dossier, missing=()) == stored
        page = lookup.dossier_view(self.desk, LAN, dossier_id).dossier
        assert replace(page, missing=()) == stored
        (row,) = lookup.rows(self.desk, LAN, [dossier_id])
        assert (row.code, row.state, row.due_at, row.ended_at) == (
            stored.shown_code, stored.state, stored.due_at, stored.ended_at,
        )  # fmt: skip
        self.known[dossier_id].stored = stored
        self.lies_alike(stored)
        self.look_at_lists()

    def lies_alike(self, stored):
        """Page and list of what lies outside agree where a dossier lies, and since when."""
        last = lookup.dossier_view(self.desk, LAN, stored.id).stays[-1]
        outside = {one.dossier_id: one.stay for one in lying.lying_outside(self.desk, LAN)}
        is_outside = last.agency != DESK and stored.ended_at is None
        assert (stored.id in outside) is is_outside
        assert last.agency == last_place(stored.handings)
        if is_outside:
            assert outside[stored.id] == last

    def look_at_lists(self):
        """Each stands in the lists its standing says, and in no other."""
        now, calendar = self.desk.clock.now(), lookup.calendar(self.desk, LAN)
        lists = {which: set(lookup.ids(self.desk, LAN, which, now)) for which in LISTS}
        for dossier_id, known in self.known.items():
            if known.stored is not None:
                wanted = lists_of(known.stored, now, calendar)
                assert {one for one, ids in lists.items() if dossier_id in ids} == wanted
                self.keeps_its_delay(known.stored, now)

    def keeps_its_delay(self, stored, now):
        """Late by its measure once, it ends late; only a limit that restarts begins anew."""
        known = self.known[stored.id]
        measure = stored.measured_due_at
        if stored.pause_mode is PauseMode.RESTART or stored.state.is_given_up:
            return
        if stored.ended_at is not None:
            late = ended_standing(stored.ended_at, measure) is Standing.LATE
            assert late or not known.was_late
        elif measure is not None and not stored.state.is_waiting and now > measure:
            known.was_late = True


def lives(examples):
    run_state_machine_as_test(
        Office,
        settings=hypothesis.settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            # To make a failure small takes minutes; it is named by its steps as they were found.
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
            suppress_health_check=list(hypothesis.HealthCheck),
        ),
    )


@pytest.mark.timeout(900)
def test_whatever_happens_dossiers_stand_everywhere_alike_and_add_up():
    lives(100)


@pytest.mark.deep
@pytest.mark.timeout(14_400)
def test_whatever_happens_two_thousand_times_dossiers_stand_everywhere_alike_and_add_up():
    lives(2_000)
