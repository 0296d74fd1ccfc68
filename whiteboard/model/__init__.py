"""The document: elements, the operations on them, and the one function that applies an edit."""
