"""What each refusal says, for window and command line alike: facts in, words out.

Keyed by the class's name, so that no room has to be imported for its words. Marked for translation
without importing Qt: `QT_TRANSLATE_NOOP` only returns its text.
"""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum

from app.domain.clock import in_vietnam
from app.domain.errors import DeskError, InvalidRequest
from app.domain.phrases import Phrase, translated
from app.wording.refusals_catalogue import CATALOGUE_REFUSALS
from app.wording.refusals_deadline import REFUSALS
from app.wording.refusals_money import MONEY_REFUSALS
from app.wording.terms import FIELDS, word_for

CONTEXT = "Sentences"
Translate = Callable[[str], str]


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - the name lupdate looks for
    """`source` itself; the translation tool finds it by this name."""
    assert context == CONTEXT  # noqa: S101 - one context for all sentences
    return source


_S = QT_TRANSLATE_NOOP
_IN_WORDS = frozenset({"why", "expected"})
"""Facts that may be whole texts of the tables of `app.wording.causes` and `app.settings`."""

SENTENCES: dict[str, str] = {
    **REFUSALS,
    **CATALOGUE_REFUSALS,
    **MONEY_REFUSALS,
    # Fields of a form
    "TextMissing": _S("Sentences", "{field}: chưa nhập. Hãy nhập rồi lưu lại."),
    "TextTooLong": _S(
        "Sentences", "{field}: dài {length} ký tự, chỉ nhận tối đa {limit}. Hãy rút gọn."
    ),
    "TextHasControls": _S(
        "Sentences",
        "{field}: có ký tự ẩn {character} không in được. Hãy xóa chỗ đó và gõ lại.",
    ),
    "NotADate": _S(
        "Sentences",
        "{field}: “{text}” không phải ngày. Gõ 05031985, 5/3/85 hoặc chỉ năm 1985.",
    ),
    "DateInFuture": _S("Sentences", "{field}: “{text}” ở tương lai. Hãy xem lại."),
    "DateTooOld": _S("Sentences", "{field}: “{text}” trước năm 1850. Hãy xem lại."),
    "NotAPhone": _S("Sentences", "{field}: “{text}” không phải số điện thoại (8 đến 15 chữ số)."),
    "NotAnEmail": _S("Sentences", "{field}: “{text}” không phải địa chỉ thư điện tử."),
    "NotAnIdNumber": _S(
        "Sentences", "{field}: “{text}” không phải số giấy tờ. Chỉ gõ chữ số và chữ cái không dấu."
    ),
    "NotACount": _S("Sentences", "{field}: cần một số từ {least} đến {most}."),
    "NoPapers": _S(
        "Sentences", "Chưa có giấy tờ nào được đánh dấu đã nộp. Hãy đánh dấu từng giấy tờ đã nhận."
    ),
    "TooManyPapers": _S("Sentences", "Quá nhiều giấy tờ: tối đa {limit} dòng một hồ sơ."),
    "NoPapersNamed": _S("Sentences", "Hãy ghi ít nhất một giấy tờ cần bổ sung."),
    "ReceivedInFuture": _S(
        "Sentences", "Giờ nhận {received_at} ở tương lai. Hãy xem lại giờ nhận hoặc đồng hồ máy."
    ),
    "ReceivedLongAgo": _S(
        "Sentences",
        "Giờ nhận {received_at} đã quá {days} ngày. Hồ sơ cũ không tiếp nhận ở đây; "
        "hãy xem lại giờ nhận.",
    ),
    "FiledAfterReceipt": _S(
        "Sentences", "Giờ nộp {filed_at} sau giờ tiếp nhận. Hãy xem lại hai giờ này."
    ),
    "ProcedureMissing": _S("Sentences", "Chưa chọn thủ tục."),
    "CaseMissing": _S("Sentences", "Thủ tục {code} có nhiều trường hợp. Hãy chọn một: {cases}."),
    "UnknownCase": _S(
        "Sentences", "Thủ tục {code} không có trường hợp “{case}”. Hãy chọn một: {cases}."
    ),
    # Procedures, limits, calendar
    "UnknownProcedure": _S("Sentences", "Danh mục không có thủ tục {code}. Hãy kiểm tra mã."),
    "ProcedureNotInForce": _S(
        "Sentences",
        "Thủ tục {code} không còn (hoặc chưa) hiệu lực vào ngày {on}. "
        "Hãy chọn thủ tục đang hiệu lực.",
    ),
    "IncompleteLimit": _S(
        "Sentences",
        "Thủ tục {code} chưa có thời hạn giải quyết cho cách nộp này. "
        "Hãy điền thời hạn kèm căn cứ trước khi tiếp nhận.",
    ),
    "InvalidTimeLimit": _S(
        "Sentences",
        "“{text}” không phải thời hạn. Viết như 5 WORKING_DAY, 8 WORKING_HOUR, 15 DAY, 1 MONTH, "
        "SAME_DAY hoặc NONE; số từ 1 đến 999.",
    ),
    "StepsExceedLimit": _S(
        "Sentences",
        "Thủ tục {code}: tổng thời hạn các bước ({steps}) vượt thời hạn của thủ tục ({limit}).",
    ),
    # Dossiers and what happens to them
    "NothingToDraw": _S(
        "Sentences", "Chưa có hồ sơ nào đang mở để vẽ. Hãy tiếp nhận một hồ sơ trước."
    ),
    "UnknownDossier": _S("Sentences", "Không có hồ sơ {code}."),
    "ChangedMeanwhile": _S(
        "Sentences",
        "Hồ sơ {code} vừa được người khác sửa. Hãy mở lại hồ sơ rồi làm tiếp.",
    ),
    "IllegalMove": _S("Sentences", "Hồ sơ đang ở trạng thái “{state}” nên không thể “{event}”."),
    "NotPermitted": _S("Sentences", "{officer} không được phép “{permission}”."),
    "NothingToCorrect": _S("Sentences", "Hồ sơ {code}: chưa có gì thay đổi để lưu."),
    "NoCodeInPicture": _S("Sentences", "Không đọc được mã nào trong ảnh. Hãy chụp gần và đủ sáng."),
    "ScannerGone": _S("Sentences", "Không thấy máy quét ở cổng {port}. Cắm lại dây rồi thử lại."),
    "NoSuchForm": _S("Sentences", "Hồ sơ này chưa có mẫu {form}."),
    # Numbers and codes
    "InvalidAgencyCode": _S("Sentences", "“{code}” không phải mã cơ quan. Viết như H37.99.1."),
    "InvalidCodePattern": _S(
        "Sentences", "“{pattern}” không phải mẫu mã hồ sơ. Viết như {{agency}}-{{yyMMdd}}-{{NNNN}}."
    ),
    "InvalidDossierCode": _S(
        "Sentences", "“{code}” không phải mã hồ sơ. Mã có dạng H37.99.1-261123-0001."
    ),
    "InvalidBlock": _S(
        "Sentences", "Khối số “{block}” không hợp lệ hoặc chồng lên khối khác. Viết như 1-4999."
    ),
    "InvalidLabel": _S("Sentences", "“{label}” không phải nhãn hồ sơ 14 chữ số."),
    "ScanRefused": _S("Sentences", "Không dùng được chữ đã quét: {reason}."),
    "BlockExhausted": _S(
        "Sentences",
        "Quầy {station} đã dùng hết số của ngày {day} (đến {last}). Hãy cấp thêm khối số trong "
        "Cài đặt.",
    ),
    # Settings and the data folder
    "UnknownSetting": _S("Sentences", "Không có cài đặt “{key}”. Các cài đặt: {known}."),
    "InvalidSetting": _S("Sentences", "Cài đặt {key}: “{value}” không dùng được. Cần {expected}."),
    "AgencyCodeInUse": _S(
        "Sentences",
        "Chưa đổi được mã cơ quan: {waiting} bản tin mang mã {code} còn chờ tỉnh trả lời. "
        "Hãy gửi gói và nhận tệp trả lời trước, rồi đổi mã.",
    ),
    "FolderNotEmpty": _S(
        "Sentences", "Thư mục {path} đã có dữ liệu Một Cửa. Hãy chọn thư mục khác."
    ),
    "NotSetUp": _S(
        "Sentences", "Thư mục {path} chưa có dữ liệu. Hãy chạy init, hoặc mở cửa sổ để khai báo."
    ),
    "FolderOnNetwork": _S(
        "Sentences",
        "Thư mục {path} nằm trên ổ mạng ({kind}). Dữ liệu phải nằm trên ổ đĩa của máy này.",
    ),
    "FolderIsSynced": _S(
        "Sentences",
        "Thư mục {path} do {program} đồng bộ, có thể làm hỏng dữ liệu. Hãy chọn thư mục khác.",
    ),
    "FolderNotWritable": _S(
        "Sentences", "Không ghi được vào thư mục {path}: {why}. Hãy kiểm tra quyền ghi và ổ đĩa."
    ),
    "FolderInUse": _S(
        "Sentences",
        "Một Cửa đang mở dữ liệu này (tiến trình {pid}). Hãy dùng cửa sổ đang mở, hoặc đóng nó.",
    ),
    "NewerSchema": _S(
        "Sentences",
        "Dữ liệu do phiên bản mới hơn ghi (lược đồ {found}, chương trình này biết {known}). "
        "Hãy cập nhật chương trình; dữ liệu không bị đụng tới.",
    ),
    "TrialSchema": _S(
        "Sentences",
        "Dữ liệu hoặc bản sao lưu được chọn là của bản dùng thử (lược đồ {found}): phiên bản này "
        "không mở được, và nó vẫn còn nguyên. Hãy giữ nó lại, và dùng một thư mục dữ liệu mới hoặc "
        "bản sao lưu khác.",
    ),
    "RequestTaken": _S(
        "Sentences",
        "Mã yêu cầu {request_id} đã dùng cho một yêu cầu khác. Hãy dùng mã mới; chưa làm gì cả.",
    ),
    "RequestNameInvalid": _S(
        "Sentences",
        "Mã yêu cầu “{request_id}” không hợp lệ: tối đa {most} chữ, không có ký tự điều khiển.",
    ),
    "TooManyPapersNamed": _S(
        "Sentences",
        "Một lần yêu cầu bổ sung nêu được tối đa {most} giấy tờ, đang có {named}. "
        "Hãy gộp các giấy tờ cùng loại.",
    ),
    "SqliteTooOld": _S("Sentences", "Thư viện SQLite {version} quá cũ, cần từ {oldest}."),
    "SettingRefused": _S(
        "Sentences", "Cơ sở dữ liệu không nhận thiết lập {name} (cần {wanted}, có {found})."
    ),
    "KeyMissing": _S(
        "Sentences", "Không thấy tệp khóa {path}. Hãy đặt lại tệp khóa hoặc khôi phục bản sao lưu."
    ),
    # Damage
    "KeyFileDamaged": _S("Sentences", "Tệp khóa {path} bị hỏng. Hãy khôi phục bản sao lưu."),
    "HeadFileDamaged": _S("Sentences", "Tệp đầu sổ {path} bị hỏng."),
    "NotOurDatabase": _S(
        "Sentences", "Không đọc được {path}: trang 1 bị hỏng, sai khóa hoặc không phải của Một Cửa."
    ),
    "NoDatabase": _S("Sentences", "Không có cơ sở dữ liệu {path}."),
    "PageDamaged": _S("Sentences", "Cơ sở dữ liệu hỏng ở trang {page}: {problem}"),
    "ReferenceBroken": _S("Sentences", "Bảng {table}, dòng {row} trỏ tới bản ghi không còn."),
    "ChainBroken": _S("Sentences", "Sổ cái bị thay đổi ở dòng {seq}."),
    "OlderThanHead": _S(
        "Sentences",
        "Dữ liệu cũ hơn lần đóng trước: thiếu dòng sổ cái {seq} (hiện có {found} dòng).",
    ),
    "NumberingBroken": _S(
        "Sentences", "Số hồ sơ không liền mạch: {agency}, ngày {day}, quanh số {number}."
    ),
    "OutboxIncomplete": _S(
        "Sentences", "Hồ sơ {dossier}: dòng sổ cái {seq} thiếu hoặc thừa tin {kind}."
    ),
    "EventAltered": _S("Sentences", "Tin {event_id} trong hộp gửi đã bị thay đổi."),
    "PaperMissing": _S("Sentences", "Thiếu giấy tờ đã lưu {sha256}."),
    "PaperDamaged": _S("Sentences", "Giấy tờ đã lưu {sha256} bị hỏng."),
    "MigrationBroke": _S(
        "Sentences",
        "Nâng cấp dữ liệu không qua kiểm tra ({problem}); đã trả về như cũ. Bản sao: {backup}.",
    ),
    # Backup and exchange
    "BackupFailed": _S("Sentences", "Chưa sao lưu được vào {path}: {why}. Chưa có gì được tính."),
    "NotABackup": _S("Sentences", "{path} không phải bản sao lưu dùng được: {why}."),
    "RestoreFailed": _S("Sentences", "Chưa khôi phục được {path}: {why}. Dữ liệu cũ còn nguyên."),
    "FileNotJson": _S(
        "Sentences", "Tệp không đọc được: {why}{place}. Hãy lấy lại tệp rồi thử lại."
    ),
    "FileUnreadable": _S("Sentences", "Không đọc được {path}: {why}."),
    "FileUnwritable": _S("Sentences", "Không ghi được {path}: {why}. Hồ sơ không bị ảnh hưởng."),
    "RequestShape": _S("Sentences", "Tệp yêu cầu sai ở {place}: {why}."),
    "NotATime": _S("Sentences", "{place}: “{text}” không phải thời điểm, viết 2026-11-23T10:15."),
    "NoSuchPaper": _S("Sentences", "Không có giấy tờ số {index}; danh mục có {papers} giấy tờ."),
    "UnknownForm": _S("Sentences", "Chương trình không có mẫu “{form}”."),
    "PaperNotOffered": _S(
        "Sentences", "Mẫu này không in trên khổ giấy “{paper}”. Mẫu này in trên: {offered}."
    ),
    "ReprintReasonMissing": _S(
        "Sentences", "Mẫu {form} đã in trên khổ giấy này. Chọn hoặc ghi lý do in lại."
    ),
    "LetterNotPrintable": _S(
        "Sentences", "{field}: có ký tự không in được trên biểu mẫu: {letters}. Hãy xóa chúng."
    ),
    "ContentUnreadable": _S("Sentences", "Nội dung đã lưu của biểu mẫu bị hỏng: {reason}."),
    "PaperUnreadable": _S("Sentences", "Không mở được tệp PDF đã lưu: {reason}."),
    "NoPrinter": _S(
        "Sentences",
        "Chưa chọn máy in và máy này chưa có máy in nào. Chọn máy in trong Cài đặt rồi bấm In lại.",
    ),
    "UnknownPrinter": _S(
        "Sentences",
        "Không thấy máy in “{printer}”. Hãy bật máy in hoặc chọn máy khác, rồi In lại.",
    ),
    "PrintFailed": _S(
        "Sentences",
        "Máy in “{printer}” không nhận phiếu. Hồ sơ đã lưu; xem máy in rồi In lại.",
    ),
    "RawPrinterMissing": _S(
        "Sentences",
        "Không thấy máy in phiếu “{device}”. Xem dây USB và nguồn, hoặc chọn máy khác rồi In lại.",
    ),
    "RawPrintFailed": _S(
        "Sentences",
        "Máy in phiếu “{device}” không nhận: {why}. Hồ sơ đã lưu; xem giấy, nắp máy rồi In lại.",
    ),
    "NotAMoment": _S("Sentences", "{field}: “{text}” không phải ngày giờ. Gõ như 23/11 10:15."),
    "AnswersWrongShape": _S("Sentences", "Tệp trả lời sai ở {place}: {why}. Chưa có gì thay đổi."),
    "AnswersNewer": _S(
        "Sentences", "Tệp trả lời theo định dạng mới hơn ({version}). Hãy cập nhật chương trình."
    ),
    "DigestMismatch": _S(
        "Sentences",
        "Cảnh báo: tin {event_id} trong tệp trả lời có {what} khác với bản đã gửi. "
        "Những tin ấy vẫn chờ gửi, các tin khác trong tệp đã được ghi nhận; "
        "hãy báo đơn vị quản lý hệ thống.",
    ),
    "DossierUnreadable": _S("Sentences", "Không đọc được hồ sơ {code}: {what}."),
    "DossierAltered": _S("Sentences", "Hồ sơ {code} khác với sổ cái ghi: {what}."),
    "StateContradicted": _S(
        "Sentences", "Hồ sơ {code}: trạng thái {state} không khớp với các mốc thời gian."
    ),
    "LedgerUnreadable": _S("Sentences", "Không đọc lại được hồ sơ từ sổ cái, ở dòng {seq}."),
    "NotThisUseCase": _S("Sentences", "Lỗi chương trình: việc {event} không thuộc {permission}."),
    "BodyUnreadable": _S("Sentences", "Một nội dung đã lưu bị hỏng: {why}."),
    "EventRefused": _S("Sentences", "Hồ sơ {code}: không ghi được tin gửi tỉnh ở {place}: {why}."),
    "ExportFolderMissing": _S(
        "Sentences", "Không thấy thư mục {path}. Hãy cắm lại USB hoặc chọn thư mục khác."
    ),
    "ExportFailed": _S("Sentences", "Chưa ghi được gói {path}: {why}. Mọi tin vẫn chờ gửi."),
    "PackageRefused": _S("Sentences", "Gói {path} không dùng được: {why}."),
    "PackageForeign": _S("Sentences", "Gói {path} của cơ quan {found}, không phải {expected}."),
    "TourFailed": _S("Sentences", "Vòng dẫn không xong ở bước {step}."),
    "TourFolderForeign": _S(
        "Sentences", "Thư mục {path} có thứ khác. Hãy chọn một thư mục trống cho vòng dẫn."
    ),
    "NotSessions": _S(
        "Sentences", "{field}: “{text}” không phải giờ làm việc. Gõ như 7:30-11:30, 13:00-17:00."
    ),
    "NotASeason": _S(
        "Sentences", "{field}: “{text}” không phải ngày. Gõ như 15/10, hoặc 15/10/2026."
    ),
    "RecordsBusy": _S(
        "Sentences", "Dữ liệu đang bận vì chương trình khác. Chưa có gì bị mất; hãy thử lại."
    ),
    "DiskFull": _S(
        "Sentences",
        "Ổ đĩa đầy, chưa lưu được. Hãy dọn ổ đĩa rồi lưu lại; chữ đã gõ còn nguyên.",
    ),
    "NothingToExport": _S("Sentences", "Không có gì chờ gửi."),
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
