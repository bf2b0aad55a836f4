"""Every command that changes records, and the options commands are given for what they do."""

from collections.abc import Mapping

import click

from app.cli.context import clock_option, force_option, request_id_option
from app.cli.outputs import OutputFile
from app.domain.permission import Permission

CHANGING: Mapping[str, tuple[Permission, ...]] = {
    "intake": (Permission.REGISTER_DOSSIER,),
    "print": (Permission.MAKE_PRINT, Permission.NEXT_PRINT, Permission.NOTE_PRINTER),
    "proof": (Permission.MAKE_PROOF,),
    "start": (Permission.START_PROCESSING,),
    "supplement ask": (Permission.REQUEST_SUPPLEMENT,),
    "supplement complete": (Permission.COMPLETE_SUPPLEMENT,),
    "extend": (Permission.EXTEND_PROMISE,),
    "apologies sent": (Permission.NOTE_NOTICE,),
    "handover new": (Permission.HAND_OVER,),
    "handover receive": (Permission.TAKE_OVER,),
    "agency add": (Permission.SET_AGENCY,),
    "agency drop": (Permission.SET_AGENCY,),
    "steps set": (Permission.SET_STEPS,),
    "finish": (Permission.FINISH_PROCESSING,),
    "batch finish": (Permission.FINISH_MANY,),
    "return": (Permission.RETURN_RESULT,),
    "withdraw": (Permission.CANCEL_DOSSIER,),
    "stop": (Permission.CANCEL_DOSSIER,),
    "refuse": (Permission.REFUSE_DOSSIER, Permission.TURN_AWAY),
    "reopen": (Permission.REOPEN_DOSSIER,),
    "take-back": (Permission.TAKE_BACK,),
    "correct": (Permission.CORRECT_DOSSIER, Permission.CORRECT_CERTIFICATION),
    "signing done": (Permission.MARK_SIGNED,),
    "book volume": (Permission.OPEN_VOLUME,),
    "book close": (Permission.CLOSE_BOOK,),
    "fee charge": (Permission.CHARGE_FEES,),
    "fee waive": (Permission.WAIVE_FEE,),
    "fee collect": (Permission.COLLECT_FEE,),
    "fee refund": (Permission.REFUND_PAYMENT,),
    "fee void": (Permission.VOID_PAYMENT,),
    "fee receipt": (Permission.NOTE_RECEIPT,),
    "cash-sheet": (Permission.OPEN_CASH_DAY, Permission.CLOSE_CASH_SHEET),
    "day open": (Permission.OPEN_CASH_DAY,),
    "day close": (Permission.CLOSE_DAY,),
    "tariff import": (Permission.IMPORT_TARIFFS,),
    "catalogue import": (Permission.IMPORT_CATALOGUE,),
    "catalogue cut": (Permission.CUT_LIMIT,),
    "calendar import": (Permission.IMPORT_CALENDAR,),
    "closure declare": (Permission.DECLARE_CLOSURE,),
    "closure undo": (Permission.UNDO_CLOSURE,),
    "closure slips": (
        Permission.CLOSURE_SLIPS,
        Permission.MAKE_PRINT,
        Permission.NEXT_PRINT,
        Permission.NOTE_PRINTER,
    ),
    "settings set": (Permission.CHANGE_SETTINGS,),
    "export": (Permission.EXPORT_PACKAGE,),
    "acknowledge": (Permission.TAKE_ANSWERS,),
    "backup": (Permission.BACK_UP,),
    "copies enrol": (Permission.ENROL_STICK,),
    "copies remove": (Permission.REMOVE_STICK,),
    "recover accept": (Permission.ACCEPT_LOSS,),
}
"""Commands by their words, and the permissions of the use cases they come to."""
_MAKING = frozenset({"init", "demo"})
"""They make a whole data folder: a second time they are refused, and only say that the clock is
right."""


def equip(command: click.Command, name: str) -> click.Command:
    """`command`, called `name`, with the options all have that change records or write a file."""
    if isinstance(command, click.Group):
        for part, each in command.commands.items():
            equip(each, f"{name} {part}")
        return command
    if any(isinstance(each.type, OutputFile) for each in command.params):
        _give(command, force_option)
    if name in CHANGING:
        _give(command, request_id_option, clock_option)
    elif name in _MAKING:
        _give(command, clock_option)
    return command


def _give(command: click.Command, *options: click.Option) -> None:
    """Put `options` before the last of the command's own, which says how it answers."""
    new = [option for option in options if option not in command.params]
    command.params[-1:-1] = new
