"""What refusals of hand-over, agencies and steps say; one table with `app.wording.refusals`."""

from app.wording.marker import translatable

HANDOVER_REFUSALS: dict[str, str] = {
    "UnknownAgency": translatable(
        "Không rõ “{agency}” là cơ quan, bộ phận nào. Đang dùng: {known}. Hãy ghi đúng một tên, "
        "hoặc thêm bằng agency add."
    ),
    "TooFewAgencies": translatable(
        "“{agency}” là cơ quan, bộ phận cuối cùng trong danh sách nên không bỏ được. Hãy thêm nơi "
        "khác trước."
    ),
    "NoSuchCode": translatable("“{code}” không phải mã của hồ sơ nào. Hãy quét lại, hoặc gõ mã."),
    "ScannedTwice": translatable("{code}: đã có trong chồng này, quét hai lần."),
    "NotToBeHandedOver": translatable(
        "{code}: hồ sơ ở trạng thái “{state}”, giấy tờ không còn ở cơ quan nên không bàn giao được."
    ),
    "NotTakenOver": translatable(
        "{code}: đang bàn giao cho {agency} theo biên bản {record} mà bên nhận chưa quét nhận. Hãy "
        "quét nhận biên bản đó trước."
    ),
    "LiesThere": translatable("{code}: đang ở {agency} rồi, không cần bàn giao."),
    "LiesElsewhere": translatable(
        "{code}: theo sổ đang ở {agency}, không phải ở {expected} như các hồ sơ khác trong chồng. "
        "Hãy lập biên bản riêng."
    ),
    "NotARecordNumber": translatable(
        "“{text}” không phải số biên bản bàn giao. Ghi như 12, 0012/BBBG hoặc 12/2026."
    ),
    "UnknownRecord": translatable("Không có biên bản bàn giao số {number} năm {year}."),
    "EmptyStack": translatable("Chưa có mã hồ sơ nào. Hãy quét hoặc ghi ít nhất một mã."),
    "StackTooHigh": translatable(
        "Một lần bàn giao nhận tối đa {most} mã. Hãy chia thành nhiều biên bản."
    ),
    "HandingLost": translatable("Hồ sơ {code} không có lần bàn giao của biên bản {record}."),
    "NotACodeList": translatable(
        "Không phải tệp mã hồ sơ: cần tệp chữ, mỗi dòng một mã, tối đa {most} mã."
    ),
    "NoSteps": translatable("Một thủ tục có tối đa {most} bước."),
    "StepNeedsLimit": translatable(
        "Bước {step}: hạn “{limit}” không phải số ngày hoặc giờ làm việc. Ghi như 2 WORKING_DAY "
        "hoặc 4 WORKING_HOUR."
    ),
}
