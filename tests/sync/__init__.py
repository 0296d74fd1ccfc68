"""Tests of the optimistic engine."""
