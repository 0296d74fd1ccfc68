"""SVG drawings as points."""
