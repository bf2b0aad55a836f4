"""One start of a window, whole process: `python -m tests.bench.start_child WAY FOLDER`.

Ways: `bare` a PySide6 window with one label · `paint` the desk until its first paint · `rows` the
desk until the day's rows are painted (prints peak memory in MB) · `naive` everything imported,
rows through the ORM, then the window.
"""

import importlib
import os
import sys
from pathlib import Path


def bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Xin chào"))
    window.show()
    app.processEvents()


def desk(folder: Path, *, with_rows: bool) -> None:
    import gc

    gc.disable()  # as `app.__main__` does
    from app.__main__ import loaders
    from app.composition import window as wiring

    class Watched(wiring.OpenDesk):
        """The desk, which ends the process as soon as it has shown what is waited for."""

        def open(self) -> None:
            if with_rows:
                self.first_list.came.connect(self._on_rows)
            else:
                self.first_paint.came.connect(leave)
            super().open()

        def _on_rows(self) -> None:
            from tests.bench.measuring.memory import peak_mb
            from ui.screen import Place

            assert self.window.screen_at(Place.HOME).model.rowCount()
            self.window.repaint()
            print(peak_mb())
            leave()

    wiring.OpenDesk = Watched
    wiring.open_window(folder, loaders(), officer="", station=1, language=None)


def naive(folder: Path) -> None:
    for name in ("alembic.migration", "barcode", "reportlab.platypus", "zxingcpp", "holidays"):
        importlib.import_module(name)
    import holidays
    import sqlalchemy.orm
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from sqlalchemy import ForeignKey, create_engine, select

    from db.engine.opening import connect
    from db.keys import read_key

    fonts = Path(__file__).parents[2] / "resources/fonts"
    for name in ("Regular", "SemiBold", "Bold"):
        pdfmetrics.registerFont(TTFont(f"naive-{name}", fonts / f"BeVietnamPro-{name}.ttf"))
    holidays.country_holidays("VN", years=(2025, 2026, 2027))

    class Base(sqlalchemy.orm.DeclarativeBase):
        pass

    class Version(Base):
        __tablename__ = "procedure_version"
        id: sqlalchemy.orm.Mapped[int] = sqlalchemy.orm.mapped_column(primary_key=True)
        name: sqlalchemy.orm.Mapped[str]

    class Dossier(Base):
        __tablename__ = "dossier"
        id: sqlalchemy.orm.Mapped[int] = sqlalchemy.orm.mapped_column(primary_key=True)
        code: sqlalchemy.orm.Mapped[str]
        full_name: sqlalchemy.orm.Mapped[str]
        phone: sqlalchemy.orm.Mapped[str]
        due_at: sqlalchemy.orm.Mapped[str]
        state: sqlalchemy.orm.Mapped[str]
        procedure_version = sqlalchemy.orm.mapped_column(ForeignKey("procedure_version.id"))
        version: sqlalchemy.orm.Mapped[Version] = sqlalchemy.orm.relationship()

    class Rows(QAbstractTableModel):
        def __init__(self, rows) -> None:
            super().__init__()
            self.rows = rows

        def rowCount(self, _parent=None) -> int:
            return len(self.rows)

        def columnCount(self, _parent=None) -> int:
            return 6

        def data(self, index, role=0):
            shown = role == Qt.ItemDataRole.DisplayRole
            return self.rows[index.row()][index.column()] if shown else None

    engine = create_engine(
        "sqlite://", creator=lambda: connect(folder / "motcua.db", read_key(folder))
    )
    with sqlalchemy.orm.Session(engine) as session:
        found = session.scalars(select(Dossier).order_by(Dossier.id.desc()).limit(50))
        rows = [(d.code, d.full_name, d.phone, d.due_at, d.state, d.version.name) for d in found]
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    table = QTableView()
    table.setModel(Rows(rows))
    window.setCentralWidget(table)
    window.showMaximized()
    app.processEvents()


def leave() -> None:
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    way, place = sys.argv[1], Path(sys.argv[2])
    match way:
        case "bare":
            bare()
        case "naive":
            naive(place)
        case _:
            desk(place, with_rows=way == "rows")
    leave()
