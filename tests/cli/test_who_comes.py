"""Who brings a dossier, where its result goes and what it costs, as papers and record say it."""

import json

import pypdfium2
import pytest

COMPANY = {
    "kind": "BUSINESS",
    "full_name": "Công ty TNHH Đá Xanh",
    "phone": "0205 381 2345",
    "address": "Số 8, đường Hùng Vương, phường Đông Kinh, tỉnh Lạng Sơn",
}
DIRECTOR = {"full_name": "Lý A Páo", "personal_id": "020090000001", "title": "Giám đốc"}


def _text(path):
    document = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in document)


@pytest.fixture
def printed(office, request_file, tmp_path):
    """What the receipt says of a request with these parts, and its code."""

    def register(paper="a4", **parts):
        pdf = tmp_path / "receipt.pdf"
        code, out, err = office("intake", request_file(**parts), "--json")
        assert (code, err) == (0, "")
        number = json.loads(out)["dossier_code"]
        assert (
            office("print", number, "--form", "01", "--paper", paper, "--force", "--to", pdf)[0]
            == 0
        )
        return _text(pdf), number

    return register


@pytest.mark.parametrize("paper", ["a4", "a5", "a4x2", "80mm"])
def test_a_companys_own_person_represents_it(printed, paper):
    text, _ = printed(paper, applicant=COMPANY, representative=DIRECTOR)
    assert "Người đại diện: Lý A Páo, giám đốc" in text
    assert "Người nộp thay" not in text
    assert "Mã số thuế" not in text


def test_an_agent_hands_in_for_another_also_for_a_company(printed):
    agent = DIRECTOR | {"title": "", "role": "AGENT"}
    assert "Người nộp thay: Lý A Páo" in printed(applicant=COMPANY, representative=agent)[0]
    assert "Người nộp thay: Lý A Páo" in printed(representative={"full_name": "Lý A Páo"})[0]


def test_a_household_may_be_represented_by_its_own(printed):
    own = {"full_name": "Lý A Páo", "title": "Chủ hộ", "role": "OWN"}
    assert "Người đại diện: Lý A Páo, chủ hộ" in printed(representative=own)[0]


def test_whose_address_it_is_is_said(printed):
    text, _ = printed(applicant=COMPANY, representative=DIRECTOR | {"address": "Thôn Bản Chu"})
    assert "Địa chỉ trụ sở: Số 8, đường Hùng Vương" in text
    assert "địa chỉ Thôn Bản Chu" in text
    text, _ = printed(representative=DIRECTOR)
    assert "Địa chỉ của chủ hồ sơ: Thôn Bản Loỏng" in text


def test_the_event_says_for_whom_somebody_comes(office, printed, tmp_path):
    printed(applicant=COMPANY, representative=DIRECTOR)
    printed(representative={"full_name": "Lý A Páo"})
    (tmp_path / "gui").mkdir()
    assert office("export", "--to", tmp_path / "gui")[::2] == (0, "")
    (package,) = (tmp_path / "gui").glob("*.mcg")
    said = package.read_bytes().decode("utf-8", "ignore")
    assert '"ThongTinKhac":"Người đại diện: Lý A Páo, Giám đốc"' in said
    assert '"ThongTinKhac":"Người nộp thay: Lý A Páo"' in said


def test_a_result_by_post_names_the_address(printed):
    applicant = {"full_name": "Hoàng Thị Mẩy", "address": "Thôn Nà Kéo, xã Mẫu Sơn, tỉnh Lạng Sơn"}
    text, _ = printed(applicant=applicant, return_by="POST")
    assert "tại: nhà hoặc trụ sở, qua dịch vụ bưu chính công ích, gửi đến: Thôn Nà Kéo" in text
    assert "Thôn Nà Kéo, xã Mẫu Sơn, tỉnh Lạng Sơn" in text


def test_a_fee_nobody_knows_is_the_councils_or_dotted(printed):
    assert "(nếu có): theo nghị quyết của HĐND tỉnh" in printed(procedure="1.004873")[0]
    assert "(nếu có): ....." in printed(procedure="1.012753")[0]


def test_a_certified_paper_bears_its_number_and_its_book(printed):
    degree = [{"name": "Bằng tốt nghiệp", "pages": 2, "copies": 3}]
    text, _ = printed(procedure="2.000815", certification=degree, documents=[])
    assert "– số chứng thực 01, quyển số 01/2026-SCT/BS" in text or "số chứng thực 01" in text


def test_the_roll_is_a_short_slip_and_no_copy_of_the_form(printed):
    text, _ = printed("80mm")
    assert "PHIẾU HẸN (bản rút gọn)" in text
    assert "Liên" not in text


def test_a_slip_of_money_says_for_whose_dossier_somebody_paid(office, printed, tmp_path):
    _, code = printed(
        applicant=COMPANY,
        representative=DIRECTOR,
        fees=[{"name": "Lệ phí", "amount": 8000}],
        payment={"method": "CASH"},
    )
    pdf = tmp_path / "slip.pdf"
    assert office("print", code, "--form", "payment", "--to", pdf)[0] == 0
    text = _text(pdf)
    assert "Người nộp tiền: Lý A Páo Nộp cho hồ sơ của: Công ty TNHH Đá Xanh Địa chỉ: Số 8" in text


def _done(office, code):
    assert office("finish", code)[0] == 0
    return code


def test_the_result_of_a_company_goes_to_a_person(office, printed):
    _, code = printed(applicant=COMPANY, representative=DIRECTOR)
    back = ("return", _done(office, code), "--identity", "CCCD 020090000001", "--to")
    exit_code, _, err = office(*back, "CÔNG TY TNHH ĐÁ XANH")
    assert exit_code == 1
    assert "là tổ chức. Ghi họ tên người đến nhận" in err
    assert office(*back, "Lý A Páo")[0] == 0


def test_the_number_of_the_post_is_kept(office, printed):
    address = {"full_name": "Hoàng Thị Mẩy", "address": "Thôn Nà Kéo, xã Mẫu Sơn, tỉnh Lạng Sơn"}
    _, code = printed(applicant=address, return_by="POST")
    sent = ("--to", "Hoàng Thị Mẩy", "--identity", "Gửi qua bưu chính")
    assert office("return", _done(office, code), *sent, "--tracking", " eb 123 456 789vn ")[0] == 0
    assert json.loads(office("show", code, "--json")[1])["tracking"] == "EB123456789VN"
    assert office("verify")[0] == 0


@pytest.mark.parametrize(
    ("address", "is_whole"),
    [
        ("Thôn Nà Kéo, xã Mẫu Sơn, tỉnh Lạng Sơn", True),
        ("Số 8, đường Hùng Vương, P. Đông Kinh, Lạng Sơn", True),
        ("Thôn Nà Kéo", False),
        ("Thôn Nà Kéo, xã Mẫu Sơn", False),
        ("xã Mẫu Sơn, tỉnh Lạng Sơn", False),
    ],
)
def test_post_is_given_a_whole_address(office, request_file, address, is_whole):
    applicant = {"full_name": "Hoàng Thị Mẩy", "address": address}
    code, out, _ = office("intake", request_file(applicant=applicant, return_by="POST"), "--json")
    assert code == 0
    assert ("Gửi bưu chính cần đủ" not in out) is is_whole


def test_post_without_an_address_is_refused(office, request_file):
    applicant = {"full_name": "Hoàng Thị Mẩy", "address": " "}
    code, _, err = office("intake", request_file(applicant=applicant, return_by="POST"))
    assert code == 1
    assert "Địa chỉ" in err
