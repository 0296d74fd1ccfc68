"""Join codes: 40 bits in eight characters of Crockford's base 32, easy to read aloud and to type."""

from __future__ import annotations

import hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": "", "\u2013": "", "\u2011": ""})


def code_from(random_bytes: bytes) -> str:
    """A join code from at least five random bytes, in the form that is stored and compared."""
    number = int.from_bytes(random_bytes[:5], "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))


def shown(code: str) -> str:
    """A code as people read it: `K7QM-2XPA`."""
    return f"{code[:4]}-{code[4:]}" if len(code) == LENGTH else code


def typed(text: str) -> str:
    """The code that a person meant: any case, with or without the hyphen, O for 0, I and L for 1."""
    return text.strip().upper().translate(_READ_AS)


def matches(code: str, given: str) -> bool:
    """Whether a given code, as typed, is the code, compared in constant time."""
    return hmac.compare_digest(typed(given).encode(), typed(code).encode())
