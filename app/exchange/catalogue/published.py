"""A procedure as a file publishes it, before it is read as rules: one form for both shapes."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.catalogue.procedure import Channel, Outcome
from app.domain.phrases import phrase
from app.exchange.catalogue.fees import PublishedFee, fee_of, fees_in_text
from app.exchange.catalogue.fields import CatalogueWrongShape, Node

NAME_LIMIT = 5_000
SHORT_LIMIT = 300
CODE_LIMIT = 60
METHODS_LIMIT = 100
PAPERS_LIMIT = 400
OUTCOMES_LIMIT = 100


@dataclass(frozen=True, slots=True)
class PublishedMethod:
    """One channel with a limit and fees as they stand; `case` only where the file names one."""

    channel: Channel
    amount: int | float | None
    unit: str
    note: str
    fees: tuple[PublishedFee, ...]
    case: str = ""

    @property
    def limit_text(self) -> str:
        """``5 OTHER``; ``–`` where nothing is said."""
        return f"{self.amount} {self.unit}" if self.unit else "–"


@dataclass(frozen=True, slots=True)
class PublishedPaper:
    """One component; `heading` is the published case or group it stands under.

    `condition` is the row before it that says when it is asked for, where one does.
    """

    heading: str
    name: str
    originals: int | float | None
    copies: int | float | None
    code: str
    template: str
    required: bool
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """One procedure of a file."""

    code: str
    name: str
    field: str
    field_code: str
    decision: str
    subjects: str
    methods: tuple[PublishedMethod, ...]
    papers: tuple[PublishedPaper, ...]
    outcomes: tuple[Outcome, ...]


def from_list_row(row: Node) -> Published:
    """One element of the array shape (`procedures-commune-2026-07.json`)."""
    return Published(
        code=row.line("code", CODE_LIMIT, required=True),
        name=row.line("name", NAME_LIMIT, required=True),
        field=row.line("field", SHORT_LIMIT),
        field_code="",
        decision=row.line("decision", SHORT_LIMIT),
        subjects=row.line("subjects", NAME_LIMIT),
        methods=tuple(_list_method(each) for each in row.children("methods", METHODS_LIMIT)),
        papers=tuple(_list_paper(each) for each in row.children("components", PAPERS_LIMIT)),
        outcomes=_outcomes(row, "results"),
    )


def from_portal_answer(data: Node) -> Published:
    """The `data` of the portal's own detail answer (`portal-detail-2.000815.json`)."""
    category = data.child("category")
    proposal = data.child("procedureProposal")
    return Published(
        code=data.line("code", CODE_LIMIT, required=True),
        name=data.line("name", NAME_LIMIT, required=True),
        field=category.line("name", SHORT_LIMIT),
        field_code=category.line("code", CODE_LIMIT),
        decision=data.line("decisionNo", SHORT_LIMIT)
        or proposal.line("proposalNumber", SHORT_LIMIT),
        subjects=", ".join(
            each.line("name", SHORT_LIMIT) for each in data.children("subjectTypesDetails", 100)
        ),
        methods=_portal_methods(data),
        papers=tuple(_portal_papers(data)),
        outcomes=_outcomes(data, "resultsDetails"),
    )


def _list_method(row: Node) -> PublishedMethod:
    fees, note = fees_in_text(row.paragraph("fee_and_note", NAME_LIMIT))
    return PublishedMethod(
        _channel(row, "channel"), row.number("amount"), row.line("unit", CODE_LIMIT), note, fees
    )


def _list_paper(row: Node) -> PublishedPaper:
    return PublishedPaper(
        heading=row.paragraph("case", NAME_LIMIT).replace("\n", " "),
        name=row.paragraph("name", NAME_LIMIT),
        originals=row.number("originals"),
        copies=row.number("copies"),
        code="",
        template=row.line("template", SHORT_LIMIT),
        required=False,
    )


def _portal_methods(data: Node) -> tuple[PublishedMethod, ...]:
    """The execution methods; limits by case (`cases`) fill those the methods leave open."""
    methods = tuple(
        _portal_method(each) for each in data.children("executionMethods", METHODS_LIMIT)
    )
    cases = list(_case_limits(data))
    stated = any(method.unit not in {"", "OTHER"} for method in methods)
    if not cases or (stated and len(cases) == 1):
        return methods
    alone = len({(amount, unit) for _, amount, unit in cases}) == 1
    return tuple(
        PublishedMethod(
            method.channel, amount, unit, method.note, method.fees, "" if alone else case
        )
        for method in methods
        for case, amount, unit in (cases[:1] if alone else cases)
    )


def _portal_method(row: Node) -> PublishedMethod:
    note = row.paragraph("description", NAME_LIMIT)
    fees = tuple(
        fee_of(
            each.number("value"),
            each.line("description", NAME_LIMIT),
            note,
            foreign="USD" in each.raw("currencyName") if "currencyName" in each.values else False,
        )
        for each in row.children("fees", METHODS_LIMIT)
    )
    return PublishedMethod(
        _channel(row, "submissionMethod"),
        row.number("processingTime"),
        row.line("processingTimeUnit", CODE_LIMIT),
        note,
        fees,
    )


def _case_limits(data: Node) -> Iterator[tuple[str, int | float, str]]:
    for case in data.children("cases", METHODS_LIMIT):
        time = case.child("processingDay")
        amount, unit = time.number("qty"), time.line("type", CODE_LIMIT)
        if amount and unit not in {"", "OTHER"}:
            yield case.line("name", NAME_LIMIT), amount, unit


def _portal_papers(data: Node) -> Iterator[PublishedPaper]:
    for key in ("executionCases", "cases"):
        for case in data.children(key, METHODS_LIMIT):
            heading = case.paragraph("name", NAME_LIMIT).replace("\n", " ")
            for each in case.children("profileComponents", PAPERS_LIMIT):
                yield _portal_paper(heading, each)


def _portal_paper(heading: str, row: Node) -> PublishedPaper:
    templates = [each.line("name", SHORT_LIMIT) for each in row.children("attachments", 50)]
    return PublishedPaper(
        heading=heading,
        name=row.paragraph("name", NAME_LIMIT),
        originals=row.number("originalQty"),
        copies=row.number("copyQty"),
        code=row.line("code", CODE_LIMIT),
        template=next((name for name in templates if name), ""),
        required=row.flag("required"),
    )


def _outcomes(row: Node, key: str) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(each.line("name", NAME_LIMIT, required=True), each.line("code", CODE_LIMIT))
        for each in row.children(key, OUTCOMES_LIMIT)
    )


def _channel(row: Node, key: str) -> Channel:
    text = row.line(key, CODE_LIMIT)
    try:
        return Channel(text)
    except ValueError:
        raise CatalogueWrongShape(
            place=row.at(key), expected=phrase("DIRECT, ONLINE hoặc POSTAL")
        ) from None
