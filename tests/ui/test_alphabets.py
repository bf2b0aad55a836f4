"""Every letter of every alphabet stands in the window as it is written."""

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from tests.printing.letter_pictures import assert_mark_stands_right, bare, each_alphabet, marked
from ui import theme


@each_alphabet
def test_marks_stand_over_their_letters_in_the_window(alphabet, qapp):
    theme.apply_theme(qapp)
    for letter in marked(alphabet):
        plain, whole = (_window_picture(text) for text in (bare(letter), letter))
        assert_mark_stands_right(letter, plain, whole)


def _window_picture(text: str) -> Image.Image:
    image = QImage(120, 160, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(theme.font(40))
    painter.drawText(QRectF(30, 0, 90, 160), Qt.AlignmentFlag.AlignVCenter, text)
    painter.end()
    rows = image.constBits()
    return Image.frombuffer("L", (120, 160), bytes(rows), "raw", "L", image.bytesPerLine(), 1)
