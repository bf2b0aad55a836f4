"""`ho_so`: a dossier under the field names of DongBoHoSoMC (`docs/exchange.md` §1.2).

Every value is a string; dates are ``yyyyMMddHHmmss`` in Vietnam time, empty when there is none.
Fields that hold addresses of files are absent: a gateway that has received the files fills them
in. SoBanChinh and SoBanSao, named after the catalogue's own fields, are ours; adapters to a
province drop them. Code lists that no source gives (LoaiGiayTo, TrangThaiBoSung) are ours too and
stand with their class.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from app.exchange.province_v1 import wire_types as wire

ABSTRACT_LIMIT = 1_000
FILE_NAME_LIMIT = 4_000
RESULT_NAME_LIMIT = 2_000


class DinhDanh(Struct, frozen=True, forbid_unknown_fields=True):
    """An identity number: 1 the 12 digits of today, 2 the 9 digits of before."""

    LoaiDinhDanh: Literal["1", "2"]
    SoDinhDanh: wire.IdentityNumber


class KetNoiCSDL(Struct, frozen=True, forbid_unknown_fields=True):
    """A national database that was asked."""

    MaCSDL: wire.RequiredCode


class TaiLieuNop(Struct, frozen=True, forbid_unknown_fields=True):
    """A paper of the catalogue that was handed in; TepDinhKemId counts within the dossier."""

    TepDinhKemId: wire.Count
    TenTepDinhKem: Annotated[str, Meta(min_length=1, max_length=FILE_NAME_LIMIT)]
    IsDeleted: wire.TrueFalse
    MaThanhPhanHoSo: wire.RequiredCode
    DuocSoHoa: wire.YesNo
    DuocTaiSuDung: Literal["0", "1", "2"]
    DuocLayTuKhoDMQG: wire.YesNo
    MaKetQuaThayThe: wire.Code
    SoBanChinh: wire.Count
    SoBanSao: wire.Count


class LePhi(Struct, frozen=True, forbid_unknown_fields=True):
    """A fee; listed only when it is known what was charged.

    HinhThucThu 1 with the papers, 4 with the result; LoaiPhiLePhi 1 an ordinary phí or lệ phí;
    Gia what is asked for, 0 if exempt.
    """

    TenPhiLePhi: wire.RequiredLongName
    MaPhiLePhi: wire.Code
    HinhThucThu: wire.Code
    Gia: Annotated[str, Meta(pattern=r"^[0-9]{1,15}$(?!\n)", max_length=15)]
    LoaiPhiLePhi: wire.Code


class GiayToKhac(Struct, frozen=True, forbid_unknown_fields=True):
    """A paper without a code of the catalogue; LoaiGiayTo 0 originals, 1 copies."""

    TenGiayTo: wire.RequiredLongName
    SoLuong: wire.Count
    LoaiGiayTo: wire.YesNo


class GiayToBoSung(Struct, frozen=True, forbid_unknown_fields=True):
    """A paper asked for later."""

    TenGiayTo: wire.RequiredLongName


class HoSoBoSung(Struct, frozen=True, forbid_unknown_fields=True):
    """A supplement request; TrangThaiBoSung 0 waiting, 1 completed or closed."""

    HoSoBoSungId: wire.Count
    NguoiYeuCauBoSung: wire.Name
    NoiDungBoSung: wire.RequiredNote
    NgayBoSung: wire.RequiredMoment
    NguoiTiepNhanBoSung: wire.Name
    ThongTinTiepNhan: wire.Note
    NgayTiepNhanBoSung: wire.Moment
    TrangThaiBoSung: wire.YesNo
    DanhSachGiayToBoSung: tuple[GiayToBoSung, ...]
    DanhSachLePhiBoSung: tuple[LePhi, ...]
    NgayHenTraTruoc: wire.Moment
    NgayHenTraMoi: wire.Moment


class GiayToKetQua(Struct, frozen=True, forbid_unknown_fields=True):
    """A result that was given."""

    TenGiayTo: Annotated[str, Meta(min_length=1, max_length=RESULT_NAME_LIMIT)]
    MaThanhPhanHoSo: wire.Code
    GiayToId: wire.Count
    MaGiayToKetQua: wire.Code


class HoSo(Struct, frozen=True, forbid_unknown_fields=True):
    """A dossier as it stands; the newest `phien_ban` of a dossier wins whole.

    The last four are absent where nobody knows: a 0 would say that it is not so.
    """

    MaHoSo: Annotated[str, Meta(min_length=1, max_length=60)]
    MaTTHC: wire.RequiredCode
    TenTTHC: wire.RequiredLongName
    MaLinhVuc: wire.Code
    TenLinhVuc: wire.LongName
    KenhThucHien: Literal["1", "2", "3"]
    ChuHoSo: wire.RequiredName
    SoGiayToChuHoSo: wire.Code
    LoaiDoiTuong: Literal["1", "2", "3", "4"]
    MaDoiTuong: wire.Code
    DinhDanhCHS: tuple[DinhDanh, ...]
    Email: wire.Email
    SoDienThoai: wire.Phone
    Fax: wire.Phone
    ThongTinKhac: wire.Note
    GhiChu: wire.Note
    TrichYeuHoSo: Annotated[str, Meta(min_length=1, max_length=ABSTRACT_LIMIT)]
    NgayTiepNhan: wire.RequiredMoment
    NgayNopHoSo: wire.RequiredMoment
    NgayHenTra: wire.Moment
    TrangThaiHoSo: wire.NationalState
    NgayTra: wire.Moment
    ThongTinTra: wire.Note
    NgayKetThucXuLy: wire.Moment
    NgayTuChoi: wire.Moment
    HinhThuc: wire.YesNo
    DonViXuLy: wire.RequiredName
    NoiNopHoSo: Literal["1", "2"]
    TaiLieuNop: tuple[TaiLieuNop, ...]
    DanhSachLePhi: tuple[LePhi, ...]
    DanhSachTepDinhKemKhac: tuple[GiayToKhac, ...]
    DanhSachHoSoBoSung: tuple[HoSoBoSung, ...]
    DanhSachGiayToKetQua: tuple[GiayToKetQua, ...]
    HoSoCoThanhPhanSoHoa: wire.YesNo | UnsetType = UNSET
    TaiKhoanDuocXacThucVoiVNeID: wire.YesNo | UnsetType = UNSET
    DuocThanhToanTrucTuyen: Literal["0", "1", "2"] | UnsetType = UNSET
    DSKetNoiCSDL: tuple[KetNoiCSDL, ...] | UnsetType = UNSET
