"""One procedure as it is kept: limits, fees, papers, results, steps, each with its provenance."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.answers.catalogue import StoredProcedure
from app.domain.catalogue.cutting import cut_share
from app.domain.catalogue.needed import Need, needs
from app.domain.catalogue.procedure import (
    Channel,
    Fee,
    LimitRule,
    Procedure,
    Provenance,
    RequiredDocument,
    ServiceLevel,
)
from app.domain.catalogue.shown import is_shown
from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.time_limit import TimeLimit
from app.domain.errors import DeskError
from ui.screens.reference_data.cut_strip import CutStrip
from ui.widgets.fields.limit import LimitStrip
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label
from ui.widgets.text.notice_strip import NoticeStrip
from ui.widgets.text.shortened import shortened
from ui.words import need_words


class ProcedureView(QFrame):
    """Shows a procedure; an open limit is completed here.

    Signals:
        completed: channel, case, limit and source.
        cut_wanted: channel, case, shorter limit (None: as the law gives it), decision, approver.
    """

    completed = Signal(object, object, object, str)
    cut_wanted = Signal(object, object, object, str, str)

    def __init__(
        self,
        limit_words: Callable[[TimeLimit], str],
        say: Callable[[DeskError], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._limit_words = limit_words
        self._rules: tuple[LimitRule, ...] = ()
        self._name = label("", "section", wraps=True)
        self._about = label("", "quiet", wraps=True)
        self._origin = NoticeStrip()
        self.limits = self._table(
            self.tr("Thời hạn"),
            (self.tr("Cách nộp"), self.tr("Trường hợp"), self.tr("Thời hạn"), self.tr("Căn cứ")),
            3,
            chooses=True,
        )
        self.strip = LimitStrip(say)
        self.cut = CutStrip(say)
        self.fees = self._table(
            self.tr("Phí, lệ phí"), (self.tr("Mức"), self.tr("Ghi chú, căn cứ")), 1
        )
        self.papers = self._table(
            self.tr("Giấy tờ"),
            (self.tr("Bản"), self.tr("Bắt buộc"), self.tr("Trường hợp"), self.tr("Tên giấy tờ")),
            3,
        )
        self.steps = self._table(
            self.tr("Các bước"), (self.tr("Cơ quan"), self.tr("Thời hạn"), self.tr("Việc")), 2
        )
        self._outcomes = label("", "", wraps=True)
        self.versions = self._table(
            self.tr("Các bản"),
            (self.tr("Bản"), self.tr("Hiệu lực từ"), self.tr("Nguồn")),
            2,
        )
        self._parts: list[tuple[QWidget, QWidget]] = []
        self._arrange()
        self.limits.currentCellChanged.connect(self._on_limit_chosen)
        self.strip.completed.connect(self._on_completed)
        self.cut.cut_wanted.connect(self._on_cut_wanted)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen yet."""
        self._name.setText(self.tr("Chọn một thủ tục"))
        self._about.setText(self.tr("Thời hạn, phí, giấy tờ và nguồn gốc từng điều hiện ở đây."))
        self._origin.say("")
        self.strip.hide()
        self.cut.show_rule(None)
        for title, part in self._parts:
            title.hide()
            part.hide()

    def show_versions(self, versions: Sequence[StoredProcedure]) -> None:
        """Show which versions there are, the newest first, each with where it comes from."""
        self.versions.show_rows([self._version_row(one) for one in versions])
        title = next(title for title, part in self._parts if part is self.versions)
        for part in (title, self.versions):
            part.setVisible(bool(versions))

    def show_procedure(self, stored: StoredProcedure) -> None:
        """Show `stored`; its first open limit is ready to be completed."""
        procedure = stored.procedure
        self._name.setText(procedure.name)
        self._about.setText(self._about_words(procedure, stored.version))
        self._show_origin(procedure)
        self._rules = procedure.limits
        self._fill(self.limits, [self._limit_row(rule) for rule in procedure.limits])
        self._fill(self.fees, [self._fee_row(fee) for fee in procedure.fees])
        self._fill(
            self.papers,
            [
                (
                    self._sheets(paper),
                    need_words(need, Channel.DIRECT),
                    paper.case or "",
                    paper.name,
                )
                for paper, need in self._needed(procedure)
            ],
        )
        self._fill(
            self.steps,
            [(step.agency, self._limit_words(step.limit), step.duty) for step in procedure.steps],
        )
        self._outcomes.setText("\n".join(f"• {one.name}" for one in procedure.outcomes))
        for title, part in self._parts:
            is_full = bool(part.rowCount()) if isinstance(part, PlainTable) else True
            is_full = is_full and not (part is self._outcomes and not procedure.outcomes)
            title.setVisible(is_full)
            part.setVisible(is_full)
        open_rows = [nth for nth, rule in enumerate(procedure.limits) if rule.limit is None]
        self.limits.setCurrentCell(open_rows[0] if open_rows else 0, 0)
        self._show_strip(self.limits.currentRow())

    def _arrange(self) -> None:
        scroll = FormScroll((14, 0, 14, 12), 8)
        for widget in (self._name, self._about, self._origin):
            scroll.column.addWidget(widget)
        parts: list[tuple[str, QWidget]] = [
            (self.tr("Thời hạn"), self.limits),
            (self.tr("Phí, lệ phí"), self.fees),
            (self.tr("Giấy tờ (bản chính + bản sao)"), self.papers),
            (self.tr("Các bước qua các cơ quan"), self.steps),
            (self.tr("Kết quả"), self._outcomes),
            (self.tr("Các bản đã có"), self.versions),
        ]
        for words, part in parts:
            title = label(words, "strong")
            self._parts.append((title, part))
            scroll.column.addWidget(title)
            scroll.column.addWidget(part)
            if part is self.limits:
                scroll.column.addWidget(self.strip)
                scroll.column.addWidget(self.cut)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 2)
        column.addWidget(scroll)

    def _table(
        self, name: str, headings: Sequence[str], stretched: int, *, chooses: bool = False
    ) -> PlainTable:
        return PlainTable(name, headings, stretched=stretched, chooses=chooses, most_height=300)

    def _fill(self, table: PlainTable, rows: list[tuple[str, ...]]) -> None:
        table.show_rows(rows)

    def _about_words(self, procedure: Procedure, version: int) -> str:
        levels = {
            ServiceLevel.FULL: self.tr("trực tuyến toàn trình"),
            ServiceLevel.PARTIAL: self.tr("trực tuyến một phần"),
            ServiceLevel.UNKNOWN: "",
        }
        waits = {
            PauseMode.PAUSE: self.tr("chờ bổ sung: tạm dừng hạn"),
            PauseMode.RESTART: self.tr("chờ bổ sung: tính lại từ đầu"),
        }
        since = self.tr("hiệu lực từ {0}").format(f"{procedure.effective_from:%d/%m/%Y}")
        parts = (
            procedure.code, procedure.field, levels[procedure.service_level],
            waits[procedure.pause_mode], since, self.tr("bản {0}").format(version),
        )  # fmt: skip
        return " · ".join(part for part in parts if part)

    def _show_origin(self, procedure: Procedure) -> None:
        words = self._provenance(procedure.provenance)
        source = procedure.source or procedure.decision
        kinds = {Provenance.AS_PUBLISHED: "done", Provenance.COMPLETED: "info"}
        self._origin.say(
            f"{words}: {source}" if source else words, kinds.get(procedure.provenance, "warning")
        )

    def _provenance(self, provenance: Provenance) -> str:
        return {
            Provenance.AS_PUBLISHED: self.tr("✓ Như công bố"),
            Provenance.COMPLETED: self.tr("Nhập tay"),
            Provenance.UNVERIFIED: self.tr("▲ Cần kiểm tra"),
        }[provenance]

    @staticmethod
    def _needed(procedure: Procedure) -> list[tuple[RequiredDocument, Need]]:
        """Every paper with when it is to be brought; a case is read by itself."""
        found: dict[int, Need] = {}
        for case in procedure.cases or (None,):
            papers = procedure.documents_for(case)
            for paper, need in zip(papers, needs(papers, procedure.notes), strict=True):
                found.setdefault(paper.position, need)
        return [(one, found.get(one.position, Need())) for one in procedure.documents]

    def _sheets(self, paper: RequiredDocument) -> str:
        if is_shown(paper):
            return self.tr("xuất trình")
        return f"{paper.originals} + {paper.copies}"

    def _limit_row(self, rule: LimitRule) -> tuple[str, ...]:
        limit = self._limit_words(rule.limit) if rule.limit else self.tr("▲ chưa có")
        cut = ""
        if rule.statutory is not None:
            legal = self._limit_words(rule.statutory)
            limit = self.tr("{0} (theo quy định {1})").format(limit, legal)
            cut = self._cut_words(rule)
        notes = (cut, self._provenance(rule.provenance), rule.source, rule.note)
        return (
            self._channel(rule.channel),
            rule.case or "",
            limit,
            " · ".join(note for note in notes if note),
        )

    def _cut_words(self, rule: LimitRule) -> str:
        share = cut_share(rule)
        if share is None:
            return self.tr("Cắt giảm theo {0}").format(rule.cut_by)
        percent = f"{share:g}".replace(".", ",")
        return self.tr("Cắt giảm {0} % theo {1}").format(percent, rule.cut_by)

    def _version_row(self, one: StoredProcedure) -> tuple[str, ...]:
        procedure = one.procedure
        source = procedure.source or procedure.decision
        words = " · ".join(filter(None, (self._provenance(procedure.provenance), source)))
        return str(one.version), f"{procedure.effective_from:%d/%m/%Y}", words

    def _fee_row(self, fee: Fee) -> tuple[str, ...]:
        if fee.amount is None:
            amount = self.tr("chưa rõ")
        elif fee.amount == 0:
            amount = self.tr("Miễn phí")
        else:
            amount = self.tr("{0} đồng").format(f"{fee.amount:,}".replace(",", "."))
            amount += f"/{fee.per}" if fee.per else ""
        notes = (self._provenance(fee.provenance), fee.source, fee.note)
        return amount, " · ".join(note for note in notes if note)

    def _channel(self, channel: Channel) -> str:
        return {
            Channel.DIRECT: self.tr("Tại quầy"),
            Channel.ONLINE: self.tr("Trực tuyến"),
            Channel.POSTAL: self.tr("Bưu chính"),
            Channel.KIOSK: self.tr("Ki-ốt"),
        }[channel]

    @Slot(int, int, int, int)
    def _on_limit_chosen(self, row: int, _column: int, _old: int, _old_column: int) -> None:
        self._show_strip(row)

    def _show_strip(self, row: int) -> None:
        rule = self._rules[row] if 0 <= row < len(self._rules) else None
        if rule is not None and rule.limit is None:
            self.strip.ask(shortened(rule.note, 200))
        else:
            self.strip.hide()
        self.cut.show_rule(rule)

    @Slot(object, str, str)
    def _on_cut_wanted(self, limit: object, decision: str, approver: str) -> None:
        rule = self._rules[self.limits.currentRow()]
        self.cut_wanted.emit(rule.channel, rule.case, limit, decision, approver)

    @Slot(object, str)
    def _on_completed(self, limit: object, source: str) -> None:
        rule = self._rules[self.limits.currentRow()]
        self.completed.emit(rule.channel, rule.case, limit, source)
