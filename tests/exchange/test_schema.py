"""The schemas shipped are those of the types, and what leaves the house fits them."""

import json
from importlib import resources

import jsonschema
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from app.domain.workflow.states import DossierEvent
from app.exchange.events import EventRefused
from app.exchange.province_v1.messages import read_message
from app.exchange.schema import schemas, write_schemas
from tests.exchange import strategies_exchange as some
from tests.exchange.package.builders import parts, written

SHIPPED = resources.files("resources") / "exchange"
NAMES = ("ho_so", "tien_trinh", "goi", "manifest", "tra_loi")


def validator(name):
    schema = json.loads((SHIPPED / f"{name}.schema.json").read_bytes())
    kind = jsonschema.Draft202012Validator
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


VALIDATORS = {name: validator(name) for name in NAMES}


def test_the_shipped_schemas_are_those_the_types_give():
    shipped = {
        file.name: file.read_bytes() for file in SHIPPED.iterdir() if file.name.endswith(".json")
    }
    assert shipped == schemas()


def test_writing_them_gives_the_same_files(tmp_path):
    write_schemas(tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == schemas()


@pytest.mark.parametrize("name", NAMES)
def test_each_names_its_dialect_and_itself(name):
    schema = json.loads(schemas()[f"{name}.schema.json"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(name)


@given(some.all_facts, some.dossiers, some.procedures)
def test_every_dossier_event_fits_its_schema(where, dossier, procedure):
    VALIDATORS["ho_so"].validate(json.loads(some.dossier_message(where, dossier, procedure)))


@given(some.all_facts, some.dossiers, st.sampled_from(DossierEvent), some.texts(1_000, least=0))
def test_every_step_fits_its_schema(where, dossier, event, reason):
    VALIDATORS["tien_trinh"].validate(json.loads(some.step_message(where, dossier, event, reason)))


def test_a_packages_own_files_fit_their_schemas(tmp_path):
    found = parts(written(tmp_path).path)
    VALIDATORS["goi"].validate(json.loads(found["goi.json"]))
    VALIDATORS["manifest"].validate(json.loads(found["manifest.json"]))


@pytest.mark.parametrize("plain", [True, False])
def test_both_forms_of_an_answer_file_fit_their_schema(plain):
    answers = [
        {"event_id": some.an_event_id(1), "phien_ban": 1, "sha256": "ab" * 32, "ma": "TRUNG"}
    ]
    VALIDATORS["tra_loi"].validate(answers if plain else {"ket_qua": answers})


BROKEN = [
    {"NgayHenTra": "20261123"},
    {"NgayTiepNhan": ""},
    {"TrangThaiHoSo": "11"},
    {"KenhThucHien": "4"},
    {"LoaiDoiTuong": 1},
    {"ChuHoSo": ""},
    {"TrichYeuHoSo": "x" * 1_001},
    {"DinhDanhCHS": [{"LoaiDinhDanh": "1", "SoDinhDanh": "1"}]},
    {"DuongDanTaiTepTin": "https://example.vn/tep"},
    {"TaiLieuNop": [{"TepDinhKemId": "1"}]},
]


@pytest.mark.parametrize("changes", BROKEN)
def test_schema_and_reader_refuse_the_same(changes):
    value = json.loads(some.dossier_message(some.facts(), some.a_dossier(), some.a_procedure()))
    value["du_lieu"] |= changes
    assert not VALIDATORS["ho_so"].is_valid(value)
    with pytest.raises(EventRefused):
        read_message(rfc8785.dumps(value))


def test_schema_and_reader_take_the_same():
    value = json.loads(some.dossier_message(some.facts(), some.a_dossier(), some.a_procedure()))
    assert VALIDATORS["ho_so"].is_valid(value)
    assert read_message(rfc8785.dumps(value)).seq == 1
