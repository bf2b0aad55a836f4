"""Commands that need the window's rooms: screenshot and tour."""

from pathlib import Path

import click

from app.cli.context import PATH, Context, answer, answering
from app.cli.language import message
from app.cli.outputs import OutputFile, target_of
from app.cli.vietnamese import command
from app.demo.pictures import SCREENS, parse_size, take_picture
from app.demo.tour import take_tour
from app.exchange.target import Kind


@command()
@click.argument("screen")
@click.option("--to", "out", type=OutputFile(), required=True, help="Tệp PNG.")
@click.option("--size", default="1366x768", show_default=True, help="Rộng x cao, điểm ảnh.")
@click.option("--scale", type=click.IntRange(100, 200), default=100, help="Cỡ chữ, phần trăm.")
@click.option(
    "--theme", type=click.Choice(["light", "dark"]), default="light", help="Nền sáng hay tối."
)
@answering
def screenshot(
    context: Context, screen: str, out: Path, size: str, scale: int, theme: str, as_json: bool
) -> None:
    """Vẽ một màn hình với dữ liệu đang có ra PNG, không cần màn hình thật."""
    if screen not in SCREENS:
        raise click.BadParameter(
            f"không có màn hình {screen}; có: {', '.join(SCREENS)}", param_hint="SCREEN"
        )
    target = target_of(context, out, Kind.PNG)
    target.check()
    take_picture(context, screen, target, size=parse_size(size), scale=scale, theme=theme)
    answer({"path": str(out)}, message("Đã vẽ {0} vào {1}.", screen, out), as_json=as_json)


@command()
@click.option(
    "--to",
    "folder",
    type=PATH,
    default=Path("tour"),
    help="Thư mục để lại mọi thứ.",
)
@click.pass_obj
def tour(context: Context, folder: Path) -> None:
    """Dẫn đi một vòng: dữ liệu luyện tập, một hồ sơ qua màn hình thật, giấy, ảnh, gói, kiểm tra."""
    take_tour(folder, context.clock)
