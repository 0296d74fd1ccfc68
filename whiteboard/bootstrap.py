"""Makes a checkout ready to start; the standard library alone."""
