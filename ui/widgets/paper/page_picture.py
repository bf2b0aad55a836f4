"""A drawn page as Qt paints it."""

from PySide6.QtGui import QImage

from app.printing.page_image import PageImage


def as_image(page: PageImage) -> QImage:
    """The page as Qt paints it; its bytes are copied."""
    return QImage(
        page.data, page.width, page.height, page.stride, QImage.Format.Format_Grayscale8
    ).copy()
