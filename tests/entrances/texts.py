"""Entrances of one text: typed into a field, scanned, pasted, or written in a file."""

from datetime import date

from app.domain import actor, office_name, text, typed_date, typed_day
from app.domain.catalogue.procedure import Channel
from app.domain.certification import blocks, period
from app.domain.clock import read_moment
from app.domain.deadline import closures, time_limit
from app.domain.dossier import (
    address,
    filing,
    held_data,
    identity,
    intake_check,
    names,
    numbering,
)
from app.domain.finding import paper_names, readings
from app.domain.masking import masked
from app.domain.money import payment, receipt, relief, typed_dong
from app.domain.safety import sticks
from app.domain.scanning import card, code, insurance, mrz, own
from app.domain.workflow import handover
from tests.domain.scanning.samples import EVERYTHING, whole
from tests.entrances.entrance import Entrance
from tests.entrances.mutating import a_text

TODAY = date(2026, 11, 26)
SCANS = tuple(whole(one) for one in EVERYTHING)


def row(name, samples, *readers, count=450, given=None):
    """A row whose text goes to each of `readers` in turn, with the further words of `given`."""

    def take(_world, typed, dice):
        return dice.choice(readers)(typed, **(given or {}))

    return Entrance(name, count, samples, a_text, take, readers=readers)


TEXTS = (
    row("a scan", SCANS, code.read_scan, count=2_000, given={"today": TODAY}),
    row("a card", SCANS, card.read_card, mrz.read_mrz, insurance.read_insurance, count=900,
        given={"today": TODAY}),
    row("a slip", SCANS, own.read_own, count=300),
    row("a birthday", ("05031985", "5/3/1985", "1985", "02/1960", "1985-03-05"),
        typed_date.read_birth_date, given={"today": TODAY}),
    row("a day", ("23112026", "23/11", "23/11/2026", "2026-11-23"), typed_day.read_day,
        given={"today": TODAY, "field": "on"}),
    row("a day of the year", ("14/12", "1412", "02-29"), typed_day.read_day_of_year,
        given={"field": "on"}),
    row("a moment", ("2026-11-23T10:15:00+07:00", "2026-11-23T10:15", "2026-11-23 10:15"),
        read_moment),
    row("a closure's time", ("2026-11-23T10:15:00+07:00", "2026-11-23", "2026-11-23 10:15"),
        closures.read_closure,
        given={"to_text": "2026-11-24", "reason": "Bão", "decision": "QĐ 9"}),
    row("a month or year", ("11/2026", "2026", "1-2027"), period.read_period,
        given={"field": "period"}),
    row("an amount", ("8000", "8.000", "8 000 đ", "1.250.000đ"), typed_dong.read_dong,
        typed_dong.read_signed_dong, given={"field": "amount"}),
    row("a relief", ("50%", "giảm 50 %", "3000", "2.500 đ"), relief.read_relief,
        given={"field": "relief"}),
    row("a slip's number", ("0012/2026", "12", "0012-Q2/2026"), payment.read_slip_number,
        given={"year": 2026}),
    row("a record's number", ("0012/BBBG", "12", "0012-Q2/BBBG", "12/2026"),
        handover.read_record_number, given={"year": 2026}),
    row("a receipt's number", ("AA/26E 0000123", "0000123", "1C26TAA-123"), receipt.read_receipt,
        receipt.bare_number, receipt.receipt_key),
    row("a phone", ("0912345678", "0912 345 678", "+84 912-345-678"), intake_check.phone,
        given={"field": "applicant.phone"}),
    row("an e-mail", ("may@example.vn", "a.b+c@d-e.example"), intake_check.email,
        given={"field": "applicant.email"}),
    row("a personal number", ("020185001234", "081234567", "B1234567", "0101234567-001"),
        intake_check.id_number, given={"field": "applicant.personal_id"}),
    row("a number's owner", ("020185001234", "020099004321"), identity.guess_kind, identity.sex_of,
        identity.masked),
    row("a name", ("Hoàng Thị Mẩy", "LÝ A SỀNH", "H'Bia Niê", "nông văn ưng"), names.doubts,
        names.proposed, actor.officer_named, actor.officer_key),
    row("a name at its field", ("Hoàng Thị Mẩy", "Ủy ban nhân dân xã Mẫu Sơn"), text.line,
        text.paragraph, text.foreign_name, given={"field": "name", "limit": 200}),
    row("a file's name", ("danh-muc.json", "Lịch 2026 (2).json"), text.file_title,
        given={"limit": 200}),
    row("a reason", ("gõ nhầm tên", "người nộp xin rút\nvì đã làm nơi khác"), intake_check.reason),
    row("words folded and shown", ("Đặng Thị Ưởng", "ĐỒNG ĐĂNG"), text.fold, text.visible, text.nfc,
        masked),
    row("an office's name", ("UBND xã Mẫu Sơn", "Uỷ ban nhân dân phường Đông Kinh"),
        office_name.in_full, office_name.commune_of, office_name.place_of,
        office_name.head_lines),
    row("an address", ("Thôn Bản Loỏng, xã Hoàng Văn Thụ, tỉnh Lạng Sơn", "Khu 3, Đồng Đăng"),
        address.best_addresses, given={"ranked": ("Khu 3, Đồng Đăng", "Thôn Bản Loỏng")}),
    row("a time limit", ("5 WORKING_DAY", "24 HOUR", "10 DAY NOT_LATER 12-14"), time_limit.parse),
    row("a dossier's code", ("H37.99.1-261123-0001", "000.00.01.H37-261123-12345"),
        numbering.parse_code, numbering.is_dossier_code, numbering.check_agency,
        numbering.check_pattern),
    row("an official code", ("G22.99-261123-0001", "H37.99.1-261123-0001"), numbering.read_official,
        given={"field": "official_code"}),
    row("a label", ("26112300000125", "26112300001213"), numbering.parse_label),
    row("a block of numbers", ("1-4999", "5000-9999"), numbering.read_block),
    row("blocks of books", ("SCT/BS:1:1-4999", "1:1-4999, 2:5000-9999"), blocks.read_blocks),
    row("connected bases", ("DAN_CU, HO_TICH", "DAN_CU"), held_data.read_bases),
    row("a search, read", ("hoang thi may", "0912345678", "H37.99.1-261123-0001", "khai sinh"),
        readings.readings, readings.run_together, count=900),
    row("enrolled sticks", ("0123456789abcdef=USB của Lan; 00112233445566ff=USB két",),
        sticks.read_sticks),
    row("a stick's name", ("USB của Lan",), sticks.stick_name, count=200),
    row("a paper's number", ("0012/TNHS", "0003/BK"), paper_names.read_paper,
        given={"series": ("TNHS", "BK")}),
    row("a code of a channel", ("G22.99-261123-0001",), lambda typed: filing.code_doubt(
        Channel.ONLINE, typed), count=200),
)  # fmt: skip
