"""What the refusals of the clock and of the calendar file say."""


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - the name lupdate looks for
    """`source` itself; the translation tool finds it by this name."""
    assert context == "Sentences"  # noqa: S101 - the context of `app.wording.refusals`
    return source


REFUSALS = {
    "CalendarUnknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "Chưa có lịch làm việc năm {year}, nên không tính được giờ hẹn. Hãy nạp lịch năm đó.",
    ),
    "InvalidPause": QT_TRANSLATE_NOOP(
        "Sentences", "Lần bổ sung kết thúc ({completed_at}) trước khi bắt đầu ({asked_at})."
    ),
    "PauseBeforeReceipt": QT_TRANSLATE_NOOP(
        "Sentences", "Lần bổ sung bắt đầu {asked_at}, trước giờ nhận hồ sơ {received_at}."
    ),
    "NothingToExtend": QT_TRANSLATE_NOOP(
        "Sentences", "Hồ sơ không có giờ hẹn đang chạy nên không gia hạn được."
    ),
    "ExtensionNotLater": QT_TRANSLATE_NOOP(
        "Sentences", "Giờ hẹn mới {new_due_at} phải sau {after}."
    ),
    "ExtensionWhileShut": QT_TRANSLATE_NOOP(
        "Sentences",
        "Lúc {new_due_at} trung tâm không làm việc. Giờ làm việc gần nhất: {next_open}.",
    ),
    "ExtensionNeedsApprover": QT_TRANSLATE_NOOP(
        "Sentences",
        "Gia hạn sau {latest_at} hoặc từ lần thứ hai cần người phê duyệt. Hãy ghi người phê duyệt.",
    ),
    "InvalidMoment": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{text}” không phải thời điểm. Viết như 2026-11-23T10:15 (giờ Việt Nam), năm 1900–2199.",
    ),
    "InvalidCalendarFile": QT_TRANSLATE_NOOP(
        "Sentences", "Tệp lịch làm việc không được nhận ({count} lỗi): {details}"
    ),
    "CalendarPartDamaged": QT_TRANSLATE_NOOP(
        "Sentences", "Phần “{part}” của lịch làm việc đã lưu bị hỏng: {details}"
    ),
    "InvalidJsonLine": QT_TRANSLATE_NOOP("Sentences", "Dòng JSON không đúng: {why}"),
}
"""Sentences of the refusals in this module's rooms; `app.wording.refusals` takes them in."""
