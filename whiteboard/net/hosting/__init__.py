"""Sharing a board: a server as a child process of the app. Qt (for QProcess) is used here and nowhere else in net."""

from __future__ import annotations

from .hosted_server import HostedServer as HostedServer
from .values import Hosted as Hosted
from .values import HostingFailed as HostingFailed
