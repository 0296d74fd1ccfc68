"""Tests of the start commands, the locks and the house rules."""
