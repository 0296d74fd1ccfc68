"""Tests of the ink."""
