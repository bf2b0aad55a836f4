"""An online filing by command: its code is the portal's, in every answer."""

from tests.cli.test_life import answer, changes, cli, clock, take  # noqa: F401 - fixtures

CODE = "G09.20-20261120-0092637"


def test_an_online_filing_is_called_by_the_portals_code(cli, take):  # noqa: F811
    known = {"vneid": True, "digitised": False, "paid_online": "GATEWAY", "bases": ["1"]}
    assert take(channel="ONLINE", official_code=CODE, filed_with="OWN", **known) == CODE
    assert cli("show", CODE)[1].startswith(CODE)
    kept = answer(cli("show", CODE, "--json"))
    assert kept["official_code"] == CODE
    assert kept["filing"] == {
        "system": "OWN", "vneid": "YES", "digitised": "NO", "payment": "GATEWAY", "bases": ["1"],
    }  # fmt: skip
    assert answer(cli("start", CODE, "--json"))["state"] == "PROCESSING"


def test_a_kiosk_is_a_channel_of_filing(cli, take):  # noqa: F811
    code = take(channel="KIOSK")
    assert answer(cli("show", code, "--json"))["channel"] == "KIOSK"


def test_a_mistyped_code_is_corrected_and_doubts_are_told(cli, take, changes):  # noqa: F811
    online = {"channel": "ONLINE", "official_code": "G09.20-20261120-0092637"}
    code = take(**online)
    right = changes(official_code="G09.20-20261120-0092673")
    answer(cli("correct", code, right, "--reason", "Gõ nhầm", "--json"))
    shown = answer(cli("show", code, "--json"))
    assert shown["official_code"] == "G09.20-20261120-0092673"
    (found,) = answer(cli("find", code, "--json"))["dossiers"]
    assert found["dossier_code"] == shown["official_code"]
    gone = answer(cli("correct", code, changes(official_code=None), "--reason", "x", "--json"))
    (doubt,) = gone["doubts"]
    assert (doubt["field"], doubt["doubt"]) == ("official_code", "NO_CODE")
