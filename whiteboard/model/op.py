"""Operations: what an edit does to a document, as plain values.

The garbage collector does not look at them, as it does not at elements: a history and edits that wait hold very many.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from .content import Content
from .element import GROUPS, Element, ElementId, Geometry
from .style import Style


class Put(msgspec.Struct, frozen=True, gc=False, tag_field="op", tag="put", forbid_unknown_fields=True):
    """Add an element, or replace it whole."""

    element: Element


class Patch(
    msgspec.Struct, frozen=True, gc=False, tag_field="op", tag="patch", forbid_unknown_fields=True, kw_only=True
):
    """Write whole property groups of one element; a group left out stays as it is."""

    id: ElementId
    geometry: Geometry | UnsetType = UNSET
    style: Style | UnsetType = UNSET
    text: str | UnsetType = UNSET
    points: bytes | UnsetType = UNSET
    order: str | UnsetType = UNSET
    lock: bool | UnsetType = UNSET
    group: str | UnsetType = UNSET
    content: Content | UnsetType = UNSET
    ext: dict[str, Any] | UnsetType = UNSET

    def groups(self) -> dict[str, Any]:
        """The groups that this patch writes, by name."""
        return {name: value for name in GROUPS if (value := getattr(self, name)) is not UNSET}


class Retype(
    msgspec.Struct, frozen=True, gc=False, tag_field="op", tag="retype", forbid_unknown_fields=True, kw_only=True
):
    """Somebody's typing made `text` of `base`. What others typed meanwhile stays: see `text_merge`."""

    id: ElementId
    base: str
    text: str


class Remove(msgspec.Struct, frozen=True, gc=False, tag_field="op", tag="remove", forbid_unknown_fields=True):
    """Remove an element."""

    id: ElementId


Op = Put | Patch | Retype | Remove


def target(op: Op) -> ElementId:
    """The element that an operation is about."""
    return op.element.id if isinstance(op, Put) else op.id
