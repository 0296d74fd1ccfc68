"""Tests of the words both sides speak."""
