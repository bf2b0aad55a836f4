"""Tariff files: taken whole or refused with the place."""

import json
from importlib import resources

import pytest

from app.exchange.tariff_file import (
    TariffBodyDamaged,
    TariffRefused,
    encoded,
    from_json,
    read,
    seed,
)
from app.outside.strict_json import FileNotJson

SHIPPED = json.loads(resources.files("resources").joinpath("seed/tariffs.json").read_bytes())


def changed(*path, value):
    body = json.loads(json.dumps(SHIPPED))
    place = body
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(body).encode()


def test_the_seed_knows_where_each_number_comes_from():
    for tariff in seed():
        assert tariff.source
        assert all(ground.source for ground in tariff.grounds)


def test_a_stored_body_gives_the_tariff_back():
    for tariff in seed():
        assert from_json(encoded(tariff)[0]) == tariff
    with pytest.raises(TariffBodyDamaged):
        from_json(b"{}")


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("format",), "motcua-tariff-9", "format"),
        (("tariffs",), [], "tariffs"),
        (("tariffs", 0, "rates"), [], "tariffs[0]"),
        (("tariffs", 0, "effective_from"), "hôm nay", "tariffs[0].effective_from"),
        (("tariffs", 0, "rates", 0, "kind"), "MAGIC", "tariffs[0].rates[0].kind"),
        (("tariffs", 0, "rates", 0, "capp"), 5, "capp"),
        (("tariffs", 0, "rates", 0, "cap"), -5, "tariffs[0]"),
        (("tariffs", 0, "rates", 0, "cap"), 2.5, "tariffs[0].rates[0].cap"),
        (("tariffs", 0, "rates", 0, "steps", 1, "from_page"), 1, "tariffs[0]"),
        (("tariffs", 0, "rates", 0, "steps", 0, "amount"), 0, "tariffs[0]"),
        (("tariffs", 0, "source"), " ", "tariffs[0]"),
        (("tariffs", 0, "rates", 0, "per"), "x" * 61, "tariffs[0]"),
        (("extra",), 1, "extra"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_with_its_place(path, value, place):
    with pytest.raises(TariffRefused) as refused:
        read(changed(*path, value=value))
    assert refused.value.facts["place"] == place
    assert refused.value.facts["why"]


def test_what_is_no_json_is_refused():
    with pytest.raises(FileNotJson):
        read(b"{")


@pytest.mark.parametrize(
    ("path", "most"),
    [
        (("code",), "x" * 200), (("name",), "x" * 200), (("source",), "x" * 200),
        (("rates", 0, "name"), "x" * 200), (("rates", 0, "per"), "x" * 60),
        (("rates", 0, "cap"), 1_000_000_000), (("rates", 0, "steps", 0, "amount"), 1_000_000_000),
    ],
)  # fmt: skip
def test_a_bound_of_a_tariff_is_still_taken_and_one_beyond_it_is_refused(path, most):
    place = ("tariffs", 0, *path)
    read(changed(*place, value=most))
    with pytest.raises(TariffRefused) as refused:
        read(changed(*place, value=most + ("x" if isinstance(most, str) else 1)))
    assert refused.value.facts["place"] == "tariffs[0]"


@pytest.mark.parametrize("path", [("rates", 0, "cap"), ("rates", 0, "steps", 0, "amount")])
def test_a_fee_is_at_least_one_dong(path):
    read(changed("tariffs", 0, *path, value=1))
    with pytest.raises(TariffRefused, match="mức thu"):
        read(changed("tariffs", 0, *path, value=0))
