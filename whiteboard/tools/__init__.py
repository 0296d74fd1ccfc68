"""One file per tool: a state machine from pointer events to steps. `registry.py` lists them."""
