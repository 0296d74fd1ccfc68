"""The socket: connection, pump, discovery, hosting."""
