"""Stations with databases of their own: one run of the books by blocks, no number twice."""

import tempfile
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.actor import Actor
from app.domain.certification.books import Book, CertifiedDocument
from app.domain.forms.print_request import PrintRequest
from app.domain.money.payment import PaymentRequest, SlipNumber
from app.settings import InvalidSetting
from app.usecases.certification import books
from app.usecases.dossier.progress import Opened
from app.usecases.money import cash, fees
from app.usecases.office import opening
from app.usecases.office import settings as office
from app.usecases.printing import prints
from app.usecases.safety import backup, restoring, verification
from db.engine.opening import connect
from db.inspect import YearlyNumberingBroken
from db.keys import read_key
from db.stores.certification.books import VolumesExhausted
from db.stores.series import BlocksExhausted
from tests.builders import LAN, MONDAY, a_certification, a_desk, a_dossier, weeks_pass

DEGREE = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=3)
BLOCKS = "1:1-3000,2:3001-6000,12:6001-9999"
FIRST = {1: 1, 2: 3001, 12: 6001}
SECOND = Actor("Nông Văn Páo", 2)


def set_blocks(desk, value=BLOCKS, *, actor=LAN):
    office.change_setting(desk, actor, "stations", value)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def certify(desk, actor):
    a_certification(desk, DEGREE, DEGREE, actor=actor)


def sign(desk, actor):
    a_certification(
        desk, CertifiedDocument("Giấy ủy quyền"), actor=actor, procedure="2.000884",
        payment=PaymentRequest(),
    )  # fmt: skip


def give_back(desk, actor):
    done = a_certification(desk, DEGREE, actor=actor, payment=PaymentRequest())
    fees.void_payment(desk, actor, Opened(done.dossier_id), done.payment.slip, reason="Gõ nhầm")


def further_volume(desk, actor):
    books.open_volume(desk, actor, Book.COPIES)


def next_year(desk, actor):
    if desk.clock.now().year == MONDAY.year:
        weeks_pass(desk, desk.clock.now() + timedelta(days=45))


CHANGES = (certify, sign, give_back, further_volume, next_year)
turns = st.lists(
    st.tuples(st.sampled_from((1, 2, 12)), st.sampled_from(CHANGES)), min_size=4, max_size=14
)


def numbers_of(desk):
    """Every number given, as paper says it, and by its series the numbers in order."""
    said, series = [], {}
    with desk.records.read() as connection:
        for row in connection.exec_driver_sql(
            "SELECT year, slip_station, number FROM payment ORDER BY id"
        ):
            slip = SlipNumber(row[0], row[2], row[1])
            said.append(str(slip))
            series.setdefault(("slip", slip.station, slip.year), []).append(slip.number)
    for book in Book:
        for year in (2026, 2027):
            for row in books.book_print(desk, LAN, book, year).rows:
                said.append(str(row.number))
                assert row.number.station == 0, "one run for the office"
                series.setdefault((book, None, year), []).append(row.number.number)
    return said, series


@settings(max_examples=12)
@given(turns)
def test_separate_databases_never_share_a_number_and_leave_none_out(asked):
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        desks = {}
        for station in (1, 2, 12):
            desks[station] = stack.enter_context(closing(a_desk(Path(folder) / str(station))))
            set_blocks(desks[station])
        for station, change in asked:
            change(desks[station], Actor("Hoàng Thị Lan", station))
        everything = []
        for station, desk in desks.items():
            said, series = numbers_of(desk)
            everything += said
            for (_, whose, _), numbers in series.items():
                first = 1 if whose else FIRST[station]
                assert whose in {None, station}
                assert numbers == list(range(first, first + len(numbers)))
            verification.verify_records(desk, LAN)
        assert len(everything) == len(set(everything))


def test_a_station_gives_numbers_of_its_block_and_slips_of_its_series(desk):
    set_blocks(desk)
    done = a_certification(desk, DEGREE, actor=SECOND, payment=PaymentRequest())
    assert str(done.certification[0].number) == "Số chứng thực 3001, quyển số 01/2026-SCT/BS"
    assert str(done.payment.slip) == "0001/2026-Q2"
    opened = books.open_volume(desk, SECOND, Book.COPIES)
    assert (opened.volume, opened.first_number) == (2, 3002)
    assert str(a_certification(desk, DEGREE, actor=SECOND).certification[0].number) == (
        "Số chứng thực 3002, quyển số 02/2026-SCT/BS"
    )


def test_blocks_of_the_books_may_be_others_and_a_station_may_have_several(desk):
    set_blocks(desk)
    office.change_setting(desk, LAN, "book_blocks", "1:1-2,2:3-20,1:21-22")
    numbers = [a_certification(desk, DEGREE).certification[0].number.number for _ in range(2)]
    both = a_certification(desk, DEGREE, DEGREE)
    assert numbers + [paper.number.number for paper in both.certification] == [1, 2, 21, 22]
    with pytest.raises(BlocksExhausted) as refused:
        a_certification(desk, DEGREE)
    assert refused.value.facts["station"] == 1
    assert a_certification(desk, DEGREE, actor=SECOND).certification[0].number.number == 3
    office.change_setting(desk, LAN, "book_blocks", "1:1-2,2:3-20,1:21-30")
    assert a_certification(desk, DEGREE).certification[0].number.number == 23


def test_an_office_without_blocks_counts_all_stations_together(desk):
    first = a_certification(desk, DEGREE, payment=PaymentRequest())
    second = a_certification(desk, DEGREE, actor=SECOND, payment=PaymentRequest())
    assert str(second.certification[0].number) == "Số chứng thực 02, quyển số 01/2026-SCT/BS"
    assert [str(done.payment.slip) for done in (first, second)] == ["0001/2026", "0002/2026"]


def test_blocks_set_and_taken_away_in_the_year_go_on_where_each_series_stood(desk):
    def both():
        done = a_certification(desk, DEGREE, actor=SECOND, payment=PaymentRequest())
        number = done.certification[0].number
        return number.volume, number.number, str(done.payment.slip)

    assert both() == (1, 1, "0001/2026")
    set_blocks(desk)
    assert [both(), both()] == [(1, 3001, "0001/2026-Q2"), (1, 3002, "0002/2026-Q2")]
    set_blocks(desk, "2:5000-9999", actor=SECOND)
    assert both() == (1, 5000, "0003/2026-Q2")
    set_blocks(desk, "")
    assert both() == (1, 2, "0002/2026")
    set_blocks(desk)
    assert both() == (1, 3003, "0004/2026-Q2")
    rows = books.book_print(desk, LAN, Book.COPIES, 2026).rows
    assert [row.number.number for row in rows] == [1, 2, 3001, 3002, 3003, 5000]


def test_blocks_set_anew_within_a_day_give_no_number_twice(desk):
    def numbers(how_many):
        return [a_dossier(desk).dossier_code[-4:] for _ in range(how_many)]

    assert numbers(3) == ["0001", "0002", "0003"]
    for blocks, wanted in (
        ("1:2-999", ["0004", "0005"]),
        ("1:1000-1999", ["1000"]),
        ("1:4-1999", ["1001"]),
        ("", ["1002", "1003"]),
    ):
        office.change_setting(desk, LAN, "stations", blocks)
        assert numbers(len(wanted)) == wanted
    verification.verify_records(desk, LAN)


def test_a_station_without_a_block_takes_no_money_and_no_number(desk):
    done = a_certification(desk, DEGREE)
    set_blocks(desk)
    stranger = Actor("Nông Văn Páo", 7)
    with pytest.raises(InvalidSetting):
        fees.collect_fee(desk, stranger, Opened(done.dossier_id), PaymentRequest())
    with pytest.raises(InvalidSetting):
        books.open_volume(desk, stranger, Book.COPIES)


def test_a_slip_is_found_with_or_without_its_series(desk):
    old = a_certification(desk, DEGREE, payment=PaymentRequest(amount=1_000))
    set_blocks(desk)
    fees.collect_fee(desk, SECOND, Opened(old.dossier_id), PaymentRequest())
    new = a_certification(desk, DEGREE, actor=SECOND, payment=PaymentRequest())

    def form(done, slip):
        return prints.wanted_form(desk, LAN, done.dossier_id, "payment", slip)

    def row(number, station):
        query = "SELECT id FROM payment WHERE number = ? AND slip_station = ?"
        with desk.records.read() as connection:
            return connection.exec_driver_sql(query, (number, station)).scalar_one()

    assert form(old, SlipNumber(2026, 1)) == PrintRequest("payment", row(1, 0))
    assert form(old, SlipNumber(2026, 1, 2)) == PrintRequest("payment", row(1, 2))
    assert form(new, SlipNumber(2026, 2)) == form(new, SlipNumber(2026, 2, 2))
    assert form(new, SlipNumber(2026, 2)) == PrintRequest("payment", row(2, 2))
    back = fees.refund_payment(
        desk, SECOND, Opened(new.dossier_id), fees.Refund(SlipNumber(2026, 2), "Thu thừa", 500)
    )
    assert back.payment.facts["reverses"] == "0002/2026-Q2"
    printed = prints.next_print(desk, SECOND, PrintRequest("payment", row(2, 2)), paper="a4")
    assert printed.pdf.startswith(b"%PDF")


def test_a_sheet_tells_the_series_apart_and_ties(desk):
    a_certification(desk, DEGREE, payment=PaymentRequest())
    set_blocks(desk)
    for _ in range(2):
        a_certification(desk, DEGREE, actor=SECOND, payment=PaymentRequest())
    a_certification(desk, DEGREE, payment=PaymentRequest())
    (sheet,) = cash.cash_sheets(desk, LAN, MONDAY.date())
    assert [(str(first), str(last)) for first, last in sheet.spans] == [
        ("0001/2026", "0001/2026"),
        ("0001/2026-Q1", "0001/2026-Q1"),
        ("0001/2026-Q2", "0002/2026-Q2"),
    ]
    assert sheet.missing == ()
    assert cash.close_cash_sheet(desk, LAN, MONDAY.date(), counted=24_000).closing.difference == 0


def test_verify_names_the_run_that_has_a_gap(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_certification(desk, DEGREE, DEGREE)
    set_blocks(desk)
    a_certification(desk, DEGREE, DEGREE, actor=SECOND)
    desk.close()
    connection = connect(tmp_path / "data" / "motcua.db", read_key(tmp_path / "data"))
    connection.execute("DELETE FROM certification_document WHERE number = 3001")
    connection.close()
    desk = opening.open_desk(tmp_path / "data", desk.clock)
    with pytest.raises(YearlyNumberingBroken) as broken:
        verification.verify_records(desk, LAN)
    desk.close()
    assert (broken.value.facts["series"], broken.value.facts["number"]) == ("SCT/BS", 3002)


def test_a_restore_leaves_out_the_numbers_of_each_series(tmp_path):
    folder = tmp_path / "data"
    desk = a_desk(folder)
    set_blocks(desk)
    copy = backup.back_up(desk, LAN, tmp_path)
    a_certification(desk, DEGREE, payment=PaymentRequest())
    a_certification(desk, DEGREE, DEGREE, actor=SECOND, payment=PaymentRequest())
    desk.close()
    restoring.restore(copy.path, folder, desk.clock)
    desk = opening.open_desk(folder, desk.clock)
    done = a_certification(desk, DEGREE, actor=SECOND, payment=PaymentRequest())
    assert (done.certification[0].number.number, str(done.payment.slip)) == (3003, "0002/2026-Q2")
    verification.verify_records(desk, LAN)
    desk.close()


def test_a_year_has_no_hundredth_volume(desk):
    for nth in range(2, 100):
        assert books.open_volume(desk, SECOND, Book.COPIES).volume == nth
    with pytest.raises(VolumesExhausted) as refused:
        books.open_volume(desk, SECOND, Book.COPIES)
    assert refused.value.facts["last"] == 99


@pytest.mark.parametrize("blocks", ["2:5000-9999", "1:1-4999,1:5000-9999"])
def test_blocks_that_shut_out_who_sets_them_or_name_a_station_twice_are_refused(desk, blocks):
    with pytest.raises(InvalidSetting):
        set_blocks(desk, blocks)
    certify(desk, LAN)
