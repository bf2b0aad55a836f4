"""What comes from outside is read in one room; others read what the program itself keeps."""

import ast

from tests.house import modules

READING = {"read_bytes", "read_text"}
DECODING = {"json.loads", "json.load"}
ROOM = "app.outside."
OWN_FILES = {
    "app.composition.session.translation": "ships with the program",
    "app.exchange.calendar.file": "ships with the program",
    "app.exchange.catalogue.seed": "ships with the program",
    "app.exchange.field_codes": "ships with the program",
    "app.exchange.tariff_file": "ships with the program",
    "app.printing.layout.fonts": "ships with the program",
    "app.usecases.office.opening": "ships with the program",
    "db.folder": "the system's own list of mounts",
    "db.packing": "ships with the program",
    "db.records": "the log of the database, kept byte for byte",
    "db.volumes": "the system's own list of mounts",
    "ui.icons": "ships with the program",
}
OWN_JSON = {
    "app.composition.session.translation": "ships with the program",
    "app.exchange.field_codes": "ships with the program",
    "app.usecases.clock_watch": "out of the database",
    "app.usecases.office.opening": "ships with the program",
    "app.usecases.printing.prints": "out of the database",
    "app.usecases.queries.timeline": "out of the database",
    "db.engine.first_list": "out of the database",
    "db.inspect_books": "out of the database",
    "db.inspect_money": "out of the database",
    "db.migrations.versions.0103_one_form_of_numbers": "out of the database",
    "db.migrations.versions.0109_look_alikes_found": "out of the database",
    "db.migrations.versions.0127_closures": "out of the database",
    "db.stores.board": "out of the database",
    "db.stores.deadline.apologies": "out of the database",
    "db.stores.dossier_values": "out of the database",
    "db.stores.dossiers": "out of the database",
    "db.stores.drafts": "out of the database",
    "db.stores.handover.step_text": "out of the database",
    "db.stores.held": "out of the database",
    "db.stores.ledger": "out of the database",
    "db.witness.known": "line by line, each under its checksum, of a file that is bounded",
}
"""Pages of the database are authenticated before they are read."""


def users(wanted):
    """Modules outside the room that call what `wanted` says, by attribute and dotted name."""
    return {
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and not name.startswith(ROOM)
        and wanted(node)
    }


def test_files_from_outside_are_read_by_the_one_room():
    assert users(lambda call: call.func.attr in READING) == set(OWN_FILES)


def test_json_from_outside_is_read_by_the_one_room():
    assert users(lambda call: ast.unparse(call.func) in DECODING) == set(OWN_JSON)


def test_packed_files_are_only_written_elsewhere():
    def reads(call):
        return ast.unparse(call.func).endswith("ZipFile") and not any(
            isinstance(word, ast.Constant) and word.value == "w" for word in call.args
        )

    assert users(reads) == set()
