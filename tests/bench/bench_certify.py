"""Registering a batch of 50 papers to certify, paid at once, beside one ordinary dossier's save.

Both are whole use cases in an office that holds 100,000 dossiers: the batch takes 50 numbers of a
book, stores 50 entries, its fee line and its slip, and names every paper in receipt and event.
"""

from dataclasses import replace

from app.domain.certification.books import CertifiedDocument
from app.domain.money.payment import PaymentRequest
from app.usecases.dossier import intake
from tests.bench.bench_intake import LAN, a_request
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.table import Row, ratio_row
from tests.bench.measuring.turns import in_turn, medians, show

BATCH = 50
A_TURN = 10


def run(places: Places) -> list[Row]:
    """Time both in turn."""
    desk = places.desk(places.copy(SMALL, "certify"))
    batch = replace(
        a_request(),
        procedure="2.000815",
        documents=(),
        certification=tuple(
            CertifiedDocument(f"Bằng tốt nghiệp số {n}", pages=1 + n % 6, copies=2)
            for n in range(BATCH)
        ),
        payment=PaymentRequest(),
    )
    one, many = "one dossier of six papers", f"{BATCH} certified papers, paid"
    times = in_turn(
        {
            one: lambda: intake.register_dossier(desk, LAN, a_request()),
            many: lambda: intake.register_dossier(desk, LAN, batch),
        },
        places.rounds,
        each=A_TURN,
    )
    show(times, beside=one)
    middle = medians(times)
    return [
        ratio_row(
            f"a batch of {BATCH} certified papers", middle[many], middle[one], 3, unit="ms",
            beside="one dossier's save",
        )
    ]  # fmt: skip
