"""The catalogue with what is chosen at its right, the calendar's years, the tariff in force."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.answers.catalogue import ProcedureChoice, StoredProcedure
from app.answers.imports import Imported
from app.domain.catalogue.cutting import LimitCutRequest
from app.domain.catalogue.procedure import Channel
from app.domain.changes import Changed
from app.domain.deadline.calendar_year import CalendarYear
from app.domain.deadline.time_limit import TimeLimit
from app.domain.errors import DeskError
from ui.keys import Key, nth_key, with_key
from ui.latest import Latest
from ui.screen import Notices, Screen
from ui.screens.reference_data.actions import ReferenceActions
from ui.screens.reference_data.closures.part import ClosuresPart
from ui.screens.reference_data.procedure_view import ProcedureView
from ui.screens.reference_data.report_strip import ImportReport
from ui.screens.reference_data.tariff_part import TariffPart
from ui.widgets.fields.choice import ChipRow
from ui.widgets.fields.line_field import LineField
from ui.widgets.file_dialog import ask_file
from ui.widgets.keys import bind_key
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.layout.screen_head import ScreenHead
from ui.widgets.layout.waiting import Waiting
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.saving_first import save_first
from ui.widgets.text.labels import label, rule
from ui.widgets.text.shortened import shortened
from ui.work import Work

MOST_ROWS = 80
_MOST_LINES = 4
"""Of a name in the list: beside it the whole one stands, and more rows stay in sight."""
SHORT_NAME = 180
CATALOGUE, CALENDAR, TARIFF = "catalogue", "calendar", "tariff"
CLOSURES = "closures"
"""A part of the calendar."""
_VIEWS = (CATALOGUE, CALENDAR, TARIFF)


class ReferenceScreen(Screen):
    """Views of one screen: catalogue, calendar and tariff, each with its file to import."""

    def __init__(
        self,
        actions: ReferenceActions,
        work: Work,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._work, self._notices = actions, work, notices
        self._choices: tuple[ProcedureChoice, ...] = ()
        self._shown: StoredProcedure | None = None
        self._search = Latest(self, work.reading, delay_ms=40)
        self._open = Latest(self, work.reading, delay_ms=40)
        self._versions = Latest(self, work.reading, delay_ms=40)
        self._build()
        self._arrange()
        self._connect()
        self._show_view()

    def on_shown(self) -> None:
        """Ask anew; the keyboard stands in the search line."""
        self._ask()
        self._load_years()
        self._load_tariff()
        self.closures.load()
        self._show_view()

    def on_changed(self, changed: Changed) -> None:
        """Catalogue or calendar were changed elsewhere."""
        if self.isVisible() and changed & Changed.PROCEDURES:
            self._ask()
            self._load_tariff()
        if self.isVisible() and changed & Changed.CALENDAR:
            self._load_years()
            self.closures.load()

    def may_close(self) -> bool:
        """Whether nothing is typed that would be lost."""
        return self.closures.may_close()

    def import_file(self, file: Path) -> None:
        """Take a file of the kind in view, whole or not at all."""
        report, take = self._imports[self.view.value()]
        report.show_busy()
        self._waiting.set_busy(is_busy=True)

        def take_in() -> None:
            self._work.writing.run(
                self,
                lambda: take(file),
                lambda done: self._on_imported(report, done),
                lambda error: self._on_refused(report, error),
            )

        save_first(self, self._work, self._notices, self._actions.save_first, take_in)

    def _build(self) -> None:
        views = [
            (CATALOGUE, self.tr("Danh mục thủ tục")),
            (CALENDAR, self.tr("Lịch làm việc")),
            (TARIFF, self.tr("Biểu phí")),
        ]
        self.view: ChipRow[str] = ChipRow(self.tr("Xem"), views)
        self.import_button = QPushButton()
        self._waiting = Waiting(self, self.import_button)
        self.search = LineField(self.tr("Tìm thủ tục"), self._actions.say)
        self.search.input.setPlaceholderText(
            self.tr("Tên không dấu, chữ đầu hoặc mã; trống: dùng nhiều nhất")
        )
        self.list = PlainTable(
            self.tr("Thủ tục"),
            (self.tr("Mã"), self.tr("Tên"), self.tr("Lĩnh vực")),
            stretched=1,
            chooses=True,
            most_height=None,
        )
        self.list.keep_to(_MOST_LINES)
        self._more = label("", "small", wraps=True)
        self.details = ProcedureView(self._actions.limit_words, self._actions.say)
        self.catalogue_report = ImportReport()
        self.calendar_report = ImportReport()
        self.tariff = TariffPart()
        self.closures = ClosuresPart(self._actions.closures, self._work, self._notices)
        self._imports: dict[str, tuple[ImportReport, Callable[[Path], Imported]]] = {
            CATALOGUE: (self.catalogue_report, self._actions.import_catalogue),
            CALENDAR: (self.calendar_report, self._actions.import_calendar),
            TARIFF: (self.tariff.report, self._actions.import_tariff),
        }
        self.years = PlainTable(
            self.tr("Các năm của lịch"),
            (
                self.tr("Năm"), self.tr("Tình trạng"), self.tr("Ngày nghỉ"),
                self.tr("Làm bù"), self.tr("Nguồn"),
            ),
            stretched=4,
            chooses=True,
            most_height=260,
        )  # fmt: skip
        self.days = PlainTable(
            self.tr("Ngày nghỉ và làm bù của năm đang chọn"),
            (self.tr("Ngày"), self.tr("Loại"), self.tr("Tên")),
            stretched=2,
            most_height=420,
        )
        self._years: tuple[CalendarYear, ...] = ()

    def show_part(self, name: str) -> None:
        """Show the catalogue, the calendar, its closures or the tariff."""
        self.view.choose(_VIEWS.index(CALENDAR if name == CLOSURES else name))
        if name == CLOSURES:
            self.closures.declare.first.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        head = ScreenHead(
            self.tr("Danh mục"), beside=self.view, buttons=(self.import_button,), spacing=20
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        column.addWidget(head)
        self._catalogue = self._catalogue_part()
        self._calendar = self._calendar_part()
        for part in (self._catalogue, self._calendar, self.tariff):
            column.addWidget(part, 1)

    def _catalogue_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.catalogue_report)
        left = QFrame()
        left.setObjectName("card")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(self.search)
        inside.addWidget(self.list, 1)
        inside.addWidget(self._more)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left, 10)
        row.addWidget(self.details, 11)
        column.addLayout(row, 1)
        return part

    def _calendar_part(self) -> QWidget:
        part = QFrame()
        part.setObjectName("card")
        scroll = FormScroll((14, 10, 14, 10), 8)
        around = QVBoxLayout(part)
        around.setContentsMargins(0, 2, 0, 2)
        around.addWidget(scroll)
        column = scroll.column
        note = self.tr(
            "Năm đã xác nhận theo văn bản công bố. Năm “nháp” do máy soạn theo luật: hạn rơi vào "
            "năm đó được đánh dấu cho đến khi nạp tệp lịch chính thức; hạn đã hẹn không tự dời."
        )
        column.addWidget(label(note, "quiet", wraps=True))
        column.addWidget(self.calendar_report)
        column.addWidget(self.years)
        column.addWidget(label(self.tr("Ngày nghỉ và làm bù của năm đang chọn"), "strong"))
        column.addWidget(self.days)
        column.addWidget(rule())
        column.addWidget(self.closures)
        column.addStretch(1)
        return part

    def _connect(self) -> None:
        self.view.chosen.connect(self._show_view)
        self.import_button.clicked.connect(self._choose_file)
        self.search.input.typed.connect(self._ask)
        self.search.entered.connect(self.list.setFocus)
        self.list.currentCellChanged.connect(self._on_current)
        self.years.currentCellChanged.connect(self._on_year)
        self.details.completed.connect(self._on_completed)
        self.details.cut_wanted.connect(self._on_cut_wanted)
        self.closures.dossier_wanted.connect(self.dossier_wanted)
        for report, _ in self._imports.values():
            report.opened.connect(self.dossier_wanted)
        for nth in range(3):
            bind_key(self, nth_key(Key.CHOICE, nth + 1), partial(self.view.choose, nth))
        bind_key(self, Key.TAKE_FILE, self._choose_file)
        for key, step in zip(Key.UP_DOWN.split(), (-1, 1), strict=True):
            here = Qt.ShortcutContext.WidgetShortcut
            bind_key(self.search.input, key, partial(self._move, step), here)

    @Slot()
    def _show_view(self) -> None:
        view = self.view.value()
        parts = {CATALOGUE: self._catalogue, CALENDAR: self._calendar, TARIFF: self.tariff}
        words = {
            CATALOGUE: self.tr("Nhận tệp danh mục…"),
            CALENDAR: self.tr("Nhận tệp lịch…"),
            TARIFF: self.tr("Nhận tệp biểu phí…"),
        }
        for name, part in parts.items():
            part.setVisible(name == view)
        self.import_button.setText(with_key(words[view], Key.TAKE_FILE))
        begins = {CATALOGUE: self.search.input, CALENDAR: self.years, TARIFF: self.tariff.rates}
        if self.isVisible():
            begins[view].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask(self) -> None:
        text = self.search.value()
        self._search.ask(lambda: self._actions.procedures(text), self._on_found, self._on_failed)

    def _on_found(self, choices: tuple[ProcedureChoice, ...]) -> None:
        self._choices = choices[:MOST_ROWS]
        self.list.show_rows(
            [
                (
                    one.code,
                    ("" if one.is_complete else "▲ ") + shortened(one.name, SHORT_NAME),
                    one.field,
                )
                for one in self._choices
            ]
        )
        hidden = len(choices) - len(self._choices)
        open_ones = sum(not one.is_complete for one in choices)
        words = []
        if not choices:
            words.append(self.tr("Không thấy thủ tục nào. Thử ít chữ hơn, không dấu, hoặc mã."))
        if hidden > 0:
            words.append(self.tr("Còn {0} thủ tục nữa – gõ thêm chữ để thu hẹp.").format(hidden))
        if open_ones:
            words.append(self.tr("▲ {0} thủ tục còn thiếu thời hạn.").format(open_ones))
        self._more.setText(" ".join(words))
        self._on_current(self.list.currentRow(), 0, -1, 0)

    def _on_failed(self, error: Exception) -> None:
        self._notices.take(error)

    def _move(self, by: int) -> None:
        row = min(max(self.list.currentRow() + by, 0), self.list.rowCount() - 1)
        if row >= 0:
            self.list.setCurrentCell(row, 0)

    @Slot(int, int, int, int)
    def _on_current(self, row: int, _column: int, _old: int, _old_column: int) -> None:
        if not 0 <= row < len(self._choices):
            self.details.show_nothing()
            return
        version = self._choices[row].version
        if self._shown is not None and self._shown.version == version:
            return
        self._open.ask(lambda: self._actions.procedure(version), self._on_opened, self._on_failed)

    def _on_opened(self, stored: StoredProcedure) -> None:
        self._shown = stored
        self.details.show_procedure(stored)
        code = stored.procedure.code
        self._versions.ask(
            lambda: self._actions.versions(code), self.details.show_versions, self._on_failed
        )

    @Slot(object, object, object, str, str)
    def _on_cut_wanted(
        self,
        channel: Channel,
        case: str | None,
        limit: TimeLimit | None,
        decision: str,
        approver: str,
    ) -> None:
        if self._shown is None:
            return
        code = self._shown.procedure.code
        wanted = LimitCutRequest(code, channel, case, limit, decision, approver)
        self._work.writing.run(
            self,
            lambda: self._actions.cut_limit(wanted),
            self._on_limit_kept,
            self._on_cut_refused,
        )

    def _on_cut_refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.details.cut.show_refusal(error)
        else:
            self._notices.take(error)

    @Slot(object, object, object, str)
    def _on_completed(
        self, channel: Channel, case: str | None, limit: TimeLimit, source: str
    ) -> None:
        if self._shown is None:
            return
        code = self._shown.procedure.code
        self._work.writing.run(
            self,
            lambda: self._actions.complete_limit(code, channel, case, limit, source),
            self._on_limit_kept,
            self._on_limit_refused,
        )

    def _on_limit_kept(self, stored: StoredProcedure) -> None:
        self._on_opened(stored)
        self.changed.emit(Changed.PROCEDURES)
        self._ask()

    def _on_limit_refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.details.strip.show_refusal(self._actions.say(error))
        else:
            self._notices.take(error)

    @Slot()
    def _choose_file(self) -> None:
        kinds = (self.tr("Tệp JSON (*.json)"), self.tr("Mọi tệp (*)"))
        ask_file(self, self.tr("Chọn tệp"), kinds, self.import_file)

    def _on_imported(self, report: ImportReport, done: Imported) -> None:
        self._waiting.set_busy(is_busy=False)
        report.show_imported(done)
        self._shown = None
        self.changed.emit(done.changed)
        self._ask()
        self._load_years()
        self._load_tariff()

    def _on_refused(self, report: ImportReport, error: Exception) -> None:
        self._waiting.set_busy(is_busy=False)
        if isinstance(error, DeskError):
            report.show_refusal(self._actions.say(error))
        else:
            report.hide()
            self._notices.take(error)

    def _load_tariff(self) -> None:
        self._work.reading.run(
            self, self._actions.tariff, self.tariff.show_tariff, self._notices.take
        )

    def _load_years(self) -> None:
        self._work.reading.run(self, self._actions.years, self._on_years, self._notices.take)

    def _on_years(self, years: tuple[CalendarYear, ...]) -> None:
        begins = not self._years
        self._years = years
        self.years.show_rows(
            [
                (
                    str(year.year),
                    self.tr("✓ đã xác nhận") if year.confirmed else self.tr("▲ nháp"),
                    str(len(year.days_off)),
                    str(len(year.make_up_days)),
                    year.source,
                )
                for year in years
            ]
        )
        this_year = self._actions.today().year
        now = next((nth for nth, one in enumerate(years) if one.year == this_year), None)
        if begins and now is not None:
            self.years.setCurrentCell(now, 0)
        self._on_year(self.years.currentRow(), 0, -1, 0)

    @Slot(int, int, int, int)
    def _on_year(self, row: int, _column: int, _old: int, _old_column: int) -> None:
        if not 0 <= row < len(self._years):
            return
        year = self._years[row]
        days = [(day.on, self.tr("nghỉ"), day.name) for day in year.days_off]
        days += [
            (
                day.on,
                self.tr("làm bù"),
                self.tr("thay ngày {0}").format(f"{day.instead_of:%d/%m}")
                if day.instead_of
                else "",
            )
            for day in year.make_up_days
        ]
        self.days.show_rows([(f"{on:%d/%m/%Y}", kind, name) for on, kind, name in sorted(days)])
