"""The doctor on healthy links and on planted faults."""
