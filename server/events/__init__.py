"""One function per client message."""
