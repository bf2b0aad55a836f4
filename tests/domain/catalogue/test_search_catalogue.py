"""What a clerk types finds, in the whole catalogue the program ships, what is meant first."""

from dataclasses import dataclass

import pytest

from app.domain.catalogue.common_procedures import commonness
from app.domain.catalogue.search import ProcedureIndex
from app.exchange.catalogue.seed import load_seed

SEED = load_seed()


@dataclass(frozen=True)
class Item:
    code: str
    name: str
    field: str
    use_count: int = 0


def searched(**uses):
    """An index over the seed; `uses` by code, its dot written as an underscore after ``p``."""
    counts = {code[1:].replace("_", "."): count for code, count in uses.items()}
    return ProcedureIndex(
        [Item(each.code, each.name, each.field, counts.get(each.code, 0)) for each in SEED]
    )


@pytest.fixture(scope="module")
def unused():
    return searched()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khai sinh", "1.001193"),
        ("ks", "1.001193"),
        ("khai tử", "1.000656"),
        ("kt", "1.000656"),
        ("kết hôn", "1.000894"),
        ("ket hon", "1.000894"),
        ("trich luc", "2.000635"),
        ("hon nhan", "1.004873"),
        ("độc thân", "1.004873"),
        ("chung thuc", "2.000815"),
        ("ban sao", "2.000635"),
        ("sao y", "2.000815"),
        ("chu ky", "2.000884"),
        ("chung thuc chu ky", "2.000884"),
        ("chứng thực giao dịch", "2.001035"),
        ("ho ngheo", "1.011607"),
        ("ho kinh doanh", "1.001612"),
        ("hkd", "1.001612"),
        ("kinh doanh", "1.001612"),
        ("giam ho", "1.004837"),
        ("cai chinh", "1.004859"),
        ("thay doi thong tin ho tich", "1.004859"),
        ("nhan cha me con", "1.001022"),
        ("thường trú", "1.004222"),
        ("tam tru", "1.004194"),
        ("khuyet tat", "1.001699"),
        ("mai tang", "1.001731"),
        ("hoa giai dat dai", "1.012812"),
        ("di chuc", "2.001019"),
        ("đăng ký", "1.001193"),
        ("1193", "1.001193"),
    ],
)
def test_a_new_office_finds_what_communes_receive_most_first(unused, typed, first):
    assert unused.find(typed)[0].code == first


def test_copies_of_papers_are_among_the_first_copies(unused):
    assert "2.000815" in [each.code for each in unused.find("ban sao")[:2]]


@pytest.mark.parametrize(
    ("typed", "used"),
    [("chung thuc chu ky", "2.001008"), ("khai sinh co", "2.000528"), ("chung thuc", "2.001019")],
)
def test_what_the_office_uses_most_goes_before_what_communes_receive_most(typed, used):
    index = searched(**{f"p{used.replace('.', '_')}": 3, "p2_000884": 1, "p1_001193": 1})
    assert index.find(typed)[0].code == used


@pytest.mark.parametrize(
    ("typed", "meant", "used"),
    [
        ("khai sinh", "1.001193", "2.000635"),
        ("khai sinh", "1.001193", "2.000528"),
        ("ks", "1.001193", "2.000635"),
        ("kết hôn", "1.000894", "2.000806"),
        ("ban sao", "2.000815", "2.000992"),
    ],
)
def test_what_was_used_comes_behind_the_name_that_is_typed(typed, meant, used):
    index = searched(**{f"p{used.replace('.', '_')}": 9})
    found = [each.code for each in index.find(typed)]
    assert used not in found or found.index(meant) < found.index(used), found[:3]


@pytest.mark.parametrize("common", [each for each in SEED if commonness(each.code) < 18])
def test_every_procedure_of_the_order_is_found_first_by_its_code(unused, common):
    assert unused.find(common.code)[0].code == common.code


def test_the_order_names_procedures_the_catalogue_has():
    assert sum(commonness(each.code) < commonness("none") for each in SEED) == commonness("none")


def test_use_never_puts_a_weaker_match_first():
    """A foreign-element variant much used does not displace the words typed in full."""
    index = searched(p2_000528=900)
    assert index.find("khai sinh lưu động")[0].code == "1.003583"
