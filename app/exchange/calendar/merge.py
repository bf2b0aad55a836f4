"""What a calendar file changes in the office's calendar: taken, changed, kept or refused."""

from app.answers.imports import ImportedRow
from app.domain.deadline.calendar_year import CalendarYear
from app.domain.deadline.office_hours import DEFAULT_NAME
from app.domain.phrases import phrase
from app.exchange.calendar.file import CLOSURES_PART, SESSIONS_PART, CalendarFile

NEW, CHANGED, UNCHANGED, REFUSED = "new", "changed", "unchanged", "refused"


def merge(
    current: CalendarFile, incoming: CalendarFile
) -> tuple[CalendarFile, tuple[ImportedRow, ...]]:
    """What of `incoming` is taken over, and what became of each of its parts.

    An official year wins over a draft, never the other way round. The shipped default hours never
    replace hours the office set. Closures are added to those known.
    """
    rows: list[ImportedRow] = []
    taken: list[CalendarYear] = []
    known = {year.year: year for year in current.years}
    for year in incoming.years:
        row = _verdict(known.get(year.year), year)
        rows.append(row)
        if row.verdict in {NEW, CHANGED}:
            taken.append(year)
    plans = incoming.plans
    if plans is not None:
        is_default = all(plan.name == DEFAULT_NAME for plan in plans)
        if plans == current.plans:
            rows.append(ImportedRow(SESSIONS_PART, UNCHANGED))
            plans = None
        elif is_default and current.plans is not None:
            rows.append(
                ImportedRow(SESSIONS_PART, REFUSED, phrase("giữ giờ làm việc riêng của cơ quan"))
            )
            plans = None
        else:
            rows.append(ImportedRow(SESSIONS_PART, NEW if current.plans is None else CHANGED))
    closures = None
    if incoming.closures is not None:
        before = current.closures or ()
        added = tuple(closure for closure in incoming.closures if closure not in before)
        closures = before + added if added else None
        rows.append(ImportedRow(CLOSURES_PART, CHANGED if added else UNCHANGED))
    return CalendarFile(tuple(taken), plans, closures, incoming.same_day_cutoff), tuple(rows)


def _verdict(known: CalendarYear | None, year: CalendarYear) -> ImportedRow:
    reference = str(year.year)
    if known is None:
        return ImportedRow(reference, NEW, year.source)
    if known == year:
        return ImportedRow(reference, UNCHANGED)
    if known.confirmed and not year.confirmed:
        return ImportedRow(reference, REFUSED, phrase("bản dự kiến không thay lịch chính thức"))
    return ImportedRow(reference, CHANGED, year.source)
