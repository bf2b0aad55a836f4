"""The first schema.

Revision ID: 0001
Revises:
"""

# ruff: noqa: E501 - literal statements stay as they were first run

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of the first release."""
    op.create_table(
        "calendar_part",
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("confirmed BETWEEN 0 AND 1", name=op.f("ck_calendar_part_confirmed")),
        sa.PrimaryKeyConstraint("part", name=op.f("pk_calendar_part")),
        sqlite_strict=True,
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "saved_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_draft_saved_at"),
        ),
        sa.CheckConstraint("length(body) <= 2000000", name=op.f("ck_draft_body")),
        sa.CheckConstraint("length(officer) <= 200", name=op.f("ck_draft_officer")),
        sa.CheckConstraint("length(summary) <= 300", name=op.f("ck_draft_summary")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_draft_station")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sqlite_strict=True,
    )
    op.create_table(
        "number_gap",
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("first_missing", sa.Integer(), nullable=False),
        sa.Column("last_missing", sa.Integer(), nullable=False),
        sa.Column("noted_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_number_gap_day")
        ),
        sa.CheckConstraint(
            "noted_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_number_gap_noted_at"),
        ),
        sa.CheckConstraint(
            "first_missing BETWEEN 1 AND 9999", name=op.f("ck_number_gap_first_missing")
        ),
        sa.CheckConstraint("last_missing >= first_missing", name=op.f("ck_number_gap_order")),
        sa.CheckConstraint(
            "last_missing BETWEEN 1 AND 9999", name=op.f("ck_number_gap_last_missing")
        ),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_number_gap_agency")
        ),
        sa.PrimaryKeyConstraint("agency", "day", "first_missing", name=op.f("pk_number_gap")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "number_series",
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_number_series_day")
        ),
        sa.CheckConstraint("first BETWEEN 1 AND 9999", name=op.f("ck_number_series_first")),
        sa.CheckConstraint("last >= first", name=op.f("ck_number_series_order")),
        sa.CheckConstraint("last BETWEEN 1 AND 9999", name=op.f("ck_number_series_last")),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_number_series_agency")
        ),
        sa.PrimaryKeyConstraint("agency", "day", "first", name=op.f("pk_number_series")),
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
    )
    op.create_table(
        "package",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("package_id", sa.Text(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("first_seq", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'", name=op.f("ck_package_sha256")
        ),
        sa.CheckConstraint(
            "written_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_package_written_at"),
        ),
        sa.CheckConstraint("events BETWEEN 1 AND 9000000000", name=op.f("ck_package_events")),
        sa.CheckConstraint("first_seq BETWEEN 1 AND 9000000000", name=op.f("ck_package_first_seq")),
        sa.CheckConstraint("last_seq BETWEEN 1 AND 9000000000", name=op.f("ck_package_last_seq")),
        sa.CheckConstraint(
            "length(file_name) > 0 AND length(file_name) <= 200", name=op.f("ck_package_file_name")
        ),
        sa.CheckConstraint(
            "length(package_id) > 0 AND length(package_id) <= 36",
            name=op.f("ck_package_package_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_package")),
        sa.UniqueConstraint("package_id", name=op.f("uq_package_package_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "procedure_use",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_procedure_use")),
        sqlite_strict=True,
    )
    op.create_table(
        "procedure_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("is_complete", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("effective_to", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "effective_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'",
            name=op.f("ck_procedure_version_effective_from"),
        ),
        sa.CheckConstraint(
            "effective_to GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'",
            name=op.f("ck_procedure_version_effective_to"),
        ),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'",
            name=op.f("ck_procedure_version_sha256"),
        ),
        sa.CheckConstraint(
            "is_complete BETWEEN 0 AND 1", name=op.f("ck_procedure_version_is_complete")
        ),
        sa.CheckConstraint(
            "length(code) > 0 AND length(code) <= 60", name=op.f("ck_procedure_version_code")
        ),
        sa.CheckConstraint("length(field) <= 400", name=op.f("ck_procedure_version_field")),
        sa.CheckConstraint(
            "length(name) > 0 AND length(name) <= 5000", name=op.f("ck_procedure_version_name")
        ),
        sa.CheckConstraint(
            "revision BETWEEN 1 AND 1000000", name=op.f("ck_procedure_version_revision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_version")),
        sa.UniqueConstraint("code", "revision", name=op.f("uq_procedure_version_code_revision")),
        sqlite_strict=True,
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
        sa.Column("boundary_free", sa.Integer(), nullable=False),
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
        sa.Column("calendar_confirmed", sa.Integer(), nullable=False),
        sa.Column("form_set", sa.Text(), nullable=False),
        sa.Column("waiting_since", sa.Text(), nullable=True),
        sa.Column("finished_at", sa.Text(), nullable=True),
        sa.Column("returned_at", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("returned_to", sa.Text(), nullable=False),
        sa.Column("returned_identity", sa.Text(), nullable=False),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("official_code", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state IN ('AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT')) = (waiting_since IS NOT NULL)",
            name=op.f("ck_dossier_waiting"),
        ),
        sa.CheckConstraint(
            "(state IN ('RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT')) = (ended_at IS NULL)",
            name=op.f("ck_dossier_ended"),
        ),
        sa.CheckConstraint(
            "applicant_kind IN ('CITIZEN', 'BUSINESS', 'STATE_AGENCY', 'ORGANISATION')",
            name=op.f("ck_dossier_applicant_kind"),
        ),
        sa.CheckConstraint(
            "channel IN ('DIRECT', 'ONLINE', 'POSTAL')", name=op.f("ck_dossier_channel")
        ),
        sa.CheckConstraint(
            "day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'", name=op.f("ck_dossier_day")
        ),
        sa.CheckConstraint(
            "due_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_dossier_due_at"),
        ),
        sa.CheckConstraint(
            "ended_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_dossier_ended_at"),
        ),
        sa.CheckConstraint(
            "filed_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_dossier_filed_at"),
        ),
        sa.CheckConstraint(
            "finished_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_dossier_finished_at"),
        ),
        sa.CheckConstraint(
            "id_kind IN ('PERSONAL_ID', 'OLD_ID', 'PASSPORT', 'TAX_CODE')",
            name=op.f("ck_dossier_id_kind"),
        ),
        sa.CheckConstraint(
            "limit_unit IN ('WORKING_DAY', 'WORKING_HOUR', 'HOUR', 'DAY', 'MONTH', 'SAME_DAY', 'NONE')",
            name=op.f("ck_dossier_limit_unit"),
        ),
        sa.CheckConstraint(
            "measured_due_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_dossier_measured_due_at"),
        ),
        sa.CheckConstraint(
            "pause_mode IN ('PAUSE', 'RESTART')", name=op.f("ck_dossier_pause_mode")
        ),
        sa.CheckConstraint(
            "received_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_dossier_received_at"),
        ),
        sa.CheckConstraint(
            "return_by IN ('DESK', 'POST', 'ONLINE')", name=op.f("ck_dossier_return_by")
        ),
        sa.CheckConstraint(
            "returned_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_dossier_returned_at"),
        ),
        sa.CheckConstraint(
            "service_level IN ('FULL', 'PARTIAL', 'UNKNOWN')", name=op.f("ck_dossier_service_level")
        ),
        sa.CheckConstraint("sex IN ('MALE', 'FEMALE')", name=op.f("ck_dossier_sex")),
        sa.CheckConstraint(
            "state <> 'RETURNED' OR returned_at IS NOT NULL", name=op.f("ck_dossier_returned")
        ),
        sa.CheckConstraint(
            "state IN ('RECEIVED', 'REFUSED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT', 'WITHDRAWN', 'STOPPED', 'FINISHED', 'RETURNED')",
            name=op.f("ck_dossier_state"),
        ),
        sa.CheckConstraint(
            "waiting_since GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_dossier_waiting_since"),
        ),
        sa.CheckConstraint("boundary_free BETWEEN 0 AND 1", name=op.f("ck_dossier_boundary_free")),
        sa.CheckConstraint(
            "calendar_confirmed BETWEEN 0 AND 1", name=op.f("ck_dossier_calendar_confirmed")
        ),
        sa.CheckConstraint("length(address) <= 400", name=op.f("ck_dossier_address")),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_dossier_agency")
        ),
        sa.CheckConstraint("length(born) <= 10", name=op.f("ck_dossier_born")),
        sa.CheckConstraint("length(case_name) <= 5000", name=op.f("ck_dossier_case_name")),
        sa.CheckConstraint("length(code) > 0 AND length(code) <= 40", name=op.f("ck_dossier_code")),
        sa.CheckConstraint("length(email) <= 254", name=op.f("ck_dossier_email")),
        sa.CheckConstraint("length(end_reason) <= 1000", name=op.f("ck_dossier_end_reason")),
        sa.CheckConstraint(
            "length(form_set) > 0 AND length(form_set) <= 20", name=op.f("ck_dossier_form_set")
        ),
        sa.CheckConstraint(
            "length(full_name) > 0 AND length(full_name) <= 200", name=op.f("ck_dossier_full_name")
        ),
        sa.CheckConstraint("length(note) <= 1000", name=op.f("ck_dossier_note")),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_dossier_officer")
        ),
        sa.CheckConstraint("length(official_code) <= 60", name=op.f("ck_dossier_official_code")),
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
            "length(returned_identity) <= 200", name=op.f("ck_dossier_returned_identity")
        ),
        sa.CheckConstraint("length(returned_to) <= 200", name=op.f("ck_dossier_returned_to")),
        sa.CheckConstraint("limit_amount BETWEEN 0 AND 9999", name=op.f("ck_dossier_limit_amount")),
        sa.CheckConstraint("number BETWEEN 1 AND 9999", name=op.f("ck_dossier_number")),
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
    )
    op.create_index(
        "ix_dossier_official",
        "dossier",
        ["official_code"],
        unique=False,
        sqlite_where=sa.text("official_code <> ''"),
    )
    op.create_index(
        "ix_dossier_open_due",
        "dossier",
        ["due_at", "id", "waiting_since"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_dossier_person",
        "dossier",
        ["personal_id"],
        unique=False,
        sqlite_where=sa.text("personal_id <> ''"),
    )
    op.create_index(
        "ix_dossier_phone", "dossier", ["phone"], unique=False, sqlite_where=sa.text("phone <> ''")
    )
    op.create_index("ix_dossier_received_at", "dossier", ["received_at"], unique=False)
    op.create_index(
        "ix_dossier_to_collect",
        "dossier",
        ["finished_at"],
        unique=False,
        sqlite_where=sa.text("state = 'FINISHED'"),
    )
    op.create_index(
        "ix_dossier_waiting",
        "dossier",
        ["waiting_since"],
        unique=False,
        sqlite_where=sa.text("waiting_since IS NOT NULL"),
    )
    op.create_table(
        "form_content",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("form_set", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "made_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_form_content_made_at"),
        ),
        sa.CheckConstraint(
            "length(form) > 0 AND length(form) <= 10", name=op.f("ck_form_content_form")
        ),
        sa.CheckConstraint(
            "length(form_set) > 0 AND length(form_set) <= 20", name=op.f("ck_form_content_form_set")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_form_content_dossier_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_content")),
        sqlite_strict=True,
    )
    op.create_index("ix_form_content_dossier_id", "form_content", ["dossier_id"], unique=False)
    op.create_table(
        "ledger",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=True),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("from_state", sa.Text(), nullable=False),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_ledger_at"),
        ),
        sa.CheckConstraint(
            "length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'", name=op.f("ck_ledger_hash")
        ),
        sa.CheckConstraint(
            "length(previous_hash) = 64 AND previous_hash NOT GLOB '*[^0-9a-f]*'",
            name=op.f("ck_ledger_previous_hash"),
        ),
        sa.CheckConstraint(
            "subject IN ('DOSSIER', 'PROCEDURE', 'CALENDAR', 'SETTING', 'DATABASE')",
            name=op.f("ck_ledger_subject"),
        ),
        sa.CheckConstraint("length(detail) <= 4000000", name=op.f("ck_ledger_detail")),
        sa.CheckConstraint(
            "length(event) > 0 AND length(event) <= 40", name=op.f("ck_ledger_event")
        ),
        sa.CheckConstraint("length(from_state) <= 30", name=op.f("ck_ledger_from_state")),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_ledger_officer")
        ),
        sa.CheckConstraint("length(reason) <= 1000", name=op.f("ck_ledger_reason")),
        sa.CheckConstraint("length(reference) <= 200", name=op.f("ck_ledger_reference")),
        sa.CheckConstraint("length(to_state) <= 30", name=op.f("ck_ledger_to_state")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_ledger_station")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_ledger_dossier_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_ledger")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_ledger_dossier_id",
        "ledger",
        ["dossier_id"],
        unique=False,
        sqlite_where=sa.text("dossier_id IS NOT NULL"),
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
        sa.CheckConstraint(
            "asked_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_pause_asked_at"),
        ),
        sa.CheckConstraint(
            "completed_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_pause_completed_at"),
        ),
        sa.CheckConstraint("kind IN ('SUPPLEMENT', 'PAYMENT')", name=op.f("ck_pause_kind")),
        sa.CheckConstraint(
            "completed_at IS NULL OR completed_at >= asked_at", name=op.f("ck_pause_order")
        ),
        sa.CheckConstraint("length(papers) <= 200000", name=op.f("ck_pause_papers")),
        sa.CheckConstraint(
            "length(reason) > 0 AND length(reason) <= 1000", name=op.f("ck_pause_reason")
        ),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_pause_dossier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
        sqlite_strict=True,
    )
    op.create_index("ix_pause_dossier_id", "pause", ["dossier_id"], unique=False)
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("calendar_confirmed", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "due_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_promise_due_at"),
        ),
        sa.CheckConstraint(
            "kind IN ('FIRST', 'PAUSED', 'RESTARTED', 'EXTENDED')", name=op.f("ck_promise_kind")
        ),
        sa.CheckConstraint(
            "made_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_promise_made_at"),
        ),
        sa.CheckConstraint(
            "calendar_confirmed BETWEEN 0 AND 1", name=op.f("ck_promise_calendar_confirmed")
        ),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_promise_dossier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
        sqlite_strict=True,
    )
    op.create_index("ix_promise_dossier_id", "promise", ["dossier_id"], unique=False)
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
        "form_print",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
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
            "length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'",
            name=op.f("ck_form_print_sha256"),
        ),
        sa.CheckConstraint(
            "printed_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_form_print_printed_at"),
        ),
        sa.CheckConstraint(
            "copy_number BETWEEN 1 AND 100000", name=op.f("ck_form_print_copy_number")
        ),
        sa.CheckConstraint(
            "length(form) > 0 AND length(form) <= 10", name=op.f("ck_form_print_form")
        ),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_form_print_officer")
        ),
        sa.CheckConstraint(
            "length(paper) > 0 AND length(paper) <= 10", name=op.f("ck_form_print_paper")
        ),
        sa.CheckConstraint("length(printer) <= 300", name=op.f("ck_form_print_printer")),
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
            "dossier_id",
            "form",
            "paper",
            "copy_number",
            name=op.f("uq_form_print_dossier_id_form_paper_copy_number"),
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "outbox",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("ledger_seq", sa.Integer(), nullable=False),
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
            "answered_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_outbox_answered_at"),
        ),
        sa.CheckConstraint(
            "created_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'",
            name=op.f("ck_outbox_created_at"),
        ),
        sa.CheckConstraint("kind IN ('ho_so', 'tien_trinh')", name=op.f("ck_outbox_kind")),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'", name=op.f("ck_outbox_sha256")
        ),
        sa.CheckConstraint(
            "state IN ('PENDING', 'ACCEPTED', 'REJECTED')", name=op.f("ck_outbox_state")
        ),
        sa.CheckConstraint("length(answer) <= 4000", name=op.f("ck_outbox_answer")),
        sa.CheckConstraint(
            "length(dossier_code) > 0 AND length(dossier_code) <= 40",
            name=op.f("ck_outbox_dossier_code"),
        ),
        sa.CheckConstraint(
            "length(event_id) > 0 AND length(event_id) <= 36", name=op.f("ck_outbox_event_id")
        ),
        sa.CheckConstraint("version BETWEEN 1 AND 1000000", name=op.f("ck_outbox_version")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_outbox_dossier_id")),
        sa.ForeignKeyConstraint(["ledger_seq"], ["ledger.seq"], name=op.f("fk_outbox_ledger_seq")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
        sa.UniqueConstraint("event_id", name=op.f("uq_outbox_event_id")),
        sa.UniqueConstraint("ledger_seq", "kind", name=op.f("uq_outbox_ledger_seq_kind")),
        sqlite_strict=True,
    )
    op.create_index("ix_outbox_dossier_id", "outbox", ["dossier_id"], unique=False)
    op.create_index(
        "ix_outbox_pending",
        "outbox",
        ["seq", "dossier_id"],
        unique=False,
        sqlite_where=sa.text("state = 'PENDING'"),
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
        """CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
  OR NEW.previous_hash IS NOT coalesce(
    (SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT raise(ABORT, 'the ledger grows by one row at a time'); END"""
    )
    op.execute(
        "CREATE VIRTUAL TABLE dossier_search USING fts5(words, content='', contentless_delete=1, tokenize='unicode61', prefix='1 2 3 4 5 6', detail='none')"
    )
