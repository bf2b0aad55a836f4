"""What the refusals of the catalogue and its files say."""

from app.wording.marker import translatable

CATALOGUE_REFUSALS = {
    "CutNotShorter": translatable(
        "Thời hạn cắt giảm phải ngắn hơn thời hạn theo quy định của thủ tục {code}."
    ),
    "NotCut": translatable("Thời hạn của thủ tục {code} chưa được cắt giảm."),
    "CatalogueWrongShape": translatable(
        "Tệp không đúng dạng danh mục ở “{place}”: cần {expected}. Không có gì được nhập; "
        "hãy chọn lại tệp."
    ),
    "CatalogueTooMany": translatable("“{place}” có quá {limit} mục."),
    "CatalogueUnknownUnit": translatable("Không biết đơn vị thời hạn “{unit}”."),
    "BadProcedureCode": translatable("Mã thủ tục “{code}” không đúng dạng, ví dụ 1.001193."),
    "NoMethods": translatable("Thủ tục {code} không có cách thức thực hiện nào."),
    "DuplicateProcedure": translatable(
        "Tệp ghi thủ tục {code} nhiều lần; không lấy dòng nào của mã này."
    ),
    "PortalRefused": translatable(
        "Tệp là lời từ chối của Cổng dịch vụ công ({code}: {message}), không phải thủ tục."
    ),
    "ProcedureBodyDamaged": translatable("Dữ liệu thủ tục đã lưu bị hỏng."),
    "VersionOutOfOrder": translatable(
        "Thủ tục {code}: bản mới hiệu lực từ {effective_from}, trước bản hiện hành ({current})."
    ),
    "NoSuchRule": translatable(
        "Thủ tục {code} không có thời hạn cho cách nộp {channel}, trường hợp “{case}”."
    ),
    "LimitAlreadyPublished": translatable(
        "Thủ tục {code} đã có thời hạn công bố ({limit}), không điền đè."
    ),
}
"""Sentences of the refusals in these rooms; `app.wording.refusals` takes them in."""
