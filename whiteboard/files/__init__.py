"""Open, save and export."""
