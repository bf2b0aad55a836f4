"""The first schema: everything an office keeps, with the keys that later work needs.

Revision ID: 100
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "100"
down_revision = None


def upgrade() -> None:
    """Make every table, the index of words, and the guards of what only grows."""
    op.create_table(
        "answered_request",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("use_case", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.Text(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "answered_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_answered_request_answered_at")
        ),
        sa.CheckConstraint(
            "length(asked) = 64 AND asked = lower(asked)", name=op.f("ck_answered_request_asked")
        ),
        sa.CheckConstraint(
            "length(use_case) > 0 AND length(use_case) <= 40",
            name=op.f("ck_answered_request_use_case"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answered_request")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "calendar_part",
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("part", name=op.f("pk_calendar_part")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "certification_volume",
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("volume", sa.Integer(), nullable=False),
        sa.Column("first_number", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "opened_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_certification_volume_opened_at")
        ),
        sa.CheckConstraint(
            "first_number BETWEEN 1 AND 999999", name=op.f("ck_certification_volume_first_number")
        ),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40",
            name=op.f("ck_certification_volume_agency"),
        ),
        sa.CheckConstraint(
            "length(book) > 0 AND length(book) <= 40", name=op.f("ck_certification_volume_book")
        ),
        sa.CheckConstraint(
            "volume BETWEEN 2 AND 9999", name=op.f("ck_certification_volume_volume")
        ),
        sa.CheckConstraint("year BETWEEN 2000 AND 2199", name=op.f("ck_certification_volume_year")),
        sa.PrimaryKeyConstraint(
            "agency", "book", "year", "volume", name=op.f("pk_certification_volume")
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint("saved_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_draft_saved_at")),
        sa.CheckConstraint("length(body) <= 2000000", name=op.f("ck_draft_body")),
        sa.CheckConstraint("length(officer) <= 200", name=op.f("ck_draft_officer")),
        sa.CheckConstraint("length(summary) <= 300", name=op.f("ck_draft_summary")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_draft_station")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "number_gap",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("first_missing", sa.Integer(), nullable=False),
        sa.Column("last_missing", sa.Integer(), nullable=False),
        sa.Column("noted_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "noted_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_number_gap_noted_at")
        ),
        sa.CheckConstraint(
            "first_missing BETWEEN 1 AND 999999", name=op.f("ck_number_gap_first_missing")
        ),
        sa.CheckConstraint("last_missing >= first_missing", name=op.f("ck_number_gap_order")),
        sa.CheckConstraint(
            "last_missing BETWEEN 1 AND 999999", name=op.f("ck_number_gap_last_missing")
        ),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_number_gap_agency")
        ),
        sa.CheckConstraint(
            "length(period) > 0 AND length(period) <= 10", name=op.f("ck_number_gap_period")
        ),
        sa.CheckConstraint(
            "length(series) > 0 AND length(series) <= 40", name=op.f("ck_number_gap_series")
        ),
        sa.CheckConstraint("station BETWEEN 0 AND 99", name=op.f("ck_number_gap_station")),
        sa.PrimaryKeyConstraint(
            "series", "period", "agency", "station", "first_missing", name=op.f("pk_number_gap")
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "number_series",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.CheckConstraint("first BETWEEN 1 AND 999999", name=op.f("ck_number_series_first")),
        sa.CheckConstraint("last >= first", name=op.f("ck_number_series_order")),
        sa.CheckConstraint("last BETWEEN 1 AND 999999", name=op.f("ck_number_series_last")),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_number_series_agency")
        ),
        sa.CheckConstraint(
            "length(period) > 0 AND length(period) <= 10", name=op.f("ck_number_series_period")
        ),
        sa.CheckConstraint(
            "length(series) > 0 AND length(series) <= 40", name=op.f("ck_number_series_series")
        ),
        sa.CheckConstraint("station BETWEEN 0 AND 99", name=op.f("ck_number_series_station")),
        sa.PrimaryKeyConstraint(
            "series", "period", "agency", "station", "first", name=op.f("pk_number_series")
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "office_setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.CheckConstraint("length(value) <= 2000", name=op.f("ck_office_setting_value")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_office_setting")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "package",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("package_id", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("dialect", sa.Text(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("first_position", sa.BigInteger(), nullable=False),
        sa.Column("last_position", sa.BigInteger(), nullable=False),
        sa.Column("events", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "written_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_package_written_at")
        ),
        sa.CheckConstraint("events BETWEEN 1 AND 9000000000", name=op.f("ck_package_events")),
        sa.CheckConstraint(
            "first_position BETWEEN 1 AND 9000000000", name=op.f("ck_package_first_position")
        ),
        sa.CheckConstraint(
            "last_position BETWEEN 1 AND 9000000000", name=op.f("ck_package_last_position")
        ),
        sa.CheckConstraint(
            "length(dialect) > 0 AND length(dialect) <= 40", name=op.f("ck_package_dialect")
        ),
        sa.CheckConstraint(
            "length(file_name) > 0 AND length(file_name) <= 200", name=op.f("ck_package_file_name")
        ),
        sa.CheckConstraint(
            "length(package_id) > 0 AND length(package_id) <= 36",
            name=op.f("ck_package_package_id"),
        ),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 = lower(sha256)", name=op.f("ck_package_sha256")
        ),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_package_station")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_package")),
        sa.UniqueConstraint("package_id", name=op.f("uq_package_package_id")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "procedure_use",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_procedure_use")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "procedure_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("effective_to", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "effective_from LIKE '____-__-__'", name=op.f("ck_procedure_version_effective_from")
        ),
        sa.CheckConstraint(
            "effective_to LIKE '____-__-__'", name=op.f("ck_procedure_version_effective_to")
        ),
        sa.CheckConstraint(
            "length(code) > 0 AND length(code) <= 60", name=op.f("ck_procedure_version_code")
        ),
        sa.CheckConstraint("length(field) <= 400", name=op.f("ck_procedure_version_field")),
        sa.CheckConstraint(
            "length(name) > 0 AND length(name) <= 5000", name=op.f("ck_procedure_version_name")
        ),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 = lower(sha256)",
            name=op.f("ck_procedure_version_sha256"),
        ),
        sa.CheckConstraint(
            "revision BETWEEN 1 AND 1000000", name=op.f("ck_procedure_version_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_version")),
        sa.UniqueConstraint("code", "revision", name=op.f("uq_procedure_version_code_revision")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(
        "ix_procedure_version_code", "procedure_version", ["code", "effective_from"], unique=False
    )
    op.create_table(
        "reference_stamp",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference_stamp")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "tariff_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("provenance", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "effective_from LIKE '____-__-__'", name=op.f("ck_tariff_version_effective_from")
        ),
        sa.CheckConstraint(
            "length(code) > 0 AND length(code) <= 60", name=op.f("ck_tariff_version_code")
        ),
        sa.CheckConstraint(
            "length(provenance) > 0 AND length(provenance) <= 40",
            name=op.f("ck_tariff_version_provenance"),
        ),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 = lower(sha256)", name=op.f("ck_tariff_version_sha256")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tariff_version")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "dossier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("procedure_version", sa.Integer(), nullable=False),
        sa.Column("procedure_code", sa.Text(), nullable=False),
        sa.Column("case_name", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("service_level", sa.Text(), nullable=False),
        sa.Column("boundary_free", sa.Boolean(), nullable=False),
        sa.Column("applicant_kind", sa.Text(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("personal_id", sa.Text(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("born", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("representative", sa.Text(), nullable=True),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("return_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("filed_at", sa.Text(), nullable=True),
        sa.Column("limit_unit", sa.Text(), nullable=False),
        sa.Column("limit_amount", sa.Integer(), nullable=False),
        sa.Column("pause_mode", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("measured_due_at", sa.Text(), nullable=True),
        sa.Column("calendar_confirmed", sa.Boolean(), nullable=False),
        sa.Column("form_set", sa.Text(), nullable=False),
        sa.Column("waiting_since", sa.Text(), nullable=True),
        sa.Column("finished_at", sa.Text(), nullable=True),
        sa.Column("returned_at", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("returned_to", sa.Text(), nullable=False),
        sa.Column("returned_identity", sa.Text(), nullable=False),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("official_code", sa.Text(), nullable=False),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_dossier_day")),
        sa.CheckConstraint("due_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_dossier_due_at")),
        sa.CheckConstraint(
            "ended_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_dossier_ended_at")
        ),
        sa.CheckConstraint(
            "filed_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_dossier_filed_at")
        ),
        sa.CheckConstraint(
            "finished_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_dossier_finished_at")
        ),
        sa.CheckConstraint(
            "measured_due_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_dossier_measured_due_at")
        ),
        sa.CheckConstraint(
            "received_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_dossier_received_at")
        ),
        sa.CheckConstraint(
            "returned_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_dossier_returned_at")
        ),
        sa.CheckConstraint("sex IN ('MALE', 'FEMALE')", name=op.f("ck_dossier_sex")),
        sa.CheckConstraint(
            "waiting_since LIKE '____-__-__T__:__:__Z'", name=op.f("ck_dossier_waiting_since")
        ),
        sa.CheckConstraint("length(address) <= 400", name=op.f("ck_dossier_address")),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_dossier_agency")
        ),
        sa.CheckConstraint(
            "length(applicant_kind) > 0 AND length(applicant_kind) <= 40",
            name=op.f("ck_dossier_applicant_kind"),
        ),
        sa.CheckConstraint("length(born) <= 10", name=op.f("ck_dossier_born")),
        sa.CheckConstraint("length(case_name) <= 5000", name=op.f("ck_dossier_case_name")),
        sa.CheckConstraint(
            "length(channel) > 0 AND length(channel) <= 40", name=op.f("ck_dossier_channel")
        ),
        sa.CheckConstraint("length(code) > 0 AND length(code) <= 40", name=op.f("ck_dossier_code")),
        sa.CheckConstraint("length(email) <= 254", name=op.f("ck_dossier_email")),
        sa.CheckConstraint("length(end_reason) <= 1000", name=op.f("ck_dossier_end_reason")),
        sa.CheckConstraint(
            "length(form_set) > 0 AND length(form_set) <= 20", name=op.f("ck_dossier_form_set")
        ),
        sa.CheckConstraint(
            "length(full_name) > 0 AND length(full_name) <= 200", name=op.f("ck_dossier_full_name")
        ),
        sa.CheckConstraint(
            "length(id_kind) > 0 AND length(id_kind) <= 40", name=op.f("ck_dossier_id_kind")
        ),
        sa.CheckConstraint(
            "length(limit_unit) > 0 AND length(limit_unit) <= 40",
            name=op.f("ck_dossier_limit_unit"),
        ),
        sa.CheckConstraint("length(note) <= 1000", name=op.f("ck_dossier_note")),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_dossier_officer")
        ),
        sa.CheckConstraint("length(official_code) <= 60", name=op.f("ck_dossier_official_code")),
        sa.CheckConstraint(
            "length(pause_mode) > 0 AND length(pause_mode) <= 40",
            name=op.f("ck_dossier_pause_mode"),
        ),
        sa.CheckConstraint("length(personal_id) <= 20", name=op.f("ck_dossier_personal_id")),
        sa.CheckConstraint("length(phone) <= 20", name=op.f("ck_dossier_phone")),
        sa.CheckConstraint(
            "length(procedure_code) > 0 AND length(procedure_code) <= 60",
            name=op.f("ck_dossier_procedure_code"),
        ),
        sa.CheckConstraint(
            "length(representative) <= 4000", name=op.f("ck_dossier_representative")
        ),
        sa.CheckConstraint(
            "length(return_by) > 0 AND length(return_by) <= 40", name=op.f("ck_dossier_return_by")
        ),
        sa.CheckConstraint(
            "length(returned_identity) <= 200", name=op.f("ck_dossier_returned_identity")
        ),
        sa.CheckConstraint("length(returned_to) <= 200", name=op.f("ck_dossier_returned_to")),
        sa.CheckConstraint(
            "length(service_level) > 0 AND length(service_level) <= 40",
            name=op.f("ck_dossier_service_level"),
        ),
        sa.CheckConstraint(
            "length(state) > 0 AND length(state) <= 40", name=op.f("ck_dossier_state")
        ),
        sa.CheckConstraint("limit_amount BETWEEN 0 AND 9999", name=op.f("ck_dossier_limit_amount")),
        sa.CheckConstraint("number BETWEEN 1 AND 999999", name=op.f("ck_dossier_number")),
        sa.CheckConstraint("sets BETWEEN 1 AND 99", name=op.f("ck_dossier_sets")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_dossier_station")),
        sa.CheckConstraint("version BETWEEN 1 AND 1000000", name=op.f("ck_dossier_version")),
        sa.ForeignKeyConstraint(
            ["procedure_version"],
            ["procedure_version.id"],
            name=op.f("fk_dossier_procedure_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint("agency", "day", "number", name=op.f("uq_dossier_agency_day_number")),
        sa.UniqueConstraint("code", name=op.f("uq_dossier_code")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(
        "ix_dossier_official",
        "dossier",
        ["official_code"],
        unique=False,
        sqlite_where=sa.text("official_code <> ''"),
        postgresql_where=sa.text("official_code <> ''"),
    )
    op.create_index(
        "ix_dossier_open_due",
        "dossier",
        ["due_at", "id", "waiting_since"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_dossier_to_collect",
        "dossier",
        ["finished_at"],
        unique=False,
        sqlite_where=sa.text("finished_at IS NOT NULL AND returned_at IS NULL"),
        postgresql_where=sa.text("finished_at IS NOT NULL AND returned_at IS NULL"),
    )
    op.create_index(
        "ix_dossier_waiting",
        "dossier",
        ["waiting_since"],
        unique=False,
        sqlite_where=sa.text("waiting_since IS NOT NULL"),
        postgresql_where=sa.text("waiting_since IS NOT NULL"),
    )
    op.create_table(
        "certification_document",
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("volume", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "amount BETWEEN 0 AND 999999999999", name=op.f("ck_certification_document_amount")
        ),
        sa.CheckConstraint(
            "copies BETWEEN 1 AND 999", name=op.f("ck_certification_document_copies")
        ),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40",
            name=op.f("ck_certification_document_agency"),
        ),
        sa.CheckConstraint(
            "length(book) > 0 AND length(book) <= 40", name=op.f("ck_certification_document_book")
        ),
        sa.CheckConstraint(
            "length(kind) > 0 AND length(kind) <= 40", name=op.f("ck_certification_document_kind")
        ),
        sa.CheckConstraint(
            "length(name) > 0 AND length(name) <= 500", name=op.f("ck_certification_document_name")
        ),
        sa.CheckConstraint(
            "number BETWEEN 1 AND 999999", name=op.f("ck_certification_document_number")
        ),
        sa.CheckConstraint(
            "pages BETWEEN 1 AND 9999", name=op.f("ck_certification_document_pages")
        ),
        sa.CheckConstraint(
            "position BETWEEN 1 AND 200", name=op.f("ck_certification_document_position")
        ),
        sa.CheckConstraint(
            "station BETWEEN 0 AND 99", name=op.f("ck_certification_document_station")
        ),
        sa.CheckConstraint(
            "volume BETWEEN 1 AND 9999", name=op.f("ck_certification_document_volume")
        ),
        sa.CheckConstraint(
            "year BETWEEN 2000 AND 2199", name=op.f("ck_certification_document_year")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_certification_document_dossier_id")
        ),
        sa.PrimaryKeyConstraint("dossier_id", "position", name=op.f("pk_certification_document")),
        sa.UniqueConstraint(
            "agency",
            "book",
            "year",
            "station",
            "number",
            name=op.f("uq_certification_document_agency_book_year_station_number"),
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fee_line",
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("per", sa.Text(), nullable=False),
        sa.Column("unit_amount", sa.BigInteger(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("collect_at", sa.Text(), nullable=False),
        sa.Column("exemption_ground", sa.Text(), nullable=True),
        sa.Column("exemption_text", sa.Text(), nullable=False),
        sa.Column("exemption_percent", sa.Integer(), nullable=True),
        sa.Column("exemption_to_amount", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "(exemption_ground IS NULL) = (exemption_text = '')",
            name=op.f("ck_fee_line_exemption_has_ground"),
        ),
        sa.CheckConstraint(
            "(exemption_percent IS NULL AND exemption_to_amount IS NULL) OR (exemption_ground IS NOT NULL AND (exemption_percent IS NULL) <> (exemption_to_amount IS NULL))",
            name=op.f("ck_fee_line_reduced_one_way"),
        ),
        sa.CheckConstraint("amount BETWEEN 0 AND 999999999999", name=op.f("ck_fee_line_amount")),
        sa.CheckConstraint(
            "exemption_percent BETWEEN 1 AND 99", name=op.f("ck_fee_line_exemption_percent")
        ),
        sa.CheckConstraint(
            "exemption_to_amount BETWEEN 1 AND 999999999999",
            name=op.f("ck_fee_line_exemption_to_amount"),
        ),
        sa.CheckConstraint(
            "length(collect_at) > 0 AND length(collect_at) <= 40",
            name=op.f("ck_fee_line_collect_at"),
        ),
        sa.CheckConstraint(
            "length(exemption_ground) <= 60", name=op.f("ck_fee_line_exemption_ground")
        ),
        sa.CheckConstraint(
            "length(exemption_text) <= 200", name=op.f("ck_fee_line_exemption_text")
        ),
        sa.CheckConstraint(
            "length(kind) > 0 AND length(kind) <= 40", name=op.f("ck_fee_line_kind")
        ),
        sa.CheckConstraint(
            "length(name) > 0 AND length(name) <= 200", name=op.f("ck_fee_line_name")
        ),
        sa.CheckConstraint("length(per) <= 60", name=op.f("ck_fee_line_per")),
        sa.CheckConstraint(
            "length(source) > 0 AND length(source) <= 1000", name=op.f("ck_fee_line_source")
        ),
        sa.CheckConstraint("position BETWEEN 1 AND 20", name=op.f("ck_fee_line_position")),
        sa.CheckConstraint("quantity BETWEEN 1 AND 1000000", name=op.f("ck_fee_line_quantity")),
        sa.CheckConstraint(
            "unit_amount BETWEEN 0 AND 999999999999", name=op.f("ck_fee_line_unit_amount")
        ),
        sa.CheckConstraint(
            "unit_amount IS NULL OR amount = unit_amount * quantity",
            name=op.f("ck_fee_line_adds_up"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_fee_line_dossier_id")
        ),
        sa.PrimaryKeyConstraint("dossier_id", "position", name=op.f("pk_fee_line")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "form_content",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("form_set", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("series", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "made_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_form_content_made_at")
        ),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_form_content_agency")
        ),
        sa.CheckConstraint(
            "length(form) > 0 AND length(form) <= 40", name=op.f("ck_form_content_form")
        ),
        sa.CheckConstraint(
            "length(form_set) > 0 AND length(form_set) <= 20", name=op.f("ck_form_content_form_set")
        ),
        sa.CheckConstraint("length(series) <= 40", name=op.f("ck_form_content_series")),
        sa.CheckConstraint("number BETWEEN 1 AND 999999", name=op.f("ck_form_content_number")),
        sa.CheckConstraint("revision BETWEEN 1 AND 1000000", name=op.f("ck_form_content_revision")),
        sa.CheckConstraint("station BETWEEN 0 AND 99", name=op.f("ck_form_content_station")),
        sa.CheckConstraint("year BETWEEN 2000 AND 2199", name=op.f("ck_form_content_year")),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_form_content_dossier_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_content")),
        sa.UniqueConstraint(
            "form", "subject_id", "revision", name=op.f("uq_form_content_form_subject_id_revision")
        ),
        sa.UniqueConstraint(
            "series",
            "agency",
            "year",
            "station",
            "number",
            "revision",
            name=op.f("uq_form_content_series_agency_year_station_number_revision"),
        ),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "ledger",
        sa.Column("chain", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("from_state", sa.Text(), nullable=False),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.LargeBinary(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_ledger_at")),
        sa.CheckConstraint("chain BETWEEN 0 AND 99", name=op.f("ck_ledger_chain")),
        sa.CheckConstraint(
            "length(event) > 0 AND length(event) <= 40", name=op.f("ck_ledger_event")
        ),
        sa.CheckConstraint("length(from_state) <= 40", name=op.f("ck_ledger_from_state")),
        sa.CheckConstraint("length(hash) = 64 AND hash = lower(hash)", name=op.f("ck_ledger_hash")),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_ledger_officer")
        ),
        sa.CheckConstraint(
            "length(previous_hash) = 64 AND previous_hash = lower(previous_hash)",
            name=op.f("ck_ledger_previous_hash"),
        ),
        sa.CheckConstraint("length(reason) <= 1000", name=op.f("ck_ledger_reason")),
        sa.CheckConstraint("length(reference) <= 200", name=op.f("ck_ledger_reference")),
        sa.CheckConstraint(
            "length(subject) > 0 AND length(subject) <= 40", name=op.f("ck_ledger_subject")
        ),
        sa.CheckConstraint("length(to_state) <= 40", name=op.f("ck_ledger_to_state")),
        sa.CheckConstraint("seq BETWEEN 1 AND 9000000000", name=op.f("ck_ledger_seq")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_ledger_station")),
        sa.CheckConstraint("version BETWEEN 0 AND 1000000", name=op.f("ck_ledger_version")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_ledger_dossier_id")),
        sa.PrimaryKeyConstraint("chain", "seq", name=op.f("pk_ledger")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(
        "ix_ledger_dossier_id",
        "ledger",
        ["dossier_id", "version"],
        unique=False,
        sqlite_where=sa.text("dossier_id IS NOT NULL"),
        postgresql_where=sa.text("dossier_id IS NOT NULL"),
    )
    op.create_table(
        "pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("completed_at", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("papers", sa.Text(), nullable=False),
        sa.CheckConstraint("asked_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_pause_asked_at")),
        sa.CheckConstraint(
            "completed_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_pause_completed_at")
        ),
        sa.CheckConstraint(
            "completed_at IS NULL OR completed_at >= asked_at", name=op.f("ck_pause_order")
        ),
        sa.CheckConstraint("length(kind) > 0 AND length(kind) <= 40", name=op.f("ck_pause_kind")),
        sa.CheckConstraint("length(papers) <= 200000", name=op.f("ck_pause_papers")),
        sa.CheckConstraint(
            "length(reason) > 0 AND length(reason) <= 1000", name=op.f("ck_pause_reason")
        ),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_pause_dossier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("ix_pause_dossier_id", "pause", ["dossier_id"], unique=False)
    op.create_table(
        "promise",
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("calendar_confirmed", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.CheckConstraint("due_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_promise_due_at")),
        sa.CheckConstraint("made_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_promise_made_at")),
        sa.CheckConstraint("length(kind) > 0 AND length(kind) <= 40", name=op.f("ck_promise_kind")),
        sa.CheckConstraint("position BETWEEN 1 AND 10000", name=op.f("ck_promise_position")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_promise_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", "position", name=op.f("pk_promise")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "submitted_document",
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("originals", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.CheckConstraint("copies BETWEEN 0 AND 999", name=op.f("ck_submitted_document_copies")),
        sa.CheckConstraint("length(code) <= 60", name=op.f("ck_submitted_document_code")),
        sa.CheckConstraint(
            "length(name) > 0 AND length(name) <= 5000", name=op.f("ck_submitted_document_name")
        ),
        sa.CheckConstraint(
            "originals BETWEEN 0 AND 999", name=op.f("ck_submitted_document_originals")
        ),
        sa.CheckConstraint(
            "position BETWEEN 1 AND 200", name=op.f("ck_submitted_document_position")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_submitted_document_dossier_id")
        ),
        sa.PrimaryKeyConstraint("dossier_id", "position", name=op.f("pk_submitted_document")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cash_sheet",
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("sheet", sa.Integer(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("ledger_seq", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("slips", sa.Integer(), nullable=False),
        sa.Column("cash", sa.BigInteger(), nullable=False),
        sa.Column("transfer", sa.BigInteger(), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "closed_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_cash_sheet_closed_at")
        ),
        sa.CheckConstraint(
            "counted = cash OR reason <> ''", name=op.f("ck_cash_sheet_difference_has_reason")
        ),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_cash_sheet_day")),
        sa.CheckConstraint(
            "cash BETWEEN -999999999999 AND 999999999999", name=op.f("ck_cash_sheet_cash")
        ),
        sa.CheckConstraint(
            "counted BETWEEN 0 AND 999999999999", name=op.f("ck_cash_sheet_counted")
        ),
        sa.CheckConstraint(
            "ledger_seq BETWEEN 1 AND 9000000000", name=op.f("ck_cash_sheet_ledger_seq")
        ),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_cash_sheet_agency")
        ),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_cash_sheet_officer")
        ),
        sa.CheckConstraint("length(reason) <= 1000", name=op.f("ck_cash_sheet_reason")),
        sa.CheckConstraint("sheet BETWEEN 1 AND 99", name=op.f("ck_cash_sheet_sheet")),
        sa.CheckConstraint("slips BETWEEN 1 AND 999999", name=op.f("ck_cash_sheet_slips")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_cash_sheet_station")),
        sa.CheckConstraint(
            "transfer BETWEEN -999999999999 AND 999999999999", name=op.f("ck_cash_sheet_transfer")
        ),
        sa.ForeignKeyConstraint(
            ["station", "ledger_seq"],
            ["ledger.chain", "ledger.seq"],
            name=op.f("fk_cash_sheet_station_ledger_seq"),
        ),
        sa.PrimaryKeyConstraint("agency", "day", "sheet", name=op.f("pk_cash_sheet")),
        sa.UniqueConstraint("station", "ledger_seq", name=op.f("uq_cash_sheet_station_ledger_seq")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "form_print",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("copy_number", sa.Integer(), nullable=False),
        sa.Column("printed_at", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("printer", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "printed_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_form_print_printed_at")
        ),
        sa.CheckConstraint(
            "copy_number BETWEEN 1 AND 100000", name=op.f("ck_form_print_copy_number")
        ),
        sa.CheckConstraint(
            "length(form) > 0 AND length(form) <= 40", name=op.f("ck_form_print_form")
        ),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_form_print_officer")
        ),
        sa.CheckConstraint(
            "length(paper) > 0 AND length(paper) <= 10", name=op.f("ck_form_print_paper")
        ),
        sa.CheckConstraint("length(printer) <= 300", name=op.f("ck_form_print_printer")),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 = lower(sha256)", name=op.f("ck_form_print_sha256")
        ),
        sa.CheckConstraint("pages BETWEEN 1 AND 10000", name=op.f("ck_form_print_pages")),
        sa.CheckConstraint("size BETWEEN 1 AND 1000000000", name=op.f("ck_form_print_size")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_form_print_station")),
        sa.ForeignKeyConstraint(
            ["content_id"], ["form_content.id"], name=op.f("fk_form_print_content_id")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_form_print_dossier_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_print")),
        sa.UniqueConstraint(
            "form",
            "subject_id",
            "paper",
            "copy_number",
            name=op.f("uq_form_print_form_subject_id_paper_copy_number"),
        ),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("ix_form_print_dossier_id", "form_print", ["dossier_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("ledger_seq", sa.BigInteger(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("dossier_code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "answered_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_outbox_answered_at")
        ),
        sa.CheckConstraint(
            "created_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_outbox_created_at")
        ),
        sa.CheckConstraint(
            "ledger_seq BETWEEN 1 AND 9000000000", name=op.f("ck_outbox_ledger_seq")
        ),
        sa.CheckConstraint("length(answer) <= 200000", name=op.f("ck_outbox_answer")),
        sa.CheckConstraint(
            "length(dossier_code) > 0 AND length(dossier_code) <= 40",
            name=op.f("ck_outbox_dossier_code"),
        ),
        sa.CheckConstraint(
            "length(event_id) > 0 AND length(event_id) <= 36", name=op.f("ck_outbox_event_id")
        ),
        sa.CheckConstraint("length(kind) > 0 AND length(kind) <= 40", name=op.f("ck_outbox_kind")),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 = lower(sha256)", name=op.f("ck_outbox_sha256")
        ),
        sa.CheckConstraint(
            "length(state) > 0 AND length(state) <= 40", name=op.f("ck_outbox_state")
        ),
        sa.CheckConstraint("sequence BETWEEN 1 AND 9000000000", name=op.f("ck_outbox_sequence")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_outbox_station")),
        sa.CheckConstraint("version BETWEEN 1 AND 1000000", name=op.f("ck_outbox_version")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_outbox_dossier_id")),
        sa.ForeignKeyConstraint(
            ["station", "ledger_seq"],
            ["ledger.chain", "ledger.seq"],
            name=op.f("fk_outbox_station_ledger_seq"),
        ),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_outbox")),
        sa.UniqueConstraint("event_id", name=op.f("uq_outbox_event_id")),
        sa.UniqueConstraint(
            "station", "ledger_seq", "kind", name=op.f("uq_outbox_station_ledger_seq_kind")
        ),
        sa.UniqueConstraint("station", "sequence", name=op.f("uq_outbox_station_sequence")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index(
        "ix_outbox_pending",
        "outbox",
        ["position", "dossier_id"],
        unique=False,
        sqlite_where=sa.text("state = 'PENDING'"),
        postgresql_where=sa.text("state = 'PENDING'"),
    )
    op.create_table(
        "payment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("ledger_seq", sa.BigInteger(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("slip_station", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("sheet", sa.Integer(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("payer", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("relief", sa.Text(), nullable=False),
        sa.Column("reverses", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'COLLECT') = (reverses IS NULL)",
            name=op.f("ck_payment_names_what_it_reverses"),
        ),
        sa.CheckConstraint("at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_payment_at")),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_payment_day")),
        sa.CheckConstraint("kind = 'COLLECT' OR reason <> ''", name=op.f("ck_payment_has_reason")),
        sa.CheckConstraint("amount BETWEEN 1 AND 999999999999", name=op.f("ck_payment_amount")),
        sa.CheckConstraint(
            "ledger_seq BETWEEN 1 AND 9000000000", name=op.f("ck_payment_ledger_seq")
        ),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_payment_agency")
        ),
        sa.CheckConstraint("length(kind) > 0 AND length(kind) <= 40", name=op.f("ck_payment_kind")),
        sa.CheckConstraint(
            "length(method) > 0 AND length(method) <= 40", name=op.f("ck_payment_method")
        ),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_payment_officer")
        ),
        sa.CheckConstraint(
            "length(payer) > 0 AND length(payer) <= 200", name=op.f("ck_payment_payer")
        ),
        sa.CheckConstraint("length(reason) <= 1000", name=op.f("ck_payment_reason")),
        sa.CheckConstraint("length(reference) <= 100", name=op.f("ck_payment_reference")),
        sa.CheckConstraint("length(relief) <= 1000", name=op.f("ck_payment_relief")),
        sa.CheckConstraint("number BETWEEN 1 AND 999999", name=op.f("ck_payment_number")),
        sa.CheckConstraint("sheet BETWEEN 1 AND 99", name=op.f("ck_payment_sheet")),
        sa.CheckConstraint("slip_station BETWEEN 0 AND 99", name=op.f("ck_payment_slip_station")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_payment_station")),
        sa.CheckConstraint("year BETWEEN 2000 AND 2199", name=op.f("ck_payment_year")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_payment_dossier_id")),
        sa.ForeignKeyConstraint(["reverses"], ["payment.id"], name=op.f("fk_payment_reverses")),
        sa.ForeignKeyConstraint(
            ["station", "ledger_seq"],
            ["ledger.chain", "ledger.seq"],
            name=op.f("fk_payment_station_ledger_seq"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sa.UniqueConstraint(
            "agency",
            "year",
            "slip_station",
            "number",
            name=op.f("uq_payment_agency_year_slip_station_number"),
        ),
        sa.UniqueConstraint("station", "ledger_seq", name=op.f("uq_payment_station_ledger_seq")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_index("ix_payment_day", "payment", ["agency", "day", "sheet"], unique=False)
    op.create_index("ix_payment_dossier_id", "payment", ["dossier_id"], unique=False)
    op.create_index(
        "ix_payment_reverses",
        "payment",
        ["reverses"],
        unique=False,
        sqlite_where=sa.text("reverses IS NOT NULL"),
        postgresql_where=sa.text("reverses IS NOT NULL"),
    )
    op.create_table(
        "sent_event",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("package", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["package"], ["package.id"], name=op.f("fk_sent_event_package")),
        sa.ForeignKeyConstraint(
            ["position"], ["outbox.position"], name=op.f("fk_sent_event_position")
        ),
        sa.PrimaryKeyConstraint("position", "package", name=op.f("pk_sent_event")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(
        """CREATE VIRTUAL TABLE dossier_search USING fts5(words, content='', contentless_delete=1, tokenize='unicode61', prefix='1 2 3 4 5 6', detail='none')"""
    )
    op.execute(
        """CREATE TRIGGER answered_request_no_update BEFORE UPDATE ON answered_request
BEGIN SELECT raise(ABORT, 'an answered request is kept as it is'); END"""
    )
    op.execute(
        """CREATE TRIGGER answered_request_no_delete BEFORE DELETE ON answered_request
BEGIN SELECT raise(ABORT, 'an answered request is kept as it is'); END"""
    )
    op.execute(
        """CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END"""
    )
    op.execute(
        """CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END"""
    )
    op.execute(
        """CREATE TRIGGER cash_sheet_no_update BEFORE UPDATE ON cash_sheet
BEGIN SELECT raise(ABORT, 'a closed cash sheet is never changed or deleted'); END"""
    )
    op.execute(
        """CREATE TRIGGER cash_sheet_no_delete BEFORE DELETE ON cash_sheet
BEGIN SELECT raise(ABORT, 'a closed cash sheet is never changed or deleted'); END"""
    )
    op.execute(
        """CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment
BEGIN SELECT raise(ABORT, 'slips of money are never changed or deleted'); END"""
    )
    op.execute(
        """CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment
BEGIN SELECT raise(ABORT, 'slips of money are never changed or deleted'); END"""
    )
    op.execute(
        """CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger WHERE chain = NEW.chain)
  OR NEW.previous_hash IS NOT coalesce(
    (SELECT hash FROM ledger WHERE chain = NEW.chain ORDER BY seq DESC LIMIT 1),
    printf('%064d', 0))
BEGIN SELECT raise(ABORT, 'a chain of the ledger grows by one row at a time'); END"""
    )
    op.execute(
        """CREATE TRIGGER payment_within BEFORE INSERT ON payment
WHEN NEW.reverses IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM payment p WHERE p.id = NEW.reverses AND p.kind = 'COLLECT'
    AND p.dossier_id = NEW.dossier_id AND p.amount >= NEW.amount
    + (SELECT coalesce(sum(r.amount), 0) FROM payment r WHERE r.reverses = p.id))
BEGIN SELECT raise(ABORT, 'more given back than was taken'); END"""
    )
    op.execute(
        """CREATE TRIGGER payment_sheet_open BEFORE INSERT ON payment
WHEN EXISTS (SELECT 1 FROM cash_sheet s
  WHERE s.agency = NEW.agency AND s.day = NEW.day AND s.sheet = NEW.sheet)
BEGIN SELECT raise(ABORT, 'the cash sheet is closed'); END"""
    )
