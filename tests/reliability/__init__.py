"""What breaks servers and networks, done to a real server on purpose, with a figure and its threshold for each.

`python3 -m tests.reliability` runs everything for some minutes, as CI does after the tests, `--long` at the length that
the figures are promised for. Each script is one file with an async `run(length)` that returns figures; test_short.py
runs them for seconds, as tests. All is on loopback. README.md has the figures.
"""

import sys

from whiteboard import bootstrap

if sys.argv[:1] == ["-m"]:  # what Python puts there while it looks for the module that `-m` names
    bootstrap.prepare("tests")
