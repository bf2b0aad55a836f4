"""Every small change of a module that should make a difference: an operator, a number, a line."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_OTHER = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.And: ast.Or, ast.Or: ast.And, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip
_HINTS = {"strict", "yield_per"}
"""Arguments that change no answer of a program that is right: whether `zip` guards against lengths
that never differ, how many rows are fetched at a time."""
_ELSEWHERE = {"os.name == 'nt'", "sys.platform == 'win32'"}
"""Before what Windows alone runs, which no test can ask here (`docs/windows-checklist.md`)."""
_TYPES = ("Annotated", "Literal", "TypeVar", "cast")


@dataclass(frozen=True)
class Mutant:
    """One change: of `file`, from byte `start` to `end`, to `text`; `was` stood there.

    `within` is the function, class or name of the module it belongs to, empty for none.
    """

    file: Path
    line: int
    start: int
    end: int
    was: str
    text: str
    within: str = ""

    def put_into(self, content: bytes) -> bytes:
        """The whole module, whose `content` is given, with the change in it."""
        return content[: self.start] + self.text.encode() + content[self.end :]

    def __str__(self) -> str:
        was, text = (" ".join(one.split()) for one in (self.was, self.text))
        return f"{self.file}:{self.line}: {was}  →  {text}"


def mutants_of(file: Path) -> list[Mutant]:
    """All of a module, in its order."""
    content = file.read_bytes()
    begins = [0]
    for line in content.splitlines(keepends=True):
        begins.append(begins[-1] + len(line))
    found = []
    for part in ast.parse(content).body:
        for node, text in _changes(ast.Module([part], [])):
            start = begins[node.lineno - 1] + node.col_offset
            end = begins[node.end_lineno - 1] + node.end_col_offset
            was = content[start:end].decode()
            found.append(Mutant(file, node.lineno, start, end, was, text, named(part)))
    return found


def named(part: ast.stmt) -> str:
    """What a part of a module is called: a function, a class, a constant; empty for others."""
    match part:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case _:
            return ""


def _changes(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Nodes, and what is written in their place."""
    for node in _meaning(tree):
        match node:
            case ast.Compare(ops=[op]) if type(op) in _OTHER:
                yield node, _with(node, "ops", [_OTHER[type(op)]()])
            case ast.BinOp(op=op) if type(op) in _OTHER and not _is_text_or_type(node):
                yield node, f"({_with(node, 'op', _OTHER[type(op)]())})"
            case ast.BoolOp(op=op):
                yield node, f"({_with(node, 'op', _OTHER[type(op)]())})"
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield node, f"({ast.unparse(operand)})"
            case ast.Constant(value=bool() as value):
                yield node, str(not value)
            case ast.Constant(value=int() as value):
                yield node, str(value + 1)
            case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
                yield node, "return None"
            case ast.Expr(value=ast.Call()) | ast.Raise(exc=ast.expr()) | ast.AugAssign():
                yield node, "pass"
            case ast.Break():
                yield node, "continue"


def _meaning(tree: ast.AST) -> Iterator[ast.AST]:
    """Nodes that mean something when the program runs here: no types, exports, texts or hints."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.arg | ast.JoinedStr) or _is_type(child) or _is_hint(child):
            continue
        if isinstance(child, ast.If) and ast.unparse(child.test) in _ELSEWHERE:
            yield child.test
            yield from _meaning(ast.Module(child.orelse, []))
            continue
        if isinstance(child, ast.AnnAssign):
            if child.value is not None:
                yield child.value
                yield from _meaning(child.value)
            continue
        if isinstance(child, ast.ClassDef):
            yield from _meaning(ast.Module(child.body, []))
            continue
        if isinstance(child, ast.FunctionDef):
            for part in (*child.args.defaults, *filter(None, child.args.kw_defaults), *child.body):
                yield part
                yield from _meaning(part)
            continue
        yield child
        yield from _meaning(child)


def _is_hint(node: ast.AST) -> bool:
    """An argument of `_HINTS`, by its name or in a mapping that holds nothing else."""
    if isinstance(node, ast.Dict):
        return bool(node.keys) and all(
            isinstance(key, ast.Constant) and key.value in _HINTS for key in node.keys
        )
    return isinstance(node, ast.keyword) and node.arg in _HINTS


def _is_type(node: ast.AST) -> bool:
    """An alias of types, or the list of exports."""
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Name) and node.value.id in _TYPES
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        name = node.targets[0].id
        return name == "__all__" or (
            name[:1].isupper() and not name.isupper() and isinstance(node.value, ast.BinOp)
        )
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _is_text_or_type(node: ast.BinOp) -> bool:
    """Texts put together, or types: a difference of them is an error that mypy knows."""
    return any(
        isinstance(one, ast.JoinedStr)
        or (isinstance(one, ast.Constant) and isinstance(one.value, str | bytes | None))
        for one in (node.left, node.right)
    )


def _with(node: ast.expr, name: str, value: object) -> str:
    """`node` as it is written with one of its parts another."""
    kept = getattr(node, name)
    setattr(node, name, value)
    text = ast.unparse(node)
    setattr(node, name, kept)
    return text
