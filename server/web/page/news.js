// What the editor tells the window.

/** @import { Change } from "./model/document.js" */
/** @import { Edit, Entry } from "./protocol/messages.js" */
/** @import { PeerNews } from "./sync/peers.js" */
/** @import { Ink } from "./tools/tool.js" */

/**
 * What one event or message changed. `ink` are points of my own strokes in progress, `over` those that ended; `pages`:
 * there are others, or I look at another.
 * @typedef {{change: Change, restarted: boolean, peers: PeerNews | null, refused: [Edit, Entry][], ink: Ink | null,
 *   over: string | null, marked: boolean, pages: boolean, pan: [number, number] | null}} News
 */

/** @type {News} */
export const NOTHING = {
  change: [],
  restarted: false,
  peers: null,
  refused: [],
  ink: null,
  over: null,
  marked: false,
  pages: false,
  pan: null,
};
