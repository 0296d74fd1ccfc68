"""What can go wrong on the way out or in, as sentences for the person."""

from __future__ import annotations


class CannotExport(Exception):
    """The board cannot be made into what was asked for; the text is a sentence for the person."""


class CannotImport(Exception):
    """The file cannot be made into a board; the text is a sentence for the person."""


class Cancelled(Exception):
    """The person has had enough of waiting."""
