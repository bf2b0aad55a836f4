"""Packages and answers: exporting is never acknowledging, an answer closes only what it names."""

import json
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy.event import listen, remove
from sqlalchemy.exc import IntegrityError

from app.domain.clock import SetClock
from app.exchange.dialects import PROVINCE_V1
from app.exchange.package.reader import read_package, stream_events
from app.exchange.package.writer import ExportFailed, ExportFolderMissing
from app.exchange.province_v1.acknowledgement import AnswersWrongShape
from app.usecases.dossier import progress
from app.usecases.dossier.progress import Opened
from app.usecases.exchange import answering, exporting
from app.usecases.exchange.exporting import NothingToExport
from app.usecases.office import opening, settings
from app.usecases.office.settings import AgencyCodeInUse
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.packing import unpacked
from tests.builders import LAN, MONDAY, a_desk, a_dossier, an_applicant


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


def waiting(desk):
    """Name, version and digest, as it leaves, of every event that waits."""
    with desk.records.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT event_id, version, body FROM outbox WHERE state = 'PENDING' ORDER BY position"
        ).all()
    return [
        (name, version, sha256(PROVINCE_V1.render(unpacked(body))).hexdigest())
        for name, version, body in found
    ]


def sent(desk):
    """What waits, once it has left in a package."""
    with TemporaryDirectory() as folder:
        exporting.export_package(desk, LAN, Path(folder))
    return waiting(desk)


def answers(events, verdict="DA_NHAN", **more):
    return json.dumps(
        {
            "package_id": "x",
            "ket_qua": [
                {"event_id": e[0], "phien_ban": e[1], "sha256": e[2], "ma": verdict, **more}
                for e in events
            ],
        }
    ).encode()


def test_a_package_holds_every_waiting_event_and_all_go_on_waiting(desk, stick):
    for _ in range(3):
        a_dossier(desk)
    exported = exporting.export_package(desk, LAN, stick)
    assert (exported.events, exported.dossiers) == (6, 3)
    package = read_package(stick / exported.path.rsplit("/", 1)[-1], agency_code="H37.99.1")
    assert len(list(stream_events(package))) == 6
    assert [path.name for path in stick.iterdir()] == [package.path.name]
    summary = lookup.outbox_summary(desk, LAN)
    assert (summary.pending_events, summary.never_exported) == (6, 0)
    assert lookup.counts(desk, LAN, MONDAY).unsent == 0


def test_answers_close_single_events_and_may_be_taken_twice(desk):
    a_dossier(desk)
    first, second = sent(desk)
    taken = answering.take_answers(desk, LAN, answers([first]))
    assert (taken.accepted, taken.rejected) == (1, 0)
    assert waiting(desk) == [second]
    again = answering.take_answers(desk, LAN, answers([first]))
    assert (again.accepted, again.repeated) == (0, 1)


def test_a_refused_event_is_shown_with_the_provinces_words(desk):
    done = a_dossier(desk)
    answering.take_answers(desk, LAN, answers(sent(desk)[:1], "TU_CHOI", message="Thiếu mã"))
    refused = lookup.rejected_events(desk, LAN)
    assert [(one.dossier_code, one.message) for one in refused] == [(done.dossier_code, "Thiếu mã")]


@pytest.mark.parametrize("forge", [lambda e: (e[0], e[1], "0" * 64), lambda e: (e[0], 9, e[2])])
def test_an_answer_to_other_content_changes_nothing_and_the_others_are_taken(desk, forge):
    a_dossier(desk)
    first, second = sent(desk)
    taken = answering.take_answers(
        desk, LAN, answers([forge(first), second], ma_ho_so_quoc_gia="H37.99-1")
    )
    assert (taken.accepted, taken.mismatched) == (1, (first[0],))
    assert first in waiting(desk)
    assert second not in waiting(desk)


def test_events_we_never_wrote_are_named_not_taken(desk):
    a_dossier(desk)
    stranger = ("00000000-0000-7000-8000-000000000009", 1, "a" * 64)
    taken = answering.take_answers(desk, LAN, answers([stranger]))
    assert taken.unknown == (stranger[0],)


@pytest.mark.parametrize("content", [b"{}", b'{"ket_qua": 1}', b'[{"event_id": "x"}]'])
def test_what_is_no_answer_file_is_refused(desk, content):
    with pytest.raises(AnswersWrongShape):
        answering.take_answers(desk, LAN, content)


def test_the_official_code_is_bound_found_and_printed_and_the_old_one_still_found(desk):
    done = a_dossier(desk)
    content = answers(sent(desk)[:1], ma_ho_so_quoc_gia="G22.99-20261123-0000007")
    answering.take_answers(desk, LAN, content)
    for code in (done.dossier_code, "G22.99-20261123-0000007"):
        assert lookup.dossier_id_of(desk, LAN, code) == done.dossier_id
        assert [row.id for row in lookup.find(desk, LAN, code)] == [done.dossier_id]
    with desk.records.read() as connection:
        body = connection.exec_driver_sql(
            "SELECT body FROM form_content ORDER BY id DESC LIMIT 1"
        ).scalar_one()
    assert json.loads(unpacked(body))["code"] == "G22.99-20261123-0000007"
    verification.verify_records(desk, LAN)


def test_nothing_waiting_is_said(desk, stick):
    with pytest.raises(NothingToExport):
        exporting.export_package(desk, LAN, stick)


def test_a_missing_or_full_folder_leaves_everything_waiting(desk, stick, monkeypatch):
    a_dossier(desk)
    before = waiting(desk)
    with pytest.raises(ExportFolderMissing):
        exporting.export_package(desk, LAN, stick / "gone")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExportFailed):
        exporting.export_package(desk, LAN, stick)
    monkeypatch.undo()
    assert list(stick.iterdir()) == []
    assert waiting(desk) == before


def test_what_would_cost_the_commune_points_is_named_before_sending(desk):
    done = a_dossier(desk, applicant=an_applicant(phone="", personal_id=""))
    for day in (25, 26):
        desk.clock.set(MONDAY.replace(day=day))
        progress.request_supplement(
            desk, LAN, Opened(done.dossier_id), papers=["Giấy"], reason="Thiếu"
        )
        desk.clock.advance(hours=1)
        progress.complete_supplement(desk, LAN, Opened(done.dossier_id))
    problems = {p.dossier_code: set(p.problems) for p in exporting.score_problems(desk, LAN)}
    assert problems[done.dossier_code] >= {
        "SEVERAL_SUPPLEMENTS",
        "IDENTITY_MISSING",
        "PHONE_MISSING",
    }


def test_what_is_named_before_sending_comes_in_the_order_of_the_events_and_not_of_the_dossiers(
    desk,
):
    first = a_dossier(desk, applicant=an_applicant(phone=""))
    second = a_dossier(desk, applicant=an_applicant(phone=""))
    answering.take_answers(desk, LAN, answers(sent(desk)))
    for done in (second, first):
        progress.finish_processing(desk, LAN, Opened(done.dossier_id))
    named = [one.dossier_code for one in exporting.score_problems(desk, LAN)]
    assert named == [second.dossier_code, first.dossier_code]


def test_looking_for_what_costs_points_asks_as_often_for_many_dossiers_as_for_one(desk):
    def asked():
        statements = []

        def note(_connection, _cursor, statement, *_):
            statements.append(statement)

        listen(desk.records.engine, "before_cursor_execute", note)
        found = exporting.score_problems(desk, LAN)
        remove(desk.records.engine, "before_cursor_execute", note)
        return len(statements), len(found)

    a_dossier(desk, applicant=an_applicant(phone=""))
    of_one, _ = asked()
    for _ in range(12):
        a_dossier(desk, applicant=an_applicant(phone=""))
    assert asked() == (of_one, 13)


def test_digests_that_cannot_be_kept_leave_no_package(desk, stick):
    a_dossier(desk)
    with desk.records.write() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER refusing BEFORE INSERT ON sent_part "
            "BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with pytest.raises(IntegrityError):
        exporting.export_package(desk, LAN, stick)
    assert list(stick.iterdir()) == []


def test_a_later_change_waits_although_the_earlier_one_was_accepted(desk, tmp_path):
    done = a_dossier(desk)
    answering.take_answers(desk, LAN, answers(sent(desk)))
    progress.finish_processing(desk, LAN, Opened(done.dossier_id))
    assert [event[1] for event in waiting(desk)] == [2, 2]
    desk.close()
    again = opening.open_desk(tmp_path / "data", SetClock(MONDAY))
    assert lookup.outbox_summary(again, LAN).pending_events == 2
    again.close()


def test_a_code_told_twice_is_bound_once(desk):
    done = a_dossier(desk)
    answering.take_answers(desk, LAN, answers(sent(desk), ma_ho_so_quoc_gia="000.00.12.H37-1"))
    dossier = lookup.dossier_view(desk, LAN, done.dossier_id).dossier
    assert (dossier.official_code, dossier.version) == ("000.00.12.H37-1", 2)


def test_the_agency_code_stays_while_events_wait_and_may_change_once_they_are_answered(desk):
    a_dossier(desk)
    with pytest.raises(AgencyCodeInUse) as refused:
        settings.change_setting(desk, LAN, "agency_code", "H37.99.2")
    assert refused.value.facts == {"code": "H37.99.1", "waiting": 2}
    assert lookup.settings(desk, LAN).agency_code == "H37.99.1"
    answering.take_answers(desk, LAN, answers(sent(desk)))
    settings.change_setting(desk, LAN, "agency_code", "H37.99.2")
    assert lookup.settings(desk, LAN).agency_code == "H37.99.2"


def test_the_same_agency_code_in_other_spacing_is_no_change(desk):
    a_dossier(desk)
    settings.change_setting(desk, LAN, "agency_code", " H37.99.1 ")
    assert lookup.settings(desk, LAN).agency_code == "H37.99.1"


def test_an_export_says_how_far_it_is(desk, stick):
    a_dossier(desk)
    a_dossier(desk)
    progress = []
    done = exporting.export_package(desk, LAN, stick, progress=lambda *at: progress.append(at))
    assert progress == [(nth, done.events) for nth in range(1, done.events + 1)]


def test_an_export_that_is_stopped_leaves_nothing_and_all_go_on_waiting(desk, stick):
    class Stopped(Exception):
        pass

    def stop(done, _total):
        if done == 2:
            raise Stopped

    a_dossier(desk)
    a_dossier(desk)
    waiting = lookup.outbox_summary(desk, LAN)
    with pytest.raises(Stopped):
        exporting.export_package(desk, LAN, stick, progress=stop)
    assert list(stick.iterdir()) == []
    assert lookup.outbox_summary(desk, LAN) == waiting
