"""The proof of time: what it says, that it holds, and that nothing in it can be changed unseen."""

import json
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import msgspec
import pypdfium2
import pytest
from pypdfium2 import raw

from app.answers.proof import ChainHead, ProofFacts
from app.domain.clock import SetClock
from app.domain.deadline.calendar_year import Closure
from app.domain.dossier.opened import Opened
from app.domain.forms.codes import SCANNER_SHEET_FORM
from app.domain.ledger import ChainBroken, hash_of
from app.outside.ordinary import FileUnreadable
from app.practice.office import make_practice_office
from app.printing.form import NO_CONTENT
from app.printing.forms.proof import FACTS_FILE
from app.printing.paper import PaperNotOffered
from app.printing.pdf_text import attached, page_texts
from app.printing.registry import form_of
from app.usecases.dossier import progress
from app.usecases.exchange import answering, exporting
from app.usecases.ledger_values import DossierAltered
from app.usecases.office import opening
from app.usecases.proof import checking, making
from app.usecases.proof.page import page_of, stored
from app.usecases.unit import Request
from db.stores import outbox
from tests.builders import LAN, MONDAY, a_desk, a_dossier


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


@pytest.fixture
def clock(desk):
    return desk.clock


@pytest.fixture
def lived(desk, clock, tmp_path):
    """A dossier that waited for a paper for a day, was sent to the province and answered."""
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    clock.set(MONDAY + timedelta(hours=2))
    progress.request_supplement(desk, LAN, opened, papers=("Trích lục",), reason="Thiếu trích lục")
    clock.set(MONDAY + timedelta(days=1, hours=2))
    progress.complete_supplement(desk, LAN, opened)
    exporting.export_package(desk, LAN, tmp_path)
    progress.finish_processing(desk, LAN, opened)
    return opened


def facts_of(pdf):
    return msgspec.json.decode(attached(pdf, FACTS_FILE, most=10**7), type=ProofFacts)


def a_file(tmp_path, pdf):
    path = tmp_path / "proof.pdf"
    path.write_bytes(pdf)
    return path


def test_it_says_whose_time_passed_and_how_it_stands(desk, lived):
    text = " ".join(" ".join(page_texts(making.make_proof(desk, LAN, lived).pdf)).split())
    assert "PHIẾU CHỨNG MINH THỜI GIAN GIẢI QUYẾT HỒ SƠ" in text
    assert "Tổng thời gian ở cơ quan: 1 giờ 15 phút" in text
    assert "Tổng thời gian chờ người dân: 4 giờ" in text  # 24/11 is a day off
    assert "Đối chiếu với hẹn trả: trước hạn" in text
    assert "Yêu cầu bổ sung: Thiếu trích lục" in text
    assert "Dời vì chờ bổ sung" in text
    assert "Ghi vào gói gửi tỉnh (bản 1, 2, 3)" in text


def test_a_dossier_that_is_open_and_was_never_sent_says_so(desk):
    done = a_dossier(desk)
    text = " ".join(page_texts(making.make_proof(desk, LAN, Opened(done.dossier_id)).pdf))
    assert "Gửi tỉnh: chưa gửi" in text
    assert "Tình trạng: Đã tiếp nhận" in text


def test_what_the_province_answered_stands_in_it(desk, lived, tmp_path):
    with desk.records.read() as connection:
        event = connection.exec_driver_sql("SELECT event_id FROM outbox LIMIT 1").scalar()
        (digest,) = outbox.find(connection, event).sent
    answer = {"event_id": event, "phien_ban": 1, "ma": "DA_NHAN", "sha256": digest}
    answering.take_answers(desk, LAN, json.dumps({"ket_qua": [answer]}).encode())
    text = " ".join(" ".join(page_texts(making.make_proof(desk, LAN, lived).pdf)).split())
    assert "Tỉnh trả lời (bản 1) đã nhận" in text


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_it_is_found_whole_by_anybody_who_holds_it(desk, lived, tmp_path, paper):
    made = making.make_proof(desk, LAN, lived, paper=paper)
    found = checking.check_proof(a_file(tmp_path, made.pdf))
    assert (found.dossier_code, found.rows, found.sha256) == (made.dossier_code, 4, made.sha256)
    assert found.is_of_this_version
    assert not found.is_practice


def test_that_one_was_made_stands_in_the_ledger(desk, lived):
    made = making.make_proof(desk, LAN, lived)
    with desk.records.read() as connection:
        event, detail = connection.exec_driver_sql(
            "SELECT event, reference FROM ledger ORDER BY chain DESC, seq DESC LIMIT 1"
        ).one()
    assert (event, detail) == ("PROVED", made.dossier_code)


def test_the_same_request_again_gives_the_same_file(desk, lived, clock):
    first = making.make_proof(desk, LAN, lived, request=Request("a-1"))
    clock.set(MONDAY + timedelta(days=3))
    again = Request("a-1")
    assert making.make_proof(desk, LAN, lived, request=again).pdf == first.pdf
    assert again.repeated


def test_a_paper_it_is_not_made_on_is_refused_before_anything_is_kept(desk, lived):
    with desk.records.read() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM ledger").scalar()
    with pytest.raises(PaperNotOffered):
        making.make_proof(desk, LAN, lived, paper="80mm")
    with desk.records.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM ledger").scalar() == before


def test_a_dossier_that_was_altered_is_not_proved(desk, lived):
    with desk.records.write() as connection:
        connection.exec_driver_sql("UPDATE dossier SET finished_at = '2026-11-23T04:00:00Z'")
    with pytest.raises(DossierAltered):
        making.make_proof(desk, LAN, lived)


def test_a_ledger_that_was_altered_proves_nothing_even_where_another_dossiers_row_was(desk, lived):
    a_dossier(desk)
    with desk.records.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER ledger_no_update")
        connection.exec_driver_sql(
            "UPDATE ledger SET officer = 'Ai đó' WHERE chain = 1"
            " AND seq = (SELECT max(seq) FROM ledger WHERE chain = 1)"
        )
    with pytest.raises(ChainBroken):
        making.make_proof(desk, LAN, lived)


FORGERIES = {
    "a row of another time": lambda it: with_row(it, 1, at="2026-11-23T09:00:00Z"),
    "a row of another time with a hash that fits": lambda it: with_row(
        it, 1, fits=True, at="2026-11-23T09:00:00Z"
    ),
    "a row left out": lambda it: replace(it, rows=(it.rows[0], *it.rows[2:])),
    "rows that changed places": lambda it: replace(it, rows=(it.rows[1], it.rows[0])),
    "a row of another dossier": lambda it: with_row(it, 3, fits=True, reference="H37.1-261123-9"),
    "the last row twice": lambda it: replace(it, rows=(*it.rows, it.rows[-1])),
    "no end of the chain": lambda it: replace(it, heads=()),
    "an end before the rows": lambda it: replace(it, heads=(replace(it.heads[-1], seq=1),)),
    "an end that is another row": lambda it: replace(
        it, heads=(ChainHead(it.rows[-1].chain, it.rows[-1].seq, "0" * 64),)
    ),
    "a row that gives no dossier": lambda it: with_row(it, 0, fits=True, detail="{}"),
}  # fmt: skip


def with_row(facts, nth, *, fits=False, **values):
    """Facts with a row of other values; `fits`: its hash and those behind it are made anew."""
    rows = list(facts.rows)
    rows[nth] = replace(rows[nth], **values)
    if fits:
        rows[nth] = replace(rows[nth], hash=hash_of(rows[nth]))
    return replace(facts, rows=tuple(rows))


@pytest.mark.parametrize("forged", FORGERIES.values(), ids=FORGERIES)
def test_facts_that_were_changed_are_noticed(desk, lived, tmp_path, forged):
    made = making.make_proof(desk, LAN, lived)
    facts = forged(facts_of(made.pdf))
    with pytest.raises(checking.ProofAltered):
        checking.check_proof(a_file(tmp_path, with_facts(made.pdf, stored(facts))))


def with_facts(pdf, body):
    """The proof with other facts inside."""
    document = pypdfium2.PdfDocument(pdf)
    raw.FPDFDoc_DeleteAttachment(document, 0)
    document.new_attachment(FACTS_FILE).set_data(body)
    return saved(document)


def saved(document):
    out = BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def test_facts_of_another_dossier_do_not_fit_the_page(desk, lived, tmp_path):
    other = a_dossier(desk)
    made = making.make_proof(desk, LAN, lived)
    theirs = making.make_proof(desk, LAN, Opened(other.dossier_id))
    mixed = with_facts(made.pdf, attached(theirs.pdf, FACTS_FILE, most=10**7))
    with pytest.raises(checking.ProofPageAltered) as found:
        checking.check_proof(a_file(tmp_path, mixed))
    assert found.value.facts["page"] == 1


def test_a_page_more_is_noticed(desk, lived, tmp_path):
    document = pypdfium2.PdfDocument(making.make_proof(desk, LAN, lived).pdf)
    document.new_page(300, 300)
    with pytest.raises(checking.ProofPageAltered):
        checking.check_proof(a_file(tmp_path, saved(document)))


def test_a_page_that_cannot_be_read_is_noticed(desk, lived, tmp_path):
    made = making.make_proof(desk, LAN, lived)
    torn = made.pdf.replace(b"/Type /Page\n", b"/Type /Pogo\n").replace(b"/MediaBox", b"/MediaBux")
    assert torn != made.pdf
    with pytest.raises(checking.ProofAltered):
        checking.check_proof(a_file(tmp_path, torn))


def test_bytes_behind_the_file_are_noticed(desk, lived, tmp_path):
    made = making.make_proof(desk, LAN, lived)
    with pytest.raises(checking.ProofPageAltered) as found:
        checking.check_proof(a_file(tmp_path, made.pdf + b"\n% drawn over\n"))
    assert found.value.facts["page"] == 0


def test_facts_written_otherwise_are_noticed(desk, lived, tmp_path):
    made = making.make_proof(desk, LAN, lived)
    spaced = json.dumps(json.loads(attached(made.pdf, FACTS_FILE, most=10**7))).encode()
    with pytest.raises(checking.ProofAltered):
        checking.check_proof(a_file(tmp_path, with_facts(made.pdf, spaced)))


def test_of_another_version_the_data_are_counted_and_the_page_is_not(desk, lived, tmp_path):
    made = making.make_proof(desk, LAN, lived)
    facts = replace(facts_of(made.pdf), program="0.0.9")
    found = checking.check_proof(a_file(tmp_path, with_facts(made.pdf, stored(facts))))
    assert not found.is_of_this_version


def test_a_proof_of_practice_says_so(desk, tmp_path):
    make_practice_office(tmp_path / "practice", SetClock(MONDAY), dossiers=3, seed=5)
    practice = opening.open_desk(tmp_path / "practice", SetClock(MONDAY))
    made = making.make_proof(practice, LAN, Opened(1))
    practice.close()
    assert checking.check_proof(a_file(tmp_path, made.pdf)).is_practice


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x00" * 5_000, "chữ thường".encode()],
)
def test_what_is_no_proof_is_refused(tmp_path, content):
    with pytest.raises(checking.NotAProof):
        checking.check_proof(a_file(tmp_path, content))


@pytest.mark.parametrize(
    ("inside", "refused"),
    [
        (b"{", checking.NotAProof),
        (b"[]", checking.NotAProof),
        (b'{"format": "other/1"}', checking.NotAProof),
        (b'{"format": "motcua-proof/1"}', checking.NotAProof),
        (b'{"format": "motcua-proof/2"}', checking.ProofOfNewer),
        (b"\xff\xfe", checking.NotAProof),
        (b"[" * 50_000, checking.NotAProof),
    ],
)
def test_what_lies_inside_and_is_no_proof_is_refused(desk, lived, tmp_path, inside, refused):
    pdf = making.make_proof(desk, LAN, lived).pdf
    with pytest.raises(refused):
        checking.check_proof(a_file(tmp_path, with_facts(pdf, inside)))


def test_a_receipt_is_no_proof(tmp_path):
    form = form_of(SCANNER_SHEET_FORM)
    pdf = form.render(NO_CONTENT, paper="a4", copy_number=1).pdf
    with pytest.raises(checking.NotAProof):
        checking.check_proof(a_file(tmp_path, pdf))


def test_a_file_that_is_not_there_or_too_large_is_said(tmp_path):
    with pytest.raises(FileUnreadable):
        checking.check_proof(tmp_path / "none.pdf")
    with pytest.raises(FileUnreadable):
        checking.check_proof(a_file(tmp_path, b"x" * (checking.MOST_BYTES + 1)))


def test_a_calendar_of_today_that_counts_otherwise_is_said_beside_the_promise(desk, lived):
    facts = facts_of(making.make_proof(desk, LAN, lived).pdf)
    midnight = (MONDAY + timedelta(days=2)).replace(hour=0, minute=0)
    storm = Closure(midnight, midnight + timedelta(days=1), "Bão", "QĐ 1")
    shut = replace(facts, calendar=replace(facts.calendar, closures=(storm,)))
    labels = [label for label, _ in page_of(shut).totals]
    assert "Tính lại theo lịch hiện nay" in labels
    assert "Tính lại theo lịch hiện nay" not in [one for one, _ in page_of(facts).totals]
