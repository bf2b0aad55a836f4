"""Mẫu 07, Sổ theo dõi hồ sơ."""

from app.printing.forms.register.pages import COLUMNS, FORM, STYLE, pages

__all__ = ["COLUMNS", "FORM", "STYLE", "pages"]
