"""The tariff in force: since when, by what text, its rates, and the grounds on which to waive."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.money.fee import dong
from app.domain.money.ground import ExemptionGround
from app.domain.money.tariff import Rate, Tariff
from ui.keys import Key
from ui.screens.reference_data.report_strip import ImportReport
from ui.widgets.layout.form_scroll import FormScroll
from ui.widgets.lists.plain_table import PlainTable
from ui.widgets.text.labels import label
from ui.words import reason_in_language, word_for


class TariffPart(QFrame):
    """The tariff, and what became of an imported file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.report = ImportReport()
        self.name = label("", "section", wraps=True)
        self.since = label("", "strong", wraps=True)
        self.source = label("", "quiet", wraps=True)
        self.rates = PlainTable(
            self.tr("Mức phí"),
            (self.tr("Khoản"), self.tr("Mức"), self.tr("Tối đa một bản"), self.tr("Thủ tục")),
            stretched=1,
            chooses=True,
            most_height=420,
        )
        self.grounds = PlainTable(
            self.tr("Căn cứ miễn, giảm"),
            (
                self.tr("Căn cứ"),
                self.tr("Mức"),
                self.tr("Áp dụng cho"),
                self.tr("Thời gian"),
                self.tr("Văn bản"),
                self.tr("Nguồn"),
            ),
            stretched=4,
            chooses=True,
            most_height=420,
        )
        self._rates_title = label(self.tr("Mức phí"), "strong")
        self._grounds_title = label(self.tr("Căn cứ miễn, giảm"), "strong")
        self._arrange()

    def show_tariff(self, tariff: Tariff | None) -> None:
        """Show this one, or that there is none."""
        for widget in (
            self.since, self.source, self.rates, self.grounds, self._rates_title,
            self._grounds_title,
        ):  # fmt: skip
            widget.setVisible(tariff is not None)
        if tariff is None:
            words = self.tr("Chưa có biểu phí nào hiệu lực. {0} để nhận tệp biểu phí.")
            self.name.setText(words.format(Key.TAKE_FILE))
            return
        self.name.setText(tariff.name)
        self.since.setText(
            self.tr("Hiệu lực {0} · {1}").format(
                reason_in_language(tariff.validity.words), word_for(tariff.provenance)
            )
        )
        self.source.setText(self.tr("Nguồn: {0}").format(tariff.source))
        self.rates.show_rows([self._rate(rate) for rate in tariff.rates])
        self.grounds.show_rows([self._ground(ground) for ground in tariff.grounds])

    def _arrange(self) -> None:
        scroll = FormScroll((14, 10, 14, 10), 8)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 2, 0, 2)
        around.addWidget(scroll)
        note = self.tr(
            "Nhận biểu phí mới không đổi số tiền của hồ sơ đã tiếp nhận; hồ sơ tính theo biểu phí "
            "của ngày tiếp nhận."
        )
        for widget in (
            self.report, self.name, self.since, self.source, label(note, "quiet", wraps=True),
            self._rates_title, self.rates, self._grounds_title, self.grounds,
        ):  # fmt: skip
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)

    def _rate(self, rate: Rate) -> tuple[str, ...]:
        steps = [f"{dong(rate.steps[0].amount)}/{rate.per}"]
        steps += [
            self.tr("từ {0} thứ {1}: {2}").format(rate.per, step.from_page, dong(step.amount))
            for step in rate.steps[1:]
        ]
        cap = dong(rate.cap) if rate.cap is not None else ""
        return rate.name, "; ".join(steps), cap, ", ".join(rate.procedures)

    def _ground(self, ground: ExemptionGround) -> tuple[str, ...]:
        is_bounded = bool(ground.effective_from or ground.effective_to)
        return (
            ground.name,
            self._relief(ground),
            ", ".join((*ground.fields, *ground.procedures)) or self.tr("mọi khoản, trừ chứng thực"),
            reason_in_language(ground.validity.words) if is_bounded else "",
            ground.source,
            word_for(ground.provenance),
        )

    def _relief(self, ground: ExemptionGround) -> str:
        if ground.asks_relief:
            return self.tr("giảm, ghi khi thu")
        if ground.relief is None:
            return self.tr("miễn")
        if ground.relief.percent is None:
            return self.tr("giảm còn {0}").format(dong(ground.relief.to_amount or 0))
        return self.tr("giảm {0}%").format(ground.relief.percent)
