"""What is wrong with the words of the command line, as far as the parser knows."""

import click

from app.cli.language import translated


def usage_fault(error: click.ClickException, top: click.Context | None = None) -> str:
    """The sentence, and where help is.

    Args:
        error: what the parser or a command found.
        top: of the whole command line, once that was understood; some faults bring none along.
    """
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.message
    path = context.command_path if context else "motcua"
    words = translated("Xem: {0} --help", context or top).format(path)
    return f"{_fault(error, context or top)} {words}"


def _fault(error: click.ClickException, context: click.Context | None) -> str:
    match error:
        case click.NoSuchOption():
            return translated("Không có tùy chọn {0}.", context).format(error.option_name)
        case click.NoSuchCommand():
            return translated("Không có lệnh {0}.", context).format(error.command_name)
        case click.MissingParameter():
            return translated("Thiếu {0}.", context).format(_named(error))
        case click.BadParameter():
            words = translated("Giá trị của {0} không dùng được: {1}.", context)
            return words.format(_named(error), _wanted(error, context))
        case click.BadOptionUsage():
            return _option_fault(error, context)
        case click.UsageError() if not error.message.isascii():
            # Said by a command of ours, in our words.
            return f"{error.message.rstrip('.')}."
        case click.UsageError() if error.ctx and isinstance(error.ctx.command, click.Group):
            return translated("Thiếu tên lệnh.", context)
        case _:
            return translated(
                "Thừa hoặc thiếu từ trong lệnh; chữ có dấu cách phải đặt trong dấu ngoặc kép.",
                context,
            )


def _option_fault(error: click.BadOptionUsage, context: click.Context | None) -> str:
    # The parser raises both kinds alike and without its context; only its words tell them apart.
    if "does not take" in error.message:
        words = translated("Tùy chọn {0} không nhận giá trị.", context)
    else:
        words = translated("Tùy chọn {0} cần một giá trị theo sau.", context)
    return words.format(error.option_name)


def _wanted(error: click.BadParameter, context: click.Context | None) -> str:
    """What the value has to be; refusals of our own come with their words."""
    match error.param.type if error.param else None:
        case click.IntRange(min=least, max=most):
            return translated("cần một số nguyên từ {0} đến {1}", context).format(least, most)
        case click.Choice(choices=choices):
            return translated("chỉ nhận {0}", context).format(", ".join(map(str, choices)))
        case kind if kind is click.INT:
            return translated("cần một số nguyên", context)
        case click.DateTime():
            return translated("cần một ngày như 2026-11-23", context)
        case click.Path():
            return translated("không phải đường dẫn dùng được", context)
        case _:
            return error.message.rstrip(".")


def _named(error: click.BadParameter) -> str:
    """The option or argument that is at fault, as it is typed."""
    if isinstance(error.param, click.Argument):
        return error.param.human_readable_name
    if error.param:
        return error.param.opts[0]
    hint = error.param_hint or ()
    return hint if isinstance(hint, str) else ", ".join(hint)
