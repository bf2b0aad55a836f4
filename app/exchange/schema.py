"""JSON Schema (draft 2020-12) of everything exchanged, made from the types that read and write it.

``python -m app.exchange.schema`` writes the files shipped in `resources/exchange`.
"""

import inspect
import json
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from app.exchange.package.shape import PackageHeader, PackageManifest
from app.exchange.province_v1.acknowledgement import AnswerFileShape, AnswerShape
from app.exchange.province_v1.messages import DossierMessage, ProgressMessage

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KINDS: dict[str, tuple[str, Any]] = {
    "ho_so": ("Sự kiện hồ sơ, phiên bản 1.0", DossierMessage),
    "tien_trinh": ("Sự kiện tiến trình, phiên bản 1.0", ProgressMessage),
    "goi": ("goi.json của gói .mcg", PackageHeader),
    "manifest": ("manifest.json của gói .mcg", PackageManifest),
    "tra_loi": ("Tệp trả lời .mcr", AnswerFileShape | list[AnswerShape]),
}


def schemas() -> dict[str, bytes]:
    """File names and contents of every schema, the same for the same types."""
    return {f"{name}.schema.json": _file(name, *kind) for name, kind in _KINDS.items()}


def write_schemas(folder: Path) -> None:
    """Write every schema into `folder`."""
    for name, content in schemas().items():
        (folder / name).write_bytes(content)


def _file(name: str, title: str, kind: object) -> bytes:
    schema = {
        "$schema": _DIALECT,
        "$id": f"urn:motcua:exchange:1.0:{name}",
        "title": title,
        **_tidied(msgspec.json.schema(kind)),
    }
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _tidied(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` without the class names msgspec gives as titles: the keys of $defs say them.

    Descriptions, which are docstrings, lose their indentation: from Python 3.13 on they have none.
    """
    defs = {
        name: {
            key: inspect.cleandoc(value) if key == "description" else value
            for key, value in part.items()
            if key != "title"
        }
        for name, part in schema.get("$defs", {}).items()
    }
    return {**schema, "$defs": defs} if defs else schema


if __name__ == "__main__":
    write_schemas(Path(str(resources.files("resources") / "exchange")))
