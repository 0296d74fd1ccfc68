"""What the host of a board says to the server, and what the server says about its door.

Only a host may send these. What they set holds for those who come later, and over a restart of the server.
"""

from __future__ import annotations

from whiteboard.model.element import Author

from .message import Message, Role

# ---------------------------------------------------------------- host to server


class SetRole(Message, frozen=True, kw_only=True):
    """Make one member, or everybody (no `author`), an editor or a viewer. Everybody's role ends all single ones."""

    role: Role
    author: Author | None = None


class RemoveMember(Message, frozen=True, kw_only=True):
    """Cut somebody off, and keep them out until they are admitted again."""

    author: Author


class Admit(Message, frozen=True, kw_only=True):
    """Let somebody in who waits or was removed; or, with `let_in` false, send somebody away who waits."""

    author: Author
    let_in: bool = True


class SetApproval(Message, frozen=True, kw_only=True):
    """Whether newcomers wait until a host lets them in."""

    on: bool


class SetGuests(Message, frozen=True, kw_only=True):
    """Whether browsers and others may come in without encryption. Who is here so is cut off when they may not."""

    on: bool


class SetTitle(Message, frozen=True, kw_only=True):
    """What the board is called from now on; its name, by which it is found, stays."""

    title: str


class NewCode(Message, frozen=True, kw_only=True):
    """Make another join code: the old one opens the board to nobody new. Who is on the board stays."""


# ---------------------------------------------------------------- server to client


class Waiting(Message, frozen=True, kw_only=True):
    """The hello was good, but a host has to let this client in first; `welcome` or `refused` follows some day."""

    board: str


class Caller(Message, frozen=True, kw_only=True):
    """Somebody who waits, or who was removed."""

    author: Author
    name: str
    color: str = ""


class Door(Message, frozen=True, kw_only=True):
    """How the board's door stands, told to hosts alone, whole, after each change. `code` "": everybody may come in."""

    code: str = ""
    everybody: Role = Role.EDITOR
    approval: bool = False
    waiting: tuple[Caller, ...] = ()
    removed: tuple[Caller, ...] = ()
    guests: bool = False
