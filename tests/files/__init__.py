"""Tests of opening, saving and export."""
