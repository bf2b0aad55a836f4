"""Entrances of the desk: what is looked for, set, kept and typed as words of a command."""

import json
import shlex
from dataclasses import fields, replace

import click

from app.__main__ import commands
from app.cli.arguments import before_scanned, require_text
from app.cli.usage import usage_fault
from app.domain.errors import DeskError
from app.settings import Settings
from app.usecases.dossier.drafting import keep_draft
from app.usecases.dossier.intake import register_dossier
from app.usecases.office.settings import change_setting, setting_texts
from app.usecases.queries import lookup
from app.usecases.unit import Request
from tests.builders import LAN, a_request
from tests.cli.faults.test_broken_worlds import COMMANDS
from tests.entrances.entrance import Entrance
from tests.entrances.mutating import a_text, some_json, some_words
from tests.entrances.texts import SCANS
from ui.screens.intake.draft.body import from_body, to_body
from ui.screens.intake.state.form import FormState

LOOKED_FOR = ("hoang thi may", "Hoàng Thị Mẩy", "0912345678", "020185001234", "261123-0001",
              "H37.99.1-261123-0001", "khai sinh", "AA/26E 0000123", *SCANS[:4])  # fmt: skip
GROUP = commands()
KEYS = tuple(field.name for field in fields(Settings))
TEXT_FIELDS = ("full_name", "personal_id", "born", "phone", "email", "address", "old_id", "title")
PERSON = ("Hoàng Thị Mẩy", "020185001234", "1985-03-05", "0912345678", "may@example.vn",
          "Thôn Bản Loỏng")  # fmt: skip
DRAFTS = (to_body(replace(FormState(), note="gọi trước", procedure_code="1.004873")),)


def asked(question):
    """A question at the desk, of the text that was typed."""
    return lambda world, typed, _dice: question(world.desk, LAN, typed)


def a_setting(world, typed, dice):
    """Every key in turn, by its own text made bad, or by what fits another."""
    key = KEYS[len(world.tried) % len(KEYS)] if len(world.tried) < len(KEYS) else dice.choice(KEYS)
    world.tried.add(key)
    own = str(setting_texts(lookup.settings(world.desk, LAN)).get(key, ""))
    value = typed if dice.random() < 0.5 else a_text(dice, own or "x", [typed])
    return change_setting(world.desk, LAN, key, value)


def an_intake(world, typed, dice):
    """A field of the form holds what does not belong there."""
    request = a_request()
    name = dice.choice((*TEXT_FIELDS, "note", "official_code", "procedure", "sets"))
    if name in TEXT_FIELDS:
        request = replace(request, applicant=replace(request.applicant, **{name: typed}))
    else:
        request = replace(request, **{name: typed if name != "sets" else len(typed) - 10})
    return register_dossier(world.desk, LAN, request)


def a_request_id(world, typed, _dice):
    return register_dossier(world.desk, LAN, a_request(), sent=Request(typed))


def a_draft(world, content, dice):
    """A stored body is another: the form opens with what fits."""
    try:
        body = json.loads(content)
    except ValueError:
        return None  # the records hold no such body
    state = from_body(body if isinstance(body, dict) else {})
    if dice.random() < 0.1:
        keep_draft(world.desk, LAN, "0193f1c2", to_body(state), state.note[:40])
    return state


def words_of_a_command(_world, words, _dice):
    """Parsed as far as a command is: nothing is carried out."""
    command, name, rest, context = GROUP, "motcua", list(words), None
    require_text(before_scanned(words, frozenset({"--data", "--lang", "--officer", "--station"})))
    try:
        while True:
            context = command.make_context(name, rest, parent=context)
            if not isinstance(command, click.Group):
                return context.params
            left = [*context._protected_args, *context.args]
            if not left:
                context.fail("Missing command.")  # as click does before it invokes one
            name, command, rest = command.resolve_command(context, left)
    except click.ClickException as error:
        assert usage_fault(error, context)
        raise BadUsage from None
    except click.exceptions.Exit:  # help was asked for
        return None


class BadUsage(DeskError):
    """Words the command line does not take; what it says of them was made."""


WORDS = (
    *((*name.split(), *arguments) for name, arguments in COMMANDS.items()),
    ("--data", "x", "--lang", "en", "--officer", "Lan", "--station", "2", "find", "may"),
    ("scan", "020185001234|081234567|Hoàng Thị Mẩy|05031985|Nữ|Bản Loỏng|10052021"),
    ("due", "--limit", "5 WORKING_DAY", "--received", "2026-11-23T10:15"),
    tuple(shlex.split("init --office 'UBND xã Mẫu Sơn' --code H37.99.1 --officer Lan")),
    ("recover", "accept", "--reason", "mất điện"), ("support", "--to", "x.zip"),
    ("restore", "x.mcbk", "--look"), ("demo", "--dossiers", "3", "--seed", "1"),
)  # fmt: skip

DESK = (
    Entrance("the search box", 400, LOOKED_FOR, a_text, asked(lookup.find)),
    Entrance("a person looked for", 300, LOOKED_FOR, a_text, asked(lookup.find_people)),
    Entrance("a code pasted or scanned", 300, LOOKED_FOR, a_text, asked(lookup.dossier_id_of)),
    Entrance("a procedure looked for", 300, ("khai sinh", "dkks", "1.004873"), a_text,
             lambda world, typed, _dice: lookup.find_procedures(
                 world.desk, LAN, typed, world.desk.clock.now())),
    Entrance("a setting", 600, ("vi", "1", "true", "H37.99.1", "1:1-4999", "15:00", "a4"), a_text,
             a_setting),
    Entrance("a field of the intake", 200, PERSON, a_text, an_intake),
    Entrance("a request id", 120, ("0193f1c2-1111", "đơn-7", "a b"), a_text, a_request_id),
    Entrance("a stored draft", 400, DRAFTS, some_json, a_draft),
    Entrance("words of a command", 1_500, WORDS, some_words, words_of_a_command),
)  # fmt: skip
