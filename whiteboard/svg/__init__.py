"""Reads the lines of an SVG drawing as points. The input is not trusted; nothing is fetched, nothing is run."""
