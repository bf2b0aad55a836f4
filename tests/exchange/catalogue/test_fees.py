"""A fee is believed only where its wording lets it be."""

import pytest

from app.exchange.catalogue.fees import fee_of, fees_in_text


def one(text):
    (fee,), _ = fees_in_text(text)
    return fee


@pytest.mark.parametrize(
    "text",
    [
        "Miễn phí",
        "Miễn phí(Không quy định.)",
        "Miễn phí((Miễn lệ phí. Phí cấp bản sao thực hiện theo Thông tư số 281/2016/TT-BTC.))",
        "Miễn phí- Nộp trực tiếp tại Công an cấp xã.",
    ],
)
def test_free_is_free_when_nothing_takes_it_back(text):
    assert one(text).amount == 0


@pytest.mark.parametrize(
    "text",
    [
        "Miễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định.)",
        "Miễn phí(Theo quy định của Luật phí và lệ phí.)",
        "Miễn phí(Chưa quy định.)",
    ],
)
def test_free_is_not_believed_where_the_wording_leaves_it_open(text):
    fee = one(text)

    assert fee.amount is None
    assert fee.note
    assert not fee.is_doubtful


def test_nothing_said_is_no_fee():
    assert fees_in_text("Không có thông tin* Nộp trực tuyến") == ((), "* Nộp trực tuyến")


@pytest.mark.parametrize(
    ("text", "amount", "per"),
    [
        ("50,000 Việt Nam Đồng(/văn bản)", 50_000, "văn bản"),
        ("70,000 VNĐ(70.000 đồng/Giấy chứng nhận.)", 70_000, "Giấy chứng nhận"),
        ("8,000 VNĐ", 8_000, ""),
        ("4,500,000 Việt Nam Đồng((bốn triệu năm trăm nghìn đồng)Lệ phí)", 4_500_000, ""),
        ("10,000 Việt Nam Đồng(- thu 10.000 đồng/người/lần đăng ký;)", 10_000, "người/lần đăng ký"),
        ("2,000 Việt Nam Đồng(/trang)Tại xã: 2.000 đồng/trang; từ trang thứ 3", 2_000, "trang"),
    ],
)
def test_an_amount_is_read_with_what_it_is_paid_per(text, amount, per):
    fee = one(text)

    assert (fee.amount, fee.per) == (amount, per)


@pytest.mark.parametrize(
    "text",
    [
        "700 VNĐ(Phí thẩm định: 700.000 đồng/cơ sở.)",
        "40 Việt Nam Đồng(4.000 đ/giấy thông hành)",
        "50,000 Việt Nam Đồng(25.000đ/giấy thông hành)",
        "25 VNĐ",
    ],
)
def test_an_amount_its_own_wording_contradicts_is_doubtful(text):
    fee = one(text)

    assert fee.amount is None
    assert fee.is_doubtful


def test_dollars_are_foreign():
    assert one("10 USD(/bản)Tại cơ quan đại diện: 10 USD/bản.").is_foreign


def test_the_rest_of_the_wording_is_the_methods_note():
    _, note = fees_in_text("Miễn phí(Không.)05 ngày làm việc (kể từ ngày nhận đủ hồ sơ)")

    assert note == "05 ngày làm việc (kể từ ngày nhận đủ hồ sơ)"


def test_a_bracket_cut_off_belongs_to_the_fee_whole():
    fees, note = fees_in_text("Miễn phí(Mức lệ phí do Hội đồng nhân dân (cấp tỉnh")

    assert fees[0].amount is None
    assert note == ""


def test_a_zero_of_the_portal_is_free_only_without_contrary_words():
    assert fee_of(0, "", "").amount == 0
    assert fee_of(0, "Theo nghị quyết của Hội đồng nhân dân", "").amount is None
    assert fee_of(None, "", "").is_doubtful
    assert fee_of(-5, "", "").is_doubtful


def test_an_amount_longer_than_any_money_is_doubtful_not_cut_to_fit():
    fee = one("1,000,000,000,000,000 VNĐ(/trang)Nộp tại quầy")
    assert fee.amount is None
    assert fee.is_doubtful
