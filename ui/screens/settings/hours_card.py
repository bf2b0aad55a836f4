"""The office's weekly sessions: one plan per season, the narrower season wins."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from app.domain.deadline.office_hours import Sessions, WeekPlan
from app.domain.errors import DeskError, FieldError
from app.domain.text import line
from ui.screens.settings.hours_text import (
    read_day,
    read_month_day,
    read_sessions,
    show_sessions,
)
from ui.widgets.fields.choice import ChoiceField
from ui.widgets.fields.line_field import LineField
from ui.widgets.layout.waiting import rest
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label

ALWAYS, YEARLY, DATED = "always", "yearly", "dated"
Written = tuple[str, ...]
"""A plan as it stands in the fields: how it is valid, its name, both ends, the seven days."""


class HoursCard(QFrame):
    """Lists the plans; the chosen one is edited below.

    Signals:
        submitted: the plans as they should stand.
        changed: something was typed or chosen.
    """

    submitted = Signal(object)
    changed = Signal()

    def __init__(self, say: Callable[[DeskError], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._say = say
        self._plans: list[WeekPlan] = []
        self._at = -1
        self._is_filling = False
        self._typed: dict[WeekPlan | None, Written] = {}
        self._sent_new: WeekPlan | None = None
        self._build(say)
        self._arrange()
        self.table.currentCellChanged.connect(self._on_current)
        self.validity.changed.connect(self._show_validity)
        self.save.clicked.connect(self.submit)
        self.validity.changed.connect(self._on_changed)
        for field in (self.name, *self._ends, *self.days):
            field.changed.connect(self._on_changed)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self._edit(-1)

    def show_plans(self, plans: tuple[WeekPlan, ...]) -> None:
        """List `plans`; what is typed about those that still stand so stays."""
        self._keep()
        edited, at = self._plan(), self._at
        self._plans = list(plans)
        self._typed = {plan: typed for plan, typed in self._typed.items() if plan in {None, *plans}}
        if self._sent_new in plans:
            self._typed.pop(None, None)
            self._sent_new = None
        self._is_filling = True
        self.table.show_rows(
            [(plan.name, self._valid_words(plan), self._week_words(plan)) for plan in plans]
        )
        self._is_filling = False
        if edited in plans:
            at = plans.index(edited)
        elif edited is None and None in self._typed:
            at = -1
        self._go(min(max(at, 0), len(plans) - 1) if at >= 0 or None not in self._typed else -1)

    @property
    def unsaved(self) -> int:
        """How many plans are typed and not saved."""
        self._keep()
        return len(self._typed)

    def check(self) -> bool:
        """Whether every plan that is typed can be saved; if not, the first that cannot says so."""
        return self._read_all() is not None

    def discard(self) -> None:
        """Show the plans as they are stored."""
        self._typed.clear()
        self._edit(self._at)

    @Slot()
    def submit(self) -> None:
        """Check every plan that is typed, and hand all plans up."""
        plans = self._read_all()
        if plans is not None:
            self.submitted.emit(plans)

    def _read_all(self) -> tuple[WeekPlan, ...] | None:
        """The plans as they are typed; None after showing the first that is refused."""
        self._keep()
        here = self._at
        plans: list[WeekPlan] = []
        for at, plan in [*enumerate(self._plans), (-1, None)]:
            if plan not in self._typed:
                plans += [plan] if plan else []
                continue
            self._go(at)
            read = self._read()
            if read is None:
                return None
            plans.append(read)
            if plan is None:
                self._sent_new = read
        self._go(here)
        return tuple(plans)

    def _plan(self) -> WeekPlan | None:
        """The plan in the fields, None while a new one is typed."""
        return self._plans[self._at] if 0 <= self._at < len(self._plans) else None

    def _keep(self) -> None:
        """Remember what is typed about the plan in the fields."""
        plan, typed = self._plan(), self._as_typed()
        if typed == written(plan):
            self._typed.pop(plan, None)
        else:
            self._typed[plan] = typed

    def _as_typed(self) -> Written:
        lines = (self.name, *self._ends, *self.days)
        return (self.validity.value(), *(field.value() for field in lines))

    def _build(self, say: Callable[[DeskError], str]) -> None:
        self.table = PlainTable(
            self.tr("Các khung giờ làm việc"),
            (self.tr("Tên"), self.tr("Áp dụng"), self.tr("Giờ trong tuần")),
            stretched=2,
            chooses=True,
            most_height=170,
        )
        self.name = LineField(self.tr("Tên"), say)
        kinds = [
            (ALWAYS, self.tr("quanh năm (mặc định)")),
            (YEARLY, self.tr("hằng năm, từ ngày đến ngày")),
            (DATED, self.tr("một lần, từ ngày đến ngày")),
        ]
        self.validity: ChoiceField[str] = ChoiceField(self.tr("Áp dụng"), kinds)
        self.first = LineField(self.tr("Từ ngày"), say)
        self.last = LineField(self.tr("Đến ngày"), say)
        self._ends = (self.first, self.last)
        names = (
            self.tr("Thứ Hai"), self.tr("Thứ Ba"), self.tr("Thứ Tư"), self.tr("Thứ Năm"),
            self.tr("Thứ Sáu"), self.tr("Thứ Bảy"), self.tr("Chủ nhật"),
        )  # fmt: skip
        self.days = [LineField(name, say) for name in names]
        for field in self.days:
            field.input.setPlaceholderText("07:30-11:30, 13:00-17:00")
        self.save = QPushButton(self.tr("Lưu giờ làm việc"))
        self.add = QPushButton(self.tr("Thêm khung giờ"))
        self.remove = QPushButton(self.tr("Bỏ khung giờ này"))

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 12, 14, 14)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(9)
        grid.addWidget(label(self.tr("Giờ làm việc"), "section"), 0, 0, 1, 4)
        note = self.tr(
            "Hạn trả đếm theo giờ này. Khung giờ cụ thể hơn được ưu tiên: ngày cụ thể, rồi hằng "
            "năm, rồi mặc định. Ngày nghỉ gõ “nghỉ”."
        )
        grid.addWidget(label(note, "small", wraps=True), 1, 0, 1, 4)
        grid.addWidget(self.table, 2, 0, 1, 4)
        top = Qt.AlignmentFlag.AlignTop
        for nth, field in enumerate((self.name, self.validity)):
            grid.addWidget(field, 3, 2 * nth, 1, 2, top)
        for nth, field in enumerate(self._ends):
            grid.addWidget(field, 4, 2 * nth, 1, 2, top)
        for nth, field in enumerate(self.days):
            grid.addWidget(field, 5 + nth // 4, nth % 4, top)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.save)
        grid.addLayout(row, 7, 0, 1, 4)
        for column in range(4):
            grid.setColumnStretch(column, 1)

    def _go(self, at: int) -> None:
        """Show the plan at `at` in the fields and in the table."""
        self._edit(at)
        self._mark_row()

    def _mark_row(self) -> None:
        """The row of the plan in the fields is the chosen one; none while a new one is typed."""
        if self._at < 0:
            self.table.setCurrentCell(-1, -1)
        elif self._at != self.table.currentRow():
            self.table.selectRow(self._at)

    def _edit(self, at: int) -> None:
        self._at = at
        plan = self._plan()
        kind, *texts = self._typed.get(plan) or written(plan)
        self._is_filling = True
        self.validity.set_value(kind)
        for field, text in zip((self.name, *self._ends, *self.days), texts, strict=True):
            field.set_value(text)
        self._is_filling = False
        rest(self.remove, rests=plan is None or len(self._plans) < 2, instead=self.add)
        self._show_validity()

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    @Slot()
    def _show_validity(self) -> None:
        kind = self.validity.value()
        self.first.setVisible(kind != ALWAYS)
        self.last.setVisible(kind != ALWAYS)
        shape = "15/10" if kind == YEARLY else "15/10/2026"
        self.first.input.setPlaceholderText(shape)
        self.last.input.setPlaceholderText(shape)

    @Slot(int, int, int, int)
    def _on_current(self, row: int, _column: int, _old_row: int, _old_column: int) -> None:
        if not self._is_filling and row != self._at and 0 <= row < len(self._plans):
            self._keep()
            self._edit(row)

    @Slot()
    def _on_add(self) -> None:
        self._keep()
        self._go(-1)
        self.name.input.setFocus()

    @Slot()
    def _on_remove(self) -> None:
        kept = [plan for nth, plan in enumerate(self._plans) if nth != self._at]
        self.submitted.emit(tuple(kept))

    def _read(self) -> WeekPlan | None:
        kind = self.validity.value()
        fields: list[tuple[LineField, Callable[[str], object]]] = [
            (self.name, lambda text: line(text, field="name", limit=120, required=True))
        ]
        if kind == YEARLY:
            fields += [(end, partial(read_month_day, field="season")) for end in self._ends]
        elif kind == DATED:
            fields += [(end, partial(read_day, field="season")) for end in self._ends]
        fields += [(day, partial(read_sessions, field="sessions")) for day in self.days]
        values: list[object] = []
        for field, read in fields:
            try:
                values.append(read(field.value()))
                field.clear_problem()
            except FieldError as refusal:
                field.show_problem(self._say(refusal))
                field.input.setFocus()
                return None
        return _plan(kind, values)

    def _valid_words(self, plan: WeekPlan) -> str:
        first, last = _ends(plan)
        if _kind(plan) == YEARLY:
            return self.tr("hằng năm {0} – {1}").format(first, last)
        if _kind(plan) == DATED:
            return self.tr("{0} – {1}").format(first or "…", last or "…")
        return self.tr("quanh năm")

    def _week_words(self, plan: WeekPlan) -> str:
        shown: list[str] = []
        groups: list[tuple[int, int, Sessions]] = []
        for nth, sessions in enumerate(plan.weekdays):
            if groups and groups[-1][2] == sessions:
                groups[-1] = (groups[-1][0], nth, sessions)
            else:
                groups.append((nth, nth, sessions))
        short = (
            self.tr("T2"), self.tr("T3"), self.tr("T4"), self.tr("T5"), self.tr("T6"),
            self.tr("T7"), self.tr("CN"),
        )  # fmt: skip
        for first, last, sessions in groups:
            days = short[first] if first == last else f"{short[first]}–{short[last]}"
            shown.append(f"{days}: {show_sessions(sessions)}")
        return " · ".join(shown)


def written(plan: WeekPlan | None) -> Written:
    """`plan` as the fields say it; None is a new one."""
    if plan is None:
        return (YEARLY, *[""] * 10)
    return (_kind(plan), plan.name, *_ends(plan), *map(show_sessions, plan.weekdays))


def _kind(plan: WeekPlan | None) -> str:
    if plan is None:
        return YEARLY
    if plan.from_on or plan.to_on:
        return DATED
    return YEARLY if plan.every_year_from else ALWAYS


def _ends(plan: WeekPlan | None) -> tuple[str, str]:
    if plan is None:
        return "", ""
    if plan.from_on or plan.to_on:
        return tuple(f"{day:%d/%m/%Y}" if day else "" for day in (plan.from_on, plan.to_on))  # type: ignore[return-value] # two of two
    if plan.every_year_from and plan.every_year_to:
        (m1, d1), (m2, d2) = plan.every_year_from, plan.every_year_to
        return f"{d1:02d}/{m1:02d}", f"{d2:02d}/{m2:02d}"
    return "", ""


def _plan(kind: str, values: list[object]) -> WeekPlan:
    name, *rest = values
    ends = rest[:2] if kind != ALWAYS else [None, None]
    week = rest[2:] if kind != ALWAYS else rest
    return WeekPlan(
        name=name,  # type: ignore[arg-type] # read by the readers above, in this order
        weekdays=tuple(week),  # type: ignore[arg-type] # seven of seven
        from_on=ends[0] if kind == DATED else None,  # type: ignore[arg-type] # as above
        to_on=ends[1] if kind == DATED else None,  # type: ignore[arg-type] # as above
        every_year_from=ends[0] if kind == YEARLY else None,  # type: ignore[arg-type] # as above
        every_year_to=ends[1] if kind == YEARLY else None,  # type: ignore[arg-type] # as above
    )
