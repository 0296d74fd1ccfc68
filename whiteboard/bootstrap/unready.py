"""The one error of set-up."""


class Unready(Exception):
    """Something is missing that set-up may not or cannot install; the text says what to do, for the person to read."""
