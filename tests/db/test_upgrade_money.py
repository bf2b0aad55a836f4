"""A filled database from before stations had series and fees could be reduced comes up whole."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.certification import Book, CertifiedDocument
from app.domain.clock import SetClock
from app.domain.fee import Exemption
from app.domain.payment import PaymentRequest
from app.usecases import certifying, fees, opening, verification
from db import upgrade
from db.connect import connect
from db.keys import make_key
from db.schema import APPLICATION_ID
from tests.builders import a_certification
from tests.db.test_upgrade import NOW, make_schema, schema_of

SCHEMA_4 = Path(__file__).parents[1] / "data" / "schema-4-rows.sql"


def test_money_and_books_of_an_older_database_keep_their_numbers(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    path, key = folder / "motcua.db", make_key(folder)
    connection = connect(path, key)
    make_schema(connection, 4)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.executescript(SCHEMA_4.read_text(encoding="utf-8"))
    read = "SELECT id, year, number, kind, amount, reverses FROM payment ORDER BY id"
    slips = connection.execute(read).fetchall()
    connection.close()
    upgrade.upgrade(path, key, now=NOW)
    upgrade.make_database(tmp_path / "new.db", key)
    after, new = (
        connect(path, key, application_id=APPLICATION_ID),
        connect(tmp_path / "new.db", key),
    )
    assert after.execute(read).fetchall() == slips
    assert schema_of(after) == schema_of(new)
    with pytest.raises(dbapi2.DatabaseError, match="never deleted"):
        after.execute("DELETE FROM payment")
    after.close()
    new.close()
    desk = opening.open_desk(folder, SetClock(NOW))
    assert verification.verify_records(desk).dossiers == 3
    (line,) = fees.money_of(desk, 3).lines
    assert (line.due, line.exemption) == (
        0, Exemption("HO_NGHEO", "Giấy chứng nhận hộ nghèo")
    )  # fmt: skip
    (row, *_, last) = certifying.certification_book(desk, Book.COPIES, 2026)
    assert str(row.number) == "Số chứng thực 01, quyển số 01/2026-SCT/BS"
    assert str(last.number) == "Số chứng thực 03, quyển số 02/2026-SCT/BS"
    done = a_certification(desk, CertifiedDocument("Bằng"), payment=PaymentRequest())
    assert str(done.certification[0].number) == "Số chứng thực 04, quyển số 02/2026-SCT/BS"
    assert str(done.payment.slip) == "0006/2026"
    verification.verify_records(desk)
    desk.close()
