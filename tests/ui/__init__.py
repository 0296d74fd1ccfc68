"""Tests of windows and widgets."""
