"""The inspector: what goes over a board's connection, for the curious. `passing.py` and `meaning.py` know no Qt."""
