"""Practice data's papers to certify, exemptions and payments."""

import random
from dataclasses import replace

from app.domain.catalogue.procedure import Procedure
from app.domain.certification.books import CertifiedDocument
from app.domain.dossier.dossier import IntakeRequest
from app.domain.money.fee import CollectAt, Exemption
from app.domain.money.payment import Method, PaymentRequest
from app.domain.money.relief import Relief
from app.domain.money.tariff import Tariff
from app.usecases.money import charging

_COPIED = (
    ("Bằng tốt nghiệp trung học phổ thông", 1),
    ("Căn cước công dân", 2),
    ("Giấy khai sinh", 2),
    ("Giấy chứng nhận quyền sử dụng đất", 4),
    ("Học bạ trung học phổ thông", 14),
    ("Quyết định nâng lương", 2),
)
_SIGNED = (("Sơ yếu lý lịch", 4), ("Giấy ủy quyền", 2), ("Giấy bán xe", 2), ("Hợp đồng", 6))


def charged(
    chance: random.Random, request: IntakeRequest, procedure: Procedure, tariff: Tariff
) -> IntakeRequest:
    """`request` with what a counter would charge: most pay at once, some less, later or nothing."""
    rates = tariff.rates_of(procedure.code)
    if rates:
        names = _COPIED if rates[0].steps[1:] else _SIGNED
        chosen = chance.sample(names, chance.choices((1, 2, 3), (60, 25, 15))[0])
        papers = tuple(
            CertifiedDocument(name, pages, chance.randint(1, 5)) for name, pages in chosen
        )
        request = replace(request, documents=(), certification=papers)
    elif not charging.catalogue_lines(procedure, request.channel):
        return request
    kind = chance.random()
    if kind < 0.08 and rates:
        return replace(request, collect_at=CollectAt.RETURN)
    if kind < 0.05:
        return replace(request, exemption=Exemption("HO_NGHEO", "Giấy chứng nhận hộ nghèo"))
    if kind < 0.08:
        reduced = Exemption("HO_CAN_NGHEO", "Giấy chứng nhận hộ cận nghèo", Relief(percent=50))
        return replace(request, exemption=reduced, payment=PaymentRequest())
    if kind < 0.2:
        return replace(request, collect_at=CollectAt.RETURN)
    method = Method.TRANSFER if kind > 0.8 else Method.CASH
    reference = f"FT26{chance.randrange(10**8):08d}" if method is Method.TRANSFER else ""
    return replace(request, payment=PaymentRequest(method, reference=reference))
