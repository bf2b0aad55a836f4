"""Our own catalogue shape: whole procedures, completions and steps included."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.domain.catalogue.procedure import Procedure, check_cut, check_steps
from app.domain.phrases import phrase
from app.domain.text import paragraph
from app.exchange.catalogue.assembly import CODE, BadProcedureCode, NoMethods
from app.exchange.catalogue.fields import CatalogueTooMany, CatalogueWrongShape, visible
from app.exchange.catalogue.published import NAME_LIMIT, PAPERS_LIMIT
from app.exchange.shape_faults import fault

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMAT = "motcua-catalogue-1"

T = TypeVar("T", bound="DataclassInstance")


def from_own_row(value: object, place: str) -> Procedure:
    """One element of `procedures`, with every text cleaned and every bound held.

    Raises:
        CatalogueWrongShape: a value is of another kind than a procedure's; nothing is taken.
        TextTooLong, TextHasControls, BadProcedureCode, NoMethods, CatalogueTooMany,
        InvalidTimeLimit, CutNotShorter, StepsExceedLimit: the row is refused.
    """
    try:
        procedure = msgspec.convert(value, Procedure)
    except msgspec.ValidationError as problem:
        inner, why = fault(problem, whole="")
        at = f"{place}.{inner}" if inner else place
        raise CatalogueWrongShape(
            place=at, expected=phrase("đúng mẫu của Một Cửa; {why}", why=why)
        ) from None
    procedure = _cleaned(procedure, place)
    if not CODE.fullmatch(procedure.code):
        raise BadProcedureCode(code=procedure.code)
    if not procedure.limits:
        raise NoMethods(code=procedure.code)
    if len(procedure.documents) > PAPERS_LIMIT:
        raise CatalogueTooMany(place=f"{place}.documents", limit=PAPERS_LIMIT)
    for rule in procedure.limits:
        check_cut(rule, procedure.code)
    check_steps(procedure)
    return procedure


def _cleaned(value: T, place: str) -> T:
    """`value` with every text in it cleaned, however deep."""
    changes: dict[str, object] = {}
    for field in fields(value):
        inner = getattr(value, field.name)
        where = f"{place}.{field.name}"
        if type(inner) is str:
            changes[field.name] = _text(inner, where)
        elif isinstance(inner, tuple):
            changes[field.name] = tuple(
                _text(each, f"{where}[{index}]")
                if isinstance(each, str)
                else _cleaned(each, f"{where}[{index}]")
                for index, each in enumerate(inner)
            )
    return replace(value, **changes)


def _text(text: str, place: str) -> str:
    return paragraph(visible(text), field=place, limit=NAME_LIMIT)
