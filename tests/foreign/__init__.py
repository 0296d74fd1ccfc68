"""Clients in other languages, which know of us what PROTOCOL.md says."""
