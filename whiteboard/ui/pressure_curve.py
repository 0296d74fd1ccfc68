"""How hard one has to press: the pressure of a pen, bent to the hand that holds it."""

from __future__ import annotations

import math

LIGHT, FIRM = -1.0, 1.0
"""The ends of `firmness`: ink comes at a light touch, or only when one presses. 0 leaves the pressure as it is."""


def bent(pressure: float, firmness: float) -> float:
    """The pressure 0..1 that the tools get for one of the pen: a power curve, whose ends stay where they are.

    At either end of `firmness` half the pressure counts as 0.71, and as 0.25.
    """
    return math.pow(min(max(pressure, 0.0), 1.0), math.pow(2.0, min(max(firmness, LIGHT), FIRM)))
