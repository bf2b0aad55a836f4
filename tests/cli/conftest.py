"""Commands on a data folder of their own, and a request to register."""

import json

import pytest

from app.__main__ import main
from tests.builders import an_office

REQUEST = {
    "procedure": "1.004873",
    "case": None,
    "channel": "DIRECT",
    "applicant": {
        "kind": "CITIZEN",
        "full_name": "Hoàng Thị Mẩy",
        "personal_id": "020185001234",
        "id_kind": "PERSONAL_ID",
        "born": "05031985",
        "sex": "FEMALE",
        "phone": "0912 345 678",
        "email": "",
        "address": "Thôn Bản Loỏng",
    },
    "representative": None,
    "documents": [{"name": "Tờ khai", "originals": 1, "copies": 0}],
    "sets": 1,
    "return_by": "DESK",
    "note": "",
    "received_at": None,
}


@pytest.fixture
def cli(tmp_path, capsys):
    """Runs a command on a data folder; gives exit code, standard output and standard error."""

    def run(*arguments, data=tmp_path / "data"):
        capsys.readouterr()
        code = main(["--data", str(data), *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def office(cli, tmp_path):
    an_office(tmp_path / "data")
    return cli


@pytest.fixture
def request_file(tmp_path):
    def write(**changes):
        path = tmp_path / "request.json"
        path.write_text(json.dumps(REQUEST | changes, ensure_ascii=False), encoding="utf-8")
        return path

    return write
