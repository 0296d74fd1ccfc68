"""Measurements, run by hand or by script: `python3 -m tests.bench.NAME`; never timed asserts in the test suite.

Importing a bench with `-m` sets the checkout up as `python3 -m tests` does, so that a bench needs no lines for it.
"""

import sys

from whiteboard import bootstrap

if sys.argv[:1] == ["-m"]:  # what Python puts there while it looks for the module that `-m` names
    bootstrap.prepare("tests")
