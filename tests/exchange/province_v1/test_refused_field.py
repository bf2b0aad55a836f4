"""The province's words lead to the field they are about, or to none."""

import pytest

from app.exchange.province_v1.refused_field import refused_field


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("DinhDanhCHS không tồn tại trong CSDL", "applicant.personal_id"),
        ("E12: SoDienThoai thiếu", "applicant.phone"),
        ("Thiếu số điện thoại chủ hồ sơ", "applicant.phone"),
        ("Số căn cước công dân không hợp lệ", "applicant.personal_id"),
        ("Email sai định dạng", "applicant.email"),
        ("ChuHoSo để trống", "applicant.full_name"),
        ("GhiChu quá dài", "note"),
        ("Thành phần hồ sơ chưa đủ", "documents"),
        ("Lỗi hệ thống", ""),
        ("", ""),
    ],
)
def test_the_field_a_refusal_is_about(message, field):
    assert refused_field(message) == field


def test_the_code_of_the_dossier_is_a_field():
    assert refused_field("MaHoSo: trùng") == "official_code"
