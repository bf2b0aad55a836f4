"""`tien_trinh`: one step of a dossier, as CapNhatTienDoHoSoMC (`docs/exchange.md` §1.3).

Steps only ever accumulate. NguoiXuLy is cut at 50 characters because the receiving systems cut it.
"""

from typing import Annotated, cast

from msgspec import Meta, Struct

from app.domain.workflow.moves import ClockEffect, row_of
from app.exchange.event_shape import DossierMoved
from app.exchange.province_v1 import wire_types as wire
from app.exchange.province_v1.wire_types import wire_moment

OFFICER_LIMIT = 50


class TienTrinh(Struct, frozen=True, forbid_unknown_fields=True):
    """A step: who did what when, and the state it led to."""

    MaHoSo: Annotated[str, Meta(min_length=1, max_length=60)]
    NguoiXuLy: Annotated[str, Meta(min_length=1, max_length=OFFICER_LIMIT)]
    ChucDanh: wire.Name
    ThoiDiemXuLy: wire.RequiredMoment
    PhongBanXuLy: wire.Name
    NoiDungXuLy: wire.RequiredNote
    TrangThai: wire.NationalState
    NgayBatDau: wire.Moment
    NgayKetThucTheoQuyDinh: wire.Moment


def progress_record(step: DossierMoved) -> TienTrinh:
    """The step as the national exchange names its parts.

    A receipt counts from when the papers were received, whenever it was entered; the time promised
    before a wait still stands while it lasts. NgayBatDau is when the step itself began; of events
    from before that was kept it is the receipt.
    """
    dossier = step.dossier
    move = row_of(step.event)
    received = move.clock is ClockEffect.START
    did = move.progress
    return TienTrinh(
        MaHoSo=dossier.official_code or dossier.code,
        NguoiXuLy=step.officer[:OFFICER_LIMIT],
        ChucDanh=step.officer_title,
        ThoiDiemXuLy=wire_moment(dossier.received_at if received else step.created_at),
        PhongBanXuLy=step.department,
        NoiDungXuLy=f"{did}: {step.reason}" if step.reason else did,
        TrangThai=cast("wire.NationalState", step.to_state.national_code),
        NgayBatDau=wire_moment(dossier.began_at or dossier.received_at),
        NgayKetThucTheoQuyDinh=wire_moment(dossier.due_at or dossier.promised_at),
    )
