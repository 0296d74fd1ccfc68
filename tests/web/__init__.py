"""The browser's page: its modules under node, the same vectors on both sides, and real browsers."""
