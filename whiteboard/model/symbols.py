"""Typing aids for maths: what was typed on plain keys becomes its Unicode sign once a space follows."""

from __future__ import annotations

import re
from typing import NamedTuple

SUPERSCRIPTS = dict(zip("0123456789+-=()nix", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣ", strict=True))
SUBSCRIPTS = dict(zip("0123456789+-=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", strict=True))

SIGNS: dict[str, str] = {
    "<=>": "⇔",
    "<->": "↔",
    "->": "→",
    "<-": "←",
    "=>": "⇒",
    ">=": "≥",
    "<=": "≤",
    "!=": "≠",
    "~=": "≈",
    "+-": "±",
    "...": "…",
}

_GREEK = (
    "alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ "
    "omicron ο pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ "
    "Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω"
)
_MATHS = (
    "times × cdot · div ÷ pm ± mp ∓ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ sim ∼ equiv ≡ propto ∝ infty ∞ "
    "sqrt √ cbrt ∛ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ in ∈ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ cup ∪ "
    "cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ and ∧ lor ∨ or ∨ to → rightarrow → leftarrow ← "
    "Rightarrow ⇒ Leftarrow ⇐ iff ⇔ mapsto ↦ angle ∠ degree ° deg ° perp ⊥ parallel ∥ triangle △ circ ∘ "
    "bullet • ldots … therefore ∴ because ∵ N ℕ Z ℤ Q ℚ R ℝ C ℂ half ½ third ⅓ quarter ¼ prime ′ euro € "
    "checkmark ✓ star ★"
)
NAMES: dict[str, str] = dict(zip(*[iter(f"{_GREEK} {_MATHS}".split())] * 2, strict=True))

_NAME = re.compile(r"\\([A-Za-z]+)$")
_SUPER = re.compile(r"(?<=[\w)\]°²³'])\^([0-9+\-=()nix]{1,12})$")
_SUB = re.compile(r"(?<![^\W\d_]{2})(?<=[^\W\d_]|\))_([0-9+\-=()aeoxhklmnpstijruv]{1,8})$")
_CHEMICAL = re.compile(r"(?:[A-Z][a-z]?|\))_([0-9]{1,3})$")
_SIGN = re.compile("(?<![-=<>!~+.])(" + "|".join(map(re.escape, SIGNS)) + ")$")


class Aid(NamedTuple):
    """The last `length` letters before the cursor become `text`."""

    length: int
    text: str


def aid(before: str) -> Aid | None:
    """What becomes of the end of a line, `before`, when a space is typed behind it; None: nothing."""
    end = before[-16:]
    if found := _NAME.search(end):
        sign = NAMES.get(found[1])
        return None if sign is None else Aid(len(found[0]), sign)
    if found := _SUPER.search(end):
        return Aid(len(found[1]) + 1, "".join(SUPERSCRIPTS[letter] for letter in found[1]))
    if found := _SUB.search(end) or _CHEMICAL.search(end):
        return Aid(len(found[1]) + 1, "".join(SUBSCRIPTS[letter] for letter in found[1]))
    if found := _SIGN.search(end):
        return Aid(len(found[1]), SIGNS[found[1]])
    return None
