"""Registering a dossier as it is often written first: an ORM, a commit per row, `count() + 1`."""

import logging
from pathlib import Path

from sqlalchemy import ForeignKey, create_engine, func, or_
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlcipher3 import dbapi2

from tests.bench import office


class Base(DeclarativeBase):
    pass


class Applicant(Base):
    __tablename__ = "applicant"
    id: Mapped[int] = mapped_column(primary_key=True)
    full_name: Mapped[str]
    phone: Mapped[str]
    personal_id: Mapped[str]
    address: Mapped[str]


class Dossier(Base):
    __tablename__ = "dossier"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    procedure: Mapped[str]
    applicant_id: Mapped[int] = mapped_column(ForeignKey("applicant.id"))
    received_at: Mapped[str]
    due_at: Mapped[str]
    state: Mapped[str]


class Paper(Base):
    __tablename__ = "paper"
    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"))
    name: Mapped[str]
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
            ask("INSERT INTO applicant VALUES (?, ?, ?, ?, 'Thôn Bản Loỏng, xã Mẫu Sơn')", rows)
            ask(
                "INSERT INTO dossier VALUES (?, ?, '1.004873', ?, '2026-11-23T08:30', "
                "'2026-11-27T10:15', 'received')",
                [(n, f"H37-{n:07d}", n) for n in range(1, dossiers + 1)],
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

    def register(self, papers: tuple[str, ...]) -> str:
        """A new dossier's code."""
        with Session(self._engine) as session:
            applicant = Applicant(
                full_name="Hoàng Thị Mẩy", phone="0912345678", personal_id="020185001234",
                address="Thôn Bản Loỏng, xã Hoàng Văn Thụ",
            )  # fmt: skip
            session.add(applicant)
            session.commit()
            number = session.query(func.count(Dossier.id)).scalar() + 1
            dossier = Dossier(
                code=f"H37-{number:07d}", procedure="1.004873", applicant_id=applicant.id,
                received_at=office.NOW.isoformat(), due_at="2026-11-27T10:15", state="received",
            )  # fmt: skip
            session.add(dossier)
            session.commit()
            for name in papers:
                session.add(Paper(dossier_id=dossier.id, name=name, copies=1))
                session.commit()
            session.add(Content(dossier_id=dossier.id, body="{}" * 500))
            session.commit()
            for _ in ("dossier", "progress"):
                session.add(Outbox(dossier_id=dossier.id, body="{}" * 400))
                session.commit()
            session.add(Audit(dossier_id=dossier.id, at="now", actor="Lan", action="receive"))
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
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection


def _log_statements(file: Path) -> None:
    """What `echo=True` logs, into a file."""
    log = logging.getLogger("sqlalchemy.engine")
    log.handlers = [logging.FileHandler(file, mode="w")]
    log.propagate = False
    log.setLevel(logging.INFO)
