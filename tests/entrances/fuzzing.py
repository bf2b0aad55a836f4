"""Bad input led by the code it reaches: `python -m tests.entrances.fuzzing TARGET [-runs=N]`.

Wants atheris, which is no part of the locks: it has no wheel for Windows. Who wants it installs it:
`.venv/bin/python -m pip install atheris` (Linux); `run.py test --deep` then runs each target, else
it says that it skipped them. What is found is written as `crash-…`: give that file as an argument
to see it again.
"""

import contextlib
import json
import sys
import tempfile
from importlib import import_module
from pathlib import Path

TARGETS = {
    "acknowledgement": "answers of the province, read",
    "package": "a package",
    "backup": "a backup",
    "catalogue": "a catalogue, read",
}
"""Names of targets, and the entrances they come in by."""
_LED_BY = ["app.exchange", "app.outside", "app.usecases.safety"]


def main(arguments):
    target, *options = arguments
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=_LED_BY):
        table = import_module("tests.entrances.table")
        examples = import_module("tests.entrances.examples")
    entrances = import_module("tests.entrances.entrance")
    refusal = import_module("app.domain.errors").DeskError
    (entrance,) = (one for one in table.ENTRANCES if one.name == TARGETS[target])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        world = entrances.World(None, place / "in", "", examples.good_files(place))
        world.place.mkdir()
        corpus = place / "good"
        corpus.mkdir()
        for nth, good in enumerate(entrances.samples_of(entrance, world)):
            content = good if isinstance(good, bytes) else json.dumps(good).encode()
            (corpus / str(nth)).write_bytes(content)

        def once(content):
            with contextlib.suppress(refusal):
                entrance.take(world, content, None)

        atheris.Setup(["fuzzing", *options, str(corpus)], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
