"""Renders the intake, exchange, settings, catalogue and first-run screens to pictures.

Run: ``QT_QPA_PLATFORM=offscreen python -m tests.ui.screens.intake.gallery FOLDER``; look at every
picture.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.answers.dossier import Draft
from app.demo.settle import settle as wait_until_quiet
from tests.ui.screens.intake.invented import NOW, Desk
from tests.ui.screens.invented_office import Office
from tests.ui.typing import press, type_text
from ui.screens.exchange import ExchangeScreen
from ui.screens.first_run import FirstRunScreen
from ui.screens.intake import IntakeScreen
from ui.screens.intake.state.fee import Collect
from ui.screens.reference_data import ReferenceScreen
from ui.screens.settings import SettingsScreen
from ui.theme import apply_theme
from ui.widgets.layout.form_scroll import FormScroll
from ui.work import Work

LONG_PAPER = (
    "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất số"
)
SIZES = {"1366": (1274, 712), "1920": (1828, 1024), "1024": (932, 712)}


class Quiet:
    def offer_undo(self, words, undo, until=None):
        pass

    def notify(self, words, tone=None, action=None):
        print("tell:", words)

    def ask(self, words, actions):
        print("ask:", words)

    def take(self, error, retry=None):
        raise error


def settle(work: Work, ms: int = 350) -> None:
    """Let every answer come, and what is shown a moment after it (`QTest.qWait` holds queues)."""
    wait_until_quiet(work, quiet_ms=ms)


def picture(widget: QWidget, folder: Path, name: str) -> None:
    widget.grab().save(str(folder / f"{name}.png"))


def filled(screen: IntakeScreen, work: Work) -> None:
    person = screen.applicant.person
    person.number.input.setFocus()
    type_text(person.number.input, "020185001234")
    settle(work)
    screen.applicant.strip.take(0)
    choose(screen, work, "tinh trang hon nhan")
    papers = screen.papers.list
    papers.toggle(0)
    papers.toggle(1)
    settle(work, 700)


def choose(screen: IntakeScreen, work: Work, text: str) -> None:
    search = screen.procedure.search.field.input
    search.setFocus()
    search.selectAll()
    type_text(search, text)
    settle(work, 300)
    press(search, Qt.Key.Key_Return)
    settle(work, 300)


def scenes() -> dict[str, Callable[[IntakeScreen, Work], None]]:
    def empty(screen, work):
        pass

    def searching(screen, work):
        search = screen.procedure.search.field.input
        search.setFocus()
        settle(work)

    def cases(screen, work):
        choose(screen, work, "ho ngheo")

    def case_chosen(screen, work):
        choose(screen, work, "ho ngheo")
        press(screen.procedure.cases, Qt.Key.Key_2, "2")
        settle(work)

    def incomplete(screen, work):
        choose(screen, work, "2516")

    def long(screen, work):
        choose(screen, work, "1.004082")
        papers = screen.papers.list
        papers.toggle(0)
        settle(work)

    def wrong(screen, work):
        person = screen.applicant.person
        type_text(person.number.input, "02018500")
        type_text(person.phone.input, "12")
        person.number.input.editingFinished.emit()
        screen.saving.save_and_print()
        settle(work)

    def offers(screen, work):
        person = screen.applicant.person
        person.full_name.input.setFocus()
        type_text(person.full_name.input, "hoang thi m")
        settle(work)

    def names(screen, work):
        person = screen.applicant.person
        person.full_name.input.setFocus()
        type_text(person.full_name.input, "h'mlê\u0306o ê\u0306ban ƀlô 1990")
        person.full_name.input.editingFinished.emit()
        screen.applicant.toggle_representative()
        type_text(screen.applicant.representative.full_name.input, "Nguyeãn Vaên Ñöùc")
        screen.applicant.representative.full_name.input.editingFinished.emit()
        settle(work)

    def addresses(screen, work):
        person = screen.applicant.person
        type_text(person.number.input, "020185001234")
        person.address.input.setFocus()
        type_text(person.address.input, "ban lo")
        settle(work)

    def done(screen, work):
        filled(screen, work)
        screen.saving.save_and_print()
        settle(work)

    def other(screen, work):
        filled(screen, work)
        screen.applicant.toggle_representative()
        screen.extras.toggle.click()
        settle(work)

    def large(screen, work):
        filled(screen, work)
        screen.frame.toggle_large()
        settle(work)

    def batch(rows: int):
        def fill(screen, work):
            choose(screen, work, "2.000815")
            entry = screen.certification.entry
            entry.setFocus()
            for nth in range(rows):
                long = nth % 7 == 6
                text = f"{LONG_PAPER} {nth}" if long else f"{nth % 9 + 1}{nth % 12 + 1}x2"
                type_text(entry, text)
                press(entry, Qt.Key.Key_Return)
            settle(work, 700)

        return fill

    def fees(screen, work):
        batch(5)(screen, work)
        screen.fees.toggle.click()
        screen.fees.collect.input.setCurrentIndex(2)
        screen.fees.collect.input.activated.emit(2)
        settle(work)

    def waived(screen, work):
        choose(screen, work, "hon nhan")
        screen.fees.toggle.click()
        screen.fees.ground.input.setCurrentIndex(6)
        screen.fees.ground.input.activated.emit(6)
        settle(work)

    def reduced(screen, work):
        batch(5)(screen, work)
        fee = screen.fees
        fee.toggle.click()
        fee.ground.set_value("HO_CAN_NGHEO")
        fee.relief.set_value("50%")
        fee.proof.set_value("Giấy chứng nhận hộ cận nghèo số 07/2026 của UBND xã Mẫu Sơn")
        fee.collect.set_value(Collect.CASH)
        fee.changed.emit()
        fee.proof.setFocus()
        settle(work)

    return {
        "batch0": batch(0), "batch5": batch(5), "batch50": batch(50), "fees": fees,
        "waived": waived, "reduced": reduced,
        "empty": empty, "filled": filled, "searching": searching, "cases": cases,
        "case_chosen": case_chosen, "incomplete": incomplete, "long": long, "wrong": wrong,
        "offers": offers, "names": names,
        "addresses": addresses, "done": done, "other": other, "large": large,
    }  # fmt: skip


def main(folder: Path, only: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    for size, scale, theme in (
        ("1366", 100, "light"), ("1920", 100, "light"), ("1366", 150, "light"),
        ("1366", 100, "dark"), ("1024", 100, "light"),
    ):  # fmt: skip
        if only and only.split(":", maxsplit=1)[0] not in {"", f"{size}-{scale}-{theme}"}:
            continue
        apply_theme(app, theme, scale)
        for name, scene in scenes().items():
            if ":" in only and only.split(":")[1] not in {"", name}:
                continue
            if (size, scale, theme) != ("1366", 100, "light") and name in {
                "searching",
                "other",
                "offers",
            }:
                continue
            work = Work()
            desk = Desk()
            desk.drafts["d1"] = Draft("d1", NOW, "Nông Thị Phương · Đăng ký khai sinh", {})
            screen = IntakeScreen(desk.actions(), work, Quiet())
            screen.resize(*SIZES[size])
            screen.show()
            screen.activateWindow()
            screen.on_shown()
            settle(work, 200)
            scene(screen, work)
            picture(screen, folder, f"intake-{name}-{size}-{scale}-{theme}")
            screen.hide()
            work.close()
            screen.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def other_screens(folder: Path, only: str = "") -> None:
    app = QApplication.instance() or QApplication([])
    for size, scale, theme in (
        ("1366", 100, "light"), ("1920", 100, "light"), ("1366", 150, "light"),
        ("1366", 100, "dark"),
    ):  # fmt: skip
        apply_theme(app, theme, scale)
        for name, make in (
            ("exchange", lambda o, w: ExchangeScreen(o.exchange(), w, Quiet())),
            ("settings", lambda o, w: SettingsScreen(o.settings_actions(), w, Quiet())),
            ("catalogue", lambda o, w: ReferenceScreen(o.reference(), w, Quiet())),
            ("calendar", lambda o, w: ReferenceScreen(o.reference(), w, Quiet())),
            ("first", lambda o, w: FirstRunScreen(o.first_run(), w)),
        ):
            if only and only not in name:
                continue
            work = Work()
            office = Office()
            screen = make(office, work)
            screen.resize(*SIZES[size])
            screen.show()
            screen.on_shown()
            settle(work)
            if name == "calendar":
                screen.view.choose(1)
            if name == "catalogue":
                screen.list.setCurrentCell(2, 0)
            settle(work)
            picture(screen, folder, f"{name}-{size}-{scale}-{theme}")
            if name == "settings":
                scroll = screen.findChild(FormScroll)
                bar = scroll.verticalScrollBar()
                bar.setValue(bar.maximum())
                settle(work, 100)
                picture(screen, folder, f"settings2-{size}-{scale}-{theme}")
            screen.hide()
            work.close()
            screen.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[2].startswith("other"):
        other_screens(Path(sys.argv[1]), sys.argv[2].partition("=")[2])
        sys.exit()
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
