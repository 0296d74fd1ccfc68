// What the editor tells the window.

/** @import { Change } from "./model/document.js" */
/** @import { Edit, Entry } from "./protocol/messages.js" */
/** @import { Page } from "./model/pages.js" */
/** @import { PeerNews } from "./sync/peers.js" */
/** @import { Ink } from "./tools/tool.js" */

/**
 * What one event or message changed. `ink` are points of my own strokes in progress, `over` those that ended; `pages`:
 * there are others, or they are called or ruled otherwise; `turned`: I look at another, because somebody took away the
 * one that is `lost`.
 * @typedef {{change: Change, peers: PeerNews | null, refused: [Edit, Entry][], ink: Ink | null, over: string | null,
 *   marked: boolean, pages: boolean, turned: boolean, lost: Page | null, pan: [number, number] | null}} News
 */

/** @type {News} */
export const NOTHING = {
  change: [],
  peers: null,
  refused: [],
  ink: null,
  over: null,
  marked: false,
  pages: false,
  turned: false,
  lost: null,
  pan: null,
};
