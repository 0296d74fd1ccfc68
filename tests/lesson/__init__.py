"""A lesson page with everything that a board can hold, drawn in real windows and looked at from every side."""
