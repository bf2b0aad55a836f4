"""What ended a dossier is taken back for ten seconds, by a move that hides nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.certification.books import CertifiedDocument
from app.domain.dossier.opened import Opened
from app.domain.money.payment import Method, PaymentRequest
from app.domain.workflow.states import DossierState
from app.usecases.certification.certifying import mark_signed
from app.usecases.dossier import ending, progress
from app.usecases.dossier.taking_back import (
    WITHIN,
    NothingToTakeBack,
    TooLateToTakeBack,
    take_back,
)
from app.usecases.exchange.exporting import export_package
from app.usecases.money import fees
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.stores import ledger, outbox
from db.stores.dossiers import ChangedMeanwhile
from tests.builders import LAN, MONDAY, a_certification, a_desk, a_dossier
from ui.shell.notices.toast import UNDO_MS


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data", MONDAY)
    yield desk
    desk.close()


def finish(desk, opened):
    return progress.finish_processing(desk, LAN, opened)


def hand_over(desk, opened):
    return progress.return_result(
        desk, LAN, opened, to_whom="Lý A Sềnh", identity="CCCD 1", unpaid_reason="Nộp sau"
    )


def stop(desk, opened):
    return ending.cancel_dossier(desk, LAN, opened, reason="Nhầm")


def withdraw(desk, opened):
    return ending.cancel_dossier(desk, LAN, opened, reason="Xin rút", withdrawn=True)


def ask(desk, opened):
    return progress.request_supplement(desk, LAN, opened, papers=["Giấy"], reason="Thiếu")


def start(desk, opened):
    return progress.start_processing(desk, LAN, opened)


def stored(desk, opened):
    return lookup.dossier_view(desk, LAN, opened.dossier_id).dossier


@pytest.mark.parametrize(
    ("before", "end"),
    [
        ((), finish), ((start,), finish), ((finish,), hand_over),
        ((), stop), ((start,), withdraw), ((ask,), stop), ((ask,), withdraw),
        ((start, finish), hand_over),
    ],
)  # fmt: skip
def test_the_dossier_stands_as_it_stood_before_and_the_records_agree(desk, before, end):
    opened = Opened(a_dossier(desk).dossier_id)
    for each in before:
        each(desk, opened)
        desk.clock.advance(minutes=20)
    was = stored(desk, opened)
    done = end(desk, opened)
    desk.clock.advance(seconds=10)
    (back,) = take_back(desk, LAN, (Opened(opened.dossier_id, done.version),))
    now = stored(desk, opened)
    assert back.state is was.state
    assert replace(now, version=was.version) == was
    verification.verify_records(desk, LAN)


def test_it_goes_on_from_there_as_if_it_had_never_ended(desk):
    opened = Opened(a_dossier(desk).dossier_id)
    ask(desk, opened)
    withdraw(desk, opened)
    take_back(desk, LAN, (opened,))
    desk.clock.advance(hours=1)
    progress.complete_supplement(desk, LAN, opened)
    finish(desk, opened)
    hand_over(desk, opened)
    assert stored(desk, opened).state is DossierState.RETURNED
    verification.verify_records(desk, LAN)


def test_end_and_taking_back_are_two_rows_and_events_even_with_an_export_between(desk, tmp_path):
    opened = Opened(a_dossier(desk).dossier_id)
    finish(desk, opened)
    export_package(desk, LAN, tmp_path)
    take_back(desk, LAN, (opened,))
    with desk.records.read() as connection:
        rows = ledger.of_dossier(connection, opened.dossier_id)
        waiting = outbox.summary(connection)
    assert [row.event for row in rows] == ["RECEIVE", "FINISH", "TAKE_BACK"]
    assert (rows[-1].from_state, rows[-1].to_state) == ("FINISHED", "RECEIVED")
    assert rows[-1].reason == "Xử lý xong"
    assert waiting.pending_events == 6


def test_after_ten_seconds_and_the_way_to_the_records_it_is_too_late(desk):
    opened = Opened(a_dossier(desk).dossier_id)
    finish(desk, opened)
    desk.clock.advance(seconds=16)
    with pytest.raises(TooLateToTakeBack) as refused:
        take_back(desk, LAN, (opened,))
    assert refused.value.facts["seconds"] == 10
    assert stored(desk, opened).state is DossierState.FINISHED


@pytest.mark.parametrize("before", [(), (start,), (ask,)])
def test_what_did_not_end_a_dossier_is_not_taken_back(desk, before):
    opened = Opened(a_dossier(desk).dossier_id)
    for each in before:
        each(desk, opened)
    with pytest.raises(NothingToTakeBack):
        take_back(desk, LAN, (opened,))
    assert stored(desk, opened).state.is_open


def test_a_second_taking_back_takes_nothing_back(desk):
    opened = Opened(a_dossier(desk).dossier_id)
    finish(desk, opened)
    take_back(desk, LAN, (opened,))
    with pytest.raises(NothingToTakeBack):
        take_back(desk, LAN, (opened,))


def test_money_that_moved_since_keeps_the_end(desk):
    opened = Opened(a_dossier(desk, procedure="2.000635").dossier_id)
    done = finish(desk, opened)
    fees.collect_fee(desk, LAN, opened, PaymentRequest(Method.CASH, 8_000, "Lý A Sềnh"))
    with pytest.raises(ChangedMeanwhile):
        take_back(desk, LAN, (Opened(opened.dossier_id, done.version),))
    with pytest.raises(NothingToTakeBack):
        take_back(desk, LAN, (opened,))


def test_a_pile_signed_by_mistake_comes_back_whole_or_not_at_all(desk):
    papers = [a_certification(desk, CertifiedDocument("Bằng", 1, 1)) for _ in range(3)]
    done = mark_signed(desk, LAN, [one.dossier_id for one in papers])
    ended = [Opened(one.dossier_id, one.version) for one in done]
    hand_over(desk, ended[-1])
    with pytest.raises(ChangedMeanwhile):
        take_back(desk, LAN, ended)
    assert {stored(desk, one).state for one in ended[:2]} == {DossierState.FINISHED}
    back = take_back(desk, LAN, ended[:2])
    assert [one.state for one in back] == [DossierState.RECEIVED] * 2
    verification.verify_records(desk, LAN)


def test_the_window_offers_as_long_as_the_records_allow():
    assert timedelta(milliseconds=UNDO_MS) == WITHIN
