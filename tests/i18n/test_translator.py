"""What Qt is told in another language, and what its own buttons say in Vietnamese."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QTextEdit,
    QWidget,
)

from app.composition.session.translation import STANDARD, table
from app.composition.session.translator import WindowTranslator
from app.composition.session.words import say
from app.domain.text import TextMissing
from app.domain.workflow.moves import IllegalMove
from app.domain.workflow.states import DossierEvent, DossierState
from tests.i18n.sources import VIETNAMESE
from ui.words import word_for

pytestmark = pytest.mark.gui


@pytest.fixture
def speak(qapp):
    """Speaks a language until the test ends."""
    installed = []

    def start(code):
        installed.append(WindowTranslator(code))
        installed[-1].install()

    yield start
    for translator in installed:
        translator.remove()


class Plain(QWidget):
    def words(self):
        return self.tr("Đóng")


class Kind(Plain):
    pass


def test_a_subclass_says_what_its_base_says(qtbot, speak):
    speak("en")
    plain, kind = Plain(), Kind()
    qtbot.addWidget(plain)
    qtbot.addWidget(kind)
    assert (plain.words(), kind.words()) == ("Close", "Close")


def test_words_of_no_table_stay_as_they_are(qapp, speak):
    speak("en")
    assert QCoreApplication.translate("Anything", "Hoàng Thị Mẩy") == "Hoàng Thị Mẩy"


def test_without_a_translator_it_is_vietnamese_again(qapp):
    translator = WindowTranslator("en")
    translator.install()
    translator.remove()
    assert QCoreApplication.translate("Anything", "Đóng") == "Đóng"


def test_terms_of_the_domain_are_said_in_the_windows_language(qapp, speak):
    assert word_for(DossierState.FINISHED) == "Đã xử lý xong"
    speak("en")
    assert word_for(DossierState.FINISHED) == "Finished"


def test_refusals_are_said_in_the_windows_language(qapp, speak):
    speak("en")
    move = IllegalMove(state=DossierState.FINISHED, event=DossierEvent.START)
    assert say(move) == "The dossier is “Finished”, so “Start work” is not possible."
    name = TextMissing(field="representative.full_name")
    assert say(name) == "Full name (who handed it in): empty. Fill it in, then go on."


def test_standard_buttons_speak_vietnamese(qtbot, speak):
    speak("vi")
    box = QMessageBox()
    qtbot.addWidget(box)
    which = QMessageBox.StandardButton
    box.setStandardButtons(
        which.Ok | which.Save | which.Open | which.Yes | which.No | which.Abort | which.Retry
        | which.Ignore | which.Close | which.Cancel | which.Discard | which.Help | which.Apply
        | which.Reset | which.RestoreDefaults | which.SaveAll | which.YesToAll | which.NoToAll
    )  # fmt: skip
    box.setDetailedText("…")
    texts = [button.text() for button in box.buttons()]
    assert len(texts) == 19
    assert all(VIETNAMESE.search(text) for text in texts), texts


def test_a_dialogs_buttons_change_with_the_language(qtbot, speak):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    speak("vi")
    QCoreApplication.processEvents()
    assert box.buttons()[0].text() == "Thôi"


@pytest.mark.parametrize("field", [QLineEdit, QTextEdit])
def test_the_menu_of_a_field_speaks_vietnamese(field, qtbot, speak):
    speak("vi")
    widget = field()
    qtbot.addWidget(widget)
    menu = widget.createStandardContextMenu()
    texts = [one.text().partition("\t")[0] for one in menu.actions() if not one.isSeparator()]
    assert texts == [
        "&Hoàn tác", "&Làm lại", "Cắ&t", "&Chép", "&Dán", "Xóa", "Chọn tất cả",
    ]  # fmt: skip
    menu.deleteLater()


def test_choosing_a_file_speaks_vietnamese(qtbot, speak):
    speak("vi")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == "Tê&n tệp:"
    assert dialog.labelText(QFileDialog.DialogLabel.Reject) == "Thôi"


def test_keys_keep_the_names_that_stand_on_them(qapp, speak):
    speak("vi")
    for key in ("Ctrl+Home", "Print", "Back", "Shift+Tab"):
        assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) == key


def test_the_layout_is_left_to_right_in_every_language(qapp, speak):
    speak("vi")
    assert qapp.layoutDirection() == QLocale("vi_VN").textDirection()


def test_qts_words_keep_their_slots():
    words = table(STANDARD)
    assert all(said.count(f"%{n}") == text.count(f"%{n}") for text, said in words.items()
               for n in range(1, 4))  # fmt: skip
