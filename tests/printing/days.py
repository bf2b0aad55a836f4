"""Sheets of days for tests of forms; every person in them is invented."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.answers.day import DONE, LEFT, CashLine, DayFigure, DaySheet, LateLine, UnsentLine
from app.answers.proof import ChainHead
from app.domain.clock import VIETNAM
from app.printing.day_content import DaySheetContent

AT = datetime(2026, 11, 23, 16, 55, tzinfo=VIETNAM)
_HASH = "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"


def a_day(**changes) -> DaySheetContent:
    """The sheet of a day on which nothing happened; `changes` are the sheet's."""
    sheet = DaySheet(
        day=AT.date(), nth=1, station=1, officer="Hoàng Thị Lan", closed_at=AT, since=None,
        after_seq=0, counts=dict.fromkeys((*DONE, *LEFT), 0), unsent=(), late=(), opening=0,
        cash=(), heads=(ChainHead(0, 12, _HASH), ChainHead(1, 340, _HASH[::-1])), number=7,
    )  # fmt: skip
    return DaySheetContent(
        superior_body="UBND xã Mẫu Sơn",
        office="Trung tâm Phục vụ hành chính công xã Mẫu Sơn",
        place="Mẫu Sơn",
        agency_code="H37.99.1",
        sheet=replace(sheet, **changes),
    )


def a_busy_day(dossiers: int, **changes) -> DaySheetContent:
    """A day of `dossiers` that are late, as many of them not apologised for."""
    due = AT - timedelta(days=3)
    late = tuple(
        LateLine(n, f"H37.99.1-261118-{n:04d}", f"Nông Thị Thanh Huyền {n}", due)
        for n in range(1, dossiers + 1)
    )
    unsent = tuple(
        UnsentLine(
            one.dossier_id, one.code, one.applicant, due, due + timedelta(days=7),
            "Chờ phòng Tư pháp xác minh, đã gọi hai lần không liên lạc được, sẽ gửi giấy qua thôn.",
        )
        for one in late
    )  # fmt: skip
    counts = {figure: 40 + nth for nth, figure in enumerate((*DONE, *LEFT))}
    values = {
        "since": AT - timedelta(days=1),
        "counts": counts | {DayFigure.OVERDUE: dossiers, DayFigure.APOLOGY: dossiers},
        "late": late,
        "unsent": unsent,
        "opening": 200_000,
        "cash": (
            CashLine(1, "0118/BK", 31, 1_245_000, 300_000, 1_444_000, -1_000),
            CashLine(2, "", 2, 24_000, 0),
        ),
        "unsent_events": 73,
        "oldest_unsent_at": AT - timedelta(days=4),
    }
    return a_day(**(values | changes))
