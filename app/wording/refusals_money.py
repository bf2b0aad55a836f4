"""What refusals about fees, slips, cash sheets and certification say."""

from app.wording.marker import translatable

MONEY_REFUSALS: dict[str, str] = {
    # Certification
    "TooManyCertified": translatable(
        "Quá nhiều giấy tờ chứng thực: tối đa {limit} dòng một hồ sơ."
    ),
    "NothingToCertify": translatable(
        "Thủ tục {code}: chưa có giấy tờ chứng thực nào. Hãy ghi từng giấy tờ, số trang, số bản; "
        "phí và số chứng thực tính theo đó."
    ),
    "NotPerCopy": translatable(
        "Phí trong danh mục của thủ tục {code} không tính theo bản nên không hỏi số bản. Hãy bỏ "
        "số bản; dòng phí ghi riêng thì ghi số lượng ở dòng đó."
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
    "BlocksExhausted": translatable(
        "Quầy {station} đã dùng hết khối số của sổ {series} năm {year} (đến {last}). Hãy thêm khối "
        "cho quầy ở Cài đặt, Khối số chứng thực."
    ),
    "InvalidBookBlocks": translatable(
        "“{text}” không phải khối số chứng thực, hoặc chồng lên khối khác. Viết như 1:1-3000."
    ),
    "BookClosed": translatable(
        "Sổ {book} năm {year} đã khóa, không vào số nữa. Việc chứng thực này vào sổ năm sau: ghi "
        "giờ nhận trong năm sau rồi nhận lại."
    ),
    "BookYearRuns": translatable(
        "Sổ {book} năm {year} chỉ khóa được từ ngày 31/12/{year}. Trước ngày đó hãy in từng tháng."
    ),
    "YearExhausted": translatable("Sổ {series} năm {year} đã hết số (đến {last})."),
    # Fees and tariffs
    "TooManyFees": translatable("Quá nhiều khoản phí, lệ phí: tối đa {limit} dòng."),
    "TooMuchInAll": translatable(
        "Các khoản cộng lại nhiều hơn {most}. Hãy kiểm tra lại số tiền từng khoản."
    ),
    "FeeDoesNotAddUp": translatable(
        "{field}: thành tiền {amount} không bằng đơn giá nhân số lượng."
    ),
    "NoFees": translatable("Hồ sơ {code} chưa có khoản phí, lệ phí nào."),
    "NothingToWaive": translatable("Hồ sơ {code} không còn khoản nào để miễn, giảm."),
    "UnknownGround": translatable(
        "Không có căn cứ miễn, giảm “{code}”. Các căn cứ trong biểu phí: {known}."
    ),
    "GroundNotInForce": translatable(
        "Căn cứ “{ground}” chỉ áp dụng {period}, không áp dụng cho hồ sơ nhận ngày {on}. Hãy chọn "
        "căn cứ khác hoặc thu đủ."
    ),
    "GroundNotOfFee": translatable(
        "Căn cứ “{ground}” không áp dụng cho phí, lệ phí của thủ tục {code}. Căn cứ dùng được: "
        "{usable}."
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
    "TariffBodyDamaged": translatable("Biểu phí đã lưu bị hỏng."),
    # Slips
    "NotADay": translatable(
        "“{text}” không phải ngày đã qua. Hãy ghi ngày/tháng/năm, ví dụ 23/11/2026."
    ),
    "NotAPeriod": translatable(
        "“{text}” không phải tháng hay năm. Hãy ghi tháng/năm như 11/2026, hoặc cả năm: 2026."
    ),
    "NotDong": translatable("“{text}” không phải số tiền. Hãy ghi số đồng, ví dụ 12.500."),
    "NothingToCollect": translatable("Hồ sơ {code} không còn khoản nào phải thu."),
    "StillDue": translatable(
        "Hồ sơ {code} còn phải thu {outstanding}. Hãy thu tiền trước, hoặc ghi lý do trả kết quả "
        "khi chưa thu đủ."
    ),
    "GroundMissing": translatable("Chưa chọn căn cứ miễn, giảm. Hãy chọn căn cứ trong danh sách."),
    "NotTheSumShown": translatable(
        "Chưa lưu, chưa thu: phải thu {amount}, không phải số tiền hiện lúc bấm lưu. Hãy xem lại "
        "giấy tờ và số tiền rồi lưu lần nữa."
    ),
    "MoreThanOutstanding": translatable(
        "Số tiền {amount} lớn hơn số còn phải thu ({outstanding})."
    ),
    "UnknownSlip": translatable("Hồ sơ {code} không có phiếu thu số {slip}."),
    "NoSlip": translatable("Hồ sơ này không có phiếu thu {slip} để in."),
    "NotASlipNumber": translatable(
        "“{text}” không phải số phiếu. Viết như 12/2026, phiếu của quầy 2: 12/2026-Q2."
    ),
    "NotAReceipt": translatable(
        "“{text}” không phải số biên lai điện tử. Hãy chép đúng ký hiệu và số, ví dụ "
        "1C26TBK-00000123."
    ),
    "ReceiptTaken": translatable(
        "Biên lai điện tử {receipt} đã ghi cho phiếu thu {slip} của hồ sơ {code}. Hãy xem lại số "
        "biên lai."
    ),
    "MoreThanCollected": translatable(
        "Phiếu thu {slip} chỉ còn {left} có thể hoàn, không hoàn được {amount}."
    ),
    "NotWhole": translatable(
        "Phiếu thu {slip} đã hoàn một phần nên không hủy được. Hãy hoàn phần còn lại."
    ),
    "AlreadyUndone": translatable("Phiếu thu {slip} đã hủy hoặc đã hoàn hết, không còn gì để hủy."),
    "SheetClosed": translatable(
        "Phiếu thu {slip} nằm trong bảng kê ngày {day} đã khóa nên không hủy được. "
        "Hãy hoàn tiền thay vì hủy."
    ),
    # Cash sheets
    "OnlyTodayOpens": translatable("Chỉ mở được sổ của hôm nay, không mở được ngày {day}."),
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
    "BookDoesNotTie": translatable(
        "Sổ {book} năm {year} đã khóa không khớp sổ cái hoặc các số đã vào sổ."
    ),
    "BookClosingMissing": translatable(
        "Sổ cái dòng {seq} ghi việc khóa một sổ chứng thực mà dữ liệu không có."
    ),
}
