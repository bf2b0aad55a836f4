"""What each refusal says, for window and command line alike: facts in, words out.

Keyed by the class's name, so that no room has to be imported for its words.
"""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from app.domain.clock import in_vietnam
from app.domain.errors import DeskError, InvalidRequest
from app.domain.phrases import Phrase, translated
from app.wording.marker import translatable
from app.wording.refusals_catalogue import CATALOGUE_REFUSALS
from app.wording.refusals_deadline import REFUSALS
from app.wording.refusals_money import MONEY_REFUSALS
from app.wording.terms import FIELDS, word_for

Translate = Callable[[str], str]
_IN_WORDS = frozenset({"why", "expected"})
"""Facts that may be whole texts of the tables of `app.wording.causes` and `app.settings`."""

SENTENCES: dict[str, str] = {
    **REFUSALS,
    **CATALOGUE_REFUSALS,
    **MONEY_REFUSALS,
    # Fields of a form
    "TextMissing": translatable("{field}: chưa nhập. Hãy nhập rồi lưu lại."),
    "TextTooLong": translatable(
        "{field}: dài {length} ký tự, chỉ nhận tối đa {limit}. Hãy rút gọn."
    ),
    "TextHasControls": translatable(
        "{field}: có ký tự ẩn {character} không in được. Hãy xóa chỗ đó và gõ lại."
    ),
    "NotADate": translatable(
        "{field}: “{text}” không phải ngày. Gõ 05031985, 5/3/85 hoặc chỉ năm 1985."
    ),
    "DateInFuture": translatable("{field}: “{text}” ở tương lai. Hãy xem lại."),
    "DateTooOld": translatable("{field}: “{text}” trước năm 1850. Hãy xem lại."),
    "NotAPhone": translatable("{field}: “{text}” không phải số điện thoại (8 đến 15 chữ số)."),
    "NotAnEmail": translatable("{field}: “{text}” không phải địa chỉ thư điện tử."),
    "NotAnIdNumber": translatable(
        "{field}: “{text}” không phải số giấy tờ. Chỉ gõ chữ số và chữ cái không dấu."
    ),
    "NotACount": translatable("{field}: cần một số từ {least} đến {most}."),
    "NoPapers": translatable(
        "Chưa có giấy tờ nào được đánh dấu đã nộp. Hãy đánh dấu từng giấy tờ đã nhận."
    ),
    "TooManyPapers": translatable("Quá nhiều giấy tờ: tối đa {limit} dòng một hồ sơ."),
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
        "SAME_DAY hoặc NONE; số từ 1 đến 999."
    ),
    "StepsExceedLimit": translatable(
        "Thủ tục {code}: tổng thời hạn các bước ({steps}) vượt thời hạn của thủ tục ({limit})."
    ),
    # Dossiers and what happens to them
    "NothingToDraw": translatable(
        "Chưa có hồ sơ nào đang mở để vẽ. Hãy tiếp nhận một hồ sơ trước."
    ),
    "UnknownDossier": translatable("Không có hồ sơ {code}."),
    "ChangedMeanwhile": translatable(
        "Hồ sơ {code} vừa được người khác sửa. Hãy mở lại hồ sơ rồi làm tiếp."
    ),
    "IllegalMove": translatable("Hồ sơ đang ở trạng thái “{state}” nên không thể “{event}”."),
    "NotPermitted": translatable("{officer} không được phép “{permission}”."),
    "NothingToCorrect": translatable("Hồ sơ {code}: chưa có gì thay đổi để lưu."),
    "NoCodeInPicture": translatable("Không đọc được mã nào trong ảnh. Hãy chụp gần và đủ sáng."),
    "ScannerGone": translatable("Không thấy máy quét ở cổng {port}. Cắm lại dây rồi thử lại."),
    "NoSuchForm": translatable("Hồ sơ này chưa có mẫu {form}."),
    # Numbers and codes
    "InvalidAgencyCode": translatable("“{code}” không phải mã cơ quan. Viết như H37.99.1."),
    "InvalidCodePattern": translatable(
        "“{pattern}” không phải mẫu mã hồ sơ. Viết như {{agency}}-{{yyMMdd}}-{{NNNN}}."
    ),
    "InvalidDossierCode": translatable(
        "“{code}” không phải mã hồ sơ. Mã có dạng H37.99.1-261123-0001."
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
    # Settings and the data folder
    "UnknownSetting": translatable("Không có cài đặt “{key}”. Các cài đặt: {known}."),
    "InvalidSetting": translatable("Cài đặt {key}: “{value}” không dùng được. Cần {expected}."),
    "AgencyCodeInUse": translatable(
        "Chưa đổi được mã cơ quan: {waiting} bản tin mang mã {code} còn chờ tỉnh trả lời. "
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
    "HeadFileDamaged": translatable("Tệp đầu sổ {path} bị hỏng."),
    "NotOurDatabase": translatable(
        "Không đọc được {path}: trang 1 bị hỏng, sai khóa hoặc không phải của Một Cửa."
    ),
    "NoDatabase": translatable("Không có cơ sở dữ liệu {path}."),
    "PageDamaged": translatable("Cơ sở dữ liệu hỏng ở trang {page}: {problem}"),
    "ReferenceBroken": translatable("Bảng {table}, dòng {row} trỏ tới bản ghi không còn."),
    "ChainBroken": translatable("Sổ cái bị thay đổi ở dòng {seq}."),
    "OlderThanHead": translatable(
        "Dữ liệu cũ hơn lần đóng trước: thiếu dòng sổ cái {seq} (hiện có {found} dòng)."
    ),
    "NumberingBroken": translatable(
        "Số hồ sơ không liền mạch: {agency}, ngày {day}, quanh số {number}."
    ),
    "OutboxIncomplete": translatable(
        "Hồ sơ {dossier}: dòng sổ cái {seq} thiếu hoặc thừa tin {kind}."
    ),
    "EventAltered": translatable("Tin {event_id} trong hộp gửi đã bị thay đổi."),
    "PaperMissing": translatable("Thiếu giấy tờ đã lưu {sha256}."),
    "PaperDamaged": translatable("Giấy tờ đã lưu {sha256} bị hỏng."),
    "MigrationBroke": translatable(
        "Nâng cấp dữ liệu không qua kiểm tra ({problem}); đã trả về như cũ. Bản sao: {backup}."
    ),
    # Backup and exchange
    "BackupFailed": translatable("Chưa sao lưu được vào {path}: {why}. Chưa có gì được tính."),
    "NotABackup": translatable("{path} không phải bản sao lưu dùng được: {why}."),
    "RestoreFailed": translatable("Chưa khôi phục được {path}: {why}. Dữ liệu cũ còn nguyên."),
    "FileNotJson": translatable("Tệp không đọc được: {why}{place}. Hãy lấy lại tệp rồi thử lại."),
    "FileUnreadable": translatable("Không đọc được {path}: {why}."),
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
        "{field}: có ký tự không in được trên biểu mẫu: {letters}. Hãy xóa chúng."
    ),
    "ContentUnreadable": translatable("Nội dung đã lưu của biểu mẫu bị hỏng: {reason}."),
    "PaperUnreadable": translatable("Không mở được tệp PDF đã lưu: {reason}."),
    "NoPrinter": translatable(
        "Chưa chọn máy in và máy này chưa có máy in nào. Chọn máy in trong Cài đặt rồi bấm In lại."
    ),
    "UnknownPrinter": translatable(
        "Không thấy máy in “{printer}”. Hãy bật máy in hoặc chọn máy khác, rồi In lại."
    ),
    "PrintFailed": translatable(
        "Máy in “{printer}” không nhận phiếu. Hồ sơ đã lưu; xem máy in rồi In lại."
    ),
    "RawPrinterMissing": translatable(
        "Không thấy máy in phiếu “{device}”. Xem dây USB và nguồn, hoặc chọn máy khác rồi In lại."
    ),
    "RawPrintFailed": translatable(
        "Máy in phiếu “{device}” không nhận: {why}. Hồ sơ đã lưu; xem giấy, nắp máy rồi In lại."
    ),
    "NotAMoment": translatable("{field}: “{text}” không phải ngày giờ. Gõ như 23/11 10:15."),
    "AnswersWrongShape": translatable("Tệp trả lời sai ở {place}: {why}. Chưa có gì thay đổi."),
    "AnswersNewer": translatable(
        "Tệp trả lời theo định dạng mới hơn ({version}). Hãy cập nhật chương trình."
    ),
    "DigestMismatch": translatable(
        "Cảnh báo: tin {event_id} trong tệp trả lời có {what} khác với bản đã gửi. "
        "Những tin ấy vẫn chờ gửi, các tin khác trong tệp đã được ghi nhận; "
        "hãy báo đơn vị quản lý hệ thống."
    ),
    "DossierUnreadable": translatable("Không đọc được hồ sơ {code}: {what}."),
    "DossierAltered": translatable("Hồ sơ {code} khác với sổ cái ghi: {what}."),
    "StateContradicted": translatable(
        "Hồ sơ {code}: trạng thái {state} không khớp với các mốc thời gian."
    ),
    "LedgerUnreadable": translatable("Không đọc lại được hồ sơ từ sổ cái, ở dòng {seq}."),
    "NotThisUseCase": translatable("Lỗi chương trình: việc {event} không thuộc {permission}."),
    "BodyUnreadable": translatable("Một nội dung đã lưu bị hỏng: {why}."),
    "EventRefused": translatable("Hồ sơ {code}: không ghi được tin gửi tỉnh ở {place}: {why}."),
    "ExportFolderMissing": translatable(
        "Không thấy thư mục {path}. Hãy cắm lại USB hoặc chọn thư mục khác."
    ),
    "ExportFailed": translatable("Chưa ghi được gói {path}: {why}. Mọi tin vẫn chờ gửi."),
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
    "RecordsBusy": translatable(
        "Dữ liệu đang bận vì chương trình khác. Chưa có gì bị mất; hãy thử lại."
    ),
    "DiskFull": translatable(
        "Ổ đĩa đầy, chưa lưu được. Hãy dọn ổ đĩa rồi lưu lại; chữ đã gõ còn nguyên."
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
    source = SENTENCES.get(type(error).__name__)
    if source is None:
        return str(error)
    if translate is not None:
        source = translate(source)
    facts = {name: shown(value, translate) for name, value in error.facts.items()}
    if "field" in facts:
        facts["field"] = field_name(str(error.facts["field"]), translate)
    if translate is not None:
        whole = [name for name in _IN_WORDS & facts.keys() if type(error.facts[name]) is str]
        facts |= {name: translate(facts[name]) for name in whole}
    return source.format(**facts)


def shown(value: object, translate: Translate | None = None) -> str:
    """A fact as people read it: Vietnamese dates, words for states and events."""
    if isinstance(value, Phrase):
        return translated(value, translate)
    if isinstance(value, datetime):
        return f"{in_vietnam(value):%H:%M %d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, tuple):
        return " ".join(shown(part, translate) for part in value)
    word = word_for(value)
    return translate(word) if translate and isinstance(value, StrEnum) else word


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
