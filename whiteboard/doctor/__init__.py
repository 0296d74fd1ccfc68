"""Finds out why a board cannot be reached: a ladder of checks, each with a likely cause and a remedy. No Qt."""
