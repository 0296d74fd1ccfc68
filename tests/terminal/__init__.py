"""The terminal commands, as people start them."""
