// Where I looked on each page: pages are found again as they were left, also after the tab was loaded anew.

import { Viewport } from "../render/viewport.js";

const KEY = "whiteboard.views";

/**
 * What the tab keeps.
 * @typedef {{board: string, page: string, views: Record<string, [number, number, number]>}} Kept
 */

export class Views {
  constructor() {
    /** @type {Map<string, Viewport>} */
    this._views = new Map();
  }

  /** @param {string} page @param {Viewport} view */
  keep(page, view) {
    this._views.set(page, view);
  }

  /** @param {string} page @returns {Viewport | null} null if I have not been there */
  of(page) {
    return this._views.get(page) ?? null;
  }

  /** Before the tab goes. @param {string} board @param {string} page */
  save(board, page) {
    const views = Object.fromEntries([...this._views].map(([id, { left, top, zoom }]) => [id, [left, top, zoom]]));
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ board, page, views }));
    } catch {
      // a browser that keeps nothing
    }
  }

  /**
   * The page that I looked at on this board before the tab was loaded anew; null if I was not here.
   * @param {string} board @returns {string | null}
   */
  restore(board) {
    try {
      /** @type {Kept} */
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
      if (kept.board !== board) return null;
      for (const [id, [left, top, zoom]] of Object.entries(kept.views)) this.keep(id, new Viewport(left, top, zoom));
      return kept.page;
    } catch {
      return null;
    }
  }
}
