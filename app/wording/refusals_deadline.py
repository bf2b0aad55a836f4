"""What the refusals of the clock and of the calendar file say."""

from app.wording.marker import translatable

REFUSALS = {
    "CalendarUnknown": translatable(
        "Chưa có lịch làm việc năm {year}, nên không tính được giờ hẹn. Hãy nạp lịch năm đó."
    ),
    "NotADayOfYear": translatable(
        "“{text}” không phải ngày trong năm. Viết ngày/tháng, ví dụ 14/12; không có thì để trống."
    ),
    "InvalidPause": translatable(
        "Lần bổ sung kết thúc ({completed_at}) trước khi bắt đầu ({asked_at})."
    ),
    "PauseBeforeReceipt": translatable(
        "Lần bổ sung bắt đầu {asked_at}, trước giờ nhận hồ sơ {received_at}."
    ),
    "NothingToExtend": translatable("Hồ sơ không có giờ hẹn đang chạy nên không gia hạn được."),
    "ExtensionNotLater": translatable("Giờ hẹn mới {new_due_at} phải sau {after}."),
    "ExtensionWhileShut": translatable(
        "Lúc {new_due_at} trung tâm không làm việc. Giờ làm việc gần nhất: {next_open}."
    ),
    "ExtensionNeedsApprover": translatable(
        "Gia hạn sau {latest_at} hoặc từ lần thứ hai cần người phê duyệt. Hãy ghi người phê duyệt."
    ),
    "NewTimeMissing": translatable("Hãy ghi giờ và ngày hẹn lại, ví dụ 09:00 15/12/2026."),
    "NoUnsentApology": translatable("Hồ sơ {code} không có phiếu xin lỗi nào chờ báo người nộp."),
    "ClosureEndsBeforeItBegins": translatable(
        "Lúc mở cửa lại ({to_at}) phải sau lúc đóng cửa ({from_at})."
    ),
    "ClosureKnown": translatable("Lần đóng cửa này (“{reason}”) đã khai báo rồi."),
    "ClosuresFull": translatable("Lịch đã giữ {most} lần đóng cửa, không nhận thêm được."),
    "UnknownClosure": translatable(
        "Không có lần đóng cửa nào có số, hoặc số quyết định, “{number}”."
    ),
    "SeveralClosures": translatable(
        "Quyết định “{decision}” có mấy lần đóng cửa: hãy ghi số {numbers}."
    ),
    "ClosureNotInForce": translatable("Lần số {number} đã bỏ rồi, hoặc là lần bỏ đóng cửa."),
    "NoSlipsToIssue": translatable(
        "Lần đóng cửa “{number}” không có phiếu hẹn nào của hồ sơ còn mở cần cấp lại."
    ),
    "ReviewOutdated": translatable(
        "Danh sách hồ sơ đổi hẹn không còn như lúc xem. Hãy xem lại rồi làm."
    ),
    "InvalidMoment": translatable(
        "“{text}” không phải thời điểm. Viết như 2026-11-23T10:15 (giờ Việt Nam), năm 1900–2199."
    ),
    "InvalidCalendarFile": translatable(
        "Tệp lịch làm việc không được nhận ({count} lỗi): {details}"
    ),
    "CalendarPartDamaged": translatable(
        "Phần “{part}” của lịch làm việc đã lưu bị hỏng: {details}"
    ),
    "InvalidJsonLine": translatable("Dòng JSON không đúng: {why}"),
}
"""Sentences of the refusals in this module's rooms; `app.wording.refusals` takes them in."""
