"""`batch finish`: a stack, each dossier with what became of it."""

import json

from tests.cli.test_life import answer
from tests.cli.test_requests import clock, script  # noqa: F401


def test_a_stack_is_finished_and_nothing_is_left_out(script):  # noqa: F811
    first, second = script.take(), script.take()
    done = answer(script.run("batch", "finish", first, second, "--note", "Đã ký", "--json"))
    assert (done["done"], [row["state"] for row in done["rows"]]) == (2, ["FINISHED"] * 2)
    third = script.take()
    code, out, err = script.run("batch", "finish", first, third, "H37.99.1-260101-0009", "--json")
    assert (code, err) == (1, "")
    rows = json.loads(out)["rows"]
    assert [row["done"] for row in rows] == [False, True, False]
    assert rows[0]["refusal"]
    assert rows[2] == {
        "dossier_code": "H37.99.1-260101-0009", "done": False, "refusal": rows[2]["refusal"],
    }  # fmt: skip
    code, out, _ = script.run("batch", "finish", script.take(), third)
    assert code == 1
    assert out.splitlines()[-1] == "Đã xong 1 hồ sơ, không làm được 1."
    assert third in out
