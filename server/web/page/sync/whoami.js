// Which client this tab is on a board: its own again after a reload, one that no other tab uses, or a new one.
//
// Two tabs must never be one client: the server would let only the newer one live (SPEC S7), and both would number
// their edits alike. So tabs ask one another which clients are taken, and draw lots where two want the same at once, as
// when a browser opens again with all its tabs. Each tab notes that it is there, so that others know whom to wait for: one
// that works hard answers late.

/** @import { Kept } from "./journal.js" */

const CHANNEL = "whiteboard-clients";
const TAB = "whiteboard.tab.";
const PATIENCE_MS = 100;
/** So long a tab is waited for that is noted; then it is gone without a word, as after a crash. */
const LONGEST_MS = 3000;

/** 128 random bits, as the protocol wants them. */
export function newClient() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The client to go on as, of those that were kept, the last used first; null if all of them are taken.
 * @param {Kept[]} kept @param {number} [lot] the highest wins @returns {Promise<Kept | null>}
 */
export async function chosen(kept, lot = Math.random()) {
  if (!kept.length || typeof BroadcastChannel === "undefined") return kept[0] ?? null;
  const channel = new BroadcastChannel(CHANNEL);
  const taken = new Set();
  const silent = new Set(noted());
  let wish = "";
  channel.onmessage = ({ data }) => {
    if (typeof data?.client !== "string") return;
    silent.delete(data.tab);
    if (data.client === wish && data.lot < lot) channel.postMessage({ client: wish, lot });
    else taken.add(data.client);
  };
  const answers = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const free = () => kept.find(({ standing }) => !taken.has(standing.client)) ?? null;
  channel.postMessage({ who: true });
  for (let waited = 0; !waited || (silent.size && waited < LONGEST_MS); waited += PATIENCE_MS) await answers();
  silent.forEach(forget);
  let choice = free();
  while (choice && choice.standing.client !== wish) {
    wish = choice.standing.client;
    channel.postMessage({ client: wish, lot });
    await answers();
    choice = free();
  }
  channel.close();
  return choice;
}

/** Answer the other tabs from now on. @param {() => string} client */
export function claim(client) {
  if (typeof BroadcastChannel === "undefined") return null;
  const channel = new BroadcastChannel(CHANNEL);
  const tab = newClient();
  channel.onmessage = ({ data }) => {
    if (data?.who !== true) return;
    note(tab); // somebody may have given up waiting
    channel.postMessage({ client: client(), tab });
  };
  note(tab);
  globalThis.addEventListener?.("pageshow", () => note(tab)); // it may come back from the browser's memory
  globalThis.addEventListener?.("pagehide", () => forget(tab));
  return channel;
}

// ------------------------------------------------------------ where tabs are noted; some browsers keep nothing

/** @returns {string[]} */
function noted() {
  try {
    return Object.keys(localStorage).flatMap((key) => (key.startsWith(TAB) ? [key.slice(TAB.length)] : []));
  } catch {
    return [];
  }
}

/** @param {string} tab */
function note(tab) {
  try {
    localStorage.setItem(TAB + tab, "");
  } catch {
    // then the others wait no longer than for anybody
  }
}

/** @param {string} tab */
function forget(tab) {
  try {
    localStorage.removeItem(TAB + tab);
  } catch {
    // it was not noted either
  }
}
