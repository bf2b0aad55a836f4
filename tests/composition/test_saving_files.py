"""What the window writes for a clerk: the dialog asks, the data folder is never written over."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.composition.actions.cash import cash_actions
from app.composition.session.session import Session
from app.domain.money.fee import FeeKind, plain_line
from app.domain.money.payment import PaymentRequest
from app.exchange.files import FileUnwritable
from tests.builders import a_desk, a_dossier
from ui.widgets.file_dialog import ask_new_file

LINE = plain_line("Lệ phí", 5_000, kind=FeeKind.FEE, per="", quantity=1, source="NQ 1")


@pytest.fixture
def session(tmp_path):
    desk = a_desk(tmp_path / "data")
    a_dossier(desk, fees=(LINE,), payment=PaymentRequest())
    session = Session(tmp_path / "data", desk.clock)
    session.use(desk)
    yield session
    session.close()


def test_a_sheet_is_saved_over_an_earlier_one_and_never_over_the_records(session, tmp_path):
    actions = cash_actions(session)
    (sheet,) = actions.sheets(session.clock.now().date())
    target = tmp_path / "so.pdf"
    target.write_bytes(b"%PDF-1.4 an earlier one")
    actions.save_sheet(sheet, target)
    assert len(target.read_bytes()) > 1_000
    (tmp_path / "letter.txt").write_bytes(b"Hello")
    for other in (tmp_path / "data" / "motcua.db", tmp_path / "letter.txt"):
        before = other.read_bytes()
        with pytest.raises(FileUnwritable):
            actions.save_sheet(sheet, other)
        assert other.read_bytes() == before


def test_the_dialog_asks_before_a_file_gives_way(qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: opened.append(dialog))
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_new_file(parent, "Lưu", ["PDF (*.pdf)"], lambda _: None, name="so.pdf")
    (dialog,) = opened
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
