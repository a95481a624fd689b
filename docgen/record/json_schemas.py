"""The JSON Schemas of the records, by which editors help to fill the forms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docgen.record.joining import FIELD
from docgen.record.schema.profile import SHARED
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.text.periods import PERIOD

if TYPE_CHECKING:
    from docgen.record.schema.parts import RecordPart, RecordRoot
    from docgen.record.schema.shape import Slot

_DAY = r"^(\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{1,2}-\d{1,2})$"
_POINTED = r"^\d{1,3}(\.\d{3})+$"
"""A number with points between its thousands, as money is written."""
_FIXED: dict[FieldKind, dict[str, Any]] = {
    FieldKind.FLAG: {"type": "boolean"},
    FieldKind.DAY: {"type": "string", "pattern": _DAY},
}
_EMPTY = {"type": "null"}
"""What is told by a name and nothing behind it."""


def json_schema(root: type[RecordRoot], name: str) -> str:
    """The JSON Schema called ``name`` of the record ``root``: Vietnamese titles, keys in order."""
    parts: dict[str, Any] = {}
    schema = _group(root, parts)
    if FIELD in slots_of(root):
        schema |= _by_profile(schema["required"])
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name}
    defined = {"$defs": dict(sorted(parts.items()))}
    return json.dumps({**head, **defined, **schema}, ensure_ascii=False, indent=2) + "\n"


def _by_profile(required: list[str]) -> dict[str, Any]:
    """Required is the unit, or the profile that tells it."""
    kept = [name for name in required if name not in SHARED]
    unit = [{"required": [name]} for name in required if name in SHARED]
    return {"required": kept, "anyOf": [*unit, {"required": [FIELD]}]} if unit else {}


def _group(part: type[RecordPart], parts: dict[str, Any]) -> dict[str, Any]:
    """A part as a group of its fields; the parts inside it are put among ``parts``."""
    slots = slots_of(part)
    told = part.__doc__ or ""
    required = [name for name, slot in slots.items() if slot.required]
    return {
        "additionalProperties": False,
        "description": told,
        "properties": {name: _field(slot, parts) for name, slot in slots.items()},
        **({"required": required} if required else {}),
        "title": told.rstrip("."),
        "type": "object",
    }


def _field(slot: Slot, parts: dict[str, Any]) -> dict[str, Any]:
    """A field with its label, note and example; one that has a default may be left empty."""
    about = slot.about
    told: dict[str, Any] = {"title": about.vi, "description": about.note or about.vi}
    if about.example is not None:
        told["examples"] = [about.example]
    value = _value(slot, parts)
    if slot.required:
        # Editors of older drafts show nothing that stands beside a reference.
        return {**told, **({"allOf": [value]} if "$ref" in value else value)}
    if isinstance(slot.default, str | bool) and slot.default != "":
        told["default"] = slot.default
    pointed = [{"type": "string", "pattern": _POINTED}] if slot.kind is FieldKind.WHOLE else []
    return {**told, "anyOf": [value, *pointed, _EMPTY]}


def _value(slot: Slot, parts: dict[str, Any]) -> dict[str, Any]:
    if not slot.many:
        return _one(slot, parts)
    bounds = {"minItems": slot.least, "maxItems": slot.most}
    return {"type": "array", "items": _one(slot, parts), **_stated(bounds)}


def _one(slot: Slot, parts: dict[str, Any]) -> dict[str, Any]:
    """What the field holds, or each of its items."""
    if slot.part is not None:
        return _reference(slot.part, parts)
    if slot.kind is FieldKind.CHOICE:
        return {"type": "string", "enum": list(slot.choices)}
    if slot.kind in _FIXED:
        return _FIXED[slot.kind]
    if slot.kind is FieldKind.WHOLE:
        return {"type": "integer", **_stated({"minimum": slot.least, "maximum": slot.most})}
    # 2026 is a number to YAML, and a period, a house number, a telephone to people.
    types = "string" if slot.kind is FieldKind.TEXT else ["string", "number"]
    pattern = {"pattern": PERIOD} if slot.kind is FieldKind.PERIOD else {}
    return {"type": types, "maxLength": slot.longest, **pattern}


def _reference(part: type[RecordPart], parts: dict[str, Any]) -> dict[str, Any]:
    """Where the part is described, once however often it is asked for."""
    name = part.__name__
    if name not in parts:
        parts[name] = {}  # a part that holds parts of its own class is met again inside
        parts[name] = _group(part, parts)
    return {"$ref": f"#/$defs/{name}"}


def _stated(bounds: dict[str, int | None]) -> dict[str, int]:
    return {name: bound for name, bound in bounds.items() if bound is not None}
