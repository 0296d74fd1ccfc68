"""The sentences that a person reads when a connection or hosting fails: what is wrong, and what to do about it.

One table, so that it can be translated in one place. `{host}` and `{port}` stand for the server's address.
"""

from __future__ import annotations

from whiteboard.protocol.refusal import Refusal
from whiteboard.words import t

from .trouble import HostingTrouble, Trouble

AT_THE_DOOR = "You are at the door: the host sees your name and will let you in."
KEEP_DRAWING = "Keep drawing: everything is kept, and sent when the board is back."

SENTENCES: dict[Trouble | HostingTrouble | Refusal, str] = {
    # no connection
    Trouble.NO_NETWORK: "This computer has no network just now. Connect it to the network of the others.",
    Trouble.NO_SUCH_HOST: "There is no computer named {host} on this network. Check the spelling of the address.",
    Trouble.NOBODY_THERE: (
        "No board is shared at {host}, port {port}, just now. Ask whether it is still shared, and check the address."
    ),
    Trouble.NO_ANSWER: (
        "{host} does not answer. Check that both computers are on the same network; a firewall may stand between them."
    ),
    Trouble.NOT_WHITEBOARD: "{host}, port {port}, answers, but it is not a Whiteboard. Check the address and the port.",
    Trouble.UNENCRYPTED: (
        "{host} does not encrypt as Whiteboard does. Nothing was sent. Check the address, or update it there."
    ),
    Trouble.HUNG_UP: (
        "{host} hung up before it said who it is. It may be busy or just starting, or it does not encrypt as "
        "Whiteboard does; trying again."
    ),
    Trouble.UNKNOWN_CERTIFICATE: (
        "An address does not say whose computer answers at {host}. Compare its words with those on the host's screen."
    ),
    Trouble.OTHER_CERTIFICATE: (
        "Another computer than expected answers at {host}. Nothing was sent. Look at its words, or ask for the link."
    ),
    Trouble.NOT_VOUCHED: (
        "This computer does not trust the certificate of {host}. Check the clock here, then ask whoever runs it."
    ),
    Trouble.BLOCKED: (
        "{host} can be reached, but something on the network blocks the connection. Ask whoever runs the network."
    ),
    Trouble.SILENT: "{host} has stopped answering. It may be overloaded, or the network is; trying again.",
    Trouble.CUT: "The connection to {host} was lost.",
    Trouble.UNREADABLE: "{host} said something that this app does not understand. Use the same version on both sides.",
    Trouble.NO_SNAPSHOT: "The drawing could not be fetched from {host}; trying again.",
    # the server's own refusals, final
    Refusal.TOO_OLD: "This app is too old for that board. Update Whiteboard on this computer.",
    Refusal.TOO_NEW: "This app is newer than that board's server. Ask the host to update Whiteboard over there.",
    Refusal.WRONG_CODE: "That code does not open this board. Ask for the code again and type it as it is read to you.",
    Refusal.REMOVED: "The host has removed you from this board, or has not let you in. Ask them.",
    Refusal.GONE: "This board is no longer on {host}. Ask the host whether it was closed or has another name.",
    Refusal.PLAIN: (
        "This board lets in encrypted connections only, and this link is for one without. Copy the whole link anew."
    ),
    # the server's own refusals, tried again
    Refusal.RESTARTING: "The board's server says it is stopping or starting again. Waiting for it to come back.",
    Refusal.SLOW: "The network here is too slow just now, so the server cut the line. Connecting again.",
    Refusal.GAP: "Something was lost on the way. Connecting again.",
    Refusal.SUPERSEDED: "This board was opened from the same place in another window, which has taken over the line.",
    Refusal.FULL: "The board is full. You come in as soon as somebody leaves.",
    Refusal.GUESSING: "Too many wrong codes were tried from here. Waiting a little before the next try.",
    Refusal.BAD_MESSAGE: "The server did not understand this app. Use the same version on both sides; trying again.",
    # the server's own refusals of one edit
    Refusal.INVALID: "The server could not accept that change.",
    Refusal.TOO_LARGE: "That is too large for the board.",
    Refusal.FORBIDDEN: "You may look at this board but not change that.",
    Refusal.LOCKED: "That is locked.",
    Refusal.EXISTS: "Somebody else has already put that on the board.",
    Refusal.QUOTA: "The board is as large as its server allows. Remove something first.",
    Refusal.STORAGE: "The server cannot save just now; its disk may be full.",
    # sharing a board from this computer
    HostingTrouble.PORT_TAKEN: (
        "The usual port is taken on this computer, perhaps by another shared board; this one is shared on port {port}."
    ),
    HostingTrouble.NOT_PERMITTED: (
        "This computer does not let Whiteboard share boards. Ask whoever looks after it to allow incoming connections."
    ),
    HostingTrouble.NOT_STARTED: "Sharing could not begin: the server program does not start. Install Whiteboard anew.",
    HostingTrouble.TOO_SLOW: "Sharing did not begin in time; this computer is very busy. Close something and retry.",
    HostingTrouble.ENDED: "Sharing could not begin; your board is safe. The server ended with these words:",
    HostingTrouble.CRASHED: "Sharing was interrupted and begins again. Your board is safe; the others will be back.",
    HostingTrouble.CRASHING: "Sharing has stopped after failing several times. Your board is safe; share it once more.",
    HostingTrouble.UNREACHABLE: (
        "Others may not reach this computer: a firewall seems to block port {port}. Allow Whiteboard in its settings."
    ),
    HostingTrouble.ALONE: "This computer has no network just now, so nobody can join. Connect it to the others' one.",
}


def sentence(what: Trouble | HostingTrouble | Refusal, host: str = "", port: int = 0) -> str:
    """What to tell a person about this trouble with the server at `host`, or with this computer's own."""
    return t(SENTENCES[what]).format(host=host or t("the server"), port=port)
