"""What a board's host has decided about people; stored with the board."""

from __future__ import annotations

import msgspec

from whiteboard.model.element import Author
from whiteboard.protocol.messages import Role

MAX_ADMITTED = 2_000
MAX_ROLES = 2_000
MAX_REMOVED = 500
"""More than these, and the oldest is forgotten."""


class Removed(msgspec.Struct, frozen=True):
    """Somebody who is kept out. `address` as `guesses.block_of` says it."""

    author: Author
    name: str
    address: str


class Rules(msgspec.Struct, frozen=True, omit_defaults=True):
    """`roles` are those that differ from everybody's. Who is `admitted` needs neither code nor approval any more.

    `guests` may come in without encryption. `title` is what the board is called; "": by its name.
    """

    everybody: Role = Role.EDITOR
    roles: dict[Author, Role] = {}
    approval: bool = False
    admitted: tuple[Author, ...] = ()
    removed: tuple[Removed, ...] = ()
    guests: bool = False
    title: str = ""

    def role_of(self, author: Author) -> Role:
        return self.roles.get(author, self.everybody)

    def is_removed(self, author: Author) -> bool:
        return any(one.author == author for one in self.removed)

    def with_role(self, author: Author | None, role: Role) -> Rules:
        """One person's role, or everybody's, which ends all single ones."""
        if author is None:
            return msgspec.structs.replace(self, everybody=role, roles={})
        roles = {other: kept for other, kept in self.roles.items() if other != author}
        if role is not self.everybody:
            roles[author] = role
        return msgspec.structs.replace(self, roles=dict(list(roles.items())[-MAX_ROLES:]))

    def with_admitted(self, *authors: Author) -> Rules:
        """These may come in from now on, whatever was before."""
        admitted = tuple(dict.fromkeys((*(a for a in self.admitted if a not in authors), *authors)))
        removed = tuple(one for one in self.removed if one.author not in authors)
        return msgspec.structs.replace(self, admitted=admitted[-MAX_ADMITTED:], removed=removed)

    def with_removed(self, one: Removed) -> Rules:
        admitted = tuple(author for author in self.admitted if author != one.author)
        removed = (*(other for other in self.removed if other.author != one.author), one)
        return msgspec.structs.replace(self, admitted=admitted, removed=removed[-MAX_REMOVED:])
