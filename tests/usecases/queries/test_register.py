"""The register: numbers of a year without a gap, whatever becomes of a dossier."""

from datetime import date, datetime, timedelta
from io import BytesIO

import openpyxl
import pytest
from pypdf import PdfReader

from app.domain.clock import VIETNAM
from app.domain.register.period import Period, month_period, year_period
from app.exchange.target import Kind, Target, TargetExists
from app.usecases.dossier import ending, progress
from app.usecases.dossier.progress import Opened
from app.usecases.queries import register
from app.usecases.safety import verification
from db.stores.register import entries
from tests.builders import LAN, MONDAY, a_desk, a_dossier, an_applicant, weeks_pass


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def rows(desk, period):
    with desk.records.read() as connection:
        return list(entries.rows(connection, period))


def numbers(desk, period):
    return [(row.number, row.code[-11:]) for row in rows(desk, period)]


def test_numbers_run_from_one_in_the_order_of_registration(desk):
    a_dossier(desk)
    yesterday = MONDAY - timedelta(days=3)
    a_dossier(desk, received_at=yesterday)
    a_dossier(desk)
    assert numbers(desk, year_period(2026)) == [
        (1, "261123-0001"), (2, "261120-0001"), (3, "261123-0002")
    ]  # fmt: skip
    only = Period(yesterday.date(), yesterday.date())
    assert numbers(desk, only) == [(2, "261120-0001")]


def test_the_next_year_begins_again_and_a_late_entry_of_the_old_one_goes_to_its_end(desk):
    a_dossier(desk)
    weeks_pass(desk, datetime(2027, 1, 4, 9, 0, tzinfo=VIETNAM))
    a_dossier(desk)
    a_dossier(desk, received_at=datetime(2026, 12, 31, 15, 0, tzinfo=VIETNAM))
    assert numbers(desk, year_period(2026)) == [(1, "261123-0001"), (2, "261231-0001")]
    assert numbers(desk, year_period(2027)) == [(1, "270104-0001")]
    over = Period(date(2026, 12, 1), date(2027, 1, 31))
    assert numbers(desk, over) == [(2, "261231-0001"), (1, "270104-0001")]


def test_a_dossier_that_is_given_up_keeps_its_number_with_the_reason(desk):
    gone, stays = a_dossier(desk), a_dossier(desk)
    before = numbers(desk, year_period(2026))
    ending.cancel_dossier(desk, LAN, Opened(gone.dossier_id), reason="Nộp nhầm", withdrawn=True)
    progress.finish_processing(desk, LAN, Opened(stays.dossier_id))
    progress.return_result(
        desk, LAN, Opened(stays.dossier_id), to_whom="Nông Văn Páo", identity="020188000111"
    )
    assert numbers(desk, year_period(2026)) == before
    first, second = rows(desk, year_period(2026))
    assert (first.end_reason, first.state.is_given_up) == ("Nộp nhầm", True)
    assert (second.returned_to, second.returned_at) == ("Nông Văn Páo", MONDAY)
    sums = register.register_sums(desk, LAN, month_period(2026, 11))
    assert (sums.numbers, sums.returned, sums.given_up) == (2, 1, 1)


def test_an_empty_time_has_no_numbers(desk):
    a_dossier(desk)
    assert numbers(desk, month_period(2026, 10)) == []
    sums = register.register_sums(desk, LAN, month_period(2026, 10))
    assert (sums.numbers, sums.returned, sums.given_up) == (0, 0, 0)


def target(tmp_path, name, kind):
    return Target(tmp_path / name, kind, tmp_path / "data")


def test_it_is_written_as_paper(desk, tmp_path):
    a_dossier(desk)
    file = target(tmp_path, "so.pdf", Kind.PDF)
    heard = []
    done = register.write_register(
        desk, LAN, year_period(2026), file, lambda nth, of: heard.append((nth, of))
    )
    (page,) = PdfReader(file.path).pages
    assert "Hoàng Thị Mẩy" in page.extract_text()
    assert (done.numbers, heard) == (1, [(0, 1)])
    with pytest.raises(TargetExists):
        register.write_register(desk, LAN, year_period(2026), file)
    pdf = register.register_pdf(desk, LAN, year_period(2026))
    assert len(PdfReader(BytesIO(pdf)).pages) == 1


def test_it_is_written_as_a_sheet_of_typed_cells(desk, tmp_path):
    a_dossier(desk, applicant=an_applicant(full_name="=SUM(A1)"))
    file = target(tmp_path, "so.xlsx", Kind.XLSX)
    register.write_register(desk, LAN, year_period(2026), file)
    head, row = openpyxl.load_workbook(file.path).active.iter_rows()
    cells = {name.value: cell for name, cell in zip(head, row, strict=True)}
    assert cells["TT"].value == 1
    assert (cells["Tên cá nhân, tổ chức"].value, cells["Tên cá nhân, tổ chức"].data_type) == (
        "=SUM(A1)", "s"
    )  # fmt: skip
    assert cells["Nhận hồ sơ"].value == MONDAY.replace(tzinfo=None)
    assert cells["Cơ quan chủ trì giải quyết"].value == "Ủy ban nhân dân xã Mẫu Sơn"
    assert cells["Trả kết quả"].value is None


class Stopped(Exception):
    """Somebody pressed the button."""


@pytest.mark.parametrize(("name", "kind"), [("so.pdf", Kind.PDF), ("so.xlsx", Kind.XLSX)])
def test_a_writing_that_is_stopped_leaves_no_file(desk, tmp_path, name, kind):
    a_dossier(desk)

    def stop(_nth, _total):
        raise Stopped

    file = target(tmp_path, name, kind)
    with pytest.raises(Stopped):
        register.write_register(desk, LAN, year_period(2026), file, stop)
    assert [one.name for one in tmp_path.iterdir()] == ["data"]
