// Why a server says no, in words for the person, and whether to come back (whiteboard/protocol/refusal.py).

/** A client explains these and does not try again by itself. */
export const FATAL = new Set(["too_old", "too_new", "wrong_code", "removed", "gone", "plain"]);

/** @type {Record<string, string>} */
export const SENTENCES = {
  too_old: "This page is too old for that board. Reload it.",
  too_new: "This page is newer than that board's server. Reload it.",
  wrong_code: "That code does not open this board. Ask for the code again and type it as it is read to you.",
  removed: "The host has removed you from this board, or has not let you in. Ask them.",
  gone: "There is no such board here any more. Ask the host whether it was closed or has another name.",
  plain: "Only the Whiteboard app may enter this board. Its host can allow browser guests, under Share.",
  restarting: "The board's server is stopping or starting again. Waiting for it to come back.",
  slow: "The network here is too slow just now, so the server cut the line. Connecting again.",
  gap: "Something was lost on the way. Connecting again.",
  superseded: "This board was opened from the same place in another tab, which has taken over.",
  full: "The board is full. You come in as soon as somebody leaves.",
  guessing: "Too many wrong codes were tried from here. Waiting a little before the next try.",
  bad_message: "The server did not understand this page. Reload it.",
  invalid: "The server could not accept that change.",
  too_large: "That is too large for the board.",
  forbidden: "You may look at this board but not change it.",
  locked: "That is locked.",
  exists: "Somebody else has already put that on the board.",
  quota: "The board is as large as its server allows. Remove something first.",
  storage: "The server cannot save just now; its disk may be full.",
};

/** @param {string} code @param {string} why the server's own words */
export const sentence = (code, why = "") => SENTENCES[code] ?? (why || "The server said no.");
