"""What refusals about fees, slips, cash sheets and certification say."""

from app.wording.marker import translatable

MONEY_REFUSALS: dict[str, str] = {
    # Certification
    "TooManyCertified": translatable(
        "Quá nhiều giấy tờ chứng thực: tối đa {limit} dòng một hồ sơ."
    ),
    "NotCertifying": translatable(
        "Thủ tục {code} không phải thủ tục chứng thực trong biểu phí. "
        "Hãy chọn thủ tục chứng thực hoặc bỏ danh sách giấy tờ chứng thực."
    ),
    "KindNotOfProcedure": translatable(
        "{field}: thủ tục {code} không nhận “{kind}”. Hãy lập hồ sơ riêng cho loại việc đó."
    ),
    "NotAwaitingSignature": translatable(
        "Hồ sơ {code} không còn chờ ký ({state}). Chưa hồ sơ nào được đánh dấu; hãy tải lại "
        "danh sách."
    ),
    "NothingCertified": translatable("Hồ sơ {code} không có giấy tờ chứng thực."),
    "EntriesDiffer": translatable(
        "Hồ sơ {code} đã vào sổ {entries} số chứng thực. Sửa thì giữ nguyên số dòng và loại việc; "
        "muốn thêm giấy tờ, hãy lập hồ sơ mới."
    ),
    "VolumesExhausted": translatable(
        "Sổ {book} năm {year} đã mở đến quyển {last}, không mở thêm được trong năm nay."
    ),
    "YearExhausted": translatable("Sổ {series} năm {year} đã hết số (đến {last})."),
    # Fees and tariffs
    "TooManyFees": translatable("Quá nhiều khoản phí, lệ phí: tối đa {limit} dòng."),
    "FeeDoesNotAddUp": translatable(
        "{field}: thành tiền {amount} không bằng đơn giá nhân số lượng."
    ),
    "NoFees": translatable("Hồ sơ {code} chưa có khoản phí, lệ phí nào."),
    "NothingToWaive": translatable("Hồ sơ {code} không còn khoản nào để miễn, giảm."),
    "UnknownGround": translatable(
        "Không có căn cứ miễn, giảm “{code}”. Các căn cứ trong biểu phí: {known}."
    ),
    "NotARelief": translatable(
        "“{text}” không phải mức giảm. Hãy ghi phần trăm từ 1 đến 100 (50%) hoặc số tiền còn thu "
        "của mỗi khoản (5.000), không ghi cả hai."
    ),
    "ProofIsRelief": translatable(
        "“{text}” là mức giảm, không phải giấy tờ chứng minh. Hãy ghi giấy tờ đã xem; muốn giảm "
        "thì chọn căn cứ có ô Mức giảm."
    ),
    "ReliefIdle": translatable(
        "Mức “{words}” không làm khoản nào ít đi. Hãy kiểm tra lại mức giảm, hoặc bỏ căn cứ."
    ),
    "ReliefMissing": translatable(
        "Căn cứ “{ground}” cần ghi mức giảm theo văn bản: phần trăm (50%) hoặc số tiền còn thu "
        "của mỗi khoản (5.000)."
    ),
    "ReliefNotOfGround": translatable(
        "Căn cứ “{ground}” có mức miễn, giảm định sẵn trong biểu phí. Hãy bỏ mức đã ghi hoặc chọn "
        "căn cứ khác."
    ),
    "TariffMissing": translatable("Chưa có biểu phí nào hiệu lực vào ngày {on}. Hãy nạp biểu phí."),
    "TariffRefused": translatable("Tệp biểu phí sai ở {place}: {why}. Chưa nạp gì."),
    "TariffBodyDamaged": translatable("Biểu phí đã lưu bị hỏng: {detail}."),
    # Slips
    "NotADay": translatable(
        "“{text}” không phải ngày đã qua. Hãy ghi ngày/tháng/năm, ví dụ 23/11/2026."
    ),
    "NotDong": translatable("“{text}” không phải số tiền. Hãy ghi số đồng, ví dụ 12.500."),
    "NothingToCollect": translatable("Hồ sơ {code} không còn khoản nào phải thu."),
    "MoreThanOutstanding": translatable(
        "Số tiền {amount} lớn hơn số còn phải thu ({outstanding})."
    ),
    "UnknownSlip": translatable("Hồ sơ {code} không có phiếu thu số {slip}."),
    "NoSlip": translatable("Hồ sơ này không có phiếu thu {slip} để in."),
    "NotASlipNumber": translatable(
        "“{text}” không phải số phiếu. Viết như 12/2026, phiếu của quầy 2: 12/2026-Q2."
    ),
    "MoreThanCollected": translatable(
        "Phiếu thu {slip} chỉ còn {left} có thể hoàn, không hoàn được {amount}."
    ),
    "NotWhole": translatable(
        "Phiếu thu {slip} đã hoàn một phần hoặc đã hủy nên không hủy được. Hãy hoàn phần còn lại."
    ),
    "SheetClosed": translatable(
        "Phiếu thu {slip} nằm trong bảng kê ngày {day} đã khóa nên không hủy được. "
        "Hãy hoàn tiền thay vì hủy."
    ),
    # Cash sheets
    "AlreadyClosed": translatable("Bảng kê số {sheet} ngày {day} đã khóa, không khóa lại được."),
    "NothingToClose": translatable("Ngày {day} chưa có phiếu nào để khóa bảng kê."),
    "NoSuchSheet": translatable("Ngày {day} không có bảng kê số {sheet}."),
    "DifferenceUnexplained": translatable(
        "Tiền mặt đếm được {counted} khác sổ {expected}. Hãy đếm lại hoặc ghi lý do chênh lệch."
    ),
    # Damage
    "YearlyNumberingBroken": translatable(
        "Số {series}{station} không liền mạch: {agency}, năm {year}, quanh số {number}."
    ),
    "SlipAltered": translatable("Phiếu {slip} của hồ sơ {dossier} khác với sổ cái."),
    "SlipMissing": translatable("Sổ cái dòng {seq} ghi một phiếu mà dữ liệu không có."),
    "SheetDoesNotTie": translatable("Bảng kê số {sheet} ngày {day} không khớp các phiếu."),
}
