"""Codes of the forms that are asked for by name; what each form is says the registry of forms."""

RECEIPT_FORM = "01"
"""Mẫu 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả."""
LABEL_FORM = "label"
PAYMENT_FORM = "payment"
CASH_SHEET_FORM = "cash-sheet"
BOOK_FORM = "book"
SCANNER_SHEET_FORM = "scanner-sheet"
