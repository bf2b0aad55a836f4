"""What a refusal says where nothing was written at all: what is missing, never a quoted nothing."""

from app.wording.marker import translatable

BLANKS: dict[str, tuple[str, str]] = {
    "NotAPeriod": ("text", translatable("Chưa nhập tháng, năm. Ví dụ: 11/2026, hoặc cả năm: 2026")),
    "InvalidBookBlocks": ("text", translatable("Chưa nhập khối số. Ví dụ: 1:1-3000")),
    "NotAReceipt": (
        "text",
        translatable("Chưa nhập số biên lai điện tử. Ví dụ: 1C26TBK-00000123; bấm Esc để ghi sau"),
    ),
    "UnknownField": ("text", translatable("{field}: chưa nhập lĩnh vực.")),
    "NotAnExplanation": (
        "text",
        translatable("Chưa ghi giải trình. Ví dụ: H37.99.1-261123-0001=Chờ ký"),
    ),
    "ProcedureNotChosen": (
        "text",
        translatable("Chưa chọn thủ tục. Gõ tên hoặc mã, rồi chọn một dòng tìm thấy"),
    ),
    "InvalidAgencyCode": ("code", translatable("Chưa nhập mã cơ quan. Ví dụ: H37.99.1")),
    "InvalidCodePattern": (
        "pattern",
        translatable("Chưa nhập mẫu mã hồ sơ. Ví dụ: {{agency}}-{{yyMMdd}}-{{NNNN}}"),
    ),
    "InvalidDossierCode": (
        "code",
        translatable("Chưa nhập mã hồ sơ. Ví dụ: H37.99.1-261123-0001"),
    ),
    "InvalidSticks": ("value", translatable("Chưa ghi USB nào. Ví dụ: 3f0a…=USB két")),
    "InvalidBlock": ("block", translatable("Chưa nhập khối số. Ví dụ: 1-4999")),
    "InvalidLabel": ("label", translatable("Chưa nhập nhãn hồ sơ 14 chữ số.")),
    "InvalidSetting": ("value", translatable("{key}: chưa nhập. Cần {expected}.")),
    "InvalidTimeLimit": ("text", translatable("Chưa nhập thời hạn. Ví dụ: 5 WORKING_DAY")),
    "UnknownSetting": ("key", translatable("Chưa nhập tên cài đặt. Các cài đặt: {known}.")),
    "UnknownProcedure": ("code", translatable("Chưa nhập mã thủ tục. Ví dụ: 1.001193")),
    "InvalidOfficialCode": ("code", translatable("{field}: chưa nhập mã cổng đã cấp.")),
    "NotBases": ("text", translatable("Chưa nhập tên cơ sở dữ liệu: POPULATION, CIVIL_STATUS.")),
    "NotABase": ("code", translatable("{field}: có mã để trống.")),
    "BadProcedureCode": ("code", translatable("Chưa nhập mã thủ tục. Ví dụ: 1.001193")),
    "UnknownDossier": ("code", translatable("Chưa nhập mã hồ sơ. Ví dụ: H37.99.1-261123-0001")),
    "UnknownForm": ("form", translatable("Chưa nhập số mẫu. Ví dụ: 01")),
    "UnknownGround": (
        "code",
        translatable("Chưa chọn căn cứ miễn, giảm. Các căn cứ trong biểu phí: {known}."),
    ),
    "RequestNameInvalid": ("request_id", translatable("Mã yêu cầu để trống. Hãy ghi một mã.")),
    "NotADate": ("text", translatable("{field}: chưa nhập. Ví dụ: 05031985")),
    "NotADayOfYear": ("text", translatable("Chưa nhập ngày trong năm. Ví dụ: 14/12")),
    "NotACommune": ("value", translatable("Chưa nhập tên xã, phường. Ví dụ: xã Mẫu Sơn")),
    "NotADay": ("text", translatable("Chưa nhập ngày. Ví dụ: 23/11/2026")),
    "NotAMoment": ("text", translatable("{field}: chưa nhập. Ví dụ: 23/11 10:15")),
    "NotATime": ("text", translatable("{place}: chưa nhập. Ví dụ: 2026-11-23T10:15")),
    "InvalidMoment": (
        "text",
        translatable("Chưa nhập thời điểm. Ví dụ: 2026-11-23T10:15 (giờ Việt Nam)"),
    ),
    "NotASeason": ("text", translatable("{field}: chưa nhập. Ví dụ: 15/10, hoặc 15/10/2026")),
    "NotSessions": (
        "text",
        translatable("{field}: chưa nhập. Ví dụ: 7:30-11:30, 13:00-17:00; ngày nghỉ gõ “nghỉ”"),
    ),
    "NotDong": ("text", translatable("Chưa nhập số tiền. Ví dụ: 12.500")),
    "NotASlipNumber": ("text", translatable("Chưa nhập số phiếu. Ví dụ: 12/2026")),
    "NotARecordNumber": ("text", translatable("Chưa nhập số biên bản. Ví dụ: 12, hoặc 12/2026")),
    "NoSuchCode": ("code", translatable("Có một mã để trống. Hãy quét lại, hoặc gõ mã.")),
    "NotARelief": ("text", translatable("Chưa nhập mức giảm. Ví dụ: 50%, hoặc 5.000")),
    "NotAPhone": ("text", translatable("{field}: chưa nhập. Ví dụ: 0912 345 678")),
    "NotAnEmail": ("text", translatable("{field}: chưa nhập.")),
    "NotAnIdNumber": ("text", translatable("{field}: chưa nhập.")),
    "UnknownPrinter": ("printer", translatable("Chưa chọn máy in. Chọn máy in rồi in lần nữa.")),
    "PageDamaged": (
        "page",
        translatable("Cơ sở dữ liệu hỏng, chưa rõ ở trang nào: {problem}"),
    ),
    "RawPrinterMissing": (
        "device",
        translatable(
            "Chưa ghi cổng của máy in phiếu. Ghi ở Cài đặt, In phiếu 80 mm rồi in lần nữa."
        ),
    ),
}
"""By the refusal's class: the fact that may be blank, and the sentence where it is."""
