"""The copies there are: each place with its newest, checked when, and why there is none."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.answers.safety import BackupState, CopyFacts, PlaceKind, PlaceState, TrialFacts
from app.domain.clock import in_vietnam, time_and_day
from ui.widgets.file_dialog import ask_folder
from ui.widgets.layout.flow import FlowRow
from ui.widgets.layout.waiting import Waiting, rest
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label, number_text
from ui.widgets.text.notice_strip import NoticeStrip
from ui.words import in_language


class CopiesPart(QWidget):
    """The table, what the last trial came to, and what can be done.

    Signals:
        make_wanted: copy to every place now.
        try_wanted: restore a copy for a trial.
        enrol_wanted: a folder on the stick that is to get copies; it was agreed to.
        remove_wanted: the number of the stick that is to get none.
    """

    make_wanted = Signal()
    try_wanted = Signal()
    enrol_wanted = Signal(object)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[PlaceState, ...] = ()
        self._asked: object = None
        self.table = PlainTable(
            self.tr("Các nơi tự sao lưu"),
            (
                self.tr("Nơi"),
                self.tr("Bản mới nhất"),
                self.tr("Kiểm tra lúc"),
                self.tr("Số bản"),
                self.tr("Tình trạng"),
            ),
            stretched=4,
            numbers=(3,),
            chooses=True,
            most_height=220,
        )
        self.trial = label("", "quiet", wraps=True)
        self.strip = NoticeStrip()
        self.make = QPushButton(self.tr("Sao lưu vào mọi nơi ngay"))
        self.try_out = QPushButton(self.tr("Khôi phục thử"))
        self.enrol = QPushButton(self.tr("Thêm USB…"))
        self.remove = QPushButton(self.tr("Bỏ USB đang chọn"))
        self.agree = QPushButton(self.tr("Đồng ý, thêm USB này"))
        self.cancel = QPushButton(self.tr("Không thêm"))
        self._arrange()
        self._waiting = Waiting(self, self.make, self.try_out, self.enrol, self.remove)
        self.make.clicked.connect(self.make_wanted)
        self.try_out.clicked.connect(self.try_wanted)
        self.enrol.clicked.connect(self._choose_stick)
        self.remove.clicked.connect(self._on_remove)
        self.agree.clicked.connect(self._on_agreed)
        self.cancel.clicked.connect(self._on_cancelled)
        self.table.currentCellChanged.connect(lambda *_: self._show_remove())
        self._show_question(is_asking=False)

    def show_state(self, state: BackupState) -> None:
        """Show every place, the last copy by hand, and the last trial."""
        self._places = state.places
        rows = [self._row(place) for place in state.places]
        if state.by_hand is not None:
            rows.append(self._by_hand(state.by_hand))
        self.table.show_rows(rows)
        self.trial.setText(self._trial_words(state.trial))
        self._show_remove()

    def ask(self, folder: object) -> None:
        """Say what enrolling a stick means, before it is done."""
        self._asked = folder
        self.strip.say(
            self.tr(
                "▲ Từ nay mỗi khi cắm USB này ({0}), dữ liệu được tự sao lưu vào đó. Mỗi bản giữ "
                "cả khóa: ai cầm USB đọc được toàn bộ hồ sơ. Chỉ thêm USB được cất như hồ sơ giấy; "
                "lúc nào cũng bỏ được."
            ).format(folder),
            "warning",
        )
        self._show_question(is_asking=True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, words: str) -> None:
        """Say what is under way; empty words end it."""
        self._waiting.set_busy(is_busy=bool(words))
        if words:
            self.strip.say(words, "info")
        else:
            self._show_remove()

    def _arrange(self) -> None:
        row = FlowRow()
        for button in (self.make, self.try_out, self.enrol, self.remove, self.agree, self.cancel):
            row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.table, self.trial, self.strip):
            column.addWidget(part)
        column.addWidget(row)

    def _row(self, place: PlaceState) -> tuple[str, ...]:
        newest = place.copies[0] if place.copies else None
        is_stick = place.kind is PlaceKind.STICK
        return (
            self.tr("USB: {0}").format(place.name) if is_stick else place.name,
            _at(newest.made_at if newest else None),
            _at(newest.verified_at if newest else None),
            number_text(len(place.copies)) if place.is_there else "",
            self._status(place),
        )

    def _status(self, place: PlaceState) -> str:
        newest = place.copies[0] if place.copies else None
        if place.failure:
            return self.tr("▲ chưa sao lưu được: {0}").format(in_language(place.failure))
        if newest is not None and newest.verified_at is None:
            return self.tr("■ bản mới nhất hỏng, không dùng được")
        if not place.is_there:
            is_stick = place.kind is PlaceKind.STICK
            return self.tr("chưa cắm") if is_stick else self.tr("▲ không thấy nơi này")
        if newest is None:
            return self.tr("chưa có bản nào")
        return self.tr("✓ ổ đĩa khác") if place.is_apart else self.tr("cùng ổ đĩa với dữ liệu")

    def _by_hand(self, copy: CopyFacts) -> tuple[str, ...]:
        return (
            self.tr("Sao lưu bằng tay"), _at(copy.made_at), _at(copy.verified_at), "", copy.path
        )  # fmt: skip

    def _trial_words(self, trial: TrialFacts | None) -> str:
        if trial is None:
            return self.tr("Chưa khôi phục thử lần nào; máy tự thử mỗi tháng một lần.")
        if trial.failure:
            words = self.tr("■ Khôi phục thử lúc {0} không được: {1}")
            return words.format(_at(trial.at), in_language(trial.failure))
        return self.tr("✓ Khôi phục thử lúc {0}: được, {1} hồ sơ.").format(
            _at(trial.at), number_text(trial.dossiers)
        )

    def _chosen_stick(self) -> str:
        row = self.table.currentRow()
        place = self._places[row] if 0 <= row < len(self._places) else None
        is_stick = place is not None and place.kind is PlaceKind.STICK
        return place.key.partition(":")[2] if place is not None and is_stick else ""

    def _show_remove(self) -> None:
        can_go = bool(self._chosen_stick()) and self.make.isEnabled()
        rest(self.remove, rests=not can_go, instead=self.enrol)

    def _show_question(self, *, is_asking: bool) -> None:
        for button in (self.make, self.try_out, self.enrol, self.remove):
            button.setVisible(not is_asking)
        for button in (self.agree, self.cancel):
            button.setVisible(is_asking)

    @Slot()
    def _choose_stick(self) -> None:
        ask_folder(self, self.tr("Chọn một thư mục trên USB đang cắm"), self.ask)

    @Slot()
    def _on_remove(self) -> None:
        if stick := self._chosen_stick():
            self.remove_wanted.emit(stick)

    @Slot()
    def _on_agreed(self) -> None:
        folder, self._asked = self._asked, None
        self._show_question(is_asking=False)
        self.enrol_wanted.emit(folder)

    @Slot()
    def _on_cancelled(self) -> None:
        self._asked = None
        self.strip.say("")
        self._show_question(is_asking=False)
        self.enrol.setFocus(Qt.FocusReason.OtherFocusReason)


def _at(moment: datetime | None) -> str:
    return "" if moment is None else time_and_day(in_vietnam(moment))
