"""What all messages have in common, and the roles of members."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Role(StrEnum):
    """What a member may do; the server enforces it."""

    HOST = "host"
    EDITOR = "editor"
    VIEWER = "viewer"


class Message(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """Fields that have their default are left out on the wire; unknown fields make a message invalid."""
