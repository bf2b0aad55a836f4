"""Where a dossier lies, as `show` and `handover where` say it."""

from app.answers.dossier import DossierView
from app.cli.context import iso
from app.cli.language import message, translated, translation
from app.domain.clock import time_and_day
from app.domain.workflow.stays import Stay
from app.wording.deadline import as_it_is, standing_text


def stay_body(stay: Stay) -> dict[str, object]:
    """A stay as plain values for JSON; of the desk `agency` is null."""
    return {
        "agency": stay.agency or None,
        "since": iso(stay.since),
        "until": iso(stay.until),
        "is_on_its_way": stay.is_on_its_way,
        "record": stay.handing.record if stay.handing else None,
        "step": stay.step.duty if stay.step else None,
        "step_due_at": iso(stay.due_at),
        "standing": stay.standing.value,
    }


def lying_lines(view: DossierView) -> list[str]:
    """Where the dossier lies since when, and how its step stands; none where nobody asks."""
    last = view.stays[-1] if view.stays else None
    is_gone = view.dossier.returned_at is not None
    if last is None or is_gone or (last.step is None and not last.agency):
        return []
    where = last.agency or translated("bộ phận Một cửa")
    line = message("Đang ở: {0}, từ {1}", where, time_and_day(last.since))
    if last.is_on_its_way:
        line = f"{line}, {translated('chưa nhận bàn giao')}"
    return [line, *([_step_line(view, last)] if last.step else [])]


def _step_line(view: DossierView, stay: Stay) -> str:
    tr = translation() or as_it_is
    assert stay.step is not None  # noqa: S101 - asked for a stay that has one
    due = time_and_day(stay.due_at) if stay.due_at else translated("không có hạn đang chạy")
    line = message("Bước: {0}, hạn {1}", stay.step.duty, due)
    stands = standing_text(stay.standing, tr)
    checked = "" if view.is_plan_checked else f" ({translated('cần kiểm tra')})"
    return f"{line}, {stands}{checked}"
