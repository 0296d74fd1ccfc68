"""Paints a board with QPainter, without widgets."""
