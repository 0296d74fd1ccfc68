// Which client this tab is on a board: its own again after a reload, one that no other tab uses, or a new one.
//
// Two tabs must never be one client: the server would let only the newer one live (SPEC S7), and both would number
// their edits alike. So tabs ask one another which clients are taken.

/** @import { Kept } from "./journal.js" */

const CHANNEL = "whiteboard-clients";
const PATIENCE_MS = 150;

/** 128 random bits, as the protocol wants them. */
export function newClient() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The client to go on as, of those that were kept, the last used first; null if all of them are taken.
 * @param {Kept[]} kept @param {Set<string>} taken
 */
export const free = (kept, taken) => kept.find(({ standing }) => !taken.has(standing.client)) ?? null;

/** The clients that other tabs of this browser are just now. @returns {Promise<Set<string>>} */
export async function takenClients() {
  const taken = new Set();
  if (typeof BroadcastChannel === "undefined") return taken;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => typeof data?.client === "string" && taken.add(data.client);
  channel.postMessage({ who: true });
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  channel.close();
  return taken;
}

/** Answer the other tabs from now on. @param {() => string} client */
export function claim(client) {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => data?.who === true && channel.postMessage({ client: client() });
}
