"""Who approved a change stands in its ledger row, as a person who was named and not proven."""

import json
from dataclasses import replace

from app.domain.approver import approved
from app.domain.dossier.opened import Opened
from app.domain.permission import Permission
from app.domain.workflow.states import DossierEvent
from app.usecases.queries import lookup
from tests.builders import LAN, a_desk, a_dossier


def test_the_ledger_names_the_approver_and_says_that_it_is_not_proven(tmp_path):
    desk = a_desk(tmp_path / "data")
    done = a_dossier(desk)
    with desk.unit(LAN, Permission.CORRECT_DOSSIER) as unit:
        before = unit.dossier(Opened(done.dossier_id))
        after = replace(before, note="Đã gọi điện")
        approval = approved("Lý Thị Mai", LAN.officer)
        kept = unit.change(before, after, DossierEvent.CORRECT, "Bổ sung", approval=approval)
    detail = json.loads(kept.row.detail)
    assert detail["approval"] == [None, {"approver": "Lý Thị Mai", "proof": "NAMED"}]
    view = lookup.dossier_view(desk, LAN, done.dossier_id)
    shown = {change.field: change.new for change in view.timeline[-1].changes}
    assert shown["approver"] == "Lý Thị Mai (nêu tên, chưa xác thực)"
    desk.close()
