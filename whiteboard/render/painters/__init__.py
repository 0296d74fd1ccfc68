"""One function per element kind."""
