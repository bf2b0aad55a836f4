"""Commands about the copies that are made by themselves: see, make, try, sticks."""

from pathlib import Path

import click

from app.answers.safety import BackupRound, BackupState, CopyFacts, PlaceState, TrialFacts
from app.cli.context import NAME, PATH, Context, answer, answering, iso
from app.cli.desk import open_desk
from app.cli.language import message, translated
from app.cli.vietnamese import group
from app.domain.clock import in_vietnam, time_and_day
from app.domain.safety.schedule import Occasion
from app.usecases.safety import automatic, sticks, trial
from app.usecases.safety.copying import BackupFailed, BackupsOff, BackupUnderWay, CopyDamaged
from app.usecases.safety.kept_copies import backup_state
from app.usecases.safety.trial import NoCopyToTry, TrialFailed


@group()
def copies() -> None:
    """Các bản sao lưu tự làm: xem, làm ngay, khôi phục thử, thêm và bỏ USB."""


@copies.command("list")
@answering
def copies_list(context: Context, as_json: bool) -> None:
    """Từng nơi: có những bản nào, kiểm tra lúc nào, vì sao chưa có."""
    with open_desk(context) as opened:
        state = backup_state(opened.desk, opened.actor)
    answer(_state_body(state), "\n".join(_state_lines(state)), as_json=as_json)


@copies.command("make")
@click.option("--always", is_flag=True, help="Cả khi chưa có gì thay đổi, hoặc khi đang tắt.")
@answering
def copies_make(context: Context, always: bool, as_json: bool) -> None:
    """Sao lưu vào mọi nơi đã đặt, nếu có thay đổi từ bản trước; dùng được cho lịch của máy."""
    occasion = Occasion.ASKED if always else Occasion.CLOSE
    with open_desk(context) as opened:
        done = automatic.back_up_to_places(opened.desk, opened.actor, occasion)
    if not done.is_on:
        raise BackupsOff
    if done.is_busy:
        raise BackupUnderWay
    body = {
        "made": [{"name": one.name, "path": one.file} for one in done.made],
        "failed": [
            {"name": one.name, "path": one.path, "why": translated(one.failure)}
            for one in done.failed
        ],
    }
    lines = [message("Đã sao lưu và kiểm tra: {0}.", one.file) for one in done.made]
    if not done.done:
        lines = [translated("Chưa có gì thay đổi từ bản sao lưu trước.")]
    answer(body, "\n".join(lines), as_json=as_json)
    _refuse_failed(done)


@copies.command("try")
@answering
def copies_try(context: Context, as_json: bool) -> None:
    """Khôi phục thử bản mới nhất vào một thư mục tạm, mở ra xem; dữ liệu đang dùng để yên."""
    with open_desk(context) as opened:
        found = trial.try_restore(opened.desk, opened.actor)
    if found is None:
        raise NoCopyToTry
    answer(_trial_body(found) or {}, _trial_line(found), as_json=as_json)
    if found.failure:
        raise TrialFailed(path=found.file, why=translated(found.failure))


@copies.command("enrol")
@click.option("--at", "folder", type=PATH, required=True, help="Một thư mục trên USB đang cắm.")
@click.option("--name", type=NAME, default="", help="Tên gọi của USB.")
@click.option("--with-key", is_flag=True, help="Đồng ý: mỗi bản sao lưu trên USB giữ cả khóa.")
@answering
def copies_enrol(context: Context, folder: Path, name: str, with_key: bool, as_json: bool) -> None:
    """Từ nay tự sao lưu vào USB này mỗi khi nó được cắm."""
    with open_desk(context) as opened:
        opened.request.asked = [str(folder), name]
        stick = sticks.enrol_stick(
            opened.desk,
            opened.actor,
            folder,
            name=name,
            is_agreed=with_key,
            request=opened.request,
        )
    text = message(
        "Từ nay tự sao lưu vào “{0}” khi được cắm. Mỗi bản giữ cả khóa: cất USB như cất hồ sơ "
        "giấy.",
        stick.name,
    )
    answer({"id": stick.id, "name": stick.name}, text, as_json=as_json)


@copies.command("remove")
@click.argument("stick", type=NAME)
@answering
def copies_remove(context: Context, stick: str, as_json: bool) -> None:
    """Thôi tự sao lưu vào USB có tên hoặc số này."""
    with open_desk(context) as opened:
        gone = sticks.remove_stick(opened.desk, opened.actor, stick, request=opened.request)
    text = message(
        "Thôi tự sao lưu vào “{0}”. Các bản đã ghi vẫn nằm trên USB và giữ khóa: xóa đi nếu USB "
        "rời cơ quan.",
        gone.name,
    )
    answer({"id": gone.id, "name": gone.name}, text, as_json=as_json)


def _refuse_failed(done: BackupRound) -> None:
    """What was made is answered already; the exit code says that something is missing."""
    for one in done.failed:
        kind = CopyDamaged if one.is_damage else BackupFailed
        raise kind(path=one.path, why=translated(one.failure))


def _state_body(state: BackupState) -> dict[str, object]:
    return {
        "on": state.is_on,
        "places": [
            {
                "kind": place.kind.value,
                "name": place.name,
                "path": place.path,
                "there": place.is_there,
                "other_disk": place.is_apart,
                "copies": [_copy_body(one) for one in place.copies],
                "failure": translated(place.failure),
                "failed_at": iso(place.failed_at),
            }
            for place in state.places
        ],
        "by_hand": _copy_body(state.by_hand),
        "trial": _trial_body(state.trial),
    }


def _copy_body(copy: CopyFacts | None) -> dict[str, object] | None:
    if copy is None:
        return None
    return {
        "path": copy.path,
        "made_at": iso(copy.made_at),
        "bytes": copy.size,
        "verified_at": iso(copy.verified_at),
    }


def _trial_body(found: TrialFacts | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "at": iso(found.at),
        "path": found.file,
        "ok": not found.failure,
        "why": translated(found.failure),
        "dossiers": found.dossiers,
        "seconds": found.seconds,
    }


def _state_lines(state: BackupState) -> list[str]:
    lines = [translated("Tự sao lưu: bật.") if state.is_on else translated("Tự sao lưu: tắt.")]
    for place in state.places:
        lines.append(f"{place.name}: {_place_words(place)}")
        lines += [f"  {_copy_line(one)}" for one in place.copies]
    if state.by_hand is not None:
        lines.append(message("Sao lưu bằng tay gần nhất: {0}", _copy_line(state.by_hand)))
    if state.trial is not None:
        lines.append(_trial_line(state.trial))
    return lines


def _place_words(place: PlaceState) -> str:
    if place.failure:
        return message("▲ chưa sao lưu được: {0}", translated(place.failure))
    if not place.path:
        return translated("chưa cắm")
    return message("{0} bản", len(place.copies))


def _copy_line(copy: CopyFacts) -> str:
    made = time_and_day(in_vietnam(copy.made_at))
    if copy.verified_at is None:
        return message("{0}  ▲ hỏng, không dùng được: {1}", made, copy.path)
    return message("{0}  đã kiểm tra  {1}", made, copy.path)


def _trial_line(found: TrialFacts) -> str:
    at = time_and_day(in_vietnam(found.at))
    if found.failure:
        return message("▲ Khôi phục thử lúc {0} không được.", at)
    return message(
        "Khôi phục thử lúc {0}: được, {1} hồ sơ, {2} giây.", at, found.dossiers, found.seconds
    )
