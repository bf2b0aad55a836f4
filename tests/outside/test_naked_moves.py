"""Files change names and go away in one place, which waits where somebody holds them."""

import ast

from tests.house import modules

ONE = "app.held_files"
NAKED = {"unlink", "rename", "renames", "removedirs"}
OF_OS = {"replace", "rename", "remove", "unlink"}


def naked(tree):
    """Calls of `os` or of a path that move or remove a file by themselves."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner, called = ast.unparse(node.func.value), node.func.attr
        if owner == "held_files":
            continue
        is_path = called in NAKED or (
            called == "replace" and len(node.args) == 1 and not node.keywords
        )
        if (
            (owner == "os" and called in OF_OS)
            or (owner == "shutil" and called == "move")
            or is_path
        ):
            yield ast.unparse(node)


def test_nothing_moves_or_removes_a_file_by_itself():
    found = {name: list(naked(tree)) for name, tree in modules().items() if name != ONE}
    assert {name: calls for name, calls in found.items() if calls} == {}


def test_a_naked_move_is_found():
    source = "os.replace(a, b)\npath.unlink()\npath.replace(other)\ntext.replace('a', 'b')"
    assert list(naked(ast.parse(source))) == ["os.replace(a, b)", "path.unlink()",
                                              "path.replace(other)"]  # fmt: skip
