"""What the pre-export check says about a dossier, in plain words."""

from collections.abc import Callable

from app.wording.marker import translatable

SCORE_SENTENCES: dict[str, str] = {
    "ENDED_LATE": translatable("xử lý xong sau giờ hẹn, bị tính trễ hạn"),
    "OVERDUE": translatable("đã quá giờ hẹn mà chưa xử lý xong"),
    "SEVERAL_SUPPLEMENTS": translatable("yêu cầu bổ sung hơn một lần, bị tính trễ hạn"),
    "NO_END": translatable("đã kết thúc nhưng không có giờ kết thúc, bị tính đến cuối kỳ"),
    "PROMISE_MISSING": translatable("không có giờ hẹn trả dù thủ tục có thời hạn giải quyết"),
    "ONLINE_WITHOUT_RESULT": translatable(
        "nộp trực tuyến nhưng chưa có bản điện tử của kết quả, không được tính là trực tuyến"
    ),
    "NOT_DIGITISED": translatable(
        "giấy tờ và kết quả chưa số hóa; cần số hóa trên hệ thống của tỉnh"
    ),
    "IDENTITY_MISSING": translatable("chưa có số giấy tờ của chủ hồ sơ"),
    "IDENTITY_NOT_EXCHANGED": translatable(
        "số giấy tờ của chủ hồ sơ không phải 12 số (định danh) hay 9 số (CMND), "
        "không gửi được làm định danh"
    ),
    "PHONE_MISSING": translatable("chưa có số điện thoại của chủ hồ sơ"),
    "FILING_UNKNOWN": translatable(
        "nộp trực tuyến mà chưa ghi tài khoản có xác thực VNeID, đã thanh toán trực tuyến hay chưa"
    ),
    "FIELD_CODE_MISSING": translatable(
        "lĩnh vực của thủ tục chưa có mã quốc gia; nạp chi tiết thủ tục từ Cổng dịch vụ công"
    ),
}
"""By the value of `app.answers.exchange.ScoreProblemKind`."""


def score_sentence(kind: str, translate: Callable[[str], str] | None = None) -> str:
    """The words for one problem; a kind nobody has words for is shown as it is."""
    source = SCORE_SENTENCES.get(kind)
    if source is None:
        return kind
    return translate(source) if translate else source
