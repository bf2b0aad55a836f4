"""Is the money what it must be? Numbers of the year, slips against the ledger, closed sheets."""

import json

from sqlalchemy import Connection

from app.domain.errors import Damaged
from db.driver import run
from db.stores import payments, series

_TELLS_OF_A_SLIP = """instr(l.detail, '"payment":["","') > 0"""


class YearlyNumberingBroken(Damaged):
    """A number is missing, doubled or outside its series.

    Facts: series, agency, year, station (text, empty for the office's series), number.
    """


class SlipAltered(Damaged):
    """A slip differs from what the ledger tells of it. Facts: slip, dossier."""


class SlipMissing(Damaged):
    """The ledger tells of a slip that is not there. Facts: seq."""


class SheetDoesNotTie(Damaged):
    """A closed sheet differs from the sum of its slips. Facts: day, sheet."""


def check_yearly_numbers(connection: Connection) -> None:
    """Slips and books of certification are numbered without gaps, each station's by itself.

    Raises:
        YearlyNumberingBroken: names the first number that does not fit.
    """
    gap = series.first_gap(connection)
    if gap is not None:
        (which, agency, year, station), number = gap
        raise YearlyNumberingBroken(
            series=which,
            agency=agency,
            year=year,
            station=f"-Q{station}" if station else "",
            number=number,
        )


def check_slips(connection: Connection) -> None:
    """Every slip is the one its ledger row tells of, and every such row has its slip.

    Raises:
        SlipAltered, SlipMissing: name the first that does not fit.
    """
    for slip, told, is_same_dossier in payments.with_ledger(connection):
        detail = json.loads(told) if told else {}
        if not is_same_dossier or detail.get("payment") != ["", slip.ledger_text]:
            raise SlipAltered(slip=str(slip.slip), dossier=slip.dossier_code)
    row = run(
        connection,
        f"SELECT l.seq FROM ledger l WHERE l.dossier_id IS NOT NULL AND {_TELLS_OF_A_SLIP} "  # noqa: S608 - our own text
        "AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.ledger_seq = l.seq) LIMIT 1",
    ).fetchone()
    if row is not None:
        raise SlipMissing(seq=row[0])


def check_sheets(connection: Connection) -> None:
    """Every closed sheet is the sum of its slips.

    Raises:
        SheetDoesNotTie: names the first that is not.
    """
    row = run(
        connection,
        """
        SELECT s.day, s.sheet FROM cash_sheet s WHERE (s.slips, s.cash, s.transfer) IS NOT (
          SELECT count(*),
            coalesce(sum(iif(kind = 'COLLECT', amount, -amount)) FILTER (WHERE method = 'CASH'), 0),
            coalesce(sum(iif(kind = 'COLLECT', amount, -amount))
              FILTER (WHERE method = 'TRANSFER'), 0)
          FROM payment p WHERE p.agency = s.agency AND p.day = s.day AND p.sheet = s.sheet)
        LIMIT 1
        """,
    ).fetchone()
    if row is not None:
        raise SheetDoesNotTie(day=row[0], sheet=row[1])
