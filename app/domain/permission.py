"""Who may do what: one permission for each use case, and the roles that have them.

A further role is a member of `Role` and its row of `ROLES`; what else it touches stands in
docs/architecture.md §6.
"""

from collections.abc import Mapping
from enum import StrEnum

from app.domain.actor import Actor
from app.domain.errors import DeskError


class NotPermitted(DeskError):
    """Facts: permission, officer."""


class Permission(StrEnum):
    """One for each use case that looks at or changes the records itself, named as its function.

    Those made of others (`last_slip`, `quote`) ask for theirs.
    """

    # A dossier's life
    REGISTER_DOSSIER = "REGISTER_DOSSIER"
    CORRECT_DOSSIER = "CORRECT_DOSSIER"
    START_PROCESSING = "START_PROCESSING"
    REQUEST_SUPPLEMENT = "REQUEST_SUPPLEMENT"
    REQUEST_PAYMENT = "REQUEST_PAYMENT"
    COMPLETE_SUPPLEMENT = "COMPLETE_SUPPLEMENT"
    EXTEND_PROMISE = "EXTEND_PROMISE"
    NOTE_NOTICE = "NOTE_NOTICE"
    FINISH_PROCESSING = "FINISH_PROCESSING"
    FINISH_MANY = "FINISH_MANY"
    RETURN_RESULT = "RETURN_RESULT"
    REFUSE_DOSSIER = "REFUSE_DOSSIER"
    CANCEL_DOSSIER = "CANCEL_DOSSIER"
    REOPEN_DOSSIER = "REOPEN_DOSSIER"
    TAKE_BACK = "TAKE_BACK"
    KEEP_DRAFT = "KEEP_DRAFT"
    DROP_DRAFT = "DROP_DRAFT"
    # Between agencies
    SCANNED_FOR_HANDOVER = "SCANNED_FOR_HANDOVER"
    HAND_OVER = "HAND_OVER"
    TAKE_OVER = "TAKE_OVER"
    HANDOVER_RECORD = "HANDOVER_RECORD"
    HANDOVER_RECORDS = "HANDOVER_RECORDS"
    HANDOVER_PDF = "HANDOVER_PDF"
    LYING_OUTSIDE = "LYING_OUTSIDE"
    KNOWN_AGENCIES = "KNOWN_AGENCIES"
    SET_AGENCY = "SET_AGENCY"
    STEPS_OF = "STEPS_OF"
    SET_STEPS = "SET_STEPS"
    # Before there is a dossier
    GUIDE_APPLICANT = "GUIDE_APPLICANT"
    TURN_AWAY = "TURN_AWAY"
    EARLY_REFUSAL_PDF = "EARLY_REFUSAL_PDF"
    EARLY_REFUSALS = "EARLY_REFUSALS"
    # Certification
    AWAITING_SIGNATURE = "AWAITING_SIGNATURE"
    MARK_SIGNED = "MARK_SIGNED"
    CORRECT_CERTIFICATION = "CORRECT_CERTIFICATION"
    BOOK_PRINT = "BOOK_PRINT"
    OPEN_VOLUME = "OPEN_VOLUME"
    CLOSE_BOOK = "CLOSE_BOOK"
    # Money
    MONEY_OF = "MONEY_OF"
    CHARGE_FEES = "CHARGE_FEES"
    WAIVE_FEE = "WAIVE_FEE"
    COLLECT_FEE = "COLLECT_FEE"
    REFUND_PAYMENT = "REFUND_PAYMENT"
    VOID_PAYMENT = "VOID_PAYMENT"
    NOTE_RECEIPT = "NOTE_RECEIPT"
    CASH_SHEETS = "CASH_SHEETS"
    CLOSE_CASH_SHEET = "CLOSE_CASH_SHEET"
    OPEN_CASH_DAY = "OPEN_CASH_DAY"
    IMPORT_TARIFFS = "IMPORT_TARIFFS"
    # Looking
    COUNTS = "COUNTS"
    IDS = "IDS"
    RUNNING = "RUNNING"
    ROWS = "ROWS"
    LIST_IDS = "LIST_IDS"
    MATCHING = "MATCHING"
    IN_ORDER = "IN_ORDER"
    LIST_CHOICES = "LIST_CHOICES"
    MEANT = "MEANT"
    WRITE_LIST = "WRITE_LIST"
    FIND = "FIND"
    NEWEST_CODES = "NEWEST_CODES"
    FIND_PEOPLE = "FIND_PEOPLE"
    OPEN_TWINS = "OPEN_TWINS"
    DOSSIER_VIEW = "DOSSIER_VIEW"
    DOSSIER_ID_OF = "DOSSIER_ID_OF"
    DOSSIER_ID_OF_LABEL = "DOSSIER_ID_OF_LABEL"
    FIND_PROCEDURES = "FIND_PROCEDURES"
    RULES = "RULES"
    OPEN_DRAFTS = "OPEN_DRAFTS"
    REQUEST_ANSWERED = "REQUEST_ANSWERED"
    REGISTER_SUMS = "REGISTER_SUMS"
    REGISTER_FIGURES = "REGISTER_FIGURES"
    FIGURE_IDS = "FIGURE_IDS"
    WRITE_REGISTER = "WRITE_REGISTER"
    REGISTER_PDF = "REGISTER_PDF"
    # Printing
    MAKE_PRINT = "MAKE_PRINT"
    NEXT_PRINT = "NEXT_PRINT"
    PRINT_AGAIN = "PRINT_AGAIN"
    WANTED_FORM = "WANTED_FORM"
    STORED_PDF = "STORED_PDF"
    LEND = "LEND"
    NOTE_PRINTER = "NOTE_PRINTER"
    NOTE_PAPER_OUT = "NOTE_PAPER_OUT"
    PAPER_CAME_TODAY = "PAPER_CAME_TODAY"
    MAKE_PROOF = "MAKE_PROOF"
    # The day
    DAY_AHEAD = "DAY_AHEAD"
    DAY_SO_FAR = "DAY_SO_FAR"
    DAY_SHEETS = "DAY_SHEETS"
    DAY_SHEET_PDF = "DAY_SHEET_PDF"
    DAY_IDS = "DAY_IDS"
    CLOSE_DAY = "CLOSE_DAY"
    # The province
    EXPORT_PACKAGE = "EXPORT_PACKAGE"
    TAKE_ANSWERS = "TAKE_ANSWERS"
    SCORE_PROBLEMS = "SCORE_PROBLEMS"
    OUTBOX_SUMMARY = "OUTBOX_SUMMARY"
    REJECTED_EVENTS = "REJECTED_EVENTS"
    REFUSED_TO_MEND = "REFUSED_TO_MEND"
    CONTRADICTIONS = "CONTRADICTIONS"
    HELD_REPORT = "HELD_REPORT"
    PROPOSED_EXTENSION = "PROPOSED_EXTENSION"
    UNSENT_APOLOGIES = "UNSENT_APOLOGIES"
    APOLOGY_REGISTER = "APOLOGY_REGISTER"
    # The office
    CHANGE_SETTINGS = "CHANGE_SETTINGS"
    IMPORT_CATALOGUE = "IMPORT_CATALOGUE"
    COMPLETE_LIMIT = "COMPLETE_LIMIT"
    CUT_LIMIT = "CUT_LIMIT"
    PROCEDURE_VERSIONS = "PROCEDURE_VERSIONS"
    IMPORT_CALENDAR = "IMPORT_CALENDAR"
    PREVIEW_CALENDAR = "PREVIEW_CALENDAR"
    SET_SESSIONS = "SET_SESSIONS"
    PREVIEW_CLOSURE = "PREVIEW_CLOSURE"
    PREVIEW_UNDOING = "PREVIEW_UNDOING"
    DECLARE_CLOSURE = "DECLARE_CLOSURE"
    UNDO_CLOSURE = "UNDO_CLOSURE"
    CLOSURES = "CLOSURES"
    CLOSURE_CALLS = "CLOSURE_CALLS"
    CLOSURE_SLIPS = "CLOSURE_SLIPS"
    MAKE_OFFICE = "MAKE_OFFICE"
    CLOCK_QUESTION = "CLOCK_QUESTION"
    CONFIRM_CLOCK = "CONFIRM_CLOCK"
    # Safety
    BACK_UP = "BACK_UP"
    BACK_UP_TO_PLACES = "BACK_UP_TO_PLACES"
    BACKUP_STATE = "BACKUP_STATE"
    TRY_RESTORE = "TRY_RESTORE"
    ENROL_STICK = "ENROL_STICK"
    REMOVE_STICK = "REMOVE_STICK"
    DATA_FACTS = "DATA_FACTS"
    RESTORE = "RESTORE"
    VERIFY_RECORDS = "VERIFY_RECORDS"
    ACCEPT_LOSS = "ACCEPT_LOSS"
    SUPPORT_FACTS = "SUPPORT_FACTS"
    QUICK_CHECK = "QUICK_CHECK"


class Role(StrEnum):
    """What an officer is at the desk."""

    EVERYBODY = "EVERYBODY"


ROLES: Mapping[Role, frozenset[Permission]] = {Role.EVERYBODY: frozenset(Permission)}
"""What each role may do."""


def role_of(actor: Actor) -> Role:
    """The role of who acts: until there are accounts, everybody has the same."""
    del actor
    return Role.EVERYBODY


def allows(
    actor: Actor, permission: Permission, roles: Mapping[Role, frozenset[Permission]] = ROLES
) -> bool:
    """Whether `actor` may do it."""
    return permission in roles[role_of(actor)]


def require(
    actor: Actor, permission: Permission, roles: Mapping[Role, frozenset[Permission]] = ROLES
) -> None:
    """Let pass who may do it.

    Raises:
        NotPermitted: `actor` may not.
    """
    if not allows(actor, permission, roles):
        raise NotPermitted(permission=permission, officer=actor.officer)
