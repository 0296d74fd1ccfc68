"""The client class for scripts, on the real server."""
