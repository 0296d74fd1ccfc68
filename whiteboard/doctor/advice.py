"""The likely cause of each ailment and what to do about it: one sentence each, in one table that can be translated."""

from __future__ import annotations

from enum import StrEnum

from whiteboard.words import t


class Ailment(StrEnum):
    """What the doctor can find. The names are part of the JSON output."""

    NO_NETWORK = "no_network"
    NO_ADDRESS_GIVEN = "no_address_given"
    NO_SUCH_HOST = "no_such_host"
    NOT_ANNOUNCED = "not_announced"
    ANNOUNCED_ELSEWHERE = "announced_elsewhere"

    NOBODY_LISTENS = "nobody_listens"
    FILTERED = "filtered"
    OTHER_NETWORK = "other_network"
    NO_ROUTE = "no_route"
    NOT_CONNECTED = "not_connected"

    OTHER_CERTIFICATE = "other_certificate"
    NOT_VOUCHED = "not_vouched"
    NO_TLS = "no_tls"
    ENCRYPTED_ONLY = "encrypted_only"

    SILENT = "silent"
    CLOSES = "closes"
    SPEAKS_TLS = "speaks_tls"
    OTHER_SERVICE = "other_service"
    OTHER_WEB_SERVER = "other_web_server"
    NAME_NOT_ACCEPTED = "name_not_accepted"

    UPGRADE_REFUSED = "upgrade_refused"
    UPGRADE_SILENT = "upgrade_silent"
    UPGRADE_MUTE = "upgrade_mute"
    NO_ENGINE = "no_engine"
    ONE_WAY = "one_way"
    NO_SOCKET = "no_socket"
    CUT = "cut"

    SERVER_OLDER = "server_older"
    SERVER_NEWER = "server_newer"
    NO_WELCOME = "no_welcome"
    NOT_UNDERSTOOD = "not_understood"

    WRONG_CODE = "wrong_code"
    GUESSING = "guessing"
    GONE = "gone"
    REMOVED = "removed"
    FULL = "full"
    WAITS = "waits"
    REFUSED = "refused"

    NO_SNAPSHOT = "no_snapshot"
    READ_ONLY = "read_only"
    NO_ECHO = "no_echo"
    NO_BROADCAST = "no_broadcast"
    LOSES_PINGS = "loses_pings"
    SLOW = "slow"

    NO_SERVER_HERE = "no_server_here"
    FOR_ITSELF_ALONE = "for_itself_alone"
    UNREACHABLE_HERE = "unreachable_here"
    NOT_HEARD = "not_heard"
    FIREWALL_ON = "firewall_on"
    ISOLATED = "isolated"

    TOO_SLOW = "too_slow"


ADVICE: dict[Ailment, tuple[str, str]] = {
    Ailment.NO_NETWORK: (
        "This computer is in no network.",
        "Connect it to the Wi-Fi or the cable that the others use.",
    ),
    Ailment.NO_ADDRESS_GIVEN: (
        "This computer had to invent its own address, because the network gave it none.",
        "Leave the network and join it again; if that does not help, restart the router or ask whoever runs it.",
    ),
    Ailment.NO_SUCH_HOST: (
        "Nobody on this network knows a computer named {host}.",
        "Check the spelling, or use the link with numbers (like 192.168.1.20) that the app shows under Share.",
    ),
    Ailment.NOT_ANNOUNCED: (
        "No announcement of this board arrives here: the network filters announcements, or the server makes none.",
        "Join by link or code, which needs no announcement; to have the list, ask whoever runs the network to allow "
        "multicast (mDNS, UDP port 5353) between the computers.",
    ),
    Ailment.ANNOUNCED_ELSEWHERE: (
        "The board is announced at another address than the link has: the link is old.",
        "Use {link} instead.",
    ),
    Ailment.NOBODY_LISTENS: (
        "{host} is there, but no program listens on port {port}: the board is not shared just now, or on another port.",
        "Ask whether the board is still shared, and compare address and port with those under Share.",
    ),
    Ailment.FILTERED: (
        "{host} swallows the call without a word: a firewall there or on the way, Wi-Fi that keeps its clients apart, "
        "or the computer is off.",
        "On {host}, allow incoming connections for port {port}; if that does not help, ask whoever runs the Wi-Fi to "
        "switch client isolation off.",
    ),
    Ailment.OTHER_NETWORK: (
        "{host} does not answer, and it is not in a network of this computer ({networks}).",
        "Put both computers into the same network: the same Wi-Fi, not the guests' one, and no VPN.",
    ),
    Ailment.NO_ROUTE: (
        "There is no computer at {host}, or this network does not let the two of you talk.",
        "Check that the computer is on and its address is still {host}; on Wi-Fi, ask whoever runs it whether client "
        "isolation is on.",
    ),
    Ailment.NOT_CONNECTED: (
        "The system could not connect to {host}, port {port}.",
        "Check the address and this computer's network.",
    ),
    Ailment.OTHER_CERTIFICATE: (
        "Another server than the link means answers at {host}, port {port}: the address has gone to another computer, "
        "the server was set up anew, or somebody in between pretends to be it. The app does not join.",
        "Ask for a fresh link; if its words under Share are {shown}, all is well and only the link was old.",
    ),
    Ailment.NOT_VOUCHED: (
        "The certificate of {host} is not one that this computer trusts: {why}.",
        "Check this computer's clock; if it is right, whoever runs the proxy has to renew the certificate.",
    ),
    Ailment.NO_TLS: (
        "The link asks for encryption, but what answers at {host}, port {port}, does not encrypt as Whiteboard does: "
        "another service, an older Whiteboard, one that was started with --no-tls, or something in between.",
        "Check address and port, and use a fresh link; on {host}, update Whiteboard, or start it without --no-tls.",
    ),
    Ailment.ENCRYPTED_ONLY: (
        "The server lets in only those who encrypt, and this link has no fingerprint to do it with.",
        "Use the whole link from under Share, or ask the host to switch browser guests on.",
    ),
    Ailment.SILENT: (
        "{host} takes the call and says nothing: its server hangs, or the answers get lost on the way.",
        "Restart the server on {host}; if that does not help, look for a proxy or security program in between.",
    ),
    Ailment.CLOSES: (
        "{host} takes the call and hangs up at once: a proxy or security program in between, or a dying server.",
        "Restart the server on {host}; if that does not help, try without VPN, proxy and security program.",
    ),
    Ailment.SPEAKS_TLS: (
        "Port {port} of {host} speaks TLS (https), but this link is for plain http.",
        "Check the port: this is another server, or a proxy in front of the board that has a port of its own.",
    ),
    Ailment.OTHER_SERVICE: (
        "Another service answers on port {port} of {host}, not a web server.",
        "Check the port of the link.",
    ),
    Ailment.OTHER_WEB_SERVER: (
        "Some other web server answers at {host}, port {port}, not a Whiteboard.",
        "Check address and port; if they are right, a login page of the Wi-Fi may be in between: open a browser first.",
    ),
    Ailment.NAME_NOT_ACCEPTED: (
        "The server does not answer to the name {host}: it knows addresses, its own name and .local names.",
        "Use the link with numbers that the app shows under Share.",
    ),
    Ailment.UPGRADE_REFUSED: (
        "Something on the way refuses WebSockets, a proxy or a security program: it answered {status}.",
        "Nothing needs to be done: Whiteboard goes on by long-polling, slower but complete; to be fast, ask whoever "
        "runs the network to let WebSockets through to {host}:{port}.",
    ),
    Ailment.UPGRADE_SILENT: (
        "Something on the way swallows requests for a WebSocket, a proxy or a security program.",
        "Whiteboard goes on by long-polling after a few seconds; ask whoever runs the network to let WebSockets "
        "through to {host}:{port}.",
    ),
    Ailment.UPGRADE_MUTE: (
        "Something on the way agrees to a WebSocket and then lets nothing through, a proxy or a security program.",
        "Whiteboard goes on by long-polling after a few seconds; ask whoever runs the network to let WebSockets "
        "through to {host}:{port}.",
    ),
    Ailment.NO_ENGINE: (
        "The server answers, but opens no connection.",
        "Restart the server on {host}, and use the same version of Whiteboard on both sides.",
    ),
    Ailment.ONE_WAY: (
        "The link works in one direction only: the server is heard, but what is sent from here does not arrive.",
        "Look for a proxy or security program between here and {host}; try a cable or another network.",
    ),
    Ailment.NO_SOCKET: (
        "The server has opened the connection and then fell silent, or what it sends gets lost.",
        "Restart the server on {host}; if that does not help, look for a proxy or security program in between.",
    ),
    Ailment.CUT: (
        "The connection was cut in the middle.",
        "Try again; if it happens every time, look for a proxy or security program between here and {host}.",
    ),
    Ailment.SERVER_OLDER: (
        "The server speaks an older version of the protocol ({theirs}) than this program ({ours}).",
        "Update Whiteboard on {host}.",
    ),
    Ailment.SERVER_NEWER: (
        "The server speaks a newer version of the protocol ({theirs}) than this program ({ours}).",
        "Update Whiteboard on this computer.",
    ),
    Ailment.NO_WELCOME: (
        "The server is connected but does not answer the greeting: it is overloaded, or it hangs.",
        "Wait a minute and try again, then restart the server on {host}.",
    ),
    Ailment.NOT_UNDERSTOOD: (
        "The server said something that this program does not understand.",
        "Use the same version of Whiteboard on both sides.",
    ),
    Ailment.WRONG_CODE: (
        "The code in the link is not the board's join code.",
        "Ask for the code again, or copy the link from under Share; the host may have a new one.",
    ),
    Ailment.GUESSING: (
        "Too many wrong codes were tried from this network, so the server does not look at any for a while.",
        "Wait {seconds:.0f} seconds, then try again with the right code.",
    ),
    Ailment.GONE: (
        "There is no board of this name on {host}.",
        "Ask whether it was closed or has another name, and use a fresh link.",
    ),
    Ailment.REMOVED: ("The host has removed this person from the board.", "Ask the host."),
    Ailment.FULL: ("The board is full.", "Try again when somebody has left."),
    Ailment.WAITS: (
        "The host lets people in one by one, and the doctor is waiting at the door.",
        "Ask the host to let it in, or to open the board for the test.",
    ),
    Ailment.REFUSED: ("The server lets nobody in just now: {why}", "Wait a little and try again."),
    Ailment.NO_SNAPSHOT: (
        "The drawing could not be fetched, although the server is there.",
        "Restart the server on {host}; a proxy that changes or blocks downloads may also be in between.",
    ),
    Ailment.READ_ONLY: (
        "The server cannot store anything just now: {why}",
        "Make room on the disk of {host}; it goes on by itself.",
    ),
    Ailment.NO_ECHO: (
        "An edit was sent and did not come back: the server is very busy, or the link loses what is sent.",
        "Try again; then restart the server on {host}.",
    ),
    Ailment.NO_BROADCAST: (
        "What one connection sends does not reach another: the server does not pass it on.",
        "Restart the server on {host}, and report this: it should never happen.",
    ),
    Ailment.LOSES_PINGS: (
        "Questions go unanswered: the network loses much, or the server is overloaded.",
        "Go nearer to the access point, take a cable, or close what loads the network.",
    ),
    Ailment.SLOW: (
        "The way to the server and back takes long: weak Wi-Fi, a busy network, or a busy server.",
        "Go nearer to the access point, take a cable, or close what loads the network.",
    ),
    Ailment.NO_SERVER_HERE: (
        "No board is shared from this computer just now, at least not on port {port}.",
        "Press Share in the app, or start python3 -m server; if it has another port, say --port.",
    ),
    Ailment.FOR_ITSELF_ALONE: (
        "The server listens for this computer alone, not for the network.",
        "Start it without --host 127.0.0.1.",
    ),
    Ailment.UNREACHABLE_HERE: (
        "Not even this computer reaches its own address in the network: a firewall stands in the way.",
        "Allow incoming connections for port {port} in its settings.",
    ),
    Ailment.NOT_HEARD: (
        "The announcement of the own board is not heard, not even here: multicast is blocked or announcing is off.",
        "Allow UDP port 5353 in the firewall, or start the server without --no-announce; the link works all the same.",
    ),
    Ailment.FIREWALL_ON: (
        "{program} is on and may keep the others out; from here that cannot be seen for certain.",
        "{remedy}",
    ),
    Ailment.ISOLATED: (
        "Others' announcements are heard, but none of them can be reached: the Wi-Fi keeps its clients apart.",
        "Ask whoever runs the Wi-Fi to switch client isolation off, or use a cable or another access point.",
    ),
    Ailment.TOO_SLOW: (
        "This took longer than {seconds:.0f} seconds.",
        "Try again; the network or one of the computers is very busy.",
    ),
}


def advice(ailment: Ailment, **facts: object) -> tuple[str, str]:
    """Cause and remedy, with the facts put in."""
    cause, remedy = ADVICE[ailment]
    return t(cause).format(**facts), t(remedy).format(**facts)
