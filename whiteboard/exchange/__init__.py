"""Boards on their way out of the app and into it: pictures, documents, and the files of other programs."""
