"""Pen samples become beautiful strokes: smoothing, pressure, simplification, outlines, hit tests. numpy, no Qt."""
