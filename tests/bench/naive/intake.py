"""Registering a dossier as it is often written first: an ORM, a commit per row, `count() + 1`.

It keeps what ours keeps (fields of applicant and dossier, papers, what the slip says, two messages
for the province, who did it) and gives codes of the same form, numbered anew each day by counting
that day's codes, under the same settings of the database, one session a request; each
commit lets objects expire, so the dossier is read again for the next row, as SQLAlchemy does unless
told otherwise. It has no search words, chain, series of numbers or checks of what was typed.
"""

import json
import logging
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import ForeignKey, create_engine, func, or_
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlcipher3 import dbapi2

from app.domain.dossier.dossier import IntakeRequest
from db.engine.opening import apply_settings
from tests.bench.measuring import office

OFFICER = "Hoàng Thị Lan"
AGENCY = "H37.99.1"
A_DAY = 120
"""Dossiers on each day before."""
NAME_OF = {"1.004873": "Cấp Giấy xác nhận tình trạng hôn nhân"}
DAYS_OFF = {f"2026-{day}" for day in ("01-01", "04-30", "05-01", "09-02", "11-24")}


class Base(DeclarativeBase):
    pass


class Applicant(Base):
    __tablename__ = "applicant"
    id: Mapped[int] = mapped_column(primary_key=True)
    full_name: Mapped[str]
    phone: Mapped[str]
    personal_id: Mapped[str]
    address: Mapped[str]
    kind: Mapped[str]
    id_kind: Mapped[str]
    born: Mapped[str]
    sex: Mapped[str]
    email: Mapped[str]


class Dossier(Base):
    __tablename__ = "dossier"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    procedure: Mapped[str]
    applicant_id: Mapped[int] = mapped_column(ForeignKey("applicant.id"))
    received_at: Mapped[str]
    due_at: Mapped[str]
    state: Mapped[str]
    channel: Mapped[str]
    officer: Mapped[str]
    station: Mapped[int]
    limit_days: Mapped[int]
    form_set: Mapped[str]
    sets: Mapped[int]
    return_by: Mapped[str]
    note: Mapped[str]


class Paper(Base):
    __tablename__ = "paper"
    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"))
    name: Mapped[str]
    originals: Mapped[int]
    copies: Mapped[int]


class Outbox(Base):
    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int]
    body: Mapped[str]


class Audit(Base):
    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int]
    at: Mapped[str]
    actor: Mapped[str]
    action: Mapped[str]


class Content(Base):
    __tablename__ = "content"
    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int]
    body: Mapped[str]


class Draft(Base):
    __tablename__ = "draft"
    id: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class NaiveDesk:
    """Such a program's records, encrypted like ours, holding `dossiers` already."""

    def __init__(self, path: Path, dossiers: int, *, logged_to: Path | None = None) -> None:
        for leftover in path.parent.glob(f"{path.name}*"):
            leftover.unlink()
        self._path = path
        self._engine = create_engine("sqlite://", module=dbapi2, creator=self._connected)
        Base.metadata.create_all(self._engine)
        with self._engine.begin() as connection:
            rows = [
                (n, f"Nguyễn Văn {n}", f"09{n:08d}", f"0200{n:08d}") for n in range(1, dossiers + 1)
            ]
            ask = connection.exec_driver_sql
            ask(
                "INSERT INTO applicant VALUES (?, ?, ?, ?, 'Thôn Bản Loỏng, xã Mẫu Sơn', "
                "'CITIZEN', 'PERSONAL_ID', '1985-03-05', 'FEMALE', '')",
                rows,
            )
            ask(
                "INSERT INTO dossier VALUES (?, ?, '1.004873', ?, '2026-11-23T08:30', "
                "'2026-11-27T10:15', 'received', 'DIRECT', 'Hoàng Thị Lan', 1, 3, 'tt03-2025', "
                "1, 'DESK', '')",
                [(n, _former_code(dossiers - n), n) for n in range(1, dossiers + 1)],
            )

        if logged_to is not None:
            _log_statements(logged_to)

    def find(self, digits: str) -> int:
        """How many applicants have these digits anywhere."""
        like = f"%{digits}%"
        with Session(self._engine) as session:
            found = session.query(Applicant).filter(
                or_(
                    Applicant.full_name.like(like),
                    Applicant.phone.like(like),
                    Applicant.personal_id.like(like),
                )
            )
            return len(found.all())

    def register(self, request: IntakeRequest) -> str:
        """A new dossier's code."""
        who = request.applicant
        facts = {
            "channel": request.channel.value, "officer": OFFICER, "station": 1, "limit_days": 3,
            "form_set": "tt03-2025", "sets": request.sets, "return_by": request.return_by.value,
            "note": request.note, "procedure": request.procedure, "state": "received",
            "received_at": office.NOW.isoformat(), "due_at": _due(office.NOW, 3).isoformat(),
        }  # fmt: skip
        person = {
            "full_name": who.full_name, "phone": who.phone, "personal_id": who.personal_id,
            "address": who.address, "kind": who.kind.value, "id_kind": who.id_kind.value,
            "born": who.born, "sex": who.sex.value, "email": who.email,
        }  # fmt: skip
        papers = [
            {"name": paper.name, "originals": paper.originals, "copies": paper.copies}
            for paper in request.documents
        ]
        with Session(self._engine) as session:
            applicant = Applicant(**person)
            session.add(applicant)
            session.commit()
            today = f"{AGENCY}-{office.NOW:%y%m%d}-"
            given = session.query(func.count(Dossier.id)).filter(Dossier.code.like(f"{today}%"))
            code = f"{today}{given.scalar() + 1:04d}"
            dossier = Dossier(code=code, applicant_id=applicant.id, **facts)
            session.add(dossier)
            session.commit()
            for paper in papers:
                session.add(Paper(dossier_id=dossier.id, **paper))
                session.commit()
            whole = {"code": dossier.code, "procedure_name": NAME_OF[request.procedure]}
            whole |= facts | {"applicant": person, "papers": papers}
            session.add(Content(dossier_id=dossier.id, body=_json(whole)))
            session.commit()
            step = {"code": dossier.code, "state": "received", "officer": OFFICER}
            for body in (whole, step):
                session.add(Outbox(dossier_id=dossier.id, body=_json(body)))
                session.commit()
            at = office.NOW.isoformat()
            session.add(Audit(dossier_id=dossier.id, at=at, actor=OFFICER, action="receive"))
            session.commit()
            draft = session.get(Draft, "ban-nhap")
            if draft is not None:
                session.delete(draft)
                session.commit()
            return dossier.code

    def keep_draft(self) -> None:
        """What is typed so far."""
        with Session(self._engine) as session:
            session.merge(Draft(id="ban-nhap", body="{}"))
            session.commit()

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()

    def _connected(self) -> dbapi2.Connection:
        connection = dbapi2.connect(str(self._path), check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{'ab' * 32}'\"")
        apply_settings(connection)
        return connection


def _former_code(before: int) -> str:
    """The code of the dossier `before` others that came until yesterday."""
    day = office.NOW - timedelta(days=1 + before // A_DAY)
    return f"{AGENCY}-{day:%y%m%d}-{A_DAY - before % A_DAY:04d}"


def _due(received_at: datetime, days: int) -> datetime:
    """The same time `days` working days later, a day at a time."""
    due_at = received_at
    while days:
        due_at += timedelta(days=1)
        days -= due_at.weekday() < 5 and due_at.date().isoformat() not in DAYS_OFF
    return due_at


def _json(facts: dict[str, object]) -> str:
    return json.dumps(facts, ensure_ascii=False)


def _log_statements(file: Path) -> None:
    """What `echo=True` logs, into a file."""
    log = logging.getLogger("sqlalchemy.engine")
    log.handlers = [logging.FileHandler(file, mode="w")]
    log.propagate = False
    log.setLevel(logging.INFO)
