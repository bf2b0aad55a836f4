"""What refusals about fees, slips, cash sheets and certification say."""

CONTEXT = "Sentences"


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - the name lupdate looks for
    """`source` itself; the translation tool finds it by this name."""
    assert context == CONTEXT  # noqa: S101 - one context for all sentences
    return source


_S = QT_TRANSLATE_NOOP

MONEY_REFUSALS: dict[str, str] = {
    # Certification
    "TooManyCertified": _S(
        "Sentences", "Quá nhiều giấy tờ chứng thực: tối đa {limit} dòng một hồ sơ."
    ),
    "NotCertifying": _S(
        "Sentences",
        "Thủ tục {code} không phải thủ tục chứng thực trong biểu phí. "
        "Hãy chọn thủ tục chứng thực hoặc bỏ danh sách giấy tờ chứng thực.",
    ),
    "KindNotOfProcedure": _S(
        "Sentences",
        "{field}: thủ tục {code} không nhận “{kind}”. Hãy lập hồ sơ riêng cho loại việc đó.",
    ),
    "NotAwaitingSignature": _S(
        "Sentences",
        "Hồ sơ {code} không còn chờ ký ({state}). Chưa hồ sơ nào được đánh dấu; hãy tải lại "
        "danh sách.",
    ),
    "NothingCertified": _S("Sentences", "Hồ sơ {code} không có giấy tờ chứng thực."),
    "EntriesDiffer": _S(
        "Sentences",
        "Hồ sơ {code} đã vào sổ {entries} số chứng thực. Sửa thì giữ nguyên số dòng và loại việc; "
        "muốn thêm giấy tờ, hãy lập hồ sơ mới.",
    ),
    "VolumesExhausted": _S(
        "Sentences",
        "Sổ {book} năm {year} đã mở đến quyển {last}, không mở thêm được trong năm nay.",
    ),
    "YearExhausted": _S("Sentences", "Sổ {series} năm {year} đã hết số (đến {last})."),
    # Fees and tariffs
    "TooManyFees": _S("Sentences", "Quá nhiều khoản phí, lệ phí: tối đa {limit} dòng."),
    "FeeDoesNotAddUp": _S(
        "Sentences", "{field}: thành tiền {amount} không bằng đơn giá nhân số lượng."
    ),
    "NoFees": _S("Sentences", "Hồ sơ {code} chưa có khoản phí, lệ phí nào."),
    "NothingToWaive": _S("Sentences", "Hồ sơ {code} không còn khoản nào để miễn, giảm."),
    "UnknownGround": _S(
        "Sentences", "Không có căn cứ miễn, giảm “{code}”. Các căn cứ trong biểu phí: {known}."
    ),
    "NotARelief": _S(
        "Sentences",
        "“{text}” không phải mức giảm. Hãy ghi phần trăm từ 1 đến 100 (50%) hoặc số tiền còn thu "
        "của mỗi khoản (5.000), không ghi cả hai.",
    ),
    "ProofIsRelief": _S(
        "Sentences",
        "“{text}” là mức giảm, không phải giấy tờ chứng minh. Hãy ghi giấy tờ đã xem; muốn giảm "
        "thì chọn căn cứ có ô Mức giảm.",
    ),
    "ReliefIdle": _S(
        "Sentences",
        "Mức “{words}” không làm khoản nào ít đi. Hãy kiểm tra lại mức giảm, hoặc bỏ căn cứ.",
    ),
    "ReliefMissing": _S(
        "Sentences",
        "Căn cứ “{ground}” cần ghi mức giảm theo văn bản: phần trăm (50%) hoặc số tiền còn thu "
        "của mỗi khoản (5.000).",
    ),
    "ReliefNotOfGround": _S(
        "Sentences",
        "Căn cứ “{ground}” có mức miễn, giảm định sẵn trong biểu phí. Hãy bỏ mức đã ghi hoặc chọn "
        "căn cứ khác.",
    ),
    "TariffMissing": _S(
        "Sentences", "Chưa có biểu phí nào hiệu lực vào ngày {on}. Hãy nạp biểu phí."
    ),
    "TariffRefused": _S("Sentences", "Tệp biểu phí sai ở {place}: {why}. Chưa nạp gì."),
    "TariffBodyDamaged": _S("Sentences", "Biểu phí đã lưu bị hỏng: {detail}."),
    # Slips
    "NotADay": _S(
        "Sentences", "“{text}” không phải ngày đã qua. Hãy ghi ngày/tháng/năm, ví dụ 23/11/2026."
    ),
    "NotDong": _S("Sentences", "“{text}” không phải số tiền. Hãy ghi số đồng, ví dụ 12.500."),
    "NothingToCollect": _S("Sentences", "Hồ sơ {code} không còn khoản nào phải thu."),
    "MoreThanOutstanding": _S(
        "Sentences", "Số tiền {amount} lớn hơn số còn phải thu ({outstanding})."
    ),
    "UnknownSlip": _S("Sentences", "Hồ sơ {code} không có phiếu thu số {slip}."),
    "NoSlip": _S("Sentences", "Hồ sơ này không có phiếu thu {slip} để in."),
    "NotASlipNumber": _S(
        "Sentences", "“{text}” không phải số phiếu. Viết như 12/2026, phiếu của quầy 2: 12/2026-Q2."
    ),
    "MoreThanCollected": _S(
        "Sentences", "Phiếu thu {slip} chỉ còn {left} có thể hoàn, không hoàn được {amount}."
    ),
    "NotWhole": _S(
        "Sentences",
        "Phiếu thu {slip} đã hoàn một phần hoặc đã hủy nên không hủy được. Hãy hoàn phần còn lại.",
    ),
    "SheetClosed": _S(
        "Sentences",
        "Phiếu thu {slip} nằm trong bảng kê ngày {day} đã khóa nên không hủy được. "
        "Hãy hoàn tiền thay vì hủy.",
    ),
    # Cash sheets
    "AlreadyClosed": _S("Sentences", "Bảng kê số {sheet} ngày {day} đã khóa, không khóa lại được."),
    "NothingToClose": _S("Sentences", "Ngày {day} chưa có phiếu nào để khóa bảng kê."),
    "NoSuchSheet": _S("Sentences", "Ngày {day} không có bảng kê số {sheet}."),
    "DifferenceUnexplained": _S(
        "Sentences",
        "Tiền mặt đếm được {counted} khác sổ {expected}. Hãy đếm lại hoặc ghi lý do chênh lệch.",
    ),
    # Damage
    "YearlyNumberingBroken": _S(
        "Sentences",
        "Số {series}{station} không liền mạch: {agency}, năm {year}, quanh số {number}.",
    ),
    "SlipAltered": _S("Sentences", "Phiếu {slip} của hồ sơ {dossier} khác với sổ cái."),
    "SlipMissing": _S("Sentences", "Sổ cái dòng {seq} ghi một phiếu mà dữ liệu không có."),
    "SheetDoesNotTie": _S("Sentences", "Bảng kê số {sheet} ngày {day} không khớp các phiếu."),
}
