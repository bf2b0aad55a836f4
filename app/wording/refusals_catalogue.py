"""What the refusals of the catalogue and its files say."""


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - the name lupdate looks for
    """`source` itself; the translation tool finds it by this name."""
    assert context == "Sentences"  # noqa: S101 - the context of `app.wording.refusals`
    return source


CATALOGUE_REFUSALS = {
    "CatalogueWrongShape": QT_TRANSLATE_NOOP(
        "Sentences",
        "Tệp không đúng dạng danh mục ở “{place}”: cần {expected}. Không có gì được nhập; "
        "hãy chọn lại tệp.",
    ),
    "CatalogueTooMany": QT_TRANSLATE_NOOP("Sentences", "“{place}” có quá {limit} mục."),
    "CatalogueUnknownUnit": QT_TRANSLATE_NOOP("Sentences", "Không biết đơn vị thời hạn “{unit}”."),
    "BadProcedureCode": QT_TRANSLATE_NOOP(
        "Sentences", "Mã thủ tục “{code}” không đúng dạng, ví dụ 1.001193."
    ),
    "NoMethods": QT_TRANSLATE_NOOP("Sentences", "Thủ tục {code} không có cách thức thực hiện nào."),
    "DuplicateProcedure": QT_TRANSLATE_NOOP(
        "Sentences", "Tệp ghi thủ tục {code} nhiều lần; không lấy dòng nào của mã này."
    ),
    "PortalRefused": QT_TRANSLATE_NOOP(
        "Sentences",
        "Tệp là lời từ chối của Cổng dịch vụ công ({code}: {message}), không phải thủ tục.",
    ),
    "ProcedureBodyDamaged": QT_TRANSLATE_NOOP(
        "Sentences", "Dữ liệu thủ tục đã lưu bị hỏng: {detail}."
    ),
    "VersionOutOfOrder": QT_TRANSLATE_NOOP(
        "Sentences",
        "Thủ tục {code}: bản mới hiệu lực từ {effective_from}, trước bản hiện hành ({current}).",
    ),
    "NoSuchRule": QT_TRANSLATE_NOOP(
        "Sentences", "Thủ tục {code} không có thời hạn cho cách nộp {channel}, trường hợp “{case}”."
    ),
    "LimitAlreadyPublished": QT_TRANSLATE_NOOP(
        "Sentences", "Thủ tục {code} đã có thời hạn công bố ({limit}), không điền đè."
    ),
}
"""Sentences of the refusals in these rooms; `app.wording.refusals` takes them in."""
