"""Words of hand-over: what a receiver found, and how a step stands."""

from app.answers.handover import NotedDifference
from app.domain.clock import time_and_day
from app.domain.deadline.standing import Standing
from app.domain.workflow.handover import Difference
from app.wording.marker import translatable

DIFFERENCES = {
    Difference.MISSING: translatable("Thiếu"),
    Difference.EXTRA: translatable("Thừa"),
    Difference.TWICE: translatable("Quét hai lần"),
}
STEP_RESULTS = {
    Standing.EARLY: "Trước hạn",
    Standing.ON_TIME: "Đúng hạn",
    Standing.LATE: "Quá hạn",
    Standing.OVERDUE: "Quá hạn",
}
"""What the control sheet says of a step (Form 06), on paper in Vietnamese alone."""


def difference_line(one: NotedDifference) -> str:
    """One thing a receiver found otherwise, as it stands on the record."""
    why = f" ({one.why})" if one.why else ""
    later = "; đã nhận sau" if one.is_settled else ""
    noted = f"{time_and_day(one.noted_at)}, {one.officer}"
    return f"{DIFFERENCES[one.kind]}: {one.code}{why}, ghi nhận {noted}{later}."
