"""The two ladders, as lists of rungs: for a link, and for somebody who shares a board."""

from __future__ import annotations

from .rung import Rung
from .rungs import board, host, network, reach, socket

FOR_A_LINK = (
    Rung("Addresses of this computer", 3, network.addresses),
    Rung("Name of the server", 5, network.name),
    Rung("Announcement (mDNS)", 8, network.announcement),
    Rung("TCP connection", 6, reach.tcp),
    Rung("Encryption (TLS)", 6, reach.tls),
    Rung("HTTP answer", 14, reach.http),
    Rung("WebSocket upgrade", 6, reach.upgrade),
    Rung("Engine.IO open", 12, socket.engine),
    Rung("Socket.IO connect", 10, socket.socket),
    Rung("Protocol version", 10, socket.version),
    Rung("Join code", 2, socket.code),
    Rung("Snapshot", 20, board.snapshot),
    Rung("Own edit comes back", 6, board.echo),
    Rung("A second connection sees it", 14, board.broadcast),
    Rung("Round trip", 10, board.round_trip),
    Rung("Transport in use", 1, board.transport),
)

FOR_A_HOST = (
    Rung("Addresses of this computer", 3, host.own_addresses),
    Rung("Server on this computer", 6, host.server),
    Rung("Announcements (mDNS)", 8, network.announcements),
    Rung("Reached at its own address", 20, host.own_reach),
    Rung("Firewall", 10, host.firewall),
    Rung("Client isolation", 30, host.isolation),
)
