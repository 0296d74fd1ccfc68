"""Windows, toolbar, canvas widget and theme."""
