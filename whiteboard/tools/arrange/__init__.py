"""What can be done to elements that are selected: pure functions from a document and ids to operations."""
