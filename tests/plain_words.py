"""Names the glossary of docs/architecture.md does not want, each with the plain word for it."""

PARTS = {
    "deed": "action",
    "deeds": "actions",
    "door": "parser, validator; `Problems` collects field errors",
    "hasten": "start-up",
    "lane": "queue",
    "lanes": "queues",
    "seams": "actions",
    "told": "message, translated, described",
    "tell": "message, notice, format",
    "tongue": "translator, language",
    "verb": "command of the command line; use case",
    "verbs": "commands; use cases",
}
"""Words no name may hold: ``door`` forbids ``Door``, ``_door`` and ``open_door``."""

NAMES = {
    "Act": "Action",
    "ActBar": "ActionBar",
    "ActPanel": "ActionPanel",
    "act": "action",
    "acts": "actions",
    "because": "phrase",
    "CrashNet": "CrashHandler",
}
"""Names that are not wanted as they stand; inside longer ones the word may be good English."""

OF_OTHERS = {(holder, "tell"): "Python's place in a file" for holder in ("file", "out")}
"""Holder and name where Python or a library gave the name."""
