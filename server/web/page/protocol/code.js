// Join codes as people type and read them (whiteboard/protocol/code.py), and the place in the address bar.

const READ_AS = /** @type {Record<string, string>} */ ({ O: "0", I: "1", L: "1" });

/** @param {string} text the code that a person meant: any case, with or without the hyphen, O for 0, I and L for 1 */
export const typed = (text) =>
  text
    .trim()
    .toUpperCase()
    .replace(/[- \u2013\u2011]/g, "")
    .replace(/[OIL]/g, (letter) => READ_AS[letter]);

/** @param {string} code a code as people read it: K7QM-2XPA */
export const shown = (code) => (code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code);

/**
 * Which board an address names, "" if none, and the code that stands in its fragment. What follows the code there
 * is for the app, which encrypts.
 * @param {{pathname: string, hash: string}} address @returns {{board: string, code: string}}
 */
export function placeOf({ pathname, hash }) {
  const name = /^\/b\/([^/]+)$/.exec(pathname)?.[1] ?? "";
  return { board: decoded(name), code: typed(decoded(hash.slice(1)).split(".")[0]) };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
