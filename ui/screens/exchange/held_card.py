"""Papers asked for although a connected base holds their data: the list that is reported."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.answers.held import HeldReport
from app.domain.clock import in_vietnam, time_and_day
from app.domain.errors import FieldError
from app.domain.typed_day import read_day
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.layout.card import TitledCard
from ui.widgets.layout.waiting import rest
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label, number_text
from ui.words import word_for


class HeldCard(TitledCard):
    """The papers of a period, from the first of this month until today unless said otherwise.

    Args:
        today: the present day; none to come is asked for.
        say: the sentence of a refusal.

    Signals:
        period: another first and last day.
        saved: the report that is shown is to be written to a file.
        opened: the dossier that was chosen, by its id.
    """

    period = Signal(object, object)
    saved = Signal(object)
    opened = Signal(int)

    def __init__(self, today: Callable[[], date], say: Say, parent: QWidget | None = None) -> None:
        super().__init__("", spacing=8, parent=parent)
        self.title.setText(self.tr("Giấy tờ vẫn yêu cầu dù cơ sở dữ liệu đã có"))
        self._today = today
        self._report: HeldReport | None = None
        self.first = self._day(self.tr("Từ ngày"), "first", say)
        self.last = self._day(self.tr("Đến ngày"), "last", say)
        self.save = QPushButton(self.tr("Lưu ra tệp…"))
        self.save.clicked.connect(self._on_save)
        self.table = PlainTable(
            self.title.text(),
            (
                self.tr("Lúc"),
                self.tr("Mã hồ sơ"),
                self.tr("Giấy tờ"),
                self.tr("Vì sao vẫn yêu cầu"),
                self.tr("Cán bộ"),
            ),
            stretched=2,
            chooses=True,
            leads=True,
        )
        self.table.opened.connect(self._on_opened)
        self.none = label("", "quiet", wraps=True)
        self._arrange()

    def days(self) -> tuple[date, date]:
        """The period as it stands in the fields; a day that cannot be read is today."""
        return self._read(self.first, self._today().replace(day=1)), self._read(
            self.last, self._today()
        )

    def begin(self) -> None:
        """Stand on this month, unless a period was named."""
        if not self.first.value() and not self.last.value():
            today = self._today()
            self.first.set_value(f"{today.replace(day=1):%d/%m/%Y}")
            self.last.set_value(f"{today:%d/%m/%Y}")

    def show_report(self, report: HeldReport) -> None:
        """Show this, the oldest first."""
        self._report = report
        self.table.show_rows(
            [
                (
                    time_and_day(in_vietnam(one.asked_at), with_year=False),
                    one.dossier_code,
                    one.paper,
                    word_for(one.reason),
                    one.officer,
                )
                for one in report.rows
            ]
        )
        self.table.setVisible(bool(report.rows))
        rest(self.save, rests=not report.rows, instead=self.first)
        words = (
            self.tr("{0} giấy tờ. Bấm hoặc Enter vào một dòng để mở hồ sơ.").format(
                number_text(len(report.rows))
            )
            if report.rows
            else self.tr("Không có giấy tờ nào như vậy trong thời gian này.")
        )
        self.none.setText(words)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in (self.first, self.last):
            field.entered.connect(self._on_days)
            row.addWidget(field)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.column.addLayout(row)
        for widget in (self.none, self.table):
            self.column.addWidget(widget)

    def _day(self, words: str, name: str, say: Say) -> LineField:
        def read(text: str) -> str:
            return f"{read_day(text, today=self._today(), field=name):%d/%m/%Y}" if text else ""

        return LineField(words, say, read=read)

    def _read(self, field: LineField, otherwise: date) -> date:
        try:
            return read_day(field.value(), today=self._today(), field="first")
        except FieldError:
            return otherwise

    @Slot()
    def _on_days(self) -> None:
        if not (self.first.has_problem or self.last.has_problem):
            self.period.emit(*self.days())

    @Slot()
    def _on_save(self) -> None:
        if self._report is not None:
            self.saved.emit(self._report)

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        if self._report is not None:
            self.opened.emit(self._report.rows[row].dossier_id)
