"""Small honest fakes that run the real code."""
