"""What the office goes by: settings, procedures and their uses, parts of the calendar."""

from dataclasses import replace
from datetime import date

from db.stores import reference
from tests.builders import MONDAY
from tests.exchange.strategies_exchange import a_procedure


def test_each_dossier_of_a_procedure_counts_one_use_of_it(connection):
    before = dict(reference.uses(connection))
    for code in ("1.9", "1.9", "1.8"):
        reference.count_use(connection, code)
    assert reference.uses(connection) == before | {"1.9": 2, "1.8": 1}
    assert before == {"1.004873": 3}


def test_a_setting_is_kept_once_under_its_key(connection):
    reference.set_setting(connection, "place", "A")
    reference.set_setting(connection, "place", "B")
    kept = connection.exec_driver_sql("SELECT value FROM office_setting WHERE key = 'place'").all()
    assert kept == [("B",)]


def test_an_office_is_for_practice_once_it_was_marked(connection):
    assert not reference.is_practice(connection)
    reference.mark_practice(connection, MONDAY)
    assert reference.is_practice(connection)


def test_versions_of_a_procedure_are_counted_from_one_and_listed_the_oldest_first(connection):
    first = a_procedure(code="1.999999", effective_to=date(2026, 1, 31))
    second = replace(first, name="Mới", effective_from=date(2026, 2, 1), effective_to=None)
    made = [
        reference.add_version(connection, one, body=b"x", sha256="a" * 64)
        for one in (first, second)
    ]
    assert [(one.revision, one.name, one.effective_to) for one in made] == [
        (1, first.name, date(2026, 1, 31)), (2, "Mới", None),
    ]  # fmt: skip
    assert [one for one in reference.versions(connection) if one.code == "1.999999"] == made


def test_parts_of_the_calendar_are_kept_each_under_its_name(connection):
    before = reference.calendar_parts(connection)
    reference.set_calendar_part(connection, "2031", b"{}", confirmed=False)
    reference.set_calendar_part(connection, "2031", b"[]", confirmed=True)
    assert reference.calendar_parts(connection) == before | {"2031": b"[]"}
    assert list(reference.calendar_parts(connection)) == sorted([*before, "2031"])


def test_whatever_changes_what_the_office_goes_by_is_seen_by_its_stamp(connection):
    """Others who keep it in mind read it again when the stamp is another."""
    changes = (
        lambda: reference.set_setting(connection, "place", "A"),
        lambda: reference.mark_practice(connection, MONDAY),
        lambda: reference.add_version(
            connection, a_procedure(code="1.9"), body=b"x", sha256="a" * 64
        ),
        lambda: reference.set_calendar_part(connection, "2031", b"{}", confirmed=False),
    )
    seen = [reference.stamp(connection)]
    for change in changes:
        change()
        seen.append(reference.stamp(connection))
    assert len(set(seen)) == len(seen)
    reference.count_use(connection, "1.9")
    assert reference.stamp(connection) == seen[-1]
