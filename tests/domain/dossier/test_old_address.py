"""An address of before July 2025 is pointed out, one of today is not."""

from datetime import date

import pytest

from app.domain.dossier.old_address import AddressDoubt, address_doubt, is_of_old, postal_doubt


@pytest.mark.parametrize(
    "address",
    [
        "Thôn Bản Loỏng, xã Hoàng Văn Thụ, huyện Văn Lãng, tỉnh Lạng Sơn",
        "Thôn 5 xã Tân Thanh Huyện Văn Lãng tỉnh Lạng Sơn",
        "H. Văn Lãng, Lạng Sơn",
        "H.Văn Lãng, Lạng Sơn",
        "Số 5, phường 4, quận 3, TP. Hồ Chí Minh",
        "Số 5, P4, Q.3, TPHCM",
        "Số 5, P4, Q3, TPHCM",
        "phường Sơn Lộc, thị xã Sơn Tây, Hà Nội",
        "TX. Kỳ Anh, Hà Tĩnh",
        "Khối 3, TP Lạng Sơn, tỉnh Lạng Sơn",
        "phường Vĩnh Trại, thành phố Lạng Sơn",
        "phường An Khánh, thành phố Thủ Đức, TP. Hồ Chí Minh",
        "THON NA PAN, XA NAM QUAN, HUYEN LOC BINH, TINH LANG SON",
        "Quan 1, TP HCM",
        "xã Tân Tiến, tỉnh Bắc Giang",
        "Thôn 2, Cư Jút, Đắk Nông",
        "tỉnh Hà Giang",
    ],
)
def test_a_district_or_province_that_is_no_more_is_pointed_out(address):
    assert address_doubt(address) is AddressDoubt.OLD_UNITS


@pytest.mark.parametrize(
    "address",
    [
        "",
        "Thôn Bản Loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn",
        "Số 7 đường Huyền Trân Công Chúa, phường Thuận Hóa, thành phố Huế",
        "Thôn Nà Pàn, xã Nam Quan, tỉnh Lạng Sơn",
        "Khu 3, xã Văn Quan, tỉnh Lạng Sơn",
        "phường Kỳ Lừa, tỉnh Lạng Sơn",
        "Số 5, phường Bàn Cờ, TP. Hồ Chí Minh",
        "Số 5, phường Bàn Cờ, TPHCM",
        "phường Bắc Giang, tỉnh Bắc Ninh",
        "Quảng Bình",
        "thôn Nà Pò, xã Hữu Lũng, huyện Hữu Lũng (cũ), tỉnh Lạng Sơn",
        "cơ quan thuế, phường Đông Kinh, tỉnh Lạng Sơn",
        "P. Hoàn Kiếm, thành phố Hà Nội",
        "Tổ 1, thành phố Đà Nẵng",
        "Nhà H12, khu tái định cư, xã Đồng Đăng, tỉnh Lạng Sơn",
    ],
)
def test_an_address_of_today_is_not(address):
    assert address_doubt(address) is None


def test_a_card_of_before_july_2025_has_an_address_of_before():
    assert is_of_old(date(2025, 6, 30))
    assert not is_of_old(date(2025, 7, 1))


@pytest.mark.parametrize(
    "address",
    [
        "0912345678",
        "912345678",
        "Thôn Bản Loỏng, 0912 345 678",
        "Thôn Nà Pàn, xã Mẫu Sơn 0912.345.678",
        "+84 912 345 678",
        "+84912345678",
        "020185001234",
        "Thôn 3, 0205 3812 345",
    ],
)
def test_a_number_of_another_field_is_pointed_out(address):
    assert address_doubt(address) is AddressDoubt.A_NUMBER


@pytest.mark.parametrize(
    "address",
    [
        "Số 12-14-16-18-20, phố Kỳ Lừa, phường Kỳ Lừa",
        "Thửa 1204, tờ bản đồ 12, thôn Nà Pàn, xã Mẫu Sơn",
        "Nhà 120/15/7, khối 3",
        "Km 12+500, quốc lộ 1A",
        "Hòm thư 24000, bưu điện Lạng Sơn",
    ],
)
def test_numbers_of_houses_plots_and_roads_are_not(address):
    assert address_doubt(address) is None


@pytest.mark.parametrize("address", ["05031985", "5/3/1985", "1985", "12", " 5.3.85 "])
def test_a_birth_date_and_all_without_a_letter_is_no_address(address):
    assert address_doubt(address) is AddressDoubt.NUMBERS_ONLY


@pytest.mark.parametrize(
    "address",
    [
        "",
        "Lào Cai",
        "Chợ trung tâm, xã Mường Khương",
        "Số 5, tổ 2, xã Mường Khương",
        "xã Mường Khương, tỉnh Lào Cai",
        "Chợ trung tâm, Mường Khương, Lào Cai",
    ],
)
def test_post_asks_for_house_or_hamlet_commune_and_province(address):
    assert postal_doubt(address) is AddressDoubt.NOT_WHOLE


@pytest.mark.parametrize(
    "address",
    [
        "Chợ trung tâm, xã Mường Khương, tỉnh Lào Cai",
        "Số 5, tổ 2, phường Kỳ Lừa, Lạng Sơn",
        "Số 5, P. Bàn Cờ, TPHCM",
    ],
)
def test_post_finds_an_address_that_has_all_three(address):
    assert postal_doubt(address) is None
