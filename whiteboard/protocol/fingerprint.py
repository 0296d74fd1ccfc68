"""Fingerprints: by which a client knows a server's certificate, in links and announcements, and as words for people.

A fingerprint is taken of the whole certificate (DER), not of its public key: that needs no parser, and a server makes
key and certificate once, together.
"""

from __future__ import annotations

import functools
import hashlib
import re

from .code import ALPHABET
from .word_list import WORDS

LENGTH = 26
"""Characters of Crockford's base 32: the first 130 bits of SHA-256."""

WORD_COUNT = 5
WORD_BITS = 9
WORD_ROUNDS = 100_000
"""Of PBKDF2: who looks for a certificate with the same words needs 2^45 tries, each as dear as 2^17 hashes."""

_WRITTEN = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def fingerprint_of(certificate: bytes) -> str:
    """The fingerprint of a certificate in DER."""
    number = int.from_bytes(hashlib.sha256(certificate).digest(), "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(251, 251 - 5 * LENGTH, -5))


def is_fingerprint(text: str) -> bool:
    return _WRITTEN.fullmatch(text) is not None


@functools.lru_cache(maxsize=64)
def words_of(fingerprint: str) -> tuple[str, ...]:
    """The words that people compare; takes some 50 ms."""
    stretched = hashlib.pbkdf2_hmac("sha256", fingerprint.encode(), b"whiteboard words", WORD_ROUNDS, 8)
    number = int.from_bytes(stretched, "big")
    return tuple(WORDS[number >> 64 - WORD_BITS * place & (1 << WORD_BITS) - 1] for place in range(1, WORD_COUNT + 1))
