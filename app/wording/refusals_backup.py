"""Sentences about places of copies: sticks that are enrolled, and those that are not."""

from app.wording.marker import translatable

BACKUP_REFUSALS: dict[str, str] = {
    "InvalidSticks": translatable("Danh sách USB “{value}” không đúng dạng số=tên; …"),
    "CopyDamaged": translatable(
        "Chưa sao lưu được vào {path} vì dữ liệu đang dùng hỏng: {why} Các bản sao lưu cũ vẫn còn."
    ),
    "BackupsOff": translatable(
        "Tự sao lưu đang tắt (cài đặt auto_backup). Bật lại, hoặc thêm --always để sao lưu lần này."
    ),
    "BackupUnderWay": translatable("Đang có một lượt sao lưu khác; đợi xong rồi làm lại."),
    "NoCopyToTry": translatable(
        "Chưa có bản sao lưu nào để thử ở những nơi đang tới được. Hãy sao lưu trước."
    ),
    "TrialFailed": translatable("Khôi phục thử {path} không được: {why} Dữ liệu đang dùng để yên."),
    "KeyGoesAlong": translatable(
        "Mỗi bản sao lưu ghi vào {path} giữ cả khóa: ai cầm USB đó đọc được toàn bộ dữ liệu. Đồng "
        "ý thì thêm --with-key."
    ),
    "NotAStick": translatable(
        "{path} không nằm trên USB hay ổ đĩa cắm ngoài nào đang cắm. Hãy cắm USB rồi chọn thư mục "
        "trên đó; ổ đĩa thứ hai trong máy thì đặt ở cài đặt “Nơi tự sao lưu thứ hai”."
    ),
    "NoSuchStick": translatable(
        "Không có USB nào tên hoặc số “{stick}” được tự sao lưu. Xem danh sách bằng copies list."
    ),
    "TooManySticks": translatable(
        "Đã có {most} USB được tự sao lưu. Hãy bỏ bớt một USB không dùng nữa rồi thêm."
    ),
    "StickUnwritable": translatable("Chưa ghi được dấu vào {path}: {why}. USB này chưa được thêm."),
}
