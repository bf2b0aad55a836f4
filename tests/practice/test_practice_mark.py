"""Practice is visibly practice: fixed in the database, on all it makes, refused elsewhere."""

import ast
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy
from pypdf import PdfReader

from app.domain.actor import Actor
from app.domain.clock import SetClock
from app.domain.dossier.numbering import is_practice_code, parse_code
from app.domain.forms.codes import LABEL_FORM, RECEIPT_FORM
from app.domain.forms.print_request import PrintRequest
from app.exchange.package.reader import PackageRefused, read_package
from app.practice import office
from app.printing.layout.watermark import VALUELESS
from app.printing.preview import page_images
from app.printing.registry import FORMS, form_of
from app.settings import UnknownSetting
from app.usecases.exchange import exporting
from app.usecases.money import cash
from app.usecases.office import opening, settings
from app.usecases.printing import prints
from app.usecases.queries import lookup
from app.usecases.safety import backup, restoring
from app.usecases.safety.restoring import PracticeBackup
from db.folder import DATABASE_FILE
from db.stores import dossiers
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.printing.scanned import codes, picture

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def practised(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mark") / "luyen-tap"
    office.make_practice_office(folder, SetClock(MONDAY), dossiers=8, seed=5)
    return folder


@pytest.fixture
def desk(practised):
    desk = opening.open_desk(practised, SetClock(MONDAY))
    yield desk
    desk.close()


@pytest.fixture
def real(tmp_path):
    desk = a_desk(tmp_path / "that", MONDAY)
    a_dossier(desk)
    yield desk
    desk.close()


def dossier_ids(desk):
    with desk.records.read() as connection:
        return connection.exec_driver_sql("SELECT id FROM dossier ORDER BY id").scalars().all()


def test_no_setting_makes_practice_or_ends_it(desk, real):
    for one in (desk, real):
        for value in ("true", "false"):
            with pytest.raises(UnknownSetting):
                settings.change_setting(one, LAN, "practice", value)
    assert lookup.is_practice(desk, LAN)
    assert not lookup.is_practice(real, LAN)


@pytest.mark.parametrize(
    "tried", ["DELETE FROM practice_mark", "UPDATE practice_mark SET made_at = made_at"]
)
def test_the_database_itself_holds_the_mark(desk, tried):
    refused = pytest.raises(sqlalchemy.exc.DBAPIError, match="practice stays practice")
    with refused, desk.records.write() as connection:
        connection.exec_driver_sql(tried)
    assert lookup.is_practice(desk, LAN)


def test_every_code_of_practice_tells_itself_from_a_real_one(desk, real):
    for one in dossier_ids(desk):
        with desk.records.read() as connection:
            assert is_practice_code(dossiers.by_id(connection, one).code)
    (code,) = lookup.newest_codes(real, LAN)
    assert not is_practice_code(code)


def test_a_real_office_refuses_the_papers_of_practice_by_name(desk, real):
    with desk.records.read() as connection:
        code = dossiers.by_id(connection, dossier_ids(desk)[0]).code
    assert lookup.dossier_id_of(desk, LAN, code)
    with pytest.raises(lookup.PracticePaper):
        lookup.dossier_id_of(real, LAN, code)
    parsed = parse_code(code)
    with pytest.raises(lookup.PracticePaper):
        lookup.dossier_id_of_label(real, LAN, parsed.day, parsed.number)
    with pytest.raises(dossiers.UnknownDossier):
        lookup.dossier_id_of(real, LAN, "H37.99.1-261123-9999")


@pytest.mark.parametrize("paper", ["a4", "a5", "a4x2", "80mm", "50x30"])
def test_every_paper_and_label_of_practice_says_so_and_its_codes_still_read(desk, paper):
    form = LABEL_FORM if paper == "50x30" else RECEIPT_FORM
    asked = PrintRequest(form, dossier_ids(desk)[-1])
    printed = prints.make_print(desk, LAN, asked, paper=paper)
    again = prints.make_print(desk, LAN, asked, paper=paper)
    for pdf in (printed.pdf, again.pdf):
        for page in texts(pdf):
            assert "LUYỆN TẬP" in page
            assert paper == "50x30" or VALUELESS in page
    with desk.records.read() as connection:
        code = dossiers.by_id(connection, asked.subject_id).code
    for dpi in (203, 300):
        seen = codes(picture(page_images(again.pdf, dpi)[0]))
        assert len(seen) == 2, dpi
        assert paper == "50x30" or all(code in text for text in seen.values())


def test_on_paper_of_one_colour_the_mark_is_black(desk):
    asked = PrintRequest(RECEIPT_FORM, dossier_ids(desk)[0])
    page = page_images(prints.make_print(desk, LAN, asked, paper="80mm").pdf, 203)[0]
    dark = picture(page).point(lambda level: 0 if level < 128 else 255)
    below = dark.crop((0, page.height - 90, page.width, page.height))
    assert below.histogram()[0] > 1_500


def test_the_cash_sheet_of_practice_says_so(desk):
    (sheet,) = cash.cash_sheets(desk, LAN, MONDAY.date())[-1:]
    assert all(VALUELESS in page for page in texts(cash.cash_sheet_pdf(desk, LAN, sheet)))


def test_papers_of_a_real_office_bear_no_such_mark(real):
    asked = PrintRequest(RECEIPT_FORM, dossier_ids(real)[0])
    for paper in form_of(RECEIPT_FORM).papers:
        printed = prints.make_print(real, LAN, asked, paper=paper)
        assert all("LUYỆN" not in page for page in texts(printed.pdf))


def test_nothing_in_the_program_draws_a_form_without_saying_whose_it_is():
    drawn = []
    for file in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                named = {word.arg for word in node.keywords}
                if node.func.attr in {"render", "preview"} and "paper" in named:
                    drawn.append(file)
                    assert "is_practice" in named, f"{file}:{node.lineno}"
    assert len(drawn) >= 4
    assert FORMS


def test_a_package_of_practice_is_named_and_refused_by_whoever_reads_packages(desk, tmp_path):
    done = exporting.export_package(desk, LAN, tmp_path)
    assert done.is_practice
    assert Path(done.path).name.startswith("LUYEN-TAP_")
    with zipfile.ZipFile(done.path) as bundle:
        for member in ("goi.json", "manifest.json"):
            assert json.loads(bundle.read(member))["format"] == "motcua-goi/1.0-luyen-tap"
    with pytest.raises(PackageRefused) as refused:
        read_package(Path(done.path))
    assert "luyện tập" in refused.value.facts["why"]


def test_the_published_schema_knows_no_package_of_practice():
    for name in ("goi", "manifest"):
        file = ROOT / "resources" / "exchange" / f"{name}.schema.json"
        assert "luyen-tap" not in file.read_text(encoding="utf-8")


def test_a_backup_of_practice_never_takes_the_place_of_a_real_office(desk, real, tmp_path):
    made = backup.back_up(desk, LAN, tmp_path)
    assert made.path.name.startswith("LUYEN-TAP-")
    renamed = made.path.rename(tmp_path / "MotCua-H37.99.1-20261123-101500.mcbk")
    folder = real.folder
    (code,) = lookup.newest_codes(real, LAN)
    real.close()
    with pytest.raises(PracticeBackup):
        restoring.restore(renamed, folder, SetClock(MONDAY))
    again = opening.open_desk(folder, SetClock(MONDAY))
    assert lookup.newest_codes(again, LAN) == (code,)
    again.close()
    assert {one.name for one in tmp_path.iterdir()} == {renamed.name, "that"}


def test_damaged_real_data_is_not_replaced_by_practice_either(desk, tmp_path):
    made = backup.back_up(desk, LAN, tmp_path)
    folder = tmp_path / "that"
    a_desk(folder, MONDAY).close()
    (folder / DATABASE_FILE).write_bytes(b"x" * 4096)
    with pytest.raises(PracticeBackup):
        restoring.restore(made.path, folder, SetClock(MONDAY))


def test_restored_elsewhere_practice_is_still_practice(desk, tmp_path):
    made = backup.back_up(desk, LAN, tmp_path)
    for _ in range(2):  # into an empty folder, then over itself
        restoring.restore(made.path, tmp_path / "khac", SetClock(MONDAY))
        moved = opening.open_desk(tmp_path / "khac", SetClock(MONDAY))
        assert lookup.is_practice(moved, LAN)
        moved.close()


def test_a_real_backup_over_practice_leaves_no_numbers_out(desk, real, tmp_path):
    made = backup.back_up(real, LAN, tmp_path)
    practice = backup.back_up(desk, LAN, tmp_path)
    restoring.restore(practice.path, tmp_path / "khac", SetClock(MONDAY))
    restoring.restore(made.path, tmp_path / "khac", SetClock(MONDAY))
    moved = opening.open_desk(tmp_path / "khac", SetClock(MONDAY))
    assert not lookup.is_practice(moved, LAN)
    after = a_dossier(moved)
    assert parse_code(after.dossier_code).number == 2
    moved.close()


def test_an_office_made_by_the_first_start_for_practice_is_marked_too(tmp_path):
    facts = opening.OfficeFacts("UBND xã Mẫu Sơn", "H37.99.1", "Hoàng Thị Lan", is_practice=True)
    desk = opening.make_office(tmp_path / "data", SetClock(MONDAY), facts)
    assert lookup.is_practice(desk, Actor("Hoàng Thị Lan"))
    assert is_practice_code(a_dossier(desk).dossier_code)
    desk.close()


def texts(pdf: bytes) -> list[str]:
    """The text of each page; what lies across it comes letter by letter."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]
