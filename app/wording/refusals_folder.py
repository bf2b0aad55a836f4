"""Sentences of the data folder: who has it, what of it is missing, what is half done."""

from app.wording.marker import translatable

FOLDER_REFUSALS: dict[str, str] = {
    "FolderBusy": translatable(
        "Dữ liệu ở {path} đang được dùng bởi {work}; đã đợi {seconds} giây. Hãy đợi việc đó xong, "
        "hoặc đóng nó lại, rồi làm lại. Chưa có gì thay đổi."
    ),
    "DatabaseMissing": translatable(
        "Thư mục {path} có {found} nhưng không có cơ sở dữ liệu motcua.db: đây là phần còn lại của "
        "một cơ quan, không tạo mới đè lên. Hãy đặt lại motcua.db hoặc khôi phục bản sao lưu; muốn "
        "làm mới thì chọn thư mục khác."
    ),
    "HeadMissing": translatable(
        "Không thấy tệp đầu sổ {path}, nên không biết dữ liệu có bị thiếu hay không. Hãy đặt lại "
        "tệp đó, hoặc khôi phục bản sao lưu; không có thì chạy recover accept, kèm lý do."
    ),
    "SwapUnfinished": translatable(
        "Việc thay dữ liệu ở {path} còn dở: {why}. Không dữ liệu nào mất. Hãy sửa chỗ đó rồi mở "
        "lại chương trình, việc sẽ được làm nốt."
    ),
    "JournalDamaged": translatable(
        "Việc thay dữ liệu còn dở mà tệp ghi việc {path} bị hỏng. Đừng xóa gì; hãy báo người quản "
        "trị."
    ),
    "OtherOffice": translatable(
        "{path} là dữ liệu của cơ quan khác. Bản sao lưu: {backup}. Đang ở {folder}: {data}. Nếu "
        "đúng là muốn thay, chạy lại với --force; dữ liệu đang có được cất sang bên."
    ),
    "HeadFileDamaged": translatable(
        "Tệp đầu sổ {path} bị hỏng. Hãy đặt lại tệp đó, hoặc khôi phục bản sao lưu; không có thì "
        "chạy recover accept, kèm lý do."
    ),
    "DamageFound": translatable(
        "Dữ liệu hỏng (kiểm tra lúc {at}), chỉ xem được, không ghi thêm. {what} Hãy khôi phục bản "
        "sao lưu gần nhất, hoặc sửa ổ đĩa rồi kiểm tra lại (verify)."
    ),
    "RecordsLost": translatable(
        "Dữ liệu ở {path} thiếu {rows} việc đã ghi sổ: {what}. Vì vậy chỉ xem được, không ghi "
        "thêm. Hãy khôi phục bản sao lưu mới nhất; nếu không bản nào có đủ thì chấp nhận, kèm lý "
        "do, để làm tiếp: lệnh recover accept, hoặc nút “Làm tiếp” trong cửa sổ. Số đã cấp không "
        "dùng lại."
    ),
    "PrintsLost": translatable(
        "Trong {path} có {papers} giấy tờ đã in mà dữ liệu không ghi lần in nào: dữ liệu bị thiếu. "
        "Hãy khôi phục bản sao lưu mới nhất; nếu không bản nào có đủ thì chạy recover accept, kèm "
        "lý do."
    ),
    "WitnessBehind": translatable(
        "Việc vừa ghi đã được giữ, nhưng chưa ghi được vào tệp đầu sổ {path}: {why}. Lần ghi sau "
        "sẽ ghi lại; hãy xem lại ổ đĩa."
    ),
    "NothingLost": translatable("Dữ liệu ở {path} không thiếu gì, không có gì để chấp nhận."),
}
