"""Every test of the house; `python3 -m tests` runs them all."""
