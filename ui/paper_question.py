"""What a print is called, and the question whether it came out right, which names it."""

from PySide6.QtCore import QCoreApplication

from app.domain.forms.codes import (
    APOLOGY_FORM,
    COLLECT_FORM,
    CONTROL_FORM,
    DEADLINE_FORM,
    LABEL_FORM,
    PAYMENT_FORM,
    RECEIPT_FORM,
    REFUSAL_FORM,
    STOP_FORM,
    SUPPLEMENT_FORM,
)

_LAST = 4
"""Digits of a dossier's code by which people call it."""


def paper_name(form: str, name: str = "") -> str:
    """What people call a print of `form`; one without a short name of its own goes by `name`."""
    translate = QCoreApplication.translate
    names = {
        RECEIPT_FORM: translate("Paper", "phiếu tiếp nhận"),
        SUPPLEMENT_FORM: translate("Paper", "phiếu yêu cầu bổ sung"),
        APOLOGY_FORM: translate("Paper", "phiếu xin lỗi"),
        COLLECT_FORM: translate("Paper", "giấy mời nhận kết quả"),
        CONTROL_FORM: translate("Paper", "phiếu kiểm soát"),
        DEADLINE_FORM: translate("Paper", "bảng tính thời hạn"),
        REFUSAL_FORM: translate("Paper", "phiếu từ chối"),
        STOP_FORM: translate("Paper", "thông báo dừng giải quyết"),
        LABEL_FORM: translate("Paper", "nhãn"),
        PAYMENT_FORM: translate("Paper", "phiếu thu"),
    }
    return names.get(form) or name


def paper_question(form: str, dossier_code: str, name: str = "") -> str:
    """Of a print of `form` for this dossier: ``Bản in nhãn (…0004) có đúng không?``."""
    question = QCoreApplication.translate("Paper", "Bản in {0} (…{1}) có đúng không?")
    return question.format(paper_name(form, name), dossier_code[-_LAST:])
