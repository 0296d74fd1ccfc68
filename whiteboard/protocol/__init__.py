"""The words that clients and server speak; PROTOCOL.md beside this file explains them to people."""
