"""Where boards are kept: the port and its implementations."""
