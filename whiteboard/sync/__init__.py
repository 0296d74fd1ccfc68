"""The optimistic engine: replica, pending edits, presence; no socket and no clock."""
