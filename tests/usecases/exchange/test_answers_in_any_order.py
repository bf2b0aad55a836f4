"""What the province's answers lead to depends on all of them, never on the order they came in."""

import itertools
import json
import shutil
from dataclasses import dataclass

import pytest

from app.answers.exchange import ContradictionKind
from app.domain.clock import SetClock
from app.exchange.package.reader import read_package, stream_events
from app.usecases.exchange import answering, exporting
from app.usecases.exchange.answering import AnswersOfOther
from app.usecases.office import opening, settings
from app.usecases.queries import lookup
from app.usecases.safety import verification
from tests.builders import LAN, MONDAY, a_desk, a_dossier

CODE, OTHER = "G22.99-261123-0001", "G22.99-261123-0002"


@dataclass(frozen=True)
class Office:
    """A data folder with three exported dossiers, and the messages that left, two for each."""

    folder: object
    messages: tuple

    def answer(self, nth, verdict="DA_NHAN", **more):
        event_id, version, digest = self.messages[nth]
        values = {"event_id": event_id, "phien_ban": version, "sha256": digest, "ma": verdict}
        return values | more


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("answers")
    desk = a_desk(folder / "data")
    for _ in range(3):
        a_dossier(desk)
    exported = exporting.export_package(desk, LAN, folder)
    desk.close()
    read = read_package(folder / exported.path.rsplit("/", 1)[-1])
    events = sorted(stream_events(read), key=lambda event: event.seq)
    messages = tuple((one.event_id, one.phien_ban, _digest(one)) for one in events)
    return Office(folder / "data", messages)


def _digest(event):
    import hashlib

    from app.exchange.province_v1.messages import canonical

    return hashlib.sha256(canonical(event)).hexdigest()


def file_of(*answers, **more):
    return json.dumps({"ket_qua": list(answers), **more}).encode()


def taken(office, tmp_path, files):
    """What the office knows after it took the files one by one."""
    folder = tmp_path / "copy"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(office.folder, folder)
    desk = opening.open_desk(folder, SetClock(MONDAY))
    for content in files:
        answering.take_answers(desk, LAN, content)
    with desk.records.read() as connection:
        events = connection.exec_driver_sql(
            "SELECT position, state, answer FROM outbox WHERE position <= 6 ORDER BY position"
        ).all()
        kept = connection.exec_driver_sql(
            "SELECT position, verdict, remark, official_code FROM province_answer ORDER BY 1,2,3,4"
        ).all()
    dossiers = [lookup.dossier_view(desk, LAN, number).dossier for number in (1, 2, 3)]
    found = answering.contradictions(desk, LAN)
    verification.verify_records(desk, LAN)
    desk.close()
    codes = tuple(one.official_code for one in dossiers)
    return codes, tuple(map(tuple, events)), tuple(map(tuple, kept)), found


def one_end(office, tmp_path, *answers):
    """The one end that all orders lead to, each answer in a file of its own or all in one."""
    ends = {
        taken(office, tmp_path, files)
        for order in itertools.permutations(answers)
        for files in ([file_of(one) for one in order], [file_of(*order, *order)])
    }
    assert len(ends) == 1, ends
    return ends.pop()


def kinds(found):
    return [(each.kind, each.dossier_id, each.codes) for each in found]


def test_a_code_that_comes_with_the_second_answer_is_bound(office, tmp_path):
    codes, _, kept, found = one_end(
        office, tmp_path, office.answer(0), office.answer(0, ma_ho_so_quoc_gia=CODE)
    )
    assert codes == (CODE, "", "")
    assert len(kept) == 2
    assert found == ()


def test_one_code_for_two_dossiers_is_bound_to_neither_and_shown(office, tmp_path):
    codes, events, _, found = one_end(
        office,
        tmp_path,
        office.answer(0, ma_ho_so_quoc_gia=CODE),
        office.answer(2, ma_ho_so_quoc_gia=CODE),
        office.answer(4, ma_ho_so_quoc_gia=OTHER),
    )
    assert codes == ("", "", OTHER)
    assert [state for _, state, _ in events] == ["ACCEPTED", "PENDING"] * 3
    shared = ContradictionKind.SHARED_CODE
    assert kinds(found) == [(shared, 1, (CODE,)), (shared, 2, (CODE,))]


def test_two_codes_for_one_dossier_are_both_shown_and_none_is_bound(office, tmp_path):
    codes, _, _, found = one_end(
        office,
        tmp_path,
        office.answer(0, ma_ho_so_quoc_gia=CODE),
        office.answer(1, ma_ho_so_quoc_gia=OTHER),
        office.answer(1, "TRUNG"),
    )
    assert codes == ("", "", "")
    assert kinds(found) == [(ContradictionKind.SEVERAL_CODES, 1, (CODE, OTHER))]


def test_a_code_that_is_another_dossiers_own_is_not_bound(office, tmp_path):
    own = "H37.99.1-261123-0002"
    codes, _, _, found = one_end(office, tmp_path, office.answer(0, ma_ho_so_quoc_gia=own))
    assert codes == ("", "", "")
    assert kinds(found) == [(ContradictionKind.OTHERS_CODE, 1, (own,))]


def test_a_code_in_a_refusal_is_kept_shown_and_not_bound(office, tmp_path):
    codes, events, _, found = one_end(
        office,
        tmp_path,
        office.answer(0, "TU_CHOI", message="Thiếu mã", ma_ho_so_quoc_gia=CODE),
        office.answer(0, "TU_CHOI", message="Sai tên"),
    )
    assert codes == ("", "", "")
    assert events[0][1:] == ("REJECTED", "Sai tên · Thiếu mã")
    assert kinds(found) == [(ContradictionKind.CODE_IN_REFUSAL, 1, (CODE,))]


def test_taken_and_refused_is_taken_and_shown(office, tmp_path):
    codes, events, kept, found = one_end(
        office,
        tmp_path,
        office.answer(0, "TU_CHOI", message="Thiếu mã"),
        office.answer(0, ma_ho_so_quoc_gia=CODE),
        office.answer(0, "THU_LAI"),
    )
    assert codes == (CODE, "", "")
    assert events[0][1] == "ACCEPTED"
    assert len(kept) == 3
    assert kinds(found) == [(ContradictionKind.TAKEN_AND_REFUSED, 1, ())]


def test_what_a_file_did_is_counted_alike_in_any_order(office, tmp_path):
    counts = set()
    said = [office.answer(0, "TU_CHOI"), office.answer(0), office.answer(0), office.answer(2)]
    for nth, order in enumerate(itertools.permutations(said)):
        shutil.copytree(office.folder, tmp_path / str(nth))
        desk = opening.open_desk(tmp_path / str(nth), SetClock(MONDAY))
        taken = answering.take_answers(desk, LAN, file_of(*order))
        desk.close()
        counts.add((taken.accepted, taken.rejected, taken.repeated))
    assert counts == {(2, 0, 2)}


def test_answers_are_in_the_ledger_each_once(office, tmp_path):
    shutil.copytree(office.folder, tmp_path / "copy")
    desk = opening.open_desk(tmp_path / "copy", SetClock(MONDAY))
    for _ in range(2):
        answering.take_answers(desk, LAN, file_of(office.answer(0, message="Đã có")))
    with desk.records.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT event, reference FROM ledger WHERE subject = 'ANSWER'"
        ).all()
    assert [tuple(row) for row in rows] == [("DA_NHAN", "H37.99.1-261123-0001")]
    desk.close()


def test_answers_for_another_office_are_refused_whole_those_for_our_former_code_are_taken(
    office, tmp_path
):
    shutil.copytree(office.folder, tmp_path / "copy")
    desk = opening.open_desk(tmp_path / "copy", SetClock(MONDAY))
    with pytest.raises(AnswersOfOther):
        answering.take_answers(desk, LAN, file_of(office.answer(0), madonvi="H37.99.2"))
    assert lookup.outbox_summary(desk, LAN).pending_events == 6
    everything = [office.answer(nth) for nth in range(6)]
    taken = answering.take_answers(desk, LAN, file_of(*everything[:5], madonvi="H37.99.1"))
    assert taken.accepted == 5
    answering.take_answers(desk, LAN, file_of(everything[5]))
    settings.change_setting(desk, LAN, "agency_code", "H37.99.2")
    again = answering.take_answers(desk, LAN, file_of(everything[0], madonvi="H37.99.1"))
    assert again.repeated == 1
    desk.close()


def test_a_code_taken_back_by_a_contradiction_still_finds_the_dossier(office, tmp_path):
    shutil.copytree(office.folder, tmp_path / "copy")
    desk = opening.open_desk(tmp_path / "copy", SetClock(MONDAY))
    answering.take_answers(desk, LAN, file_of(office.answer(0, ma_ho_so_quoc_gia=CODE)))
    assert lookup.dossier_id_of(desk, LAN, CODE) == 1
    answering.take_answers(desk, LAN, file_of(office.answer(1, ma_ho_so_quoc_gia=OTHER)))
    view = lookup.dossier_view(desk, LAN, 1)
    assert view.dossier.official_code == ""
    assert [each.kind for each in view.contradictions] == [ContradictionKind.SEVERAL_CODES]
    assert lookup.dossier_id_of(desk, LAN, CODE) == 1
    desk.close()
