"""What is said of a proof of time that cannot be read, or was changed."""

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
}
