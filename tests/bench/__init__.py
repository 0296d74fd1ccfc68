"""Measurements, run by hand or by script; never timed asserts."""
