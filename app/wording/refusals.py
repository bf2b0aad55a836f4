"""What each refusal says, for window and command line alike: facts in, words out.

Keyed by the class's name, so that no room has to be imported for its words.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from app.domain.clock import in_vietnam, time_and_day
from app.domain.errors import DeskError, InvalidRequest
from app.domain.phrases import Phrase, translated
from app.wording.causes import cause
from app.wording.handover.refusals import HANDOVER_REFUSALS
from app.wording.marker import translatable
from app.wording.refusals_backup import BACKUP_REFUSALS
from app.wording.refusals_blank import BLANKS
from app.wording.refusals_catalogue import CATALOGUE_REFUSALS
from app.wording.refusals_deadline import REFUSALS
from app.wording.refusals_folder import FOLDER_REFUSALS
from app.wording.refusals_money import MONEY_REFUSALS
from app.wording.refusals_proof import PROOF_REFUSALS
from app.wording.setting_names import setting_name
from app.wording.terms import FIELDS, word_for

Translate = Callable[[str], str]
_IN_WORDS = frozenset({"why", "expected"})
# A word without an end, as no sentence needs it.
_GROUPED_FROM = 10_000
"""Numbers below it may be years, and read well as they are."""
_LONG = re.compile(r"(\S{240})\S+")
"""Facts that may be whole texts of the tables of `app.wording.causes` and `app.settings`."""

SENTENCES: dict[str, str] = {
    **REFUSALS,
    **CATALOGUE_REFUSALS,
    **MONEY_REFUSALS,
    **HANDOVER_REFUSALS,
    **FOLDER_REFUSALS,
    **BACKUP_REFUSALS,
    **PROOF_REFUSALS,
    # Fields of a form
    "TextMissing": translatable("{field}: chưa nhập. Hãy nhập rồi làm tiếp."),
    "TextTooLong": translatable(
        "{field}: dài {length} ký tự, chỉ nhận tối đa {limit}. Hãy rút gọn."
    ),
    "ArgumentNotText": translatable(
        "Trong lệnh có ký tự {character} không phải chữ: “{argument}”. Hãy gõ lại từ đó."
    ),
    "FolderNotNamed": translatable(
        "Biến {variable} có ký tự không phải chữ. Hãy đặt lại tên thư mục dữ liệu."
    ),
    "SystemRefused": translatable("Hệ thống không cho dùng {path}: {error}."),
    "TextHasControls": translatable(
        "{field}: có ký tự ẩn {character} không in được. Hãy xóa chỗ đó và gõ lại."
    ),
    "NotADate": translatable(
        "{field}: “{text}” không phải ngày. Gõ 05031985, 5/3/85, tháng 2/1960 hoặc chỉ năm 1960."
    ),
    "DateInFuture": translatable("{field}: “{text}” ở tương lai. Hãy xem lại."),
    "DateTooOld": translatable("{field}: “{text}” trước năm 1850. Hãy xem lại."),
    "NotAPhone": translatable("{field}: “{text}” không phải số điện thoại (8 đến 15 chữ số)."),
    "NotAnEmail": translatable("{field}: “{text}” không phải địa chỉ thư điện tử."),
    "NotAnIdNumber": translatable(
        "{field}: “{text}” không phải số giấy tờ. Chỉ gõ chữ số và chữ cái không dấu."
    ),
    "NotACount": translatable("{field}: cần một số từ {least} đến {most}."),
    "NotASheetFile": translatable("“{name}”: hãy đặt tên tệp kết thúc bằng .xlsx."),
    "UnknownField": translatable(
        "{field}: “{text}” không chỉ đúng một lĩnh vực của danh mục. Các lĩnh vực hợp với chữ đó: "
        "{known}."
    ),
    "ShownAndKept": translatable(
        "“{paper}” chỉ xuất trình rồi trả lại, không giữ bản chính. Bỏ số bản chính ({originals}), "
        "hoặc bỏ “xuất trình”."
    ),
    "NoPapers": translatable(
        "Chưa có giấy tờ nào được đánh dấu đã nộp. Hãy đánh dấu từng giấy tờ đã nhận."
    ),
    "TooManyPapers": translatable("Quá nhiều giấy tờ: tối đa {limit} dòng một hồ sơ."),
    "HeldByBase": translatable(
        "Dữ liệu của “{papers}” đã có trong {bases} nên không yêu cầu nộp (Nghị định "
        "309/2026/NĐ-CP, điều 2). Hãy bỏ giấy tờ này, hoặc chọn lý do: cơ sở dữ liệu gặp sự cố, "
        "hay dữ liệu sai."
    ),
    "PeriodEndsBeforeItBegins": translatable(
        "Ngày cuối {last} trước ngày đầu {first}. Hãy ghi lại hai ngày."
    ),
    "NotATableFile": translatable("“{name}”: hãy đặt tên tệp kết thúc bằng .xlsx hoặc .csv."),
    "NotARegisterFile": translatable("“{name}”: hãy đặt tên tệp kết thúc bằng .pdf hoặc .xlsx."),
    "NotBases": translatable("“{text}” không phải tên cơ sở dữ liệu: POPULATION, CIVIL_STATUS."),
    "ApproverIsOfficer": translatable(
        "{field}: {officer} đang làm việc này nên không tự phê duyệt được. Hãy ghi người khác."
    ),
    "NothingCame": translatable(
        "Chưa đánh dấu giấy tờ nào còn chờ. Hãy đánh dấu giấy tờ vừa nhận, hoặc ghi đã bổ sung đủ."
    ),
    "NoSuchAskedPaper": translatable(
        "Phiếu yêu cầu bổ sung có {papers} giấy tờ, không rõ “{which}” là giấy nào. Hãy nêu số thứ "
        "tự trên phiếu, hoặc tên."
    ),
    "NotForEachPaper": translatable(
        "{option} nêu {given} lần mà có {papers} giấy tờ. Nêu cho từng giấy tờ, hoặc không nêu."
    ),
    "PaperIsOut": translatable(
        "Mẫu {form} của hồ sơ {code} đã in, số {number}, nên không hoàn tác được nữa. Muốn làm "
        "tiếp, hãy mở lại hồ sơ."
    ),
    "FormNotInSet": translatable(
        "Hồ sơ {code} dùng bộ mẫu {form_set}, trong đó không có mẫu {form}."
    ),
    "NothingMissing": translatable(
        "Không thiếu giấy tờ bắt buộc nào theo danh mục, nên không có gì để hướng dẫn bổ sung."
    ),
    "NotInCatalogue": translatable(
        "“{papers}” không có trong danh mục của thủ tục. Muốn yêu cầu, hãy ghi lý do."
    ),
    "NoPapersNamed": translatable("Hãy ghi ít nhất một giấy tờ cần bổ sung."),
    "ReceivedInFuture": translatable(
        "Giờ nhận {received_at} ở tương lai. Hãy xem lại giờ nhận hoặc đồng hồ máy."
    ),
    "ReceivedLongAgo": translatable(
        "Giờ nhận {received_at} đã quá {days} ngày. Hồ sơ cũ không tiếp nhận ở đây; "
        "hãy xem lại giờ nhận."
    ),
    "FiledAfterReceipt": translatable(
        "Giờ nộp {filed_at} sau giờ tiếp nhận. Hãy xem lại hai giờ này."
    ),
    "ProcedureMissing": translatable("Chưa chọn thủ tục."),
    "CaseMissing": translatable("Thủ tục {code} có nhiều trường hợp. Hãy chọn một: {cases}."),
    "UnknownCase": translatable(
        "Thủ tục {code} không có trường hợp “{case}”. Hãy chọn một: {cases}."
    ),
    # Procedures, limits, calendar
    "UnknownProcedure": translatable("Danh mục không có thủ tục {code}. Hãy kiểm tra mã."),
    "ProcedureNotInForce": translatable(
        "Thủ tục {code} không còn (hoặc chưa) hiệu lực vào ngày {on}. "
        "Hãy chọn thủ tục đang hiệu lực."
    ),
    "IncompleteLimit": translatable(
        "Thủ tục {code} chưa có thời hạn giải quyết cho cách nộp này. "
        "Hãy điền thời hạn kèm căn cứ trước khi tiếp nhận."
    ),
    "InvalidTimeLimit": translatable(
        "“{text}” không phải thời hạn. Viết như 5 WORKING_DAY, 8 WORKING_HOUR, 15 DAY, 1 MONTH, "
        "SAME_DAY hoặc NONE; số từ 1 đến 999; có thể thêm ngày chậm nhất trong năm (tháng-ngày) "
        "như 5 DAY NOT_LATER 12-14."
    ),
    "StepsExceedLimit": translatable(
        "Thủ tục {code}: tổng thời hạn các bước ({steps}) vượt thời hạn của thủ tục ({limit})."
    ),
    # Dossiers and what happens to them
    "NothingToDraw": translatable(
        "Chưa có hồ sơ nào đang mở để vẽ. Hãy tiếp nhận một hồ sơ trước."
    ),
    "UnknownDossier": translatable("Không có hồ sơ {code}."),
    "NothingToTakeBack": translatable(
        "Hồ sơ {code}: việc làm sau cùng không kết thúc hồ sơ, không có gì để hoàn tác."
    ),
    "TooLateToTakeBack": translatable(
        "Hồ sơ {code}: quá {seconds} giây nên không hoàn tác được nữa. Mọi bước vẫn còn trong sổ."
    ),
    "PracticePaper": translatable(
        "{code} là mã trên giấy luyện tập, không có giá trị; không nhận ở cơ quan thật."
    ),
    "ChangedMeanwhile": translatable(
        "Hồ sơ {code} vừa được người khác sửa. Hãy mở lại hồ sơ rồi làm tiếp."
    ),
    "IllegalMove": translatable("Hồ sơ đang ở trạng thái “{state}” nên không thể “{event}”."),
    "NotPermitted": translatable("{officer} không được phép “{permission}”."),
    "ProcedureNotChosen": translatable(
        "Chưa chọn thủ tục nào theo “{text}”. Gõ tên hoặc mã, rồi chọn một dòng tìm thấy."
    ),
    "LateStaysLate": translatable(
        "Hồ sơ {code} đã quá hạn lúc {measured_due_at}; sửa như vậy thì thành đúng hạn (hạn mới: "
        "{new_due_at}) nên không được. Hãy xem lại thủ tục, trường hợp, giờ nhận; nếu đúng là nhận "
        "nhầm thì dừng hồ sơ này và tiếp nhận lại."
    ),
    "CertifiedMeanwhile": translatable(
        "Hồ sơ {code} đã lấy số chứng thực nên không đổi thủ tục hay trường hợp được. Hãy dừng hồ "
        "sơ này và tiếp nhận lại."
    ),
    "PaidMeanwhile": translatable(
        "Hồ sơ {code} đã thu tiền theo thủ tục đang ghi nên không đổi thủ tục hay trường hợp được. "
        "Hãy dừng hồ sơ này, hoàn tiền và tiếp nhận lại."
    ),
    "NothingToCorrect": translatable("Hồ sơ {code}: chưa có gì thay đổi để lưu."),
    "NoCodeInPicture": translatable("Không đọc được mã nào trong ảnh. Hãy chụp gần và đủ sáng."),
    "ScannerGone": translatable("Không thấy máy quét ở cổng {port}. Cắm lại dây rồi thử lại."),
    "NoSuchForm": translatable("Hồ sơ này chưa có mẫu {form}."),
    # Numbers and codes
    "InvalidAgencyCode": translatable("“{code}” không phải mã cơ quan. Viết như H37.99.1."),
    "RecipientNotAPerson": translatable(
        "“{name}” là tổ chức. Ghi họ tên người đến nhận thay mặt tổ chức."
    ),
    "NotACommune": translatable(
        "“{value}” chưa rõ là xã, phường hay đặc khu. Viết như: xã Mẫu Sơn, phường Đông Kinh."
    ),
    "InvalidCodePattern": translatable(
        "“{pattern}” không phải mẫu mã hồ sơ. Viết như {{agency}}-{{yyMMdd}}-{{NNNN}}."
    ),
    "InvalidDossierCode": translatable(
        "“{code}” không phải mã hồ sơ. Mã có dạng H37.99.1-261123-0001."
    ),
    "InvalidOfficialCode": translatable(
        "{field}: “{code}” không phải mã hồ sơ. Quét hoặc dán đúng mã cổng đã cấp, ví dụ "
        "H37.99.1-261123-0975 hoặc G09.20-20261123-0092637."
    ),
    "OfficialCodeTaken": translatable(
        "Mã {code} đã tiếp nhận rồi, là hồ sơ {dossier}. Hãy mở hồ sơ đó, hoặc xem lại mã."
    ),
    "OfficialCodeSent": translatable(
        "{field}: hồ sơ đã gửi lên tỉnh với mã {code} nên không sửa ở đây được nữa. Hãy báo tỉnh; "
        "mã đúng trong tệp trả lời của tỉnh sẽ được ghi vào hồ sơ."
    ),
    "NotABase": translatable(
        "{field}: “{code}” không phải mã cơ sở dữ liệu. Chỉ gồm chữ, số, dấu chấm và gạch nối."
    ),
    "InvalidBlock": translatable(
        "Khối số “{block}” không hợp lệ hoặc chồng lên khối khác. Viết như 1-4999."
    ),
    "InvalidLabel": translatable("“{label}” không phải nhãn hồ sơ 14 chữ số."),
    "ScanRefused": translatable("Không dùng được chữ đã quét: {reason}."),
    "BlockExhausted": translatable(
        "Quầy {station} đã dùng hết số của ngày {day} (đến {last}). Hãy cấp thêm khối số trong "
        "Cài đặt."
    ),
    "ClockDoubted": translatable(
        "Đồng hồ máy chỉ {shown}: {why}. Hãy xem lại ngày, giờ và múi giờ của máy, xác nhận là "
        "đúng rồi làm lại; chưa có gì được ghi."
    ),
    "ClockUnconfirmed": translatable(
        "Đồng hồ máy chỉ {shown}: {why}. Hãy sửa ngày, giờ hoặc múi giờ của máy; nếu đã đúng, chạy "
        "lại với --clock-confirmed. Chưa có gì được ghi."
    ),
    # Settings and the data folder
    "UnknownSetting": translatable("Không có cài đặt “{key}”. Các cài đặt: {known}."),
    "InvalidSetting": translatable("{key}: “{value}” không dùng được. Cần {expected}."),
    "AgencyCodeInUse": translatable(
        "Chưa đổi được mã cơ quan: {waiting} bản ghi mang mã {code} còn chờ tỉnh trả lời. "
        "Hãy gửi gói và nhận tệp trả lời trước, rồi đổi mã."
    ),
    "FolderNotEmpty": translatable("Thư mục {path} đã có dữ liệu Một Cửa. Hãy chọn thư mục khác."),
    "NotSetUp": translatable(
        "Thư mục {path} chưa có dữ liệu. Hãy chạy init, hoặc mở cửa sổ để khai báo."
    ),
    "FolderOnNetwork": translatable(
        "Thư mục {path} nằm trên ổ mạng ({kind}). Dữ liệu phải nằm trên ổ đĩa của máy này."
    ),
    "FolderIsSynced": translatable(
        "Thư mục {path} do {program} đồng bộ, có thể làm hỏng dữ liệu. Hãy chọn thư mục khác."
    ),
    "FolderNotWritable": translatable(
        "Không ghi được vào thư mục {path}: {why}. Hãy kiểm tra quyền ghi và ổ đĩa."
    ),
    "FolderInUse": translatable(
        "Một Cửa đang mở dữ liệu này (tiến trình {pid}). Hãy dùng cửa sổ đang mở, hoặc đóng nó."
    ),
    "NewerSchema": translatable(
        "Dữ liệu do phiên bản mới hơn ghi (lược đồ {found}, chương trình này biết {known}). "
        "Hãy cập nhật chương trình; dữ liệu không bị đụng tới."
    ),
    "TrialSchema": translatable(
        "Dữ liệu hoặc bản sao lưu được chọn là của bản dùng thử (lược đồ {found}): phiên bản này "
        "không mở được, và nó vẫn còn nguyên. Hãy giữ nó lại, và dùng một thư mục dữ liệu mới hoặc "
        "bản sao lưu khác."
    ),
    "RefusedByProvince": translatable("Tỉnh từ chối: {words}"),
    "RequestTaken": translatable(
        "Mã yêu cầu {request_id} đã dùng cho một yêu cầu khác. Hãy dùng mã mới; chưa làm gì cả."
    ),
    "RequestNameInvalid": translatable(
        "Mã yêu cầu “{request_id}” không hợp lệ: tối đa {most} chữ, không có ký tự điều khiển."
    ),
    "TooManyPapersNamed": translatable(
        "Một lần yêu cầu bổ sung nêu được tối đa {most} giấy tờ, đang có {named}. "
        "Hãy gộp các giấy tờ cùng loại."
    ),
    "SqliteTooOld": translatable("Thư viện SQLite {version} quá cũ, cần từ {oldest}."),
    "SettingRefused": translatable(
        "Cơ sở dữ liệu không nhận thiết lập {name} (cần {wanted}, có {found})."
    ),
    "KeyMissing": translatable(
        "Không thấy tệp khóa {path}. Hãy đặt lại tệp khóa hoặc khôi phục bản sao lưu."
    ),
    # Damage
    "KeyFileDamaged": translatable("Tệp khóa {path} bị hỏng. Hãy khôi phục bản sao lưu."),
    "NotOurDatabase": translatable(
        "Không đọc được {path}: trang 1 bị hỏng, sai khóa hoặc không phải của Một Cửa."
    ),
    "NoDatabase": translatable("Không có cơ sở dữ liệu {path}."),
    "PageDamaged": translatable("Cơ sở dữ liệu hỏng ở trang {page}: {problem}"),
    "ReferenceBroken": translatable("Bảng {table}, dòng {row} trỏ tới bản ghi không còn."),
    "ChainBroken": translatable("Sổ cái bị thay đổi ở dòng {seq}."),
    "NumberingBroken": translatable(
        "Số hồ sơ không liền mạch: {agency}, ngày {day}, quanh số {number}."
    ),
    "OutboxIncomplete": translatable(
        "Hồ sơ {dossier}: dòng sổ cái {seq} thiếu hoặc thừa bản ghi {kind}."
    ),
    "EventAltered": translatable("Bản ghi {event_id} trong hộp gửi đã bị thay đổi."),
    "PaperNotKept": translatable(
        "Chưa in, vì không cất được tờ giấy vào {path}: {why}. Hồ sơ vẫn còn nguyên; hãy dọn hoặc "
        "kiểm tra ổ đĩa rồi in lại."
    ),
    "PaperMissing": translatable("Thiếu giấy tờ đã lưu {sha256}."),
    "PaperDamaged": translatable("Giấy tờ đã lưu {sha256} bị hỏng."),
    "MigrationBroke": translatable(
        "Nâng cấp dữ liệu không qua kiểm tra ({problem}); đã trả về như cũ. Bản sao: {backup}."
    ),
    # Backup and exchange
    "BackupFailed": translatable("Chưa sao lưu được vào {path}: {why}. Chưa có gì được tính."),
    "NotABackup": translatable("{path} không phải bản sao lưu dùng được: {why}."),
    "PracticeBackup": translatable(
        "{path} là bản sao lưu luyện tập, còn {folder} là dữ liệu thật của cơ quan: không khôi "
        "phục đè lên. Chọn bản sao lưu của cơ quan, hoặc khôi phục vào một thư mục trống."
    ),
    "RestoreFailed": translatable("Chưa khôi phục được {path}: {why}. Dữ liệu cũ còn nguyên."),
    "FileNotJson": translatable("Tệp không đọc được: {why}{place}. Hãy lấy lại tệp rồi thử lại."),
    "FileUnreadable": translatable("Không đọc được {path}: {why}."),
    "TargetExists": translatable(
        "Đã có tệp {path}. Hãy chọn tên khác, hoặc thêm --force để ghi đè lên tệp đó."
    ),
    "FileUnwritable": translatable("Không ghi được {path}: {why}. Hồ sơ không bị ảnh hưởng."),
    "RequestShape": translatable("Tệp yêu cầu sai ở {place}: {why}."),
    "NotATime": translatable("{place}: “{text}” không phải thời điểm, viết 2026-11-23T10:15."),
    "NoSuchPaper": translatable("Không có giấy tờ số {index}; danh mục có {papers} giấy tờ."),
    "UnknownForm": translatable("Chương trình không có mẫu “{form}”."),
    "PaperNotOffered": translatable(
        "Mẫu này không in trên khổ giấy “{paper}”. Mẫu này in trên: {offered}."
    ),
    "ReprintReasonMissing": translatable(
        "Mẫu {form} đã in trên khổ giấy này. Chọn hoặc ghi lý do in lại."
    ),
    "LetterNotPrintable": translatable(
        "{field}: biểu mẫu chỉ in được chữ La-tinh, chưa in được {letters}. Hãy ghi bằng chữ "
        "La-tinh đúng như trên giấy tờ tùy thân."
    ),
    "ContentUnreadable": translatable("Nội dung đã lưu của biểu mẫu bị hỏng: {reason}."),
    "PaperUnreadable": translatable("Không mở được tệp PDF đã lưu: {reason}."),
    "NoPrinter": translatable(
        "Chưa chọn máy in và máy này chưa có máy in nào. Chọn máy in trong Cài đặt rồi in lần nữa."
    ),
    "UnknownPrinter": translatable(
        "Không thấy máy in “{printer}”. Hãy bật máy in hoặc chọn máy khác, rồi in lần nữa."
    ),
    "PrintFailed": translatable("Máy in “{printer}” không nhận phiếu. Xem máy in rồi in lần nữa."),
    "RawPrinterMissing": translatable(
        "Không thấy máy in phiếu “{device}”. Xem dây USB và nguồn, hoặc chọn máy khác rồi in lần "
        "nữa."
    ),
    "RawPrintFailed": translatable(
        "Máy in phiếu “{device}” không nhận: {why}. Xem giấy, nắp máy rồi in lần nữa."
    ),
    "NotAMoment": translatable("{field}: “{text}” không phải ngày giờ. Gõ như 23/11 10:15."),
    "AnswersWrongShape": translatable("Tệp trả lời sai ở {place}: {why}. Chưa có gì thay đổi."),
    "AnswersNewer": translatable(
        "Tệp trả lời theo định dạng mới hơn ({version}). Hãy cập nhật chương trình."
    ),
    "DigestMismatch": translatable(
        "Cảnh báo: bản ghi {event_id} trong tệp trả lời có {what} khác với bản đã gửi. "
        "Những bản ghi ấy vẫn chờ gửi, các bản ghi khác trong tệp đã được ghi nhận; "
        "hãy báo đơn vị quản lý hệ thống."
    ),
    "DossierUnreadable": translatable("Không đọc được hồ sơ {code}: {what}."),
    "DossierAltered": translatable("Hồ sơ {code} khác với sổ cái ghi: {fields}."),
    "StateContradicted": translatable(
        "Hồ sơ {code}: trạng thái {state} không khớp với các mốc thời gian."
    ),
    "LedgerUnreadable": translatable("Không đọc lại được hồ sơ từ sổ cái, ở dòng {seq}."),
    "NotApproved": translatable("Lỗi chương trình: việc {event} cần người phê duyệt."),
    "NotThisUseCase": translatable("Lỗi chương trình: việc {event} không thuộc {permission}."),
    "BodyUnreadable": translatable("Một nội dung đã lưu bị hỏng: {why}."),
    "EventRefused": translatable("Hồ sơ {code}: không ghi được bản ghi gửi tỉnh ở {place}: {why}."),
    "ExportFolderMissing": translatable(
        "Không thấy thư mục {path}. Hãy cắm lại USB hoặc chọn thư mục khác."
    ),
    "AnswersOfOther": translatable(
        "Tệp này trả lời cơ quan {code}, không phải {own}. Chưa nhận gì; hãy lấy đúng tệp."
    ),
    "ExportFailed": translatable("Chưa ghi được gói {path}: {why}. Mọi bản ghi vẫn chờ gửi."),
    "PackageRefused": translatable("Gói {path} không dùng được: {why}."),
    "PackageForeign": translatable("Gói {path} của cơ quan {found}, không phải {expected}."),
    "TourFailed": translatable("Vòng dẫn không xong ở bước {step}."),
    "TourFolderForeign": translatable(
        "Thư mục {path} có thứ khác. Hãy chọn một thư mục trống cho vòng dẫn."
    ),
    "NotSessions": translatable(
        "{field}: “{text}” không phải giờ làm việc. Gõ như 7:30-11:30, 13:00-17:00."
    ),
    "NotASeason": translatable("{field}: “{text}” không phải ngày. Gõ như 15/10, hoặc 15/10/2026."),
    "ProgramFailed": translatable(
        "Chương trình gặp lỗi số {number}. Những gì đã ghi vẫn còn nguyên; hãy chạy lại lệnh. Nếu "
        "lặp lại, gửi người hỗ trợ: {kept} (không có dữ liệu của người dân)."
    ),
    "RecordsDamaged": translatable(
        "Một phần của {path} bị hỏng, không đọc được nữa; việc vừa làm chưa được ghi. Hãy ngừng "
        "nhập, chạy verify để biết hỏng ở đâu, rồi khôi phục bản sao lưu gần nhất."
    ),
    "RecordsBusy": translatable(
        "Dữ liệu đang bận vì chương trình khác. Chưa có gì bị mất; hãy thử lại."
    ),
    "NotTidied": translatable(
        "Mọi việc đã ghi đều còn, nhưng chưa đóng gọn được dữ liệu ở {path}: {why}."
    ),
    "DiskFull": translatable(
        "Ổ đĩa đầy, chưa lưu được. Hãy dọn ổ đĩa rồi làm lại; chữ đã gõ còn nguyên."
    ),
    "RoomFreed": translatable(
        "Ổ đĩa đầy, việc vừa rồi chưa được ghi; chữ đã gõ còn nguyên. Chương trình vừa nhường ra "
        "64 MB để dành: hãy làm lại ngay bây giờ, rồi dọn ổ đĩa."
    ),
    "NothingToExport": translatable("Không có gì chờ gửi."),
}


def say(error: DeskError, translate: Translate | None = None) -> str:
    """The sentence for `error`; several faults of one request become several lines.

    Args:
        error: what was refused.
        translate: from the Vietnamese source to another language; None keeps Vietnamese.
    """
    if isinstance(error, InvalidRequest):
        return "\n".join(say(problem, translate) for problem in error.problems)
    source = _sentence(error)
    if source is None:
        return str(error)
    if translate is not None:
        source = translate(source)
    facts = {name: shown(value, translate) for name, value in error.facts.items()}
    if "field" in facts:
        facts["field"] = field_name(str(error.facts["field"]), translate)
    if isinstance(names := error.facts.get("fields"), tuple):
        facts["fields"] = ", ".join(field_name(name, translate) for name in names)
    if type(error).__name__ == "InvalidSetting":
        name = setting_name(str(error.facts["key"]))
        facts["key"] = translate(name) if translate else name
    if translate is not None:
        whole = [name for name in _IN_WORDS & facts.keys() if type(error.facts[name]) is str]
        facts |= {name: translate(facts[name]) for name in whole}
    return source.format(**facts)


def _sentence(error: DeskError) -> str | None:
    """What is said of `error`; where nothing was written, that."""
    name = type(error).__name__
    fact, blank = BLANKS.get(name, ("", ""))
    if fact and not str(error.facts.get(fact, "-")).strip():
        return blank
    return SENTENCES.get(name)


def shown(value: object, translate: Translate | None = None) -> str:
    """A fact as people read it: Vietnamese dates, words for states and events."""
    if isinstance(value, Phrase):
        return translated(value, translate)
    if isinstance(value, OSError):
        why = cause(value)
        return translate(why) if translate and type(why) is str else translated(why, translate)
    if isinstance(value, datetime):
        return time_and_day(in_vietnam(value))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _GROUPED_FROM:
        return f"{value:,}".replace(",", ".").replace("-", "\u2212")
    if isinstance(value, tuple):
        return " ".join(shown(part, translate) for part in value)
    word = _LONG.sub(r"\1…", _seen(word_for(value)))
    return translate(word) if translate and isinstance(value, StrEnum) else word


def _seen(text: str) -> str:
    """`text` with a stand-in for what would move, colour or hide letters where it is read."""
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text)


def field_name(field: str, translate: Translate | None = None) -> str:
    """A request's field as people call it: ``applicant.full_name`` → "Họ và tên"."""
    head, _, rest = field.partition(".")
    whole, first, last = (_field(name, translate) for name in (field, head, rest))
    if whole:
        return whole
    if not first:
        return field
    if rest.isdigit():
        return f"{first} {int(rest) + 1}"
    return f"{last or rest} ({first.lower()})" if rest else first


def _field(name: str, translate: Translate | None) -> str:
    word = FIELDS.get(name, "")
    return translate(word) if translate and word else word
