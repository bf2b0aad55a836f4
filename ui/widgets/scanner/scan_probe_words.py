"""The trial of a scanner in words; numbers of persons are masked but for their last four."""

import re
from datetime import date

from PySide6.QtCore import QObject

from app.devices.scan_trial import TrialReport, named
from app.devices.wedge import BurstRules, Verdict
from app.domain.dossier.identity import masked
from app.domain.scanning.code import read_scan
from app.domain.scanning.garbled import is_garbled
from app.domain.scanning.likeness import Likeness, likeness
from app.domain.scanning.scanned import Scanned, Unrecognised, read_fields
from app.wording.terms import SCANNED_FIELDS, scanned_value
from ui.words import in_language, word_for

_NUMBERS = ("personal_id", "old_id", "insurance_number", "social_insurance_number")
# Nine digits or twelve are somebody's number, whether or not the rest of the card came.
_LIKE_A_NUMBER = re.compile(r"(?<!\d)\d{9}(?:\d{3})?(?!\d)")


class ProbeWords(QObject):
    """Says what a `TrialReport` holds, row by row."""

    def captions(self) -> dict[str, str]:
        """The rows by name, in the order they stand."""
        return {
            "received": self.tr("Nhận được"),
            "gaps": self.tr("Nhịp phím"),
            "ending": self.tr("Phím cuối"),
            "method": self.tr("Bộ gõ"),
            "verdict": self.tr("Kết luận"),
            "read": self.tr("Đọc ra"),
        }

    def rows(self, report: TrialReport, rules: BurstRules, today: date) -> dict[str, str]:
        """The words of every row."""
        found = read_scan(report.text, today)
        return {
            "received": _without_numbers(named(report.received), found),
            "gaps": self._gaps(report),
            "ending": named(report.ending) if report.ending else self._no_ending(report),
            "method": self._method(report),
            "verdict": self._verdict(report, rules, today),
            "read": self._read(found) if report.is_over else "…",
        }

    def _gaps(self, report: TrialReport) -> str:
        if report.gaps is None:
            return self.tr("không có: mã đến nguyên cả chuỗi") if report.is_over else "–"
        gaps = report.gaps
        return self.tr("ngắn nhất {0}, trung bình {1}, dài nhất {2} ms").format(
            *(f"{one:.1f}".replace(".", ",") for one in (gaps.least, gaps.mean, gaps.most))
        )

    def _no_ending(self, report: TrialReport) -> str:
        is_serial = report.gaps is None
        if not report.is_over or is_serial:
            return "–"
        return self.tr("▲ không có. Nên đặt máy quét gửi Enter sau mỗi mã")

    def _method(self, report: TrialReport) -> str:
        taken = []
        if report.is_composed:
            taken.append(self.tr("bộ gõ của hệ thống đang ghép chữ"))
        if report.has_backspace:
            taken.append(self.tr("có phím Backspace (dấu của Unikey)"))
        return "▲ " + "; ".join(taken) if taken else self.tr("không xen vào")

    def _verdict(self, report: TrialReport, rules: BurstRules, today: date) -> str:
        if report.is_odd or is_garbled(report.text):
            return self.tr(
                "■ Máy quét gửi chữ có dấu không đúng cách (Alt và bàn phím số, hoặc không phải "
                "UTF-8), mã sẽ không được dùng. Tắt kiểu gõ đó, hoặc đặt máy quét ở chế độ COM."
            )
        if report.verdict is Verdict.SPOILED:
            return self.tr(
                "■ Mã bị bộ gõ tiếng Việt làm sai, sẽ không được dùng. Tắt bộ gõ (Ctrl+Shift), "
                "hoặc đặt máy quét ở chế độ COM."
            )
        if report.verdict is Verdict.SCAN:
            return self.tr("✓ Là máy quét: chương trình nhận.")
        if not report.is_over:
            return self.tr("… đang nhận")
        if likeness(report.text, today) is Likeness.CERTAIN:
            return self.tr(
                "✓ Máy quét chậm: thẻ, mã hồ sơ và nhãn đọc ra nguyên vẹn vẫn được nhận; số trần "
                "thì như tay gõ. Nên bỏ “inter-character delay”."
            )
        return self.tr(
            "▲ Như tay gõ: chương trình không coi là quét. Máy quét phải gửi từ {0} ký tự, trung "
            "bình dưới {1} ms một phím; hãy bỏ “inter-character delay”."
        ).format(rules.least, round(rules.mean_ms))

    def _read(self, found: Scanned) -> str:
        if isinstance(found, Unrecognised):
            return f"{word_for(found.kind)}: {word_for(found.reason)}"
        lines = [word_for(found.kind)]
        for name, field in read_fields(found).items():
            value = (
                masked(field.value)
                if name in _NUMBERS
                else in_language(scanned_value(name, field.value))
            )
            doubt = f" (▲ {word_for(field.doubt)})" if field.doubt else ""
            lines.append(f"{in_language(SCANNED_FIELDS[name])}: {value}{doubt}")
        return "\n".join(lines)


def _without_numbers(text: str, found: Scanned) -> str:
    fields = read_fields(found)
    for name in _NUMBERS:
        if name in fields:
            text = text.replace(fields[name].value, masked(fields[name].value))
    return _LIKE_A_NUMBER.sub(lambda digits: masked(digits[0]), text)
