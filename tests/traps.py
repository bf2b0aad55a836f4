"""Finds three kinds of trap in source: shown words read as data, asked messages, silent cuts."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SHOWN, MESSAGE, CUT = "shown words read back", "a message asked", "a cut without a word"
_READS = {
    "find", "index", "partition", "removeprefix", "removesuffix", "rfind", "rpartition", "rsplit",
    "split", "startswith", "endswith", "splitlines",
}  # fmt: skip
_SHOWS = {
    "accessibleDescription", "accessibleName", "currentText", "itemText", "text", "toolTip",
    "windowTitle",
}  # fmt: skip
"""What a widget shows; of an input it is what was typed, of an event what was pressed."""
_TYPED = ("input", "line", "entry", "edit", "extra", "widget", "event", "copied", "super", "self")
_WORDED = {
    "deadline_words", "dong", "in_language", "number_text", "reason_in_language", "notify", "tr",
    "translate", "word_for",
}  # fmt: skip
_MARKS = ("·", "■", "▲", "●", "✓", "‖", "→", "…", " – ")
_ASKS = (ast.In, ast.NotIn, ast.Eq, ast.NotEq)
_PATTERNS = {"match", "search", "fullmatch", "findall", "finditer"}


@dataclass(frozen=True)
class Trap:
    """One place; `text` is its source on one line."""

    kind: str
    text: str
    line: int
    file: str = ""


def traps_of(source: str, file: str = "") -> list[Trap]:
    """Every trap in `source`, in order."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            child.up = node
    found = [*_shown(tree), *_messages(tree), *_cuts(tree)]
    return sorted(
        (Trap(kind, ast.unparse(node), node.lineno, file) for kind, node in found),
        key=lambda trap: trap.line,
    )


def traps_in(folder: Path, root: Path) -> list[Trap]:
    """Every trap in the modules under `folder`."""
    return [
        trap
        for path in sorted(folder.rglob("*.py"))
        for trap in traps_of(path.read_text(encoding="utf-8"), str(path.relative_to(root)))
    ]


def _shown(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in _READS and (
                _is_shown(node.func.value) or any(map(_is_separator, node.args))
            ):
                yield SHOWN, node
        elif (
            isinstance(node, ast.Compare)
            and isinstance(node.ops[0], _ASKS)
            and any(map(_is_shown, (node.left, *node.comparators)))
        ):
            yield SHOWN, node


def _is_shown(node: ast.expr) -> bool:
    """Whether `node` is what a label says, or words just made."""
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id in _WORDED
    if not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr in _WORDED:
        return True
    return node.func.attr in _SHOWS and not _is_typed(node.func.value)


def _is_typed(owner: ast.expr) -> bool:
    name = ast.unparse(owner).removesuffix("()").rpartition(".")[2].strip("_").lower()
    return name.endswith(_TYPED)


def _is_separator(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and any(mark in node.value for mark in _MARKS)
    )


@dataclass
class _Function:
    """A function with the names in it that hold an error, and those that hold its words."""

    node: ast.AST
    errors: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


def _messages(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    scopes = [_scope(node) for node in ast.walk(tree) if _is_scope(node)]
    by_name = {getattr(one.node, "name", ""): one for one in scopes}
    for _ in range(3):  # words handed on: to a name, then to a function of the module
        for scope in scopes:
            _spread(scope, by_name)
    seen: set[ast.AST] = set()
    for scope in scopes:
        for node in ast.walk(scope.node):
            if node not in seen and _asks_message(node, scope):
                seen.add(node)
                yield MESSAGE, node


def _is_scope(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Module)


def _scope(node: ast.AST) -> _Function:
    scope = _Function(node)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
            kind = ast.unparse(one.annotation) if one.annotation else ""
            if kind.rpartition(".")[2].endswith(("Error", "Exception")):
                scope.errors.add(one.arg)
    for inner in ast.walk(node):
        if isinstance(inner, ast.ExceptHandler) and inner.name:
            scope.errors.add(inner.name)
    return scope


def _spread(scope: _Function, by_name: dict[str, _Function]) -> None:
    for node in ast.walk(scope.node):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if _is_message(node.value, scope):
                scope.words |= {
                    one.id
                    for target in targets
                    for one in ast.walk(target)
                    if isinstance(one, ast.Name)
                }
        elif isinstance(node, ast.NamedExpr) and _is_message(node.value, scope):
            scope.words.add(node.target.id)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called = by_name.get(node.func.id)
            if called is not None and isinstance(called.node, ast.FunctionDef):
                names = [one.arg for one in called.node.args.args]
                called.words |= {
                    name
                    for name, given in zip(names, node.args, strict=False)
                    if _is_message(given, scope)
                }


def _is_message(node: ast.expr, scope: _Function) -> bool:
    """Whether `node` is an error's text, or made of it."""
    match node:
        case ast.Name():
            return node.id in scope.words
        case ast.Call(func=ast.Name(id="str" | "repr"), args=[inner]):
            return _is_error(inner, scope) or _is_message(inner, scope)
        case ast.Call(func=ast.Attribute(value=inner)) | ast.Subscript(value=inner):
            return _is_message(inner, scope)
        case ast.Attribute(value=inner, attr="args" | "message" | "msg"):
            return _is_error(inner, scope)
        case ast.BoolOp(values=values):
            return any(_is_message(one, scope) for one in values)
    return False


def _is_error(node: ast.expr, scope: _Function) -> bool:
    match node:
        case ast.Name():
            return node.id in scope.errors
        case ast.Attribute(value=inner, attr="orig" | "__cause__" | "__context__"):
            return _is_error(inner, scope)
        case ast.Call(func=ast.Name(id="getattr"), args=[inner, *_]):
            return _is_error(inner, scope)
        case ast.BoolOp(values=values):
            return any(_is_error(one, scope) for one in values)
    return False


def _asks_message(node: ast.AST, scope: _Function) -> bool:
    match node:
        case ast.Compare(left=left, ops=[op, *_], comparators=comparators):
            return isinstance(op, _ASKS) and any(
                _is_message(one, scope) or _is_attribute(one, "message")
                for one in (left, *comparators)
            )
        case ast.Call(func=ast.Attribute(value=value, attr=attr), args=arguments):
            asked = attr in _READS and _is_message(value, scope)
            return asked or (
                attr in _PATTERNS and any(_is_message(one, scope) for one in arguments)
            )
    return False


def _is_attribute(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == name


def _cuts(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(slice=ast.Slice(lower=None, upper=upper, step=None), ctx=ast.Load()):
                is_cut = _is_fixed(upper) and not _is_quoted(node) and not _is_marked(node)
                if is_cut and not _is_read_digit_by_digit(node):
                    yield CUT, node


def _is_fixed(upper: ast.expr | None) -> bool:
    """A number, or a constant by its capitals; what is counted from the end keeps the rest."""
    match upper:
        case ast.Constant(value=int(value)):
            return value > 0
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.isupper()
        case ast.BinOp(left=left):
            return _is_fixed(left)
    return False


def _is_quoted(node: ast.AST) -> bool:
    """A refusal quotes what it refuses."""
    return any(isinstance(one, ast.Raise) for one in _around(node))


def _is_marked(node: ast.AST) -> bool:
    """The reader sees "…" where it was cut."""
    for one in _around(node):
        if isinstance(one, ast.BinOp | ast.JoinedStr):
            return any(
                isinstance(part, ast.Constant) and "…" in str(part.value) for part in ast.walk(one)
            )
    return False


def _is_read_digit_by_digit(node: ast.Subscript) -> bool:
    """The same text is read on from where it was cut, or compared, in the same statement."""
    statement = next((one for one in _around(node) if isinstance(one, ast.stmt)), None)
    if statement is None:
        return False
    whole = ast.unparse(node.value)
    return any(
        isinstance(one, ast.Subscript)
        and one is not node
        and isinstance(one.slice, ast.Slice)
        and one.slice.lower is not None
        and ast.unparse(one.value) == whole
        for one in ast.walk(statement)
    )


def _around(node: ast.AST) -> Iterator[ast.AST]:
    while (node := getattr(node, "up", None)) is not None:
        yield node
        if isinstance(node, ast.stmt):
            return
