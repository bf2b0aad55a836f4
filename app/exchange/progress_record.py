"""`tien_trinh`: one step of a dossier under the names of CapNhatTienDoHoSoMC (`sync.md` §1.3).

Steps only ever accumulate. NguoiXuLy is cut at 50 characters because the receiving systems cut it.
"""

from datetime import datetime
from typing import Annotated, cast

from msgspec import Meta, Struct

from app.domain.dossier import Dossier
from app.domain.states import DossierEvent
from app.exchange import wire_types as wire
from app.exchange.promises import appointment
from app.exchange.wire_types import wire_moment
from app.words import word_for

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


def progress_record(
    dossier: Dossier,
    event: DossierEvent,
    reason: str,
    *,
    at: datetime,
    officer: str,
    department: str,
) -> TienTrinh:
    """The step that led `dossier` to where it stands.

    Args:
        dossier: after the step.
        event: what happened.
        reason: why, empty if nobody has to say.
        at: when it was entered; a receipt counts from when the papers were received.
        officer: who did it.
        department: the officer's place of work.
    """
    done_at = dossier.received_at if event is DossierEvent.RECEIVE else at
    did = word_for(event)
    return TienTrinh(
        MaHoSo=dossier.official_code or dossier.code,
        NguoiXuLy=officer[:OFFICER_LIMIT],
        ChucDanh="",
        ThoiDiemXuLy=wire_moment(done_at),
        PhongBanXuLy=department,
        NoiDungXuLy=f"{did}: {reason}" if reason else did,
        TrangThai=cast("wire.NationalState", dossier.state.national_code),
        NgayBatDau=wire_moment(dossier.received_at),
        NgayKetThucTheoQuyDinh=wire_moment(appointment(dossier)),
    )
