"""Reads SVG drawings: figures, words and pictures. The input is not trusted; nothing is fetched, nothing is run."""
