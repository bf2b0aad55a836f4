"""Every command: where it stands, and what the list of commands says of it."""

from app.cli.lazy import LazyCommand

COMMANDS = {
    "init": LazyCommand(
        "app.cli.office.office:init",
        "Tạo thư mục dữ liệu sẵn sàng làm việc; đầu giấy tờ lấy theo tên cơ quan nếu không ghi.",
    ),
    "demo": LazyCommand(
        "app.cli.office.office:demo",
        "Nạp dữ liệu luyện tập: người và hồ sơ giả định, thủ tục thật.",
    ),
    "settings": LazyCommand(
        "app.cli.office.office:settings",
        "Xem và đổi cài đặt của cơ quan.",
    ),
    "catalogue": LazyCommand(
        "app.cli.office.catalogue:catalogue",
        "Danh mục thủ tục hành chính.",
    ),
    "calendar": LazyCommand(
        "app.cli.office.office:calendar",
        "Lịch làm việc.",
    ),
    "closure": LazyCommand(
        "app.cli.office.closures:closure",
        "Đóng cửa đột xuất (bão, lũ, mất điện…): khai báo, bỏ, danh sách gọi điện, phiếu cấp lại.",
    ),
    "tariff": LazyCommand(
        "app.cli.money.tariffs:tariff",
        "Biểu phí chứng thực và căn cứ miễn, giảm.",
    ),
    "intake": LazyCommand(
        "app.cli.dossier.dossiers:intake",
        "Tiếp nhận một hồ sơ từ tệp REQUEST.json; luôn trả lời bằng JSON.",
    ),
    "show": LazyCommand(
        "app.cli.dossier.dossiers:show",
        "In một hồ sơ: người nộp, giấy tờ, hẹn trả, các lần in và diễn biến.",
    ),
    "find": LazyCommand(
        "app.cli.dossier.dossiers:find",
        "Tìm theo mã, nhãn, tên (có dấu hay không), điện thoại, số giấy tờ, số phiếu, thủ tục.",
    ),
    "print": LazyCommand(
        "app.cli.dossier.dossiers:print_form",
        "Ghi một mẫu của hồ sơ ra PDF; lần in lại được đánh dấu và đếm.",
    ),
    "handover": LazyCommand(
        "app.cli.dossier.handover:handover",
        "Bàn giao hồ sơ giữa các cơ quan, bộ phận: lập biên bản, quét nhận lại, in, xem ở đâu.",
    ),
    "agency": LazyCommand(
        "app.cli.dossier.steps:agency",
        "Cơ quan, bộ phận giải quyết hồ sơ: xem, thêm hoặc xác nhận, bỏ.",
    ),
    "steps": LazyCommand(
        "app.cli.dossier.steps:steps",
        "Các bước giải quyết của một thủ tục qua các cơ quan, và hạn của từng bước.",
    ),
    "start": LazyCommand(
        "app.cli.dossier.life:start",
        "Bắt đầu xử lý một hồ sơ đã tiếp nhận.",
    ),
    "supplement": LazyCommand(
        "app.cli.dossier.life:supplement",
        "Yêu cầu bổ sung giấy tờ, và ghi nhận đã bổ sung đủ.",
    ),
    "extend": LazyCommand(
        "app.cli.dossier.apologies:extend",
        "Xin lỗi, hẹn lại ngày trả (Mẫu 04); không ghi --to thì chỉ gợi ý ngày.",
    ),
    "apologies": LazyCommand(
        "app.cli.dossier.apologies:apologies",
        "Phiếu xin lỗi: hồ sơ cần xin lỗi, ghi đã báo người dân, sổ phiếu xin lỗi.",
    ),
    "finish": LazyCommand(
        "app.cli.dossier.life:finish",
        "Xử lý xong: kết quả đã có, chờ người nộp đến nhận.",
    ),
    "batch": LazyCommand(
        "app.cli.dossier.batch:batch",
        "Làm một việc cho cả chồng hồ sơ; từng hồ sơ có kết quả riêng.",
    ),
    "return": LazyCommand(
        "app.cli.dossier.life:return_result",
        "Trả kết quả cho người nộp hoặc người được ủy quyền.",
    ),
    "withdraw": LazyCommand(
        "app.cli.dossier.life:withdraw",
        "Người nộp rút hồ sơ; số hồ sơ không dùng lại.",
    ),
    "stop": LazyCommand(
        "app.cli.dossier.life:stop",
        "Dừng (hủy) hồ sơ tiếp nhận nhầm; số hồ sơ không dùng lại.",
    ),
    "refuse": LazyCommand(
        "app.cli.dossier.turning_away:refuse",
        "Từ chối hồ sơ đã tiếp nhận (MÃ), hoặc chưa tiếp nhận (tệp REQUEST.json, ghi ra PDF).",
    ),
    "guide": LazyCommand(
        "app.cli.dossier.turning_away:guide",
        "Ghi phiếu hướng dẫn: giấy tờ còn thiếu của hồ sơ chưa tiếp nhận, kèm căn cứ.",
    ),
    "reopen": LazyCommand(
        "app.cli.dossier.life:reopen",
        "Mở lại hồ sơ đã từ chối, dừng hoặc rút; giờ hẹn giữ nguyên.",
    ),
    "take-back": LazyCommand(
        "app.cli.dossier.life:take_back",
        "Hoàn tác việc vừa kết thúc hồ sơ (xong, trả, từ chối, dừng, rút), trong mười giây.",
    ),
    "correct": LazyCommand(
        "app.cli.dossier.life:correct",
        "Sửa thông tin theo tệp CHANGES.json; phần không nêu trong tệp giữ nguyên.",
    ),
    "signing": LazyCommand(
        "app.cli.dossier.certification:signing",
        "Giấy tờ chứng thực đang chờ ký.",
    ),
    "book": LazyCommand(
        "app.cli.dossier.books:book",
        "Sổ chứng thực: xem các số đã vào sổ, in từng tháng, mở quyển mới, khóa sổ cuối năm.",
    ),
    "list": LazyCommand(
        "app.cli.dossier.listing:list_dossiers",
        "Danh sách hồ sơ: lọc theo lĩnh vực, cán bộ, thôn, nơi giữ, cách nhận; ghi ra Excel.",
    ),
    "register": LazyCommand(
        "app.cli.dossier.register:register",
        "Sổ theo dõi hồ sơ (Mẫu 07) của một năm hoặc từ ngày đến ngày: đếm, ghi ra PDF, XLSX.",
    ),
    "counts": LazyCommand(
        "app.cli.dossier.counts:counts",
        "Số liệu của tháng: tiếp nhận, xong trước, đúng, quá hạn; đang mở theo từng cán bộ.",
    ),
    "fee": LazyCommand(
        "app.cli.money.fees:fee",
        "Phí, lệ phí của một hồ sơ: xem, tính, miễn, giảm, thu, hoàn, hủy.",
    ),
    "cash-sheet": LazyCommand(
        "app.cli.money.cash:cash_sheet",
        "Bảng kê thu tiền của ngày; --close SỐ_TIỀN khóa bảng kê đang mở.",
    ),
    "day": LazyCommand(
        "app.cli.office.day:day",
        "Đầu ngày và cuối ngày: việc của ngày, kết thúc ngày, phiếu kết thúc ngày.",
    ),
    "report": LazyCommand(
        "app.cli.office.report:report",
        "Báo cáo: held là giấy tờ vẫn yêu cầu dù cơ sở dữ liệu đã kết nối có dữ liệu.",
    ),
    "export": LazyCommand(
        "app.cli.office.exchange:export",
        "Ghi các bản ghi chờ gửi thành một gói; gửi chưa phải là đã được tiếp nhận.",
    ),
    "acknowledge": LazyCommand(
        "app.cli.office.exchange:acknowledge",
        "Nhận tệp trả lời của tỉnh: từng bản ghi được nhận hoặc bị từ chối.\n"
        "\n"
        "Bản ghi có nội dung khác bản đã gửi thì vẫn chờ, được nêu ra và mã thoát là 1.",
    ),
    "verify": LazyCommand(
        "app.cli.office.keeping:verify",
        "Kiểm tra trang, khóa ngoại, sổ cái, số hồ sơ, hộp gửi, giấy tờ; hỏng thì mã thoát 3.",
    ),
    "proof": LazyCommand(
        "app.cli.office.proof:proof",
        "Lập phiếu chứng minh thời gian giải quyết một hồ sơ, kèm dữ liệu để tính lại.",
    ),
    "backup": LazyCommand(
        "app.cli.office.keeping:backup",
        "Sao lưu dữ liệu, khóa và giấy tờ vào một tệp đã được mở ra kiểm tra.",
    ),
    "copies": LazyCommand(
        "app.cli.office.copies:copies",
        "Các bản sao lưu tự làm: xem, làm ngay, khôi phục thử, thêm và bỏ USB.",
    ),
    "restore": LazyCommand(
        "app.cli.office.keeping:restore",
        "Khôi phục từ một bản sao lưu; dữ liệu đang có được dời sang bên, không xóa.",
    ),
    "recover": LazyCommand(
        "app.cli.office.recover:recover",
        "Khi dữ liệu thiếu việc đã ghi sổ: chấp nhận, kèm lý do, để làm tiếp.",
    ),
    "support": LazyCommand(
        "app.cli.office.support:support",
        "Ghi gói hỗ trợ: nhật ký, phiên bản, số đếm; không có dữ liệu của người dân.",
    ),
    "due": LazyCommand(
        "app.cli.dossier.due:due",
        "Tính giờ hẹn trả và giải thích từng ngày.",
    ),
    "scan": LazyCommand(
        "app.cli.dossier.scan:scan",
        "Đọc một chuỗi quét hoặc dán: mã hồ sơ, nhãn, căn cước, MRZ, thẻ BHYT.",
    ),
    "scanner-sheet": LazyCommand(
        "app.cli.office.scanner_sheet:scanner_sheet",
        "Ghi tờ cài máy quét, có bốn mã để thử.",
    ),
}
