"""What breaks servers and networks, done to a real server on purpose, with a figure and its threshold for each.

`python3 -m tests.reliability` runs everything briefly, `--long` at the length that the figures are promised for. Each
script is one file with an async `run(long)` that returns figures; test_short.py runs them as tests. All is on loopback.
"""

import sys

from whiteboard import bootstrap

if sys.argv[:1] == ["-m"]:  # what Python puts there while it looks for the module that `-m` names
    bootstrap.prepare("tests")
