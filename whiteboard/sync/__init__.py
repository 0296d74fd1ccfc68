"""The optimistic engine of the shared board, without sockets and clocks; SPEC.md has its rules, numbered."""
