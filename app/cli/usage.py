"""What is wrong with the words of the command line, told from what the parser knows."""

import click


def usage_fault(error: click.ClickException) -> str:
    """The sentence, and where help is."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.message
    return f"{_fault(error)} Xem: {context.command_path if context else 'motcua'} --help"


def _fault(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return f"Không có tùy chọn {error.option_name}."
        case click.NoSuchCommand():
            return f"Không có lệnh {error.command_name}."
        case click.MissingParameter():
            return f"Thiếu {_named(error)}."
        case click.BadParameter():
            return f"Giá trị của {_named(error)} không dùng được: {_wanted(error)}."
        case click.BadOptionUsage():
            return _option_fault(error)
        case click.UsageError() if not error.message.isascii():
            # Said by a verb of ours, in our words.
            return f"{error.message.rstrip('.')}."
        case click.UsageError() if error.ctx and isinstance(error.ctx.command, click.Group):
            return "Thiếu tên lệnh."
        case _:
            return "Thừa hoặc thiếu từ trong lệnh; chữ có dấu cách phải đặt trong dấu ngoặc kép."


def _option_fault(error: click.BadOptionUsage) -> str:
    # The parser raises both kinds alike and without its context; only its words tell them apart.
    if "does not take" in error.message:
        return f"Tùy chọn {error.option_name} không nhận giá trị."
    return f"Tùy chọn {error.option_name} cần một giá trị theo sau."


def _wanted(error: click.BadParameter) -> str:
    """What the value has to be; refusals of our own come with their words."""
    match error.param.type if error.param else None:
        case click.IntRange(min=least, max=most):
            return f"cần một số nguyên từ {least} đến {most}"
        case click.Choice(choices=choices):
            return f"chỉ nhận {', '.join(map(str, choices))}"
        case kind if kind is click.INT:
            return "cần một số nguyên"
        case click.Path():
            return "không phải đường dẫn dùng được"
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
