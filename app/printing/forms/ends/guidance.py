"""Phiếu hướng dẫn hoàn thiện hồ sơ: what is still missing before anything is received.

The office's own slip: it names only what is missing, each with the row of the published catalogue
it rests on, so that the applicant is told everything once (Decree 118/2025/NĐ-CP art. 8). It bears
no number and nothing of it is kept.
"""

from dataclasses import dataclass

from app.domain.catalogue.procedure import RequiredDocument
from app.domain.forms.codes import GUIDANCE_FORM
from app.printing.form import Form, Subject
from app.printing.forms.dossier_codes import DossierCodes
from app.printing.forms.ends.sheet import (
    AboutDossier,
    begin,
    on_every_sheet,
    place_about,
    place_head,
    sentence,
)
from app.printing.layout.labelled import GAP, labelled
from app.printing.layout.page import Mark, Style
from app.printing.layout.signatures import signatures
from app.printing.layout.table import Align, Column, table

NAME = "Phiếu hướng dẫn hoàn thiện hồ sơ"
_COLUMNS = (
    Column("STT", 0.08, Align.CENTRE),
    Column("Giấy tờ còn thiếu", 0.44),
    Column("Số lượng", 0.18),
    Column("Căn cứ", 0.30),
)


@dataclass(frozen=True, slots=True)
class MissingPaper:
    """One paper to be brought: how many of which kind, and what it rests on."""

    name: str
    quantity: str
    basis: str


def listed(name: str, procedure: str, nth: int, paper: RequiredDocument) -> MissingPaper:
    """What is called `name`, the `nth` paper the catalogue lists for `procedure`."""
    counts = ((paper.originals, "bản chính"), (paper.copies, "bản sao"))
    quantity = ", ".join(f"{count} {kind}" for count, kind in counts if count)
    code = f" ({paper.code})" if paper.code else ""
    return MissingPaper(name, quantity, f"Thủ tục {procedure}, thành phần hồ sơ thứ {nth}{code}")


def outside(name: str) -> MissingPaper:
    """What the catalogue does not list."""
    return MissingPaper(name, "", "Ngoài danh mục")


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceContent(AboutDossier):
    """Everything the slip says; `reason` is why a paper outside the catalogue is asked for."""

    missing: tuple[MissingPaper, ...]
    reason: str = ""
    held: str = ""


def lay_out(content: GuidanceContent, codes: DossierCodes, style: Style) -> list[list[Mark]]:
    """The pages of the slip."""
    flow = begin(codes, style)
    place_head(flow, content, codes, NAME)
    place_about(flow, content, "Hồ sơ của:")
    flow.space(2 * GAP * style.body)
    sentence(flow, "Hồ sơ chưa được tiếp nhận vì còn thiếu những giấy tờ sau:")
    rows = [
        (str(nth), one.name, one.quantity, one.basis) for nth, one in enumerate(content.missing, 1)
    ]
    table(flow, _COLUMNS, rows)
    flow.space(3 * GAP * style.body)
    labelled(flow, "Lý do yêu cầu giấy tờ ngoài danh mục:", content.reason)
    labelled(flow, "Yêu cầu giấy tờ đã có trong cơ sở dữ liệu vì:", content.held)
    phone = content.desk_phone or "……………………………"
    sentence(
        flow,
        "Khi đủ giấy tờ, mời Ông/Bà mang đến nộp để được tiếp nhận ngay. Nếu có vướng mắc, liên hệ "
        f"với {content.officer}, số điện thoại {phone} để được hướng dẫn cụ thể.",
    )
    signatures(flow, left=None, right=("NGƯỜI HƯỚNG DẪN", content.officer))
    return flow.pages


FORM = Form(
    code=GUIDANCE_FORM,
    name=NAME,
    subject=Subject.APPLICANT,
    content=GuidanceContent,
    layouts=on_every_sheet(lay_out),
)
