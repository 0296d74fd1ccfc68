"""The conductor: pointer event, tool, replica, on_change. No Qt and no await."""
