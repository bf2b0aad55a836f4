"""A dossier as the national exchange names its parts (`app.exchange.province_v1.dossier_shape`).

Two texts are cut because the receiving systems cut them: TrichYeuHoSo at 1,000 and TenGiayTo of a
result at 2,000 characters; nothing else is shortened.
"""

from typing import Literal, cast

from msgspec import UNSET

from app.domain.catalogue.procedure import Channel, Outcome, ReturnBy
from app.domain.deadline.pauses import PauseKind
from app.domain.dossier.dossier import (
    Applicant,
    ApplicantKind,
    Dossier,
    Pause,
    RepresentativeRole,
)
from app.domain.dossier.filing import UNKNOWN, FilingSystem, OnlinePayment, YesNo
from app.domain.dossier.held_data import AskReason
from app.domain.dossier.identity import IdKind
from app.domain.dossier.numbers import id_key, phone_key
from app.domain.money.fee import CollectAt, FeeLine, dong
from app.domain.workflow.moves import state_row
from app.domain.workflow.states import DossierState
from app.exchange.event_shape import ProcedureFacts
from app.exchange.field_codes import code_of_field
from app.exchange.province_v1 import wire_types as wire
from app.exchange.province_v1.dossier_shape import (
    ABSTRACT_LIMIT,
    RESULT_NAME_LIMIT,
    DinhDanh,
    GiayToBoSung,
    GiayToKetQua,
    GiayToKhac,
    HoSo,
    HoSoBoSung,
    KetNoiCSDL,
    LePhi,
)
from app.exchange.province_v1.promises import appointment, moved_promises
from app.exchange.province_v1.wire_types import NationalState, wire_moment

_CHANNELS: dict[Channel, Literal["1", "2", "3"]] = {
    Channel.DIRECT: "1",
    Channel.ONLINE: "2",
    Channel.POSTAL: "3",
    Channel.KIOSK: "2",
}
_KINDS: dict[ApplicantKind, Literal["1", "2", "3", "4"]] = {
    ApplicantKind.CITIZEN: "1",
    ApplicantKind.HOUSEHOLD_BUSINESS: "2",
    ApplicantKind.BUSINESS: "2",
    ApplicantKind.STATE_AGENCY: "3",
    ApplicantKind.ORGANISATION: "4",
}
_IDENTITIES: dict[IdKind, tuple[Literal["1", "2"], int]] = {
    IdKind.PERSONAL_ID: ("1", 12),
    IdKind.OLD_ID: ("2", 9),
}
_COLLECTED_WITH = {CollectAt.RECEIPT: "1", CollectAt.RETURN: "4"}
_ORDINARY_FEE = "1"
"""LoaiPhiLePhi of every phí and lệ phí taken at a desk."""
_SYSTEMS: dict[FilingSystem, Literal["1", "2"]] = {FilingSystem.PORTAL: "1", FilingSystem.OWN: "2"}
_HELD_REASONS = {
    AskReason.INCIDENT: "cơ sở dữ liệu gặp sự cố",
    AskReason.WRONG_DATA: "dữ liệu trong cơ sở dữ liệu sai hoặc thiếu",
}
_YES_NO: dict[YesNo, Literal["0", "1"]] = {YesNo.NO: "0", YesNo.YES: "1"}
_PAYMENTS: dict[OnlinePayment, Literal["0", "1", "2"]] = {
    OnlinePayment.NONE: "0",
    OnlinePayment.PORTAL: "1",
    OnlinePayment.GATEWAY: "2",
}


def dossier_record(dossier: Dossier, procedure: ProcedureFacts, *, office: str) -> HoSo:
    """`dossier` as the national exchange names its parts.

    Args:
        dossier: as it stands after the change.
        procedure: the version it was received under.
        office: the office's name, which is what DonViXuLy holds.
    """
    owner = dossier.applicant
    facts = dossier.filing or UNKNOWN
    identity = exchanged_identity(owner)
    received = wire_moment(dossier.received_at)
    ended = wire_moment(dossier.ended_at)
    return HoSo(
        MaHoSo=dossier.official_code or dossier.code,
        MaTTHC=dossier.procedure_code,
        TenTTHC=dossier.procedure_name,
        MaLinhVuc=procedure.field_code or code_of_field(procedure.field),
        TenLinhVuc=procedure.field,
        KenhThucHien=_CHANNELS[dossier.channel],
        ChuHoSo=owner.full_name,
        SoGiayToChuHoSo=id_key(owner.personal_id),
        LoaiDoiTuong=_KINDS[owner.kind],
        MaDoiTuong="",
        DinhDanhCHS=(identity,) if identity else (),
        Email=owner.email,
        SoDienThoai=phone_key(owner.phone),
        Fax="",
        ThongTinKhac=_other_information(dossier),
        GhiChu=dossier.note,
        TrichYeuHoSo=_abstract(dossier),
        NgayTiepNhan=received,
        NgayNopHoSo=wire_moment(dossier.filed_at) or received,
        NgayHenTra=wire_moment(appointment(dossier)),
        TrangThaiHoSo=cast("NationalState", dossier.state.national_code),
        NgayTra=wire_moment(dossier.returned_at),
        ThongTinTra=dossier.returned_to,
        NgayKetThucXuLy=wire_moment(dossier.finished_at) or ended,
        NgayTuChoi=ended if dossier.state is DossierState.REFUSED else "",
        HinhThuc="1" if dossier.return_by is ReturnBy.POST else "0",
        DonViXuLy=office,
        NoiNopHoSo=_SYSTEMS[facts.system or FilingSystem.OWN],
        TaiLieuNop=(),
        DanhSachLePhi=_fees(dossier.fees) if dossier.fees else (),
        DanhSachTepDinhKemKhac=_other_papers(dossier),
        DanhSachHoSoBoSung=_supplements(dossier) if dossier.pauses else (),
        DanhSachGiayToKetQua=_results(dossier.state, procedure.outcomes),
        HoSoCoThanhPhanSoHoa=_YES_NO[facts.digitised] if facts.digitised else UNSET,
        TaiKhoanDuocXacThucVoiVNeID=_YES_NO[facts.vneid] if facts.vneid else UNSET,
        DuocThanhToanTrucTuyen=_PAYMENTS[facts.payment] if facts.payment else UNSET,
        DSKetNoiCSDL=tuple(map(KetNoiCSDL, facts.bases)) if facts.bases else UNSET,
    )


def exchanged_identity(person: Applicant) -> DinhDanh | None:
    """The identity of `person`; None if there is no number, or none of an exchanged kind.

    A number of the wrong length is left out rather than made to fit.
    """
    exchanged = _IDENTITIES.get(person.id_kind)
    number = id_key(person.personal_id)
    if exchanged is None or len(number) != exchanged[1]:
        return None
    return DinhDanh(exchanged[0], number) if number.isascii() and number.isdigit() else None


def _other_information(dossier: Dossier) -> str:
    who = dossier.representative
    if who is None:
        return ""
    # Dossiers of before do not say for whom they come, and stay as they were said.
    role = "Người đại diện" if who.role is RepresentativeRole.OWN else "Người nộp thay"
    return ", ".join(filter(None, (f"{role}: {who.full_name}", who.title)))


def _abstract(dossier: Dossier) -> str:
    whole = f"{dossier.procedure_name} – {dossier.case}" if dossier.case else dossier.procedure_name
    return whole[:ABSTRACT_LIMIT]


def _fees(lines: tuple[FeeLine, ...]) -> tuple[LePhi, ...]:
    """What is asked for: an exempt line costs 0, so that it counts as such nationally.

    A reduced line says so in its name, since the message has no other place for the reason.
    """
    return tuple(
        LePhi(
            TenPhiLePhi=line.name + _reduced(line),
            MaPhiLePhi="",
            HinhThucThu=_COLLECTED_WITH[line.collect_at],
            Gia=str(line.due),
            LoaiPhiLePhi=_ORDINARY_FEE,
        )
        for line in lines
    )


def _reduced(line: FeeLine) -> str:
    why = line.reduction
    return f" ({why.words}, từ {dong(line.amount)}: {why.text})" if why else ""


def _other_papers(dossier: Dossier) -> tuple[GiayToKhac, ...]:
    """Every paper: none has a file here, and TaiLieuNop is of those that have one.

    Those only shown count 0, for nothing of them was handed in.
    """
    found = [GiayToKhac(paper.name, "1", "0") for paper in dossier.certification]
    for paper in dossier.documents:
        if paper.shown:
            found.append(_shown(paper.name))
        if paper.originals:
            found.append(GiayToKhac(paper.name, str(paper.originals), "0"))
        if paper.copies:
            found.append(GiayToKhac(paper.name, str(paper.copies), "1"))
    return tuple(found)


def _shown(name: str) -> GiayToKhac:
    whole = f"{name} (xuất trình)"
    return GiayToKhac(whole if len(whole) <= wire.LONG_NAME_LIMIT else name, "0", "0")


def _reason(pause: Pause) -> str:
    """Why papers are asked for, with why the base that holds their data does not do."""
    if pause.held_reason is None:
        return pause.reason
    return f"{pause.reason} ({_HELD_REASONS[pause.held_reason]})"


def _supplements(dossier: Dossier) -> tuple[HoSoBoSung, ...]:
    moved = moved_promises(dossier)
    asked = [
        (pause, before, after)
        for pause, (before, after) in zip(dossier.pauses, moved, strict=True)
        if pause.kind is PauseKind.SUPPLEMENT
    ]
    return tuple(
        HoSoBoSung(
            HoSoBoSungId=str(position),
            NguoiYeuCauBoSung=pause.asked_by,
            NoiDungBoSung=_reason(pause),
            NgayBoSung=wire_moment(pause.asked_at),
            NguoiTiepNhanBoSung=pause.completed_by,
            ThongTinTiepNhan="",
            NgayTiepNhanBoSung=wire_moment(pause.completed_at),
            TrangThaiBoSung="1" if pause.completed_at else "0",
            DanhSachGiayToBoSung=tuple(GiayToBoSung(paper) for paper in pause.papers),
            DanhSachLePhiBoSung=(),
            NgayHenTraTruoc=wire_moment(before),
            NgayHenTraMoi=wire_moment(after),
        )
        for position, (pause, before, after) in enumerate(asked, 1)
    )


def _results(state: DossierState, outcomes: tuple[Outcome, ...]) -> tuple[GiayToKetQua, ...]:
    """The result, where the procedure knows only one: of several none is claimed to be given."""
    if not state_row(state).has_result or len(outcomes) != 1:
        return ()
    only = outcomes[0]
    return (GiayToKetQua(only.name[:RESULT_NAME_LIMIT], "", "1", only.code),)
