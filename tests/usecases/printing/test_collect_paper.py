"""The notice to collect: made when it is asked for, while the result waits at the desk."""

import io

import pypdf
import pytest

from app.domain.dossier.opened import Opened
from app.domain.money.payment import Method, PaymentRequest
from app.printing.paper import ReprintReasonMissing
from app.usecases.dossier import progress
from app.usecases.money import fees
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import verification
from db.stores.prints import NoSuchForm
from tests.builders import LAN, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def finished(desk):
    """A dossier of which money is still due, its result ready."""
    opened = Opened(a_dossier(desk, procedure="2.000635").dossier_id)
    progress.finish_processing(desk, LAN, opened)
    return opened


def notice(desk, opened, **more):
    wanted = prints.wanted_form(desk, LAN, opened.dossier_id, "collect")
    return prints.next_print(desk, LAN, wanted, paper="a5", **more)


def words(made):
    pages = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def offered(desk, opened):
    return "collect" in lookup.dossier_view(desk, LAN, opened.dossier_id).forms


def test_it_is_offered_while_a_result_waits(desk):
    opened = Opened(a_dossier(desk).dossier_id)
    assert not offered(desk, opened)
    with pytest.raises(NoSuchForm):
        notice(desk, opened)
    progress.finish_processing(desk, LAN, opened)
    assert offered(desk, opened)
    assert "0001/GM" in words(notice(desk, opened))


def test_it_says_what_is_still_to_be_paid_on_the_day_it_is_made(desk, finished):
    first = notice(desk, finished)
    assert "8.000 đồng, nộp trước khi nhận" in words(first)
    prints.note_printer(desk, LAN, first.print_id, "HP")
    fees.collect_fee(desk, LAN, finished, PaymentRequest(Method.CASH))
    again = notice(desk, finished, reason="Mất giấy")
    assert again.copy_number == 2
    assert "không phải nộp thêm" in words(again)
    assert "0001/GM" in words(again)
    verification.verify_records(desk, LAN)


def test_a_second_print_wants_a_reason_and_says_the_same(desk, finished):
    first = notice(desk, finished)
    prints.note_printer(desk, LAN, first.print_id, "HP")
    with pytest.raises(ReprintReasonMissing):
        notice(desk, finished)
    assert "Bản in lại lần 1" in words(notice(desk, finished, reason="Mất giấy"))
    with desk.records.read() as connection:
        kept = connection.exec_driver_sql(
            "SELECT count(*) FROM form_content WHERE form = 'collect'"
        ).scalar()
    assert kept == 1


def test_once_the_result_is_handed_over_what_was_made_stays_as_it_was(desk, finished):
    first = notice(desk, finished)
    prints.note_printer(desk, LAN, first.print_id, "HP")
    fees.collect_fee(desk, LAN, finished, PaymentRequest(Method.CASH))
    progress.return_result(desk, LAN, finished, to_whom="Hoàng Thị Mẩy", identity="CCCD 1")
    assert "8.000 đồng" in words(notice(desk, finished, reason="Lưu hồ sơ"))
