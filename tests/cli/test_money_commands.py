"""Commands about money and certification, as scripts use them."""

import json

import pypdf
import pytest

from app.__main__ import main
from app.domain.clock import SetClock
from tests.builders import MONDAY, an_office
from tests.cli.test_commands import REQUEST

BATCH = REQUEST | {
    "procedure": "2.000815",
    "documents": [],
    "certification": [
        {"name": "Bằng tốt nghiệp", "pages": 1, "copies": 3},
        {"name": "Sổ đỏ", "pages": 4, "copies": 2},
    ],
}


@pytest.fixture
def cli(tmp_path, capsys, monkeypatch):
    """Runs a command at a standing clock; gives exit code, standard output and standard error."""
    monkeypatch.setattr("app.domain.clock.SystemClock", lambda: SetClock(MONDAY))

    def run(*arguments):
        capsys.readouterr()
        code = main(["--data", str(tmp_path / "data"), *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out.strip(), err.strip()

    an_office(tmp_path / "data", ("UBND xã A", "H37.99.1", "Lan"), day=MONDAY)
    return run


@pytest.fixture
def take(cli, tmp_path):
    """Registers a request; the answer."""

    def register(request=BATCH, **more):
        path = tmp_path / "request.json"
        path.write_text(json.dumps(request | more), encoding="utf-8")
        code, out, err = cli("intake", path)
        assert code == 0, err
        return json.loads(out)

    return register


def answer(result):
    code, out, err = result
    assert code == 0, err
    return json.loads(out)


def test_intake_answers_with_numbers_fees_and_slip(take):
    done = take(payment={"method": "CASH"})
    assert [(p["book"], p["number"], p["amount"]) for p in done["certification"]] == [
        ("SCT/BS", 1, 6_000), ("SCT/BS", 2, 12_000),
    ]  # fmt: skip
    assert [fee["amount"] for fee in done["fees"]] == [18_000]
    assert (done["payment"]["slip"], done["payment"]["amount"]) == ("0001/2026", 18_000)


def test_an_ordinary_intake_answers_as_before(take):
    assert set(take(REQUEST)) == {"dossier_code", "due_at", "calendar_confirmed", "ledger_hash"}


def test_fees_and_exemption_of_a_request_are_taken(take):
    done = take(
        REQUEST,
        fees=[{"name": "Lệ phí hộ tịch", "amount": 8_000, "quantity": 2, "source": "NQ 1"}],
        exemption={"ground": "HO_NGHEO", "text": "Giấy số 12"},
        collect_at="RETURN",
    )
    (fee,) = done["fees"]
    assert (fee["amount"], fee["due"], fee["collect_at"]) == (16_000, 0, "RETURN")
    assert fee["exemption"] == {
        "ground": "HO_NGHEO", "text": "Giấy số 12", "percent": 100, "to_amount": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        {"certification": [{"name": "Bằng", "page": 1}]},
        {"certification": [{"name": "Bằng", "pages": "1"}]},
        {"payment": {"method": "GOLD"}},
        {"fees": [{"name": "x", "amount": 1.5}]},
        {"exemption": {"ground": "HO_NGHEO"}},
        {"certification": [{"name": "Bằng", "pages": 0}]},
        {"payment": {"amount": 99_999_999}},
    ],
)
def test_a_request_that_makes_no_sense_is_refused_in_words(cli, tmp_path, more):
    path = tmp_path / "request.json"
    path.write_text(json.dumps(BATCH | more), encoding="utf-8")
    code, out, err = cli("intake", path)
    assert (code, out) == (1, "")
    assert err.endswith(".")


def test_money_comes_goes_and_ties(cli, take):
    code = take()["dossier_code"]
    taken = answer(cli("fee", "collect", code, "--amount", 10_000, "--json"))
    assert (taken["slip"], taken["outstanding"]) == ("0001/2026", 8_000)
    assert answer(cli("fee", "collect", code, "--method", "TRANSFER", "--json"))["amount"] == 8_000
    voided = answer(cli("fee", "void", code, "1", "--reason", "Gõ nhầm", "--json"))
    assert (voided["kind"], voided["reverses"]) == ("VOID", "0001/2026")
    back = cli("fee", "refund", code, "2/2026", "--amount", 500, "--reason", "Thừa", "--json")
    assert answer(back)["method"] == "TRANSFER"
    shown = answer(cli("fee", "show", code, "--json"))
    assert (shown["due"], shown["collected"], shown["outstanding"]) == (18_000, 7_500, 10_500)
    (sheet,) = answer(cli("cash-sheet", "--json"))["sheets"]
    assert (sheet["opening"], sheet["cash"], sheet["transfer"]) == (0, 0, 7_500)
    assert (sheet["first"], sheet["last"], sheet["missing"]) == ("0001/2026", "0004/2026", [])
    assert answer(cli("verify", "--json"))


def test_copies_wanted_later_are_charged_and_taken_at_once(cli, take):
    code = take(REQUEST | {"procedure": "2.000635", "documents": "all"})["dossier_code"]
    taken = answer(cli("fee", "collect", code, "--copies", 3, "--json"))
    assert (taken["amount"], taken["outstanding"]) == (24_000, 0)
    (line,) = answer(cli("fee", "show", code, "--json"))["fees"]
    assert (line["quantity"], line["amount"]) == (3, 24_000)
    exit_code, _, err = cli("fee", "collect", take()["dossier_code"], "--copies", 2)
    assert exit_code == 1
    assert "không tính theo bản" in err


def test_a_sheet_is_closed_once_with_what_was_counted(cli, take):
    take(payment={})
    code, _, err = cli("cash-sheet", "--close", 17_000)
    assert code == 1
    assert "17.000" in err
    closed = answer(cli("cash-sheet", "--close", 17_000, "--reason", "Thiếu một tờ", "--json"))
    assert closed["sheets"][0]["closing"]["difference"] == -1_000
    assert cli("cash-sheet", "--close", 0)[0] == 1
    assert cli("cash-sheet", "--close")[0] == 2
    assert "đã khóa" in cli("cash-sheet", "--day", "2026-11-23", "--sheet", 1)[1]


def test_money_taken_by_mistake_is_given_back_and_no_longer_due(cli, take):
    code = take()["dossier_code"]
    cli("fee", "collect", code)
    give_back = ("fee", "refund", code, "1", "--amount", 4_000, "--reason", "Thu nhầm")
    assert answer(cli(*give_back, "--json"))["outstanding"] == 4_000
    assert answer(cli(*give_back, "--not-due", "--json"))["outstanding"] == 4_000
    assert answer(cli("fee", "show", code, "--json"))["outstanding"] == 4_000


def test_a_fee_is_charged_and_waived_later(cli, take):
    code = take(REQUEST)["dossier_code"]
    charged = cli(
        "fee", "charge", code, "--name", "Lệ phí", "--amount", 15_000, "--source", "NQ 1",
        "--reason", "NQ", "--json",
    )  # fmt: skip
    assert answer(charged)["due"] == 15_000
    waived = cli("fee", "waive", code, "--ground", "CO_CONG", "--text", "Thẻ số 1", "--json")
    assert answer(waived)["due"] == 0
    code, _, err = cli("fee", "waive", code, "--ground", "X", "--text", "Thẻ số 1")
    assert code == 1
    assert "HO_NGHEO" in err


def test_words_for_people_name_money_and_slips(cli, take):
    code = take()["dossier_code"]
    assert cli("fee", "collect", code)[1].splitlines() == [
        f"0001/2026  Thu  18.000 đồng  Tiền mặt  {code}  Hoàng Thị Mẩy",
        "phải thu 18.000 đồng, đã thu 18.000 đồng, còn 0 đồng",
    ]
    assert "Phí chứng thực bản sao từ bản chính: 18.000 đồng" in cli("fee", "show", code)[1]
    assert cli("cash-sheet")[1].splitlines()[-1] == ("  Tiền mặt 18.000 đồng, chuyển khoản 0 đồng")
    assert cli("fee", "refund", code, "abc", "--reason", "x")[2].startswith("“abc” không phải")


def test_the_pile_is_listed_and_signed(cli, take):
    first, second = take()["dossier_code"], take()["dossier_code"]
    pile = answer(cli("signing", "list", "--json"))["dossiers"]
    assert [(row["dossier_code"], row["documents"], row["copies"]) for row in pile] == [
        (first, 2, 5), (second, 2, 5),
    ]  # fmt: skip
    assert len(answer(cli("signing", "done", first, second, "--json"))["signed"]) == 2
    assert cli("signing", "list")[1] == "Không có hồ sơ nào chờ ký."
    code, _, err = cli("signing", "done", first)
    assert code == 1
    assert "Đã xử lý xong" in err


def test_a_paid_dossier_is_shown_whole_with_its_slip(cli, take):
    code = take(payment={"method": "CASH"})["dossier_code"]
    timeline = answer(cli("show", code, "--json"))["timeline"]
    slips = [entry["slip"] for entry in timeline if entry["slip"]]
    assert [slip["day"] for slip in slips] == [MONDAY.date().isoformat()]


def test_a_book_is_shown_and_goes_on_in_a_new_volume(cli, take):
    take()
    assert answer(cli("book", "volume", "SCT/BS", "--json"))["first_number"] == 3
    assert take()["certification"][0]["volume"] == 2
    entries = answer(cli("book", "show", "SCT/BS", "--json"))["entries"]
    assert [entry["number"] for entry in entries] == [1, 2, 3, 4]
    assert "chưa có số nào" in cli("book", "show", "SCT/CK,ĐC", "--year", 2025)[1]


def test_a_tariff_is_shown_and_imported(cli, tmp_path):
    shown = answer(cli("tariff", "show", "--json"))
    assert shown["rates"][0]["steps"] == [[1, 2_000], [3, 1_000]]
    path = tmp_path / "bieu-phi.json"
    path.write_text("{}", encoding="utf-8")
    assert cli("tariff", "import", path)[0] == 1
    assert "từ 1: 2.000 đồng" in cli("tariff", "show", "--day", "2026-11-23")[1]
    assert cli("tariff", "show", "--day", "2001-01-01")[0] == 1


def test_slips_and_the_days_sheet_are_printed(cli, take, tmp_path):
    code = take(payment={})["dossier_code"]
    cli("fee", "refund", code, "1", "--amount", 2_000, "--reason", "Đếm nhầm bản")
    slip, back = tmp_path / "thu.pdf", tmp_path / "hoan.pdf"
    printed = cli("print", code, "--form", "payment", "--slip", "1/2026", "--to", slip, "--json")
    assert answer(printed) == {"path": str(slip), "copy_number": 1, "pages": 2}
    assert answer(cli("print", code, "--form", "payment", "--to", back, "--json"))["pages"] == 2
    assert "PHIẾU HOÀN" in pypdf.PdfReader(back).pages[0].extract_text()
    again = ("print", code, "--form", "payment", "--slip", "1", "--to", slip, "--force", "--json")
    assert answer(cli(*again, "--reason", "Giấy hỏng"))["copy_number"] == 2
    assert cli("print", code, "--form", "payment", "--slip", "9", "--to", slip, "--force")[0] == 1
    sheet = tmp_path / "bang-ke.pdf"
    assert cli("cash-sheet", "--to", sheet)[0] == 0
    assert "BẢNG KÊ" in pypdf.PdfReader(sheet).pages[0].extract_text()


def test_a_station_with_blocks_gives_numbers_of_its_block_and_its_own_slips(cli, take, tmp_path):
    assert cli("settings", "set", "stations", "1:1-4999,2:5000-9999")[0] == 0
    path = tmp_path / "request.json"
    path.write_text(json.dumps(BATCH | {"payment": {"method": "CASH"}}), encoding="utf-8")
    done = answer(cli("--station", "2", "intake", path))
    assert [(p["volume"], p["station"], p["number"]) for p in done["certification"]] == [
        (1, None, 5_000), (1, None, 5_001)
    ]  # fmt: skip
    assert (done["payment"]["slip"], done["payment"]["series"]) == ("0001/2026-Q2", 2)
    take(payment={"method": "CASH"})
    (sheet,) = answer(cli("cash-sheet", "--json"))["sheets"]
    assert sheet["spans"] == [["0001/2026-Q1"] * 2, ["0001/2026-Q2"] * 2]
    assert (sheet["missing"], sheet["missing_slips"]) == ([], [])
    entries = answer(cli("book", "show", "SCT/BS", "--json"))["entries"]
    assert [(row["volume"], row["station"], row["number"]) for row in entries] == [
        (1, None, 1), (1, None, 2), (1, None, 5_000), (1, None, 5_001)
    ]  # fmt: skip
    whole = cli("book", "show", "SCT/BS", "--month", 11)[1]
    assert "Khối 01–4999, quầy 1: đã cấp 2 số, còn trống 03–4999." in whole
    book = tmp_path / "so.pdf"
    assert cli("book", "show", "SCT/BS", "--month", 11, "--to", book)[0] == 0
    assert "còn trống: 5002–9999" in pypdf.PdfReader(book).pages[0].extract_text()
    exit_code, _, err = cli("book", "close", "SCT/BS")
    assert (exit_code, "từ ngày 31/12/2026" in err) == (1, True)
    assert (
        answer(cli("book", "close", "SCT/BS", "--year", 2025, "--json"))["closing"]["entries"] == 0
    )
    code = done["dossier_code"]
    assert cli("fee", "void", code, "1", "--reason", "Gõ nhầm")[0] == 0
    assert cli("verify")[0] == 0


def test_a_fee_is_reduced_by_a_percentage_or_to_a_sum(cli, take):
    one = {"name": "Lệ phí", "amount": 18_000, "quantity": 1}
    code = take(REQUEST, fees=[one])["dossier_code"]
    waive = ("fee", "waive", code, "--ground", "HO_CAN_NGHEO", "--text", "Giấy số 7")
    exit_code, _, err = cli(*waive)
    assert (exit_code, "cần ghi mức giảm" in err) == (1, True)
    exit_code, _, err = cli(*waive, "--percent", "50", "--to-amount", "1000")
    assert (exit_code, "không ghi cả hai" in err) == (1, True)
    money = answer(cli(*waive, "--percent", "50", "--json"))
    (fee,) = money["fees"]
    assert (fee["amount"], fee["due"], money["outstanding"]) == (18_000, 9_000, 9_000)
    assert fee["exemption"] == {
        "ground": "HO_CAN_NGHEO", "text": "Giấy số 7", "percent": 50, "to_amount": None,
    }  # fmt: skip
    assert ", giảm 50% còn 9.000 đồng (Giấy số 7)" in cli("fee", "show", code)[1]
    slip = answer(cli("fee", "collect", code, "--json"))
    assert (slip["amount"], slip["relief"]) == (9_000, "giảm 50%: Giấy số 7")
    assert "(giảm 50%: Giấy số 7)" in cli("cash-sheet")[1]
    other = take(
        REQUEST, fees=[one], payment={},
        exemption={"ground": "GIAM_KHAC", "text": "NQ 12", "to_amount": 5_000},
    )  # fmt: skip
    assert (other["fees"][0]["due"], other["payment"]["amount"]) == (5_000, 5_000)
    assert ", giảm còn 5.000 đồng (NQ 12)" in cli("fee", "show", other["dossier_code"])[1]
    assert cli("verify")[0] == 0


def test_the_tariff_tells_which_grounds_reduce(cli):
    grounds = {g["code"]: g for g in answer(cli("tariff", "show", "--json"))["grounds"]}
    assert grounds["HO_NGHEO"]["percent"] == 100
    assert (grounds["TRUC_TUYEN"]["percent"], grounds["TRUC_TUYEN"]["asks_relief"]) == (None, True)
    assert grounds["TRUC_TUYEN"]["provenance"] == "UNVERIFIED"
    assert "giảm (mức ghi khi thu) TRUC_TUYEN: " in cli("tariff", "show")[1]


def test_a_ground_that_does_not_free_the_fee_is_refused_by_name(cli, take):
    code = take()["dossier_code"]
    exit_code, _, err = cli("fee", "waive", code, "--ground", "HO_NGHEO", "--text", "Giấy số 1")
    assert exit_code == 1
    assert "không áp dụng cho phí, lệ phí của thủ tục 2.000815" in err
    assert "không có căn cứ nào" in err
    citizen = take(
        REQUEST, procedure="2.000635", exemption={"ground": "VNEID_MUC_2", "text": "VNeID"}
    )
    assert citizen["fees"][0]["due"] == 0
    shown = {g["code"]: g for g in answer(cli("tariff", "show", "--json"))["grounds"]}
    assert (shown["VNEID_MUC_2"]["effective_from"], shown["VNEID_MUC_2"]["effective_to"]) == (
        "2026-08-15", "2027-02-28"
    )  # fmt: skip
    assert "từ 15/08/2026 đến hết 28/02/2027" in cli("tariff", "show")[1]
