"""Tests of the socket's client side."""
