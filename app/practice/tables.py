"""What practice data is made of: names nobody bears on purpose, places, procedures and ages."""

from dataclasses import dataclass

FAMILY = (
    "Hoàng", "Nông", "Lý", "Triệu", "Vy", "Đặng", "Chu", "Bàn", "Lương", "Hứa", "La", "Phùng",
    "Mạc", "Đàm", "Dương", "Trần", "Nguyễn",
)  # fmt: skip
MIDDLE_MEN = (
    "Văn", "Đức", "Quang", "Minh", "Hữu", "Công",
)  # fmt: skip
MIDDLE_WOMEN = (
    "Thị", "Mùi", "Thu", "Ngọc", "Thùy", "Bích",
)  # fmt: skip
MEN = (
    "Ưng", "Páo", "Sềnh", "Slam", "Hùng", "Đạt", "Khải", "Thắng", "Lâm", "Tùng", "Kiên", "Vinh",
)  # fmt: skip
WOMEN = (
    "Mẩy", "Slao", "Phấy", "Phương", "Hà", "Lan", "Thơm", "Hường", "Đào", "Diệp", "Mến", "Xuân",
)  # fmt: skip
HAMLETS = (
    "Bản Loỏng", "Khuổi Tát", "Nà Pài", "Pò Mạch", "Bản Ngà", "Còn Chủ", "Nà Lình", "Khau Slung",
)  # fmt: skip
BUSINESSES = ("Công ty TNHH Đá Xanh", "Công ty TNHH Hồi Lâm", "Công ty cổ phần Chè Khau Slung")
COOPERATIVES = ("Hợp tác xã Mẫu Sơn", "Hợp tác xã Nà Pài")
ORGANISATIONS = ("Trường Tiểu học Bản Loỏng", "Trạm Y tế xã Mẫu Sơn", "Hội Nông dân xã Mẫu Sơn")
OFFICERS = ("Hoàng Thị Lan", "Nông Văn Định")


@dataclass(frozen=True, slots=True)
class Asked:
    """A procedure, how often it is asked for, and by people of what age.

    Attributes:
        code: of the catalogue; left out while the catalogue has no complete limit for it.
        weight: against the other weights, as a ward reports them: certification first, then
            civil status, then the rest.
        youngest, oldest: age of the applicant in years.
        again: whether the same person may come back for it.
    """

    code: str
    weight: int
    youngest: int = 20
    oldest: int = 76
    again: bool = False


ASKED = (
    Asked("2.000815", 30, again=True),
    Asked("2.000635", 14, again=True),
    Asked("1.001193", 10, 20, 42),
    Asked("1.004873", 10, 20, 45),
    Asked("2.000884", 8, again=True),
    Asked("1.000656", 4, 30, 70),
    Asked("1.000894", 4, 20, 38),
    Asked("1.004884", 2, 35, 76),
    Asked("1.011607", 3, 25, 76),
    Asked("1.004837", 1, 30, 65),
    Asked("1.001022", 1, 20, 45),
    Asked("2.001035", 3, again=True),
    Asked("1.001612", 3, 22, 60),
    Asked("1.004222", 4, 20, 70),
    Asked("1.004194", 2, 20, 60),
    Asked("1.004859", 2, 20, 60),
    Asked("1.012812", 1, 35, 76),
    Asked("2.001016", 1, 30, 70),
    Asked("2.001019", 1, 60, 76),
    Asked("2.000908", 2, again=True),
    Asked("1.005461", 1, 40, 76),
    Asked("1.010101", 1, 20, 70),
    Asked("1.011609", 1, 30, 70),
)
