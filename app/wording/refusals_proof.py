"""What is said of proofs of time and sheets of days: not made, not read, changed since."""

from app.wording.marker import translatable

PROOF_REFUSALS: dict[str, str] = {
    "NotAProof": translatable(
        "{path} không phải phiếu chứng minh thời gian do Một Cửa lập. Hãy chọn đúng tệp PDF đã "
        "nhận, không phải bản chụp hay bản in lại."
    ),
    "ProofOfNewer": translatable(
        "{path} do phiên bản Một Cửa mới hơn lập. Hãy kiểm tra bằng phiên bản đó."
    ),
    "ProofAltered": translatable("Phiếu {path} đã bị sửa: dữ liệu kèm theo không như lúc lập."),
    "ProofRowAltered": translatable("Phiếu {path} đã bị sửa: dòng sổ cái {seq} không như đã ghi."),
    "ProofPageAltered": translatable(
        "Phiếu {path} đã bị sửa: trang {page} không như dữ liệu kèm theo (trang 0: số trang, hoặc "
        "nét vẽ)."
    ),
    # The day's end
    "ApologiesUnexplained": translatable(
        "Còn {count} hồ sơ cần xin lỗi, chưa báo người dân và chưa ghi giải trình: {codes}. Hãy "
        "báo người dân, hoặc ghi giải trình cho từng hồ sơ, rồi kết thúc ngày."
    ),
    "NothingToExplain": translatable(
        "Hồ sơ {code} không có phiếu xin lỗi nào chưa gửi, không cần giải trình. Hãy bỏ hồ sơ này."
    ),
    "TooManySheets": translatable(
        "Ngày {day} đã có {most} phiếu kết thúc ngày; việc còn lại vào phiếu của ngày sau."
    ),
    "NoDaySheet": translatable("Ngày {day} không có phiếu kết thúc ngày này."),
    "DaySheetAltered": translatable(
        "Phiếu kết thúc ngày {day} của quầy {station} không còn như khi lập. Hãy báo người quản "
        "trị; bản giấy đã ký là căn cứ để đối chiếu."
    ),
    "DaySheetMissing": translatable(
        "Dòng {seq} của sổ cái chuỗi {chain} ghi một phiếu kết thúc ngày không còn trong dữ liệu. "
        "Hãy khôi phục từ bản sao lưu."
    ),
    "DaySheetBeyondLedger": translatable(
        "Sổ cái chuỗi {chain} không còn dòng {seq} như phiếu kết thúc ngày {day} đã ghi: sổ cái bị "
        "sửa hoặc thiếu. Hãy báo người quản trị."
    ),
    "NotAnExplanation": translatable(
        "“{text}” không phải giải trình. Hãy ghi MÃ_HỒ_SƠ=LÝ_DO, như H37.99.1-261123-0001=Chờ ký."
    ),
}
